package org.plumbline.core.repetition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.plumbline.core.spine.SpinePose;

/** A body that stands, goes down by half a metre from 2 to 3.5 s, and up again from 4 to 5.2 s. */
class BodyRiseTest {
    private static final int LEFT_TOP = 215;

    private double biasMs2;
    private double depthM = 0.5;
    private int missingFrom = Integer.MAX_VALUE;
    private BodyRise body;

    @Test
    void aBodyRisesFromTheMomentItIsSeenToGoUp() {
        assertEquals(410, firstRising(), 8);
        assertTrue(risingAt(420));
        assertEquals(403, body.lastBefore(420), 6);
    }

    @Test
    void itDoesNotRiseWhileItIsStoppedOnTheWayDown() {
        for (int tick = LEFT_TOP; tick < 395; tick++) {
            assertFalse(risingAt(tick), "at " + tick);
        }
    }

    @Test
    void itMayStillGoDownUntilItStands() {
        risingAt(300);
        assertTrue(body.isLowering(300));
        risingAt(430);
        assertFalse(body.isLowering(430));
    }

    @Test
    void theBiasOfAnAccelerometerIsTakenOutWhileStanding() {
        biasMs2 = 0.3;
        assertEquals(410, firstRising(), 15);
        biasMs2 = -0.3;
        assertEquals(410, firstRising(), 15);
    }

    @Test
    void aBodyThatHardlyGoesDownIsNotTold() {
        depthM = 0.05;
        assertEquals(Integer.MAX_VALUE, firstRising());
    }

    @Test
    void withoutTheForceNothingIsTold() {
        missingFrom = 300;
        assertEquals(Integer.MAX_VALUE, firstRising());
    }

    private int firstRising() {
        for (int tick = LEFT_TOP; tick < 520; tick++) {
            if (risingAt(tick)) {
                return tick;
            }
        }
        return Integer.MAX_VALUE;
    }

    private boolean risingAt(int lastTick) {
        PoseHistory history = new PoseHistory();
        body = new BodyRise(history);
        SpinePose pose = new SpinePose();
        for (int tick = 0; tick <= lastTick; tick++) {
            double time = tick / 100.0;
            pose.timeMicros = tick * 10_000L;
            pose.still = time < 2;
            double acceleration = -course(time, 2, 3.5) + course(time, 4, 5.2);
            boolean missing = tick >= missingFrom && tick < missingFrom + 10;
            pose.verticalForceMs2 = missing ? Double.NaN : 9.81 + biasMs2 + acceleration;
            history.add(pose);
            if (tick <= LEFT_TOP) {
                body.stand(tick);
            }
            body.update(tick);
        }
        return body.isRising(lastTick);
    }

    /** Acceleration of a way of the depth without a jerk at its ends, m/s². */
    private double course(double time, double from, double to) {
        double share = (time - from) / (to - from);
        if (share <= 0 || share >= 1) {
            return 0;
        }
        double duration = to - from;
        return depthM * 60 * share * (1 - share) * (1 - 2 * share) / (duration * duration);
    }
}
