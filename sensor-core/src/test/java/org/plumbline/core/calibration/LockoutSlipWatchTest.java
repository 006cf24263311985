package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Lockouts of repetitions, and the pauses of somebody of whom neutral is not well known: told from the first of them. */
class LockoutSlipWatchTest {
    private final Ticks ticks = Ticks.ofTwo();
    private final SlipWatch watch = new SlipWatch(ticks.calibration(CalibrationGrade.GOOD));

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
        SlipWatch poor = new SlipWatch(ticks.calibration(neutral));
        lean(poor, ticks, true, 0, 11);
        lean(poor, ticks, true, 0, 11);
        assertEquals(0, poor.slipDeg(), "it may have been neutral that was wrong");
        lean(poor, ticks, true, 0, 9);
        lean(poor, ticks, true, 0, 13.9);
        assertEquals(0, poor.slipDeg());
        lean(poor, ticks, true, 0, 0);
        assertEquals(9, poor.slipDeg(), 1e-6);
        lean(poor, ticks, false, 0, 0);
        assertEquals(1, poor.slippedSensor());
    }

    @ParameterizedTest
    @EnumSource(CalibrationGrade.class)
    void oneSensorIsWatchedWhereNeutralIsKnown(CalibrationGrade neutral) {
        Ticks alone = Ticks.ofOne();
        SlipWatch one = new SlipWatch(alone.calibration(neutral));
        boolean known = neutral == CalibrationGrade.GOOD || neutral == CalibrationGrade.FAIR;
        lean(one, alone, true, 4.9);
        assertEquals(0, one.slipDeg());
        lean(one, alone, true, 5.1);
        assertEquals(known ? 5.1 : 0, one.slipDeg(), 1e-6);
        lean(one, alone, true, -5.1);
        assertEquals(known ? 5.1 : 0, one.slipDeg(), 1e-6);
        assertEquals(-1, one.slippedSensor(), "to the other side");
        lean(one, alone, true, -5.1);
        assertEquals(known ? 0 : -1, one.slippedSensor());
    }

    @Test
    void lockoutsAreComparedWithTheFirstOfThem() {
        lean(watch, ticks, false, 0, 9.9);
        lean(watch, ticks, false, 0, 14.8);
        assertEquals(0, watch.slipDeg());
        lean(watch, ticks, false, 0, 15.1);
        assertEquals(5.2, watch.slipDeg(), 1e-6);
        lean(watch, ticks, false, 0, 15.1);
        assertEquals(1, watch.slippedSensor());
    }

    @Test
    void standingPausesAreComparedWithNeutralAlsoAfterALockout() {
        lean(watch, ticks, false, 0, 9);
        lean(watch, ticks, true, 0, 4);
        assertEquals(0, watch.slipDeg());
        lean(watch, ticks, true, 0, 9);
        assertEquals(9, watch.slipDeg(), 1e-6);
    }

    @Test
    void aLockoutFarFromNeutralIsNoReference() {
        lean(watch, ticks, false, 0, 10.1);
        assertEquals(10.1, watch.slipDeg(), 1e-6);
        lean(watch, ticks, false, 0, 10.1);
        assertEquals(1, watch.slippedSensor());
    }

    @ParameterizedTest
    @CsvSource({"11.9, 10.1", "12.1, 0"})
    void whoeverIsUprightIsNearNeutralWithOneSensorAtLeast(double lowerDeg, double slipDeg) {
        lean(watch, ticks, false, 9.9, 9.9);
        lean(watch, ticks, false, lowerDeg, 20);
        assertEquals(slipDeg, watch.slipDeg(), 1e-6);
    }

    @Test
    void aLockoutAfterALongPauseIsStillALockout() {
        lean(watch, ticks, true, 0, 0);
        lean(watch, ticks, false, 0, 9);
        assertEquals(0, watch.slipDeg());
    }
}
