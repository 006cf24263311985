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
    private final LiveHoldWatch watch = new LiveHoldWatch(
            history,
            FormBasis.of(
                    FormLimits.defaultsFor(ExerciseProfile.ofName("side_plank").orElseThrow()), CalibrationGrade.GOOD),
            said::add);

    /** Holds for so long, sinking at that rate after the first two seconds. */
    private void hold(double seconds, double sinkingDegPerS) {
        SpinePose pose = new SpinePose();
        for (int i = 0; i < seconds * OrientationGrid.RATE_HZ; i++) {
            double afterS = Math.max(0, i / (double) OrientationGrid.RATE_HZ - 2);
            pose.timeMicros = history.end() * OrientationGrid.PERIOD_MICROS;
            pose.pelvisTiltDeg = 0;
            pose.trunkInclinationDeg = 0;
            pose.pelvisLateralLeanDeg = BEGUN_LEANING_DEG + sinkingDegPerS * afterS;
            pose.trunkLateralLeanDeg = BEGUN_LEANING_DEG;
            history.add(pose);
            if (i >= OrientationGrid.RATE_HZ) {
                watch.update(0, history.end() - 1);
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
        watch.update(-1, -1);
        long from = history.end();
        hold(3, 0);
        watch.update(from, from + OrientationGrid.RATE_HZ);
        watch.update(from, history.end() - 1);
        assertTrue(said.isEmpty(), said::toString);
    }
}
