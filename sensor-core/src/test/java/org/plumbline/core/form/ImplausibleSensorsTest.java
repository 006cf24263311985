package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A sensor that is not to be believed takes with it what rests on it, and nothing else. */
class ImplausibleSensorsTest {
    @Test
    void theLumbarSpineNeedsBothSensors() {
        for (Metric metric : List.of(Metric.FLEXION_GAIN_LOADED, Metric.AXIAL_ROTATION_RANGE, Metric.TUCK)) {
            assertEquals(List.of(true, true, true, false), restsOn(metric), metric.jsonName());
        }
    }

    @Test
    void thePelvisRestsOnTheLowerSensorAndTheTrunkOnTheUpper() {
        assertEquals(List.of(true, false, true, false), restsOn(Metric.PELVIS_TILT_RANGE));
        assertEquals(List.of(true, false, true, false), restsOn(Metric.PELVIC_TUCK));
        assertEquals(List.of(false, true, true, false), restsOn(Metric.TRUNK_INCLINATION_PEAK));
        assertEquals(List.of(false, true, true, false), restsOn(Metric.TRUNK_EXTENSION_SPEED));
    }

    @Test
    void theDurationsAreToldByTheSensorThatIsLeft() {
        assertEquals(List.of(false, false, true, false), restsOn(Metric.CONCENTRIC_DURATION));
        assertEquals(List.of(false, false, true, false), restsOn(Metric.HOLD_DURATION));
    }

    @Test
    void whatIsTakenBackSaysWhyAndWhatDoesNotBelongToTheRepetitionIsNotMissed() {
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.PELVIS_TILT_RANGE, 42);
        metrics.put(Metric.TRUNK_INCLINATION_RANGE, 70);
        metrics.put(Metric.FLEXION_GAIN_LOADED, 7, 0.5);
        metrics.notAssessed(Metric.LUMBAR_SHARE, NotAssessedReason.TOO_SMALL);
        ImplausibleSensors.withhold(metrics, true, false);
        assertEquals("implausible_sensor", metrics.notAssessedReasons().get("pelvisTiltRangeDeg"));
        assertEquals("implausible_sensor", metrics.notAssessedReasons().get("flexionGainLoadedDeg"));
        assertEquals("implausible_sensor", metrics.notAssessedReasons().get("lumbarContribution"));
        assertTrue(Double.isNaN(metrics.value(Metric.FLEXION_GAIN_LOADED)));
        assertTrue(Double.isNaN(metrics.sigma(Metric.FLEXION_GAIN_LOADED)));
        assertEquals(70, metrics.value(Metric.TRUNK_INCLINATION_RANGE));
        assertFalse(metrics.notAssessed().contains("pelvicTuckDeg"), "a deadlift has none");
        assertEquals(Set.of("pelvisTiltRangeDeg", "flexionGainLoadedDeg", "lumbarContribution"), metrics.notAssessed());
    }

    /** Whether a metric is lost with the lower, the upper, both, and none of the sensors. */
    private static List<Boolean> restsOn(Metric metric) {
        return List.of(
                ImplausibleSensors.affected(true, false).contains(metric),
                ImplausibleSensors.affected(false, true).contains(metric),
                ImplausibleSensors.affected(true, true).contains(metric),
                ImplausibleSensors.affected(false, false).contains(metric));
    }
}
