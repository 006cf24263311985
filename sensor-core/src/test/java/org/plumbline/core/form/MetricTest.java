package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.repetition.ExerciseProfile;

/** What a metric is of. */
class MetricTest {
    private static ExerciseProfile of(String exercise) {
        return ExerciseProfile.ofName(exercise).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "deadlift, LUMBAR_FLEXION_PEAK",
        "side_plank, HOLD_DURATION",
        "bird_dog, HOLD_DURATION",
        "pelvic_tilt, PELVIS_TILT_RANGE",
        "overhead_press, LOCKOUT_EXTENSION",
        "prone_press_up, LOCKOUT_EXTENSION"
    })
    void anExerciseIsKnownByWhatItIsDoneFor(String exercise, Metric metric) {
        assertEquals(metric, Metric.ofExercise(of(exercise)));
    }

    @Test
    void aMetricIsFoundByItsNameInJson() {
        for (Metric metric : Metric.values()) {
            assertEquals(metric, Metric.ofJsonName(metric.jsonName()).orElseThrow());
        }
        assertTrue(Metric.ofJsonName("reach").isEmpty());
    }

    @Test
    void ofThePersonsOwnLargestFlexionAChangeIsAShare() {
        double peakDeg = Metric.LUMBAR_FLEXION_PEAK.minimalDetectableChange();
        assertEquals(100 * peakDeg / 50, Metric.PERCENT_OF_MAX_FLEXION.minimalDetectableChange(50), 1e-12);
        assertEquals(1, Metric.FORM_DRIFT_INDEX.minimalDetectableChange(50));
        assertEquals(peakDeg, Metric.LUMBAR_FLEXION_PEAK.minimalDetectableChange(50));
        assertEquals(3, Metric.uncertaintyOfReading(3 * Math.sqrt(2)), 1e-12);
    }

    @Test
    void aTempoIsAskedOfTheFourPartsOfARepetition() {
        assertEquals(
                EnumSet.of(
                        Metric.ECCENTRIC_DURATION,
                        Metric.BOTTOM_DURATION,
                        Metric.CONCENTRIC_DURATION,
                        Metric.TOP_DURATION),
                those(Stream.of(Metric.values()).filter(Metric::isOfTempo)));
    }

    @Test
    void whatRestsOnHowThePersonStandsIsHowFarFromNeutralTheSpineIs() {
        assertEquals(
                EnumSet.of(
                        Metric.LUMBAR_FLEXION_PEAK,
                        Metric.PERCENT_OF_MAX_FLEXION,
                        Metric.LOCKOUT_EXTENSION,
                        Metric.DEEP_FLEXION_TIME,
                        Metric.FLEXION_DOSE),
                those(Stream.of(Metric.values()).filter(Metric::restsOnNeutral)));
    }

    @ParameterizedTest
    @CsvSource({
        "deadlift, TUCK, false",
        "squat, TUCK, true",
        "squat, HOLD_DURATION, false",
        "squat, TRUNK_EXTENSION_SPEED, true",
        "overhead_press, TRUNK_EXTENSION_SPEED, false",
        "overhead_press, LOCKOUT_EXTENSION, true",
        "side_plank, HOLD_SAG, true",
        "side_plank, CONCENTRIC_DURATION, false",
        "bird_dog, LUMBAR_FLEXION_PEAK, true"
    })
    void anExerciseMeasuresWhatThereIsOfIt(String exercise, Metric metric, boolean measured) {
        assertEquals(measured, RepetitionMeasurement.isMeasured(metric, of(exercise)));
    }

    @Test
    void whatWasPrescribedHoldsWhereItIsLowerThanEveryOtherLimit() {
        FormLimits limits =
                FormLimits.NONE.with(FormRule.FLEXION_DRIFT, new FlagLevels(4, 8, 12, "test", LimitOrigin.THERAPIST));
        assertTrue(FormLimits.NONE.isEmpty());
        assertFalse(limits.isEmpty());
        Metric drift = FormRule.FLEXION_DRIFT.metric();
        assertFalse(limits.prescribedHolds(drift), "nothing was");
        assertFalse(limits.prescribedHolds(FormRule.FLEXION_DRIFT));
        assertTrue(limits.prescribing(drift, 7).prescribedHolds(drift));
        assertTrue(limits.prescribing(drift, 7).prescribedHolds(FormRule.FLEXION_DRIFT));
        assertFalse(limits.prescribing(drift, 8).prescribedHolds(drift));
        assertFalse(limits.prescribing(drift, 8).prescribedHolds(FormRule.FLEXION_DRIFT));
        assertTrue(FormLimits.NONE.prescribing(drift, 8).prescribedHolds(FormRule.FLEXION_DRIFT));
        assertFalse(FormLimits.NONE.prescribing(drift, 8).isEmpty());
        assertEquals(
                7,
                limits.prescribing(drift, 7)
                        .prescribing(drift, 9)
                        .limitOf(drift)
                        .orElseThrow());
        assertTrue(limits.without(FormRule.FLEXION_DRIFT).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> limits.prescribing(drift, 0));
    }

    @Test
    void fewerApprovedRepetitionsThanAUsualNeedsAreRefusedWithBothNumbers() {
        FormBaseline.Approved one = new FormBaseline.Approved(Map.of(Metric.LUMBAR_FLEXION_PEAK.jsonName(), 30.0));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> FormBaseline.of(List.of(one)));
        assertTrue(refused.getMessage().endsWith("but has 1"), refused.getMessage());
    }

    private static Set<Metric> those(Stream<Metric> metrics) {
        return metrics.collect(Collectors.toCollection(() -> EnumSet.noneOf(Metric.class)));
    }
}
