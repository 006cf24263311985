package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.RepetitionTimes;
import org.plumbline.core.spine.SpinePose;

/** The course of what a hold is judged by. */
class HoldSagCurveTest {
    private static final int RATE = OrientationGrid.RATE_HZ;

    private PoseHistory history = new PoseHistory();

    private interface Posture {
        void take(SpinePose pose, double heldS);
    }

    /** Two seconds there, so many held, two back. */
    private RepetitionTimes held(int seconds, Posture posture) {
        history = new PoseHistory(seconds + 10);
        SpinePose pose = new SpinePose();
        long end = (seconds + 4L) * RATE;
        for (int i = 0; i < end; i++) {
            pose.timeMicros = (long) i * OrientationGrid.PERIOD_MICROS;
            pose.trunkInclinationDeg = 10;
            pose.pelvisTiltDeg = 8;
            pose.trunkLateralLeanDeg = 75;
            pose.pelvisLateralLeanDeg = 70;
            posture.take(pose, i / (double) RATE - 2);
            history.add(pose);
        }
        return new RepetitionTimes(
                1, 0, 0, 2 * RATE, end, (seconds + 2L) * RATE, 2 * RATE, 0, 2 * RATE, (long) seconds * RATE);
    }

    private RepetitionMetrics metrics(RepetitionTimes times, SensorView view) {
        return new RepetitionMeasurement(history)
                .measure(
                        times,
                        new MeasurementContext(
                                view, CalibrationGrade.GOOD, CalibrationGrade.GOOD, 50, Double.NaN, true, true));
    }

    private static double most(double[] course) {
        return Arrays.stream(course).filter(Double::isFinite).max().orElse(Double.NaN);
    }

    @ParameterizedTest
    @CsvSource({"TRUNK_AND_PELVIS, 20", "TRUNK_ONLY, 20", "PELVIS_ONLY, 20", "TRUNK_AND_PELVIS, 600"})
    void aSagOfASecondIsInTheCourseAsItIsJudgedHoweverLongTheHold(SensorView view, int seconds) {
        RepetitionTimes times = held(seconds, (pose, heldS) -> {
            if (heldS > 14 && heldS < 15) {
                pose.trunkLateralLeanDeg -= 9;
                pose.pelvisLateralLeanDeg -= 5;
            }
        });
        RepetitionMetrics metrics = metrics(times, view);
        double[] course = HoldSagCurve.of(history, view, times, metrics);
        assertTrue(metrics.value(Metric.HOLD_SAG) > (view == SensorView.PELVIS_ONLY ? 4.5 : 8));
        assertEquals(metrics.value(Metric.HOLD_SAG), most(course), 1e-9);
        int at = 100 * 15 / seconds;
        assertTrue(Double.isFinite(course[at]) && course[100] < 0.5, "it came back: " + Arrays.toString(course));
    }

    @Test
    void whatIsBeforeTheFirstSecondIsOverIsNotJudged() {
        RepetitionTimes times = held(20, (pose, heldS) -> pose.trunkInclinationDeg += heldS < 0.2 ? 12 : 0);
        double[] course = HoldSagCurve.of(history, SensorView.TRUNK_ONLY, times, metrics(times, SensorView.TRUNK_ONLY));
        assertTrue(Double.isNaN(course[0]) && Double.isNaN(course[4]), Arrays.toString(course));
        assertTrue(most(course) < 4, Arrays.toString(course));
    }

    @Test
    void aHoldThatWasHardlySeenHasNoCourse() {
        RepetitionTimes times = held(
                20, (pose, heldS) -> pose.trunkLateralLeanDeg = pose.trunkInclinationDeg = heldS > 3 ? Double.NaN : 10);
        double[] course = HoldSagCurve.of(history, SensorView.TRUNK_ONLY, times, metrics(times, SensorView.TRUNK_ONLY));
        assertEquals(101, course.length);
        assertTrue(Double.isNaN(most(course)), Arrays.toString(course));
    }
}
