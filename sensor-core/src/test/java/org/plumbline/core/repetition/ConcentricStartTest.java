package org.plumbline.core.repetition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.plumbline.core.spine.SpinePose;

class ConcentricStartTest {
    @Test
    void barBreakIsWhereTheFirstPartOfTheTrunkLeavesTheBottom() {
        assertEquals(100, found(100, 140), 6);
        assertEquals(110, found(150, 110), 6);
        assertEquals(140, found(140, 140), 6);
    }

    @Test
    void aSensorThatIsMissingDecidesNothing() {
        assertEquals(140, found(Integer.MAX_VALUE, 140), 6);
    }

    /** The pelvis rises from one tick on and the thorax from another; NaN where the tick is never. */
    private static long found(int pelvisTick, int trunkTick) {
        PoseHistory history = new PoseHistory();
        SpinePose pose = new SpinePose();
        for (int tick = 0; tick < 200; tick++) {
            pose.timeMicros = tick * 10_000L;
            pose.pelvisTiltDeg =
                    pelvisTick == Integer.MAX_VALUE ? Double.NaN : 40 - 0.5 * Math.max(0, tick - pelvisTick);
            pose.trunkInclinationDeg = 70 - 0.5 * Math.max(0, tick - trunkTick);
            pose.lumbarFlexionDeg = pose.trunkInclinationDeg - pose.pelvisTiltDeg;
            history.add(pose);
        }
        return ConcentricStart.find(
                history, Math.max(pelvisTick == Integer.MAX_VALUE ? 0 : pelvisTick, trunkTick) + 5L);
    }
}
