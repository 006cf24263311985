package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.repetition.ExerciseProfile;

/** What compares a repetition with those before it, where some of them are not whole. */
class SetComparisonTest {
    private final SetForm form = new SetForm(FormLimits.defaultsFor(ExerciseProfile.DEADLIFT), CalibrationGrade.GOOD);

    @Test
    void oneCourseWithAHoleDoesNotEndTheComparisonOfCourses() {
        double[] holed = course(30);
        holed[40] = Double.NaN;
        judge(whole(), course(30));
        judge(whole(), holed);
        judge(whole(), course(31));
        judge(whole(), course(29));
        assertEquals(1, judge(whole(), course(30)).value(Metric.CURVE_VARIABILITY), 1e-9);
        RepetitionMetrics withHole = judge(whole(), holed);
        assertTrue(Double.isNaN(withHole.value(Metric.CURVE_VARIABILITY)));
        assertEquals("missing_samples", reason(withHole, Metric.CURVE_VARIABILITY));
        assertEquals(1, judge(whole(), course(30)).value(Metric.CURVE_VARIABILITY), 1e-9);
    }

    @Test
    void whatHasAReferenceButNoValueOfItsOwnCarriesTheReasonOfThat() {
        for (int i = 0; i < 4; i++) {
            judge(whole(), course(30));
        }
        RepetitionMetrics metrics = awaiting();
        metrics.notAssessed(Metric.LUMBAR_FLEXION_PEAK, NotAssessedReason.UNCERTAIN);
        metrics.notAssessed(Metric.SPARC_CONCENTRIC, NotAssessedReason.TOO_SHORT);
        metrics.notAssessed(Metric.START_ACCELERATION, NotAssessedReason.MISSING_SAMPLES);
        metrics.notAssessed(Metric.TRUNK_EXTENSION_SPEED, NotAssessedReason.MISSING_SAMPLES);
        metrics.notAssessed(Metric.TRUNK_INCLINATION_RANGE, NotAssessedReason.MISSING_SAMPLES);
        judge(metrics, course(30));
        assertEquals("uncertain", reason(metrics, Metric.FLEXION_DRIFT));
        assertEquals("uncertain", reason(metrics, Metric.CURVE_VARIABILITY));
        assertEquals("too_short", reason(metrics, Metric.SMOOTHNESS_LOSS));
        assertEquals("missing_samples", reason(metrics, Metric.YANK_INDEX));
        assertEquals("missing_samples", reason(metrics, Metric.TRUNK_SPEED_LOSS));
        assertEquals("missing_samples", reason(metrics, Metric.RANGE_LOSS));
    }

    @Test
    void withoutAReferenceThatIsTheReason() {
        RepetitionMetrics metrics = awaiting();
        metrics.notAssessed(Metric.LUMBAR_FLEXION_PEAK, NotAssessedReason.UNCERTAIN);
        judge(metrics, course(30));
        assertEquals("no_reference", reason(metrics, Metric.FLEXION_DRIFT));
        assertEquals("no_reference", reason(metrics, Metric.CURVE_VARIABILITY));
    }

    private RepetitionMetrics judge(RepetitionMetrics metrics, double[] course) {
        form.judge(metrics, course, 1, 2);
        return metrics;
    }

    private static RepetitionMetrics whole() {
        RepetitionMetrics metrics = awaiting();
        metrics.put(Metric.LUMBAR_FLEXION_PEAK, 30);
        metrics.put(Metric.SPARC_CONCENTRIC, -1.5);
        metrics.put(Metric.START_ACCELERATION, 200);
        metrics.put(Metric.TRUNK_EXTENSION_SPEED, 60);
        metrics.put(Metric.TRUNK_INCLINATION_RANGE, 50);
        return metrics;
    }

    /** As the measurement leaves what needs the other repetitions. */
    private static RepetitionMetrics awaiting() {
        RepetitionMetrics metrics = new RepetitionMetrics();
        for (Metric metric : new Metric[] {
            Metric.FLEXION_DRIFT,
            Metric.CURVE_VARIABILITY,
            Metric.RANGE_LOSS,
            Metric.TRUNK_SPEED_LOSS,
            Metric.SMOOTHNESS_LOSS,
            Metric.YANK_INDEX
        }) {
            metrics.notAssessed(metric, NotAssessedReason.NO_REFERENCE);
        }
        return metrics;
    }

    private static String reason(RepetitionMetrics metrics, Metric metric) {
        return metrics.notAssessedReasons().get(metric.jsonName());
    }

    private static double[] course(double deg) {
        double[] course = new double[RepetitionCurve.POINTS];
        Arrays.fill(course, deg);
        return course;
    }
}
