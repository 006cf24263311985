package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiltingTimeTest {
    private final Ticks ticks = Ticks.ofTwo();
    private final TiltingTime upper = new TiltingTime(1);

    private void tilt(int steps, double lowerStepDeg, double upperStepDeg) {
        for (int i = 0; i <= steps; i++) {
            upper.accept(ticks.next(i * lowerStepDeg, i * upperStepDeg));
        }
    }

    @ParameterizedTest
    @CsvSource({"0.16, 0.5", "-0.16, 0.5", "1, 0.5", "0.14, 0", "0, 0"})
    void tiltingIsWhatIsFasterThanFifteenDegreesASecond(double stepDeg, double seconds) {
        tilt(50, 0, stepDeg);
        assertEquals(seconds, upper.seconds(), 1e-9);
    }

    @Test
    void onlyItsOwnSensorCounts() {
        tilt(50, 1, 0);
        assertEquals(0, upper.seconds());
        TiltingTime lower = new TiltingTime(0);
        lower.accept(ticks.next(0, 0));
        lower.accept(ticks.next(1, 0));
        assertEquals(0.01, lower.seconds(), 1e-9);
    }

    @Test
    void whereSomebodyBeginsIsNoMovement() {
        upper.accept(ticks.next(0, 80));
        assertEquals(0, upper.seconds());
    }

    @Test
    void turningOnTheSpotIsNoTilting() {
        for (int i = 0; i < 100; i++) {
            double[] facing = Ticks.turn(0, 0, 0.05 * i);
            upper.accept(ticks.nextOf(facing, facing));
        }
        assertEquals(0, upper.seconds());
    }

    @Test
    void isCountedAnewOnDemand() {
        tilt(50, 0, 0.5);
        upper.countAnew();
        assertEquals(0, upper.seconds());
        upper.accept(ticks.next(0, 24));
        assertEquals(0.01, upper.seconds(), 1e-9);
    }
}
