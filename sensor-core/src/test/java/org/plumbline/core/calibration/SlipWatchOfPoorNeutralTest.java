package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where neutral is not well known only lockouts and pauses of the set tell of a slip, and of one sensor nothing does. */
class SlipWatchOfPoorNeutralTest {
    private static void lean(SlipWatch watch, Ticks ticks, boolean still, double... leanDeg) {
        for (int i = 0; i < 50; i++) {
            watch.accept(still ? ticks.nextStill(leanDeg) : ticks.next(leanDeg));
        }
        double[] bent = leanDeg.clone();
        Arrays.fill(bent, 60);
        watch.accept(ticks.next(bent));
    }

    @ParameterizedTest
    @EnumSource(
            value = CalibrationGrade.class,
            names = {"POOR", "NONE"})
    void theFirstPauseNearNeutralIsTheReference(CalibrationGrade neutral) {
        Ticks ticks = Ticks.ofTwo();
        SlipWatch watch = new SlipWatch(ticks.calibration(neutral));
        lean(watch, ticks, true, 0, 11);
        lean(watch, ticks, true, 0, 11);
        assertEquals(0, watch.slipDeg(), "it may have been neutral that was wrong");
        lean(watch, ticks, true, 0, 9);
        lean(watch, ticks, true, 0, 13.9);
        assertEquals(0, watch.slipDeg());
        lean(watch, ticks, true, 0, 0);
        assertEquals(9, watch.slipDeg(), 1e-6);
        lean(watch, ticks, false, 0, 0);
        assertEquals(1, watch.slippedSensor());
    }

    @ParameterizedTest
    @EnumSource(CalibrationGrade.class)
    void oneSensorIsWatchedWhereNeutralIsKnown(CalibrationGrade neutral) {
        Ticks ticks = Ticks.ofOne();
        SlipWatch watch = new SlipWatch(ticks.calibration(neutral));
        boolean known = neutral == CalibrationGrade.GOOD || neutral == CalibrationGrade.FAIR;
        lean(watch, ticks, true, 4.9);
        assertEquals(0, watch.slipDeg());
        lean(watch, ticks, true, 5.1);
        assertEquals(known ? 5.1 : 0, watch.slipDeg(), 1e-6);
        lean(watch, ticks, true, -5.1);
        assertEquals(known ? 5.1 : 0, watch.slipDeg(), 1e-6);
        assertEquals(-1, watch.slippedSensor(), "to the other side");
        lean(watch, ticks, true, -5.1);
        assertEquals(known ? 0 : -1, watch.slippedSensor());
    }
}
