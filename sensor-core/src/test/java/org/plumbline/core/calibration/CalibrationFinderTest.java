package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.calibration.CalibrationFinder.Stage;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.orientation.OrientationTick;

/** A stream in which nothing is marked: standing, bows and what comes then. */
class CalibrationFinderTest {
    private static final List<SensorPlacement> TRUNK = List.of(SensorPlacement.PELVIS, SensorPlacement.THORAX);

    private final Ticks ticks = Ticks.ofTwo();
    private final CalibrationFinder finder = new CalibrationFinder(TRUNK, 60, CalibrationPlan.unmarked(), null);
    private int taken;

    private void take(List<OrientationTick> next) {
        for (OrientationTick tick : next) {
            if (finder.calibration() == null) {
                finder.accept(tick);
                taken++;
            }
        }
    }

    private void bow(double lowerDeg, double upperDeg) {
        take(ticks.bow(1.5, lowerDeg, upperDeg));
    }

    private Calibration found() {
        Calibration found = finder.calibration();
        assertNotNull(found);
        assertEquals(Stage.DONE, finder.stage());
        return found;
    }

    @Test
    void thePersonStandsThenBowsThenLifts() {
        assertEquals(Stage.STAND_STILL, finder.stage());
        take(ticks.stand(1, 0, 0));
        assertEquals(Stage.STAND_STILL, finder.stage());
        take(ticks.stand(1, 0, 0));
        assertEquals(Stage.BOW, finder.stage());
        bow(40, 95);
        bow(40, 95);
        bow(40, 95);
        assertEquals(Stage.BOW, finder.stage());
        assertNull(finder.calibration());
        take(ticks.stand(2, 0, 0));
        Calibration found = found();
        assertEquals(1151, taken, "half a second after the bows");
        assertEquals(11_500_000, found.setStartMicros());
        assertEquals(55, found.maxFlexionDeg(), 1e-6);
        assertEquals(CalibrationPart.GOOD, found.report().axis());
        assertEquals(1_990_000, found.report().madeMicros());
        assertEquals(List.of(), found.messages());
        assertFalse(finder.bowsFoundInData(), "deeper than any lift");
    }

    @Test
    void bowsThatCouldHaveBeenLiftsCanBeTakenAsTheSet() {
        take(ticks.stand(2, 0, 0));
        bow(45, 77);
        bow(45, 77);
        take(ticks.stand(2, 0, 0));
        assertEquals(8_500_000, found().setStartMicros());
        assertTrue(finder.bowsFoundInData());
        Calibration asSet = finder.takeBowsAsSet();
        assertEquals(asSet, finder.calibration());
        assertFalse(finder.bowsFoundInData());
        long firstLean = 2_480_000;
        assertEquals(firstLean - 1_500_000, asSet.setStartMicros());
        assertTrue(asSet.messages().get(0).startsWith("No slow bows were found"));
    }

    @Test
    void whatWasLiftedBeforeAPauseIsNotLost() {
        take(ticks.stand(2, 0, 0));
        for (int i = 0; i < 6; i++) {
            bow(45, 77);
            take(ticks.stand(2, 0, 0));
        }
        Calibration found = found();
        assertEquals(980_000, found.setStartMicros(), "a second and a half before the first lean is seen");
        assertTrue(found.report().madeMicros() > 25_000_000, "while neutral is of the last pause");
        assertTrue(found.messages().get(0).startsWith("No slow bows were found"));
    }

    @Test
    void theLiftAfterBowsWithPausesBelongsToTheSet() {
        take(ticks.stand(2, 0, 0));
        bow(40, 95);
        take(ticks.stand(2, 0, 0));
        bow(45, 77);
        long endOfBow = 4_790_000;
        assertEquals(endOfBow + 500_000, found().setStartMicros());
        assertEquals(1_990_000, found().report().madeMicros(), "neutral is from before the bow");
        assertFalse(finder.bowsFoundInData());
        assertEquals(55, found().maxFlexionDeg(), 1e-6);
    }

    @Test
    void whoeverNeverStandsIsCalibratedFromTwelveSecondsOfMovement() {
        for (int i = 0; i < 4; i++) {
            bow(45, 77);
        }
        assertNull(finder.calibration(), "12.00 s but for the first tick");
        bow(45, 77);
        Calibration found = found();
        assertEquals(1202, taken, 1);
        assertEquals(CalibrationPlan.UNKNOWN, found.setStartMicros());
        assertEquals(CalibrationGrade.POOR, found.neutral());
        double[] up = new double[3];
        found.sensors().get(1).upAtNeutral(up);
        assertEquals(1, up[2], 0.01);
        String reason = "No standing pause was found: neutral was taken from the most upright posture of the set. ";
        assertTrue(found.messages().get(0).startsWith(reason));
        assertTrue(String.valueOf(found.report().neutral().reason()).startsWith(reason));
        assertTrue(found.messages().get(1).startsWith("No slow bows were found"));
    }

    @Test
    void aPauseThatWasNotQuietIsSaidToBeOne() {
        for (int i = 0; i < 100; i++) {
            take(List.of(ticks.nextStill(0, 2.5), ticks.nextStill(0, -2.5)));
        }
        bow(40, 95);
        bow(40, 95);
        take(ticks.stand(1, 0, 0));
        assertEquals(CalibrationGrade.POOR, found().neutral());
        assertEquals(List.of(String.valueOf(found().report().neutral().reason())), found().messages());
    }

    @Test
    void whatWasDoneBeforeALateSensorCameIsNoSet() {
        for (int i = 0; i < 400; i++) {
            take(List.of(Ticks.without(1, ticks.next(0, 0))));
        }
        assertEquals(1, finder.rarestSensor());
        take(ticks.stand(1.02, 0, 0));
        for (int i = 0; i < 6; i++) {
            take(ticks.bow(1, 45, 70));
        }
        assertEquals(4_000_000, found().setStartMicros());
    }

    @Test
    void aSilentSensorIsNamedWhileItIsWaitedFor() {
        for (int i = 0; i < 299; i++) {
            take(List.of(Ticks.without(0, ticks.next(0, 0))));
        }
        assertEquals(-1, finder.silentSensor());
        take(List.of(Ticks.without(0, ticks.next(0, 0))));
        assertEquals(0, finder.silentSensor());
        assertEquals(0, finder.rarestSensor());
    }

    @Test
    void everyTickIsGivenBackUntilItIsForgotten() {
        take(ticks.stand(2, 0, 0));
        take(List.of(Ticks.without(0, ticks.next(0, 0))));
        List<Long> times = new ArrayList<>();
        finder.replayTo(tick -> times.add(tick.timeMicros));
        assertEquals(201, times.size());
        assertEquals(2_000_000, times.get(200));
        finder.forget();
        finder.replayTo(tick -> times.add(tick.timeMicros));
        assertEquals(201, times.size());
    }

    @Test
    void nothingIsWaitedForLongerThanAMinuteOnceSomebodyMoved() {
        take(ticks.stand(10, 0, 0));
        bow(40, 70);
        take(ticks.bow(25, 0, 10));
        assertEquals(6000, taken);
        assertEquals(10_530_000 - 1_500_000, found().setStartMicros());
    }

    @Test
    void whoeverOnlyStandsIsWaitedFor() {
        take(ticks.stand(70, 0, 0));
        assertNull(finder.calibration());
        assertEquals(Stage.BOW, finder.stage());
    }

    @Test
    void whoeverHoldsABowIsNotTakenToStand() {
        take(ticks.stand(2, 0, 0));
        bow(40, 95);
        take(ticks.bow(1.5, 40, 95).subList(0, 150));
        take(ticks.stand(3, 40, 95));
        take(List.of(ticks.next(0, 0)));
        take(ticks.stand(1, 0, 0));
        assertEquals(1_990_000, found().report().madeMicros());
    }

    @Test
    void aBowFromWhichSomebodyRisesAtOnceReachesAsFarAsItDid() {
        take(ticks.stand(2, 0, 0));
        for (int i = 0; i < 2; i++) {
            for (int k = 1; k <= 300; k++) {
                take(List.of(ticks.next(40 * k / 300.0, 95 * k / 300.0)));
            }
            take(List.of(ticks.next(0, 0)));
        }
        take(ticks.stand(1, 0, 0));
        assertEquals(55, found().maxFlexionDeg(), 1e-6);
    }

    @Test
    void ofAPauseThatWasFairlyQuietNothingIsSaid() {
        for (int i = 0; i < 100; i++) {
            take(List.of(ticks.nextStill(0, 1.5), ticks.nextStill(0, -1.5)));
        }
        bow(40, 95);
        bow(40, 95);
        take(ticks.stand(1, 0, 0));
        assertEquals(CalibrationGrade.FAIR, found().neutral());
        assertEquals(List.of(), found().messages());
    }
}
