package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.Quaternions;

class FunctionalAxisTest {
    private static final double TINY = 1e-6;

    private final FunctionalAxis axis = new FunctionalAxis();
    private final double[] direction = new double[3];
    private final double[] orientation = {1, 0, 0, 0};

    private void bow(double[] seat, double forwardDeg) {
        double[] up = Ticks.inSensor(seat, 0, 0, 1);
        for (OrientationTick tick : new Ticks(seat).bow(1.5, forwardDeg)) {
            axis.add(tick.orientation[0], up);
        }
    }

    /** Turns at a steady rate about axes of the sensor itself, which looks up at first. */
    private void turn(double seconds, double... radPerS) {
        double[] step = Ticks.turn(radPerS[0] / 100, radPerS[1] / 100, radPerS[2] / 100);
        double[] up = {0, 0, 1};
        axis.add(orientation, up);
        for (int i = 0; i < Math.round(seconds * 100); i++) {
            Quaternions.multiply(orientation, step, orientation);
            axis.add(orientation, up);
        }
    }

    private static double[] across(double slant) {
        double[] seat = new double[4];
        Quaternions.multiply(Ticks.turn(0, 0, Math.PI / 2), Ticks.turn(slant, 0, 0), seat);
        return seat;
    }

    static Stream<double[]> seats() {
        double quarter = Math.PI / 2;
        return Stream.of(
                Ticks.STRAIGHT,
                Ticks.turn(0, 0, quarter),
                Ticks.turn(0, 0, -quarter),
                Ticks.turn(0, 0, Math.PI),
                Ticks.turn(quarter, 0, 0),
                Ticks.turn(-quarter, 0, 0),
                Ticks.turn(0, quarter, 0),
                Ticks.turn(0, -quarter, 0),
                across(0.8),
                across(2.4),
                Ticks.ASKEW);
    }

    @ParameterizedTest
    @MethodSource("seats")
    void whoeverBowsTurnsAboutTheirLeftHoweverTheSensorSits(double[] seat) {
        bow(seat, 80);
        assertEquals(1, axis.axis(direction), TINY);
        assertArrayEquals(Ticks.inSensor(seat, 0, 1, 0), direction, TINY);
    }

    @ParameterizedTest
    @MethodSource("seats")
    void whoeverLeansBackTurnsTheOtherWay(double[] seat) {
        bow(seat, -30);
        axis.axis(direction);
        assertArrayEquals(Ticks.inSensor(seat, 0, -1, 0), direction, TINY);
    }

    @Test
    void theSideToWhichSomebodyLeansLongestIsForward() {
        bow(Ticks.ASKEW, -30);
        bow(Ticks.ASKEW, 80);
        axis.axis(direction);
        assertArrayEquals(Ticks.inSensor(Ticks.ASKEW, 0, 1, 0), direction, TINY);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.8", "0.25, 0.941176", "0.8, 0.609756"})
    void theShareIsThatOfTheSquaredRates(double otherRate, double share) {
        turn(1, 0, 1, 0);
        turn(1, otherRate, 0, 0);
        assertEquals(share, axis.axis(direction), TINY);
        assertArrayEquals(new double[] {0, 1, 0}, direction, TINY);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0.16, true", "0.1, -0.1, 0.08, true", "0, 0.14, 0, false", "0.08, 0.08, -0.08, false"})
    void slowTurningIsNoMovement(double x, double y, double z, boolean moves) {
        turn(1, x, y, z);
        assertEquals(moves, axis.hasMovement());
    }

    @Test
    void slowTurningDoesNotBlurTheAxis() {
        turn(1, 0, 1, 0);
        turn(20, 0.14, 0, 0);
        assertEquals(1, axis.axis(direction), TINY);
    }

    @Test
    void whereItBeginsIsNoTurn() {
        axis.add(Ticks.turn(1, 0, 0), new double[] {0, 0, 1});
        assertFalse(axis.hasMovement());
    }

    @Test
    void whatTurnedDuringAnInterruptionIsNotSeen() {
        double[] up = {0, 0, 1};
        axis.add(Ticks.STRAIGHT, up);
        axis.interrupt();
        axis.add(Ticks.turn(1, 0, 0), up);
        assertFalse(axis.hasMovement());
        axis.add(Ticks.turn(1.01, 0, 0), up);
        assertTrue(axis.hasMovement());
    }

    @Test
    void turnsAreFromTickToTick() {
        for (int i = 0; i < 100; i++) {
            axis.add(Ticks.turn(0.0014 * i, 0, 0), new double[] {0, 0, 1});
        }
        assertFalse(axis.hasMovement(), "8° in all, but slowly");
    }
}
