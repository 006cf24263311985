package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.orientation.Quaternions;

/** Sensors that sit in several ways, as the rotation from their axes to forward, left and up of the body. */
class SensorToSegmentTest {
    private static final double TINY = 1e-9;

    static Stream<double[]> seats() {
        return Stream.of(
                Ticks.STRAIGHT,
                Ticks.ASKEW,
                Ticks.turn(Math.PI, 0, 0),
                Ticks.turn(0, Math.PI, 0),
                Ticks.turn(0, 0, Math.PI),
                Ticks.turn(-0.5, 0.3, 2.5));
    }

    private static SensorToSegment of(double[] seat) {
        return new SensorToSegment(Ticks.inSensor(seat, 0, 0, 1), Ticks.inSensor(seat, 0, 1, 0), 0.9);
    }

    private static double[] inSegment(SensorToSegment sensor, double[] direction) {
        double[] rotation = new double[4];
        sensor.copyTo(rotation);
        double[] turned = new double[3];
        Quaternions.rotate(rotation, direction, turned);
        return turned;
    }

    /** The vertical in the axes of a sensor whose wearer leans by so much. */
    private static double[] upWhenLeaning(double[] seat, double forwardDeg, double rightDeg) {
        double forward = Math.toRadians(forwardDeg);
        double right = Math.toRadians(rightDeg);
        return Ticks.inSensor(
                seat, -Math.sin(forward) * Math.cos(right), Math.sin(right), Math.cos(forward) * Math.cos(right));
    }

    @ParameterizedTest
    @MethodSource("seats")
    void forwardUpAndRightAreTheAxesOfTheSegment(double[] seat) {
        SensorToSegment sensor = of(seat);
        assertArrayEquals(new double[] {1, 0, 0}, inSegment(sensor, Ticks.inSensor(seat, 1, 0, 0)), TINY);
        assertArrayEquals(new double[] {0, 1, 0}, inSegment(sensor, Ticks.inSensor(seat, 0, 0, 1)), TINY);
        assertArrayEquals(new double[] {0, 0, 1}, inSegment(sensor, Ticks.inSensor(seat, 0, -1, 0)), TINY);
    }

    @ParameterizedTest
    @MethodSource("seats")
    void anAxisThatIsNotLevelIsLevelled(double[] seat) {
        double[] upward = Ticks.inSensor(seat, 0, 0.8, 0.6);
        SensorToSegment sensor = new SensorToSegment(Ticks.inSensor(seat, 0, 0, 1), upward, 0.9);
        assertArrayEquals(new double[] {0, 1, 0}, inSegment(sensor, Ticks.inSensor(seat, 0, 0, 1)), TINY);
        assertArrayEquals(new double[] {0, 0, 1}, inSegment(sensor, Ticks.inSensor(seat, 0, -1, 0)), TINY);
        assertArrayEquals(new double[] {0, 0.6, -0.8}, inSegment(sensor, upward), TINY);
    }

    @ParameterizedTest
    @MethodSource("seats")
    void theInclinationIsThatOfLeaningForward(double[] seat) {
        SensorToSegment sensor = of(seat);
        for (double forwardDeg : new double[] {-20, 0, 30, 95, 150}) {
            double[] up = upWhenLeaning(seat, forwardDeg, 25);
            assertEquals(forwardDeg, Math.toDegrees(sensor.sagittalInclination(up)), TINY);
        }
    }

    @ParameterizedTest
    @MethodSource("seats")
    void anotherVerticalLeavesTheBendingAxisWhereItWas(double[] seat) {
        double[] up = upWhenLeaning(seat, 12, 0);
        SensorToSegment standing = of(seat).standingAt(up);
        double[] vertical = new double[3];
        standing.upAtNeutral(vertical);
        assertArrayEquals(up, vertical, TINY);
        assertArrayEquals(new double[] {0, 0, 1}, inSegment(standing, Ticks.inSensor(seat, 0, -1, 0)), TINY);
        assertEquals(Math.toRadians(-12), standing.sagittalInclination(Ticks.inSensor(seat, 0, 0, 1)), TINY);
        assertEquals(0.9, standing.axisShare());
    }

    @Test
    void theVerticalAtNeutralIsTheOneItWasMadeOf() {
        double[] vertical = new double[3];
        of(Ticks.ASKEW).upAtNeutral(vertical);
        assertArrayEquals(Ticks.inSensor(Ticks.ASKEW, 0, 0, 1), vertical, TINY);
    }

    @Test
    void aVerticalAxisIsNoAxisOfBending() {
        double[] up = {0, 0.6, 0.8};
        String said = assertThrows(
                        IllegalArgumentException.class, () -> new SensorToSegment(up, new double[] {5e-7, 0.6, 0.8}, 1))
                .getMessage();
        assertTrue(said.contains("[0.0, 0.6, 0.8]") && said.contains("[5.0E-7, 0.6, 0.8]"), said);
        SensorToSegment sensor = new SensorToSegment(up, new double[] {2e-6, 0.6, 0.8}, 1);
        assertArrayEquals(new double[] {0, 0, -1}, inSegment(sensor, new double[] {1, 0, 0}), TINY);
    }

    @Test
    void aRotationIsTakenAsItIsAndBroughtToItsLength() {
        double[] rotation = {1.2, 0, -1.6, 0};
        SensorToSegment sensor = new SensorToSegment(rotation, 0.7);
        double[] copy = new double[4];
        sensor.copyTo(copy);
        assertArrayEquals(new double[] {0.6, 0, -0.8, 0}, copy, TINY);
        assertArrayEquals(new double[] {1.2, 0, -1.6, 0}, rotation);
        assertEquals(0.7, sensor.axisShare());
    }
}
