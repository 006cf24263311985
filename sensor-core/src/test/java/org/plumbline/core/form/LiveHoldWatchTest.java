package org.plumbline.core.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.spine.SpinePose;

class LiveHoldWatchTest {
    private static final double BEGUN_LEANING_DEG = 72;

    private final PoseHistory history = new PoseHistory();
    private final List<FormFlag> said = new ArrayList<>();
    private boolean pelvisAlone;
    private final FormLimits usual =
            FormLimits.defaultsFor(ExerciseProfile.ofName("side_plank").orElseThrow());
    private LiveHoldWatch watch = watchFor(usual);

    private LiveHoldWatch watchFor(FormLimits limits) {
        return new LiveHoldWatch(history, FormBasis.of(limits, CalibrationGrade.GOOD), said::add);
    }

    private void hold(double seconds, double sinkingDegPerS) {
        hold(BEGUN_LEANING_DEG, seconds, sinkingDegPerS);
    }

    /** Holds for so long, sinking at that rate after the first two seconds. */
    private void hold(double leaningDeg, double seconds, double sinkingDegPerS) {
        SpinePose pose = new SpinePose();
        long from = history.end();
        for (int i = 0; i < seconds * OrientationGrid.RATE_HZ; i++) {
            double afterS = Math.max(0, i / (double) OrientationGrid.RATE_HZ - 2);
            pose.timeMicros = history.end() * OrientationGrid.PERIOD_MICROS;
            pose.pelvisTiltDeg = 0;
            pose.trunkInclinationDeg = 0;
            pose.pelvisLateralLeanDeg = leaningDeg + sinkingDegPerS * afterS;
            pose.trunkLateralLeanDeg = pelvisAlone ? Double.NaN : leaningDeg;
            history.add(pose);
            if (i >= OrientationGrid.RATE_HZ) {
                watch.update(from, from, history.end() - 1);
            }
        }
    }

    @Test
    void whoSinksHearsOfItOnceWhileTheyCanStillComeBack() {
        hold(8, 2);
        assertEquals(1, said.size(), said::toString);
        FormFlag flag = said.get(0);
        assertEquals(FlagName.TRUNK_DEVIATION, flag.flag());
        assertEquals(Metric.HOLD_SAG.jsonName(), flag.metric());
        assertEquals(2, flag.level());
        assertEquals(5, flag.timeS(), 0.3, "as the limit of 6° is passed, not as the hold is over");
    }

    @Test
    void whoHoldsHearsNothing() {
        hold(20, 0.1);
        assertTrue(said.isEmpty(), said::toString);
    }

    @Test
    void theNextHoldIsHeldAgainstItsOwnFirstSecond() {
        hold(6, 1);
        watch.update(-1, -1, -1);
        // in another posture, in which the filters of the history come to rest first
        hold(BEGUN_LEANING_DEG - 20, 1, 0);
        watch.update(-1, -1, -1);
        hold(BEGUN_LEANING_DEG - 20, 6, 0);
        assertTrue(said.isEmpty(), said::toString);
    }

    @Test
    void whatATherapistPrescribesIsSaidNearItAndBeyondIt() {
        watch = watchFor(usual.prescribing(Metric.HOLD_SAG, 5));
        hold(4.9, 2);
        assertTrue(said.stream().allMatch(flag -> flag.flag() == FlagName.REHAB_LIMIT), said::toString);
        assertEquals(List.of(1, 2), said.stream().map(FormFlag::level).toList());
        assertEquals(5, said.get(1).limit(), 1e-9);
    }

    @Test
    void whereOneOfTwoSensorsIsNotSeenNothingIsSaidThatTheHoldWouldNotHaveAfterwards() {
        pelvisAlone = true;
        hold(8, 2);
        assertTrue(said.isEmpty(), said::toString);
    }
}
