package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.repetition.ExerciseProfile;

/** A set after a rest knows nothing of the one before. */
class NewSetTest {
    private static final double[] NO_COURSE = {};

    private SetForm form = new SetForm(
            FormLimits.defaultsFor(ExerciseProfile.DEADLIFT).prescribing(Metric.TRUNK_INCLINATION_PEAK, 60),
            CalibrationGrade.GOOD);

    @Test
    void aCautionBeforeTheRestAndOneAfterAreNotTwoRunning() {
        assertEquals(2, level(judge(Metric.FLEXION_GAIN_LOADED, 7), FlagName.ROUNDING_UNDER_LOAD));
        form.beginSet();
        assertEquals(2, level(judge(Metric.FLEXION_GAIN_LOADED, 7), FlagName.ROUNDING_UNDER_LOAD));
        assertEquals(2, level(judge(Metric.TRUNK_INCLINATION_PEAK, 61), FlagName.REHAB_LIMIT));
        form.beginSet();
        assertEquals(2, level(judge(Metric.TRUNK_INCLINATION_PEAK, 61), FlagName.REHAB_LIMIT));
        assertEquals(3, level(judge(Metric.TRUNK_INCLINATION_PEAK, 61), FlagName.REHAB_LIMIT), "within one set");
    }

    @Test
    void aHeavierSetIsNotSlowerThanTheWarmUpBeforeIt() {
        for (int i = 0; i < 4; i++) {
            judge(Metric.TRUNK_EXTENSION_SPEED, 80);
        }
        form.beginSet();
        assertTrue(Double.isNaN(form.fastestDegPerS()));
        assertEquals(List.of(), judge(Metric.TRUNK_EXTENSION_SPEED, 50));
        assertEquals(50, form.fastestDegPerS());
    }

    @Test
    void aStartIsHeldAgainstTheStartsOfItsOwnSet() {
        for (int i = 0; i < 3; i++) {
            judge(Metric.START_ACCELERATION, 100);
        }
        form.beginSet();
        assertEquals(List.of(), judge(Metric.START_ACCELERATION, 200));
    }

    @Test
    void coursesAreComparedWithThoseOfTheirOwnSet() {
        for (double deg : new double[] {30, 31, 29}) {
            judge(course(deg));
        }
        form.beginSet();
        for (double deg : new double[] {40, 44, 36}) {
            assertTrue(Double.isNaN(judge(course(deg)).value(Metric.CURVE_VARIABILITY)), "no reference yet");
        }
        assertEquals(1, judge(course(40)).value(Metric.CURVE_VARIABILITY), 1e-9);
    }

    @Test
    void repetitionsWithoutACourseAreNoReferenceForThoseWithOne() {
        for (int i = 0; i < 3; i++) {
            judge(NO_COURSE);
        }
        for (double deg : new double[] {40, 44, 36}) {
            assertTrue(Double.isNaN(judge(course(deg)).value(Metric.CURVE_VARIABILITY)));
        }
        assertEquals(1, judge(course(40)).value(Metric.CURVE_VARIABILITY), 1e-9);
    }

    @Test
    void fatigueBeginsAnew() {
        for (double twistDeg : new double[] {2, 2, 2, 8, 8}) {
            judge(Metric.AXIAL_ROTATION_RANGE, twistDeg);
        }
        assertEquals(4, form.fatigue().formLeavesUsualFrom());
        form.beginSet();
        FatigueSummary fresh = form.fatigue();
        assertNull(fresh.formDriftIndex());
        assertNull(fresh.formLeavesUsualFrom());
        assertEquals(List.of(), fresh.trends());
        for (double twistDeg : new double[] {2, 2, 2, 8, 8}) {
            judge(Metric.AXIAL_ROTATION_RANGE, twistDeg);
        }
        assertEquals(4, form.fatigue().formLeavesUsualFrom());
        assertEquals(5, form.fatigue().trends().get(0).repetitions());
    }

    @Test
    void whereFormLeavesTheUsualIsCountedThroughAllSetsOnDemand() {
        for (double twistDeg : new double[] {2, 2, 2, 8, 8}) {
            judge(Metric.AXIAL_ROTATION_RANGE, twistDeg);
        }
        FatigueSummary summary = form.fatigue().after(10);
        assertEquals(14, summary.formLeavesUsualFrom());
        assertEquals(form.fatigue().trends(), summary.trends());
        form.beginSet();
        assertNull(form.fatigue().after(10).formLeavesUsualFrom());
    }

    private List<FormFlag> judge(Metric metric, double value) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(metric, value);
        return form.judge(metrics, 1, 2);
    }

    private RepetitionMetrics judge(double[] course) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        metrics.put(Metric.LUMBAR_FLEXION_PEAK, 30);
        form.judge(metrics, course, 1, 2);
        return metrics;
    }

    private static double[] course(double deg) {
        double[] course = new double[RepetitionCurve.POINTS];
        Arrays.fill(course, deg);
        return course;
    }

    private static int level(List<FormFlag> flags, FlagName name) {
        return flags.stream()
                .filter(flag -> flag.flag() == name)
                .mapToInt(FormFlag::level)
                .findFirst()
                .orElse(0);
    }
}
