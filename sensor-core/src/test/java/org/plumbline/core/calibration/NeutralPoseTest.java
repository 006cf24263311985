package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.orientation.OrientationTick;

class NeutralPoseTest {
    private static final double TINY = 1e-9;
    private static final List<SensorPlacement> TRUNK = List.of(SensorPlacement.PELVIS, SensorPlacement.THORAX);

    private final NeutralPose pose = new NeutralPose(2);

    /** Somebody who sways to and fro, by so much. */
    private void sway(Ticks ticks, double lowerDeg, double upperDeg) {
        for (int i = 0; i < 50; i++) {
            pose.add(ticks.next(lowerDeg, upperDeg));
            pose.add(ticks.next(-lowerDeg, -upperDeg));
        }
    }

    private static void expectUp(double forwardDeg, NeutralPose pose, int sensor) {
        double[] up = new double[3];
        pose.upOf(sensor, up);
        double lean = Math.toRadians(forwardDeg);
        assertArrayEquals(new double[] {-Math.sin(lean), 0, Math.cos(lean)}, up, TINY);
    }

    private static void expectRelativeHeading(double degrees, NeutralPose pose) {
        double[] relative = new double[4];
        pose.relativeTo(relative);
        double half = Math.toRadians(degrees) / 2;
        double sign = relative[0] < 0 ? -1 : 1;
        assertArrayEquals(new double[] {sign * Math.cos(half), 0, 0, sign * Math.sin(half)}, relative, TINY);
    }

    @Test
    void itsVerticalIsTheMeanOfTheTicks() {
        Ticks ticks = Ticks.ofTwo();
        pose.add(ticks.next(10, -30));
        pose.add(ticks.next(20, -10));
        expectUp(15, pose, 0);
        expectUp(-20, pose, 1);
    }

    @Test
    void itLastsFromTheFirstTickToTheLast() {
        Ticks ticks = Ticks.ofTwo();
        assertTrue(pose.isEmpty());
        assertEquals(0, pose.durationS());
        ticks.skip(3);
        ticks.stand(1.51, 0, 0).forEach(pose::add);
        assertFalse(pose.isEmpty());
        assertEquals(151, pose.ticks());
        assertEquals(3_000_000, pose.fromMicros());
        assertEquals(4_500_000, pose.toMicros());
        assertEquals(1.5, pose.durationS(), TINY);
    }

    @Test
    void onceClearedItBeginsAnew() {
        Ticks ticks = Ticks.ofTwo().heading(1, 90);
        ticks.stand(1, 50, 40).forEach(pose::add);
        pose.clear();
        assertTrue(pose.isEmpty());
        assertEquals(0, pose.durationS());
        ticks.heading(1, 30);
        ticks.stand(1, 0, 0).forEach(pose::add);
        expectUp(0, pose, 0);
        expectUp(0, pose, 1);
        expectRelativeHeading(30, pose);
        assertEquals(1_000_000, pose.fromMicros());
        assertEquals(100, pose.ticks());
    }

    @Test
    void aCopyHasAllOfItAndStaysAsItIs() {
        Ticks ticks = Ticks.ofTwo().heading(1, 30);
        ticks.skip(1);
        ticks.stand(1, 0, 0).forEach(pose::add);
        NeutralPose copy = new NeutralPose(2);
        copy.set(pose);
        ticks.heading(1, 120).stand(2, 20, 30).forEach(pose::add);
        assertEquals(100, copy.ticks());
        assertEquals(1_000_000, copy.fromMicros());
        assertEquals(1_990_000, copy.toMicros());
        expectUp(0, copy, 0);
        expectUp(0, copy, 1);
        expectRelativeHeading(30, copy);
    }

    @Test
    void itsHeadingIsThatOfTheUpperSensorInTheLowerOnes() {
        Ticks ticks = Ticks.ofTwo().heading(0, 70);
        pose.add(ticks.heading(1, 100).next(0, 0));
        pose.add(ticks.heading(1, 120).next(0, 0));
        expectRelativeHeading(40, pose);
    }

    @Test
    void anOrientationWithTheOtherSignIsTheSameOne() {
        Ticks ticks = Ticks.ofTwo();
        pose.add(ticks.heading(1, 30).next(0, 0));
        OrientationTick other = ticks.heading(1, 50).next(0, 0);
        for (int i = 0; i < 4; i++) {
            other.orientation[1][i] *= -1;
        }
        pose.add(other);
        expectRelativeHeading(40, pose);
    }

    @Test
    void soItIsHoweverTheTwoSensorsAreTurnedAgainstEachOther() {
        for (int axis = 0; axis < 3; axis++) {
            double[] halfTurn = new double[3];
            halfTurn[axis] = Math.PI;
            Ticks ticks = new Ticks(Ticks.STRAIGHT, Ticks.turn(halfTurn[0], halfTurn[1], halfTurn[2]));
            pose.clear();
            OrientationTick tick = ticks.next(0, 0);
            pose.add(tick);
            double[] expected = new double[4];
            pose.relativeTo(expected);
            for (int i = 0; i < 4; i++) {
                tick.orientation[1][i] *= -1;
            }
            pose.add(tick);
            double[] relative = new double[4];
            pose.relativeTo(relative);
            assertArrayEquals(expected, relative, TINY);
        }
    }

    @Test
    void withOneSensorThereIsNoHeading() {
        NeutralPose one = new NeutralPose(1);
        one.add(Ticks.ofOne().next(10));
        expectRelativeHeading(0, one);
        expectUp(10, one, 0);
        assertEquals(0, one.spreadDeg(0), 1e-5);
        assertSame(CalibrationPart.GOOD, one.part(List.of(SensorPlacement.THORAX)));
    }

    @Test
    void itsSpreadIsTheSwayOfEachSensor() {
        sway(new Ticks(Ticks.ASKEW, Ticks.STRAIGHT), 0.5, 1.5);
        assertEquals(0.5, pose.spreadDeg(0), 1e-4);
        assertEquals(1.5, pose.spreadDeg(1), 1e-3);
    }

    @ParameterizedTest
    @CsvSource({"0.79, GOOD", "0.81, FAIR", "1.99, FAIR", "2.01, POOR"})
    void itIsAsGoodAsTheSensorThatSwayedMost(double swayDeg, CalibrationGrade grade) {
        sway(Ticks.ofTwo(), 0.1, swayDeg);
        assertEquals(grade, pose.part(TRUNK).grade());
        pose.clear();
        sway(Ticks.ofTwo(), swayDeg, 0.1);
        assertEquals(grade, pose.part(TRUNK).grade());
    }

    @ParameterizedTest
    @CsvSource({"3, 1, the sensor pelvis moved by 3.0°", "1, 2.5, the sensor thorax moved by 2.5°"})
    void itNamesTheSensorThatMoved(double lowerDeg, double upperDeg, String expected) {
        sway(Ticks.ofTwo(), lowerDeg, upperDeg);
        String reason = pose.part(TRUNK).reason();
        assertNotNull(reason);
        assertTrue(reason.contains(expected), reason);
    }
}
