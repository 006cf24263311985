package org.plumbline.core.repetition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @Test
    void everyChannelKeepsWhatItsPoseSays() {
        pose.pelvisTiltDeg = 1;
        pose.lumbarFlexionDeg = 2;
        pose.lateralBendDeg = 3;
        pose.axialRotationDeg = 4;
        pose.trunkInclinationDeg = 5;
        pose.lumbarFlexionSigmaDeg = 6;
        pose.lateralBendSigmaDeg = 7;
        pose.axialRotationSigmaDeg = 8;
        pose.pelvisLateralLeanDeg = 9;
        pose.trunkLateralLeanDeg = 10;
        pose.trunkTurnDeg = 11;
        pose.verticalForceMs2 = 9.81;
        for (int tick = 0; tick < 100; tick++) {
            pose.timeMicros = tick * 10_000L;
            history.add(pose);
        }
        Map<Channel, Double> said = new EnumMap<>(Channel.class);
        said.put(Channel.PELVIS_TILT, 1.0);
        said.put(Channel.LUMBAR_FLEXION, 2.0);
        said.put(Channel.LIVE_FLEXION, 2.0);
        said.put(Channel.LATERAL_BEND, 3.0);
        said.put(Channel.LIVE_BEND, 3.0);
        said.put(Channel.AXIAL_ROTATION, 4.0);
        said.put(Channel.LIVE_ROTATION, 4.0);
        said.put(Channel.TRUNK_INCLINATION, 5.0);
        said.put(Channel.LUMBAR_FLEXION_SIGMA, 6.0);
        said.put(Channel.LATERAL_BEND_SIGMA, 7.0);
        said.put(Channel.AXIAL_ROTATION_SIGMA, 8.0);
        said.put(Channel.PELVIS_LATERAL_LEAN, 9.0);
        said.put(Channel.TRUNK_LATERAL_LEAN, 10.0);
        said.put(Channel.TRUNK_TURN, 11.0);
        said.put(Channel.VERTICAL_FORCE, 9.81);
        said.put(Channel.MOVEMENT, 3.0);
        said.put(Channel.MOVEMENT_SPEED, 0.0);
        said.put(Channel.TRUNK_ANGULAR_SPEED, 0.0);
        Set<Channel> left = EnumSet.complementOf(EnumSet.copyOf(said.keySet()));
        assertEquals(EnumSet.of(Channel.DROP, Channel.UPWARD_SPEED, Channel.WALKING), left, "these are worked out");
        said.forEach((channel, value) ->
                assertEquals(value, history.value(channel, 99), 1e-4, () -> channel + " of the newest pose"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {170, -170, 530})
    void aTurnBeyondHalfATurnGoesOnWhereItWas(double fromDeg) {
        for (int tick = 0; tick < 400; tick++) {
            pose.timeMicros = tick * 10_000L;
            pose.trunkTurnDeg = Math.IEEEremainder(fromDeg + Math.signum(fromDeg) * 0.1 * tick, 360);
            if (tick >= 150 && tick < 160) {
                pose.trunkTurnDeg = Double.NaN;
            }
            history.add(pose);
        }
        double turnedDeg = history.value(Channel.TRUNK_TURN, 399) - history.value(Channel.TRUNK_TURN, 40);
        assertEquals(Math.signum(fromDeg) * 35.9, turnedDeg, 0.1, "and a hole in it changes nothing");
        assertTrue(Double.isNaN(history.value(Channel.TRUNK_TURN, 155)));
    }

    @Test
    void onlyWhatIsNotHeardForHalfASecondIsSilent() {
        for (int tick = 0; tick < 400; tick++) {
            boolean late = tick >= 50 && tick < 100;
            boolean silent = (tick >= 150 && tick < 201) || (tick >= 250 && tick < 350);
            add(tick, late || silent ? Double.NaN : 30);
        }
        assertEquals(151, history.silentTicks(0, 400));
        assertEquals(0, history.silentTicks(0, 150), "half a second is just late");
        assertEquals(51, history.silentTicks(0, 240));
        assertEquals(60, history.silentTicks(290, 360), "of what lies in the stretch");
        assertEquals(0, history.silentTicks(300, 350), "half a second of it");
        assertEquals(51, history.silentTicks(299, 350));
        assertEquals(100, history.silentTicks(250, 9_000), "no further than what there is");
    }

    @Test
    void ofOneSensorAtThePelvisItsOwnTurnIsTheSpeed() {
        for (int tick = 0; tick < 50; tick++) {
            pose.timeMicros = tick * 10_000L;
            pose.pelvisTiltDeg = 0.3 * tick;
            pose.trunkInclinationDeg = Double.NaN;
            pose.trunkLateralLeanDeg = 0;
            pose.trunkTurnDeg = 0;
            history.add(pose);
        }
        assertEquals(30, history.value(Channel.TRUNK_ANGULAR_SPEED, 49), 1e-3);
        assertEquals(30, history.value(Channel.MOVEMENT_SPEED, 49), 1e-3);
        for (int tick = 50; tick < 100; tick++) {
            pose.timeMicros = tick * 10_000L;
            pose.trunkInclinationDeg = 0.1 * tick;
            history.add(pose);
        }
        assertEquals(
                10, history.value(Channel.TRUNK_ANGULAR_SPEED, 99), 1e-3, "with one at the trunk it is that one's");
    }

    private void add(int tick, double angle) {
        pose.timeMicros = tick * 10_000L;
        pose.pelvisTiltDeg = angle;
        pose.trunkInclinationDeg = angle;
        history.add(pose);
    }
}
