package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;
import org.plumbline.core.repetition.RepetitionTimes;
import org.plumbline.core.spine.SpinePose;

class RepetitionCurveTest {
    @Test
    void aCurveRunsEvenlyFromTheBeginToTheEndOfTheRepetition() {
        PoseHistory history = new PoseHistory();
        SpinePose pose = new SpinePose();
        for (int tick = 0; tick < 600; tick++) {
            pose.timeMicros = tick * 10_000L;
            pose.trunkInclinationDeg = 0.1 * tick;
            pose.pelvisTiltDeg = 0;
            history.add(pose);
        }
        double[] curve = RepetitionCurve.of(
                history, Channel.TRUNK_INCLINATION, new RepetitionTimes(1, 150, 300, 400, 501, 150, 150, 0, 100, 0));
        assertEquals(RepetitionCurve.POINTS, curve.length);
        double delayed = history.value(Channel.TRUNK_INCLINATION, 150);
        for (int i = 0; i < curve.length; i++) {
            assertEquals(delayed + 35 * i / 100.0, curve[i], 1e-5);
        }
        double[] flexion = RepetitionCurve.of(
                history, Channel.LUMBAR_FLEXION, new RepetitionTimes(1, 150, 300, 400, 501, 150, 150, 0, 100, 0));
        assertTrue(Double.isNaN(flexion[50]));
    }

    @Test
    void variabilityIsTheMeanSpreadAgainstThatOfTheReference() {
        // standard deviations of 2 and 5
        List<double[]> reference = List.of(flat(28), flat(30), flat(32));
        List<double[]> recent = List.of(flat(35), flat(30), flat(40));
        assertEquals(2, CurveVariability.spreadDeg(reference), 1e-9);
        assertEquals(2.5, CurveVariability.ratio(recent, reference), 1e-9);
        assertEquals(0.4, CurveVariability.ratio(reference, recent), 1e-9);
    }

    @Test
    void theSpreadIsAveragedOverThePoints() {
        double[] half = flat(30);
        Arrays.fill(half, 0, 50, 34);
        assertEquals(50 * Math.sqrt(8) / 101, CurveVariability.spreadDeg(List.of(half, flat(30))), 1e-9);
    }

    @Test
    void aReferenceOfTheSameCurveDoesNotMakeNoiseLookLikeChange() {
        List<double[]> reference = List.of(flat(30), flat(30), flat(30));
        assertEquals(1, CurveVariability.ratio(List.of(flat(30), flat(30.5), flat(31)), reference), 1e-9);
        assertEquals(2, CurveVariability.ratio(List.of(flat(28), flat(30), flat(32)), reference), 1e-9);
    }

    @Test
    void withOneCurveOrMissingPointsThereIsNoSpread() {
        assertTrue(Double.isNaN(CurveVariability.spreadDeg(List.of(flat(30)))));
        List<double[]> holed = new ArrayList<>(List.of(flat(30), flat(31), flat(Double.NaN)));
        assertTrue(Double.isNaN(CurveVariability.ratio(holed, List.of(flat(1), flat(2)))));
        assertTrue(Double.isNaN(CurveVariability.ratio(List.of(flat(1), flat(2)), holed)));
    }

    private static double[] flat(double value) {
        double[] curve = new double[RepetitionCurve.POINTS];
        Arrays.fill(curve, value);
        return curve;
    }
}
