package org.plumbline.core.repetition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.plumbline.core.repetition.PoseHistory.Channel;
import org.plumbline.core.spine.SpinePose;

class PoseHistoryTest {
    private final PoseHistory history = new PoseHistory();
    private final SpinePose pose = new SpinePose();

    @Test
    void positionsStayTheSameWhenOldPosesFallOut() {
        for (int tick = 0; tick < 20_000; tick++) {
            add(tick, 10);
            assertEquals(tick + 1, history.end());
            assertEquals(Math.max(0, tick - 8999), history.first());
        }
        assertEquals(150, history.timeS(15_000));
        assertEquals(10, history.value(Channel.PELVIS_TILT, 15_000), 1e-9);
    }

    @Test
    void aStepIsSmoothedWithoutOvershootToSpeakOf() {
        for (int tick = 0; tick < 100; tick++) {
            add(tick, tick < 50 ? 0 : 40);
        }
        assertEquals(0, history.value(Channel.PELVIS_TILT, 49), 1e-9);
        assertTrue(history.value(Channel.PELVIS_TILT, 51) < 20);
        for (int tick = 62; tick < 100; tick++) {
            assertEquals(40, history.value(Channel.PELVIS_TILT, tick), 2);
        }
        assertEquals(40, history.value(Channel.PELVIS_TILT, 99), 0.1);
    }

    @Test
    void whatWasBeforeAHoleIsNotSmearedIntoWhatComesAfter() {
        for (int tick = 0; tick < 100; tick++) {
            add(tick, tick < 40 ? 50 : tick < 60 ? Double.NaN : 5);
        }
        assertTrue(Double.isNaN(history.value(Channel.PELVIS_TILT, 50)));
        for (int tick = 60; tick < 100; tick++) {
            assertEquals(5, history.value(Channel.PELVIS_TILT, tick), 1e-9);
        }
    }

    @Test
    void aJumpOfTimeStartsAnew() {
        for (int tick = 0; tick < 50; tick++) {
            add(tick, 50);
        }
        assertFalse(history.startsAnew());
        add(1050, 5);
        assertTrue(history.startsAnew());
        assertEquals(50, history.first());
        assertEquals(5, history.value(Channel.PELVIS_TILT, 50), 1e-9);
        add(1051, 5);
        assertFalse(history.startsAnew());
    }

    @Test
    void theMovementDoesNotJumpWhenASensorGoes() {
        for (int tick = 0; tick < 300; tick++) {
            pose.timeMicros = tick * 10_000L;
            boolean pelvisGone = tick >= 100 && tick < 150;
            boolean trunkGone = tick >= 200 && tick < 250;
            pose.pelvisTiltDeg = pelvisGone ? Double.NaN : 40;
            pose.trunkInclinationDeg = trunkGone ? Double.NaN : 70;
            history.add(pose);
            assertEquals(55, history.value(Channel.MOVEMENT, tick), 1e-9);
            assertEquals(!pelvisGone && !trunkGone, history.isWhole(tick));
        }
    }

    @Test
    void thereIsNoSpeedWhileASensorIsGoneNorOverAJumpOfTime() {
        for (int tick = 0; tick < 300; tick++) {
            pose.timeMicros = (tick < 200 ? tick : tick + 500) * 10_000L;
            pose.pelvisTiltDeg = tick >= 100 && tick < 150 ? Double.NaN : tick < 200 ? 40 : 10;
            pose.trunkInclinationDeg = 0.2 * tick;
            pose.trunkLateralLeanDeg = 0;
            pose.trunkTurnDeg = tick < 200 ? 0 : 90;
            history.add(pose);
            boolean known = tick > 0 && (tick < 100 || tick > 150) && tick != 200;
            double speed = history.value(Channel.MOVEMENT_SPEED, tick);
            assertEquals(known ? 10 : Double.NaN, speed, 1e-6);
            boolean turned = tick > 0 && tick != 200;
            assertEquals(turned ? 20 : Double.NaN, history.value(Channel.TRUNK_ANGULAR_SPEED, tick), 1e-6);
        }
    }

    @Test
    void oneSensorAloneIsTheWholeMovement() {
        for (int tick = 0; tick < 50; tick++) {
            pose.timeMicros = tick * 10_000L;
            pose.trunkInclinationDeg = tick == 20 ? Double.NaN : 33;
            history.add(pose);
            assertEquals(tick != 20, history.isWhole(tick));
            assertEquals(tick == 20 ? Double.NaN : 33, history.value(Channel.MOVEMENT, tick), 1e-9);
        }
    }

    private void add(int tick, double angle) {
        pose.timeMicros = tick * 10_000L;
        pose.pelvisTiltDeg = angle;
        pose.trunkInclinationDeg = angle;
        history.add(pose);
    }
}
