package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.core.calibration.CalibrationFinder.Stage;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.orientation.OrientationTick;

/** A stream of which something is known: marks, an earlier calibration, its end. */
class MarkedCalibrationTest {
    private static final long UNKNOWN = CalibrationPlan.UNKNOWN;
    private static final long OPEN = Long.MAX_VALUE;
    private static final List<SensorPlacement> TRUNK = List.of(SensorPlacement.PELVIS, SensorPlacement.THORAX);
    private static final CalibrationPlan SET_FROM_FIVE =
            new CalibrationPlan(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 5_000_000, OPEN);

    private final Ticks ticks = Ticks.ofTwo();
    private CalibrationFinder finder = finder(CalibrationPlan.unmarked(), null);

    private static CalibrationFinder finder(CalibrationPlan plan, @Nullable StoredCalibration stored) {
        return new CalibrationFinder(TRUNK, 60, plan, stored);
    }

    private void take(List<OrientationTick> next) {
        for (OrientationTick tick : next) {
            if (finder.calibration() == null) {
                finder.accept(tick);
            }
        }
    }

    private void bow(double lowerDeg, double upperDeg) {
        take(ticks.bow(1.5, lowerDeg, upperDeg));
    }

    private Calibration found() {
        Calibration found = finder.calibration();
        assertNotNull(found);
        return found;
    }

    private StoredCalibration stored() {
        return ticks.stored(CalibrationGrade.GOOD, CalibrationGrade.GOOD, 50);
    }

    @Test
    void markedBowsAreTheOnes() {
        finder = finder(new CalibrationPlan(0, 1_990_000, 2_000_000, 5_000_000, UNKNOWN, OPEN), stored());
        take(ticks.stand(2, 0, 0));
        bow(40, 95);
        assertNull(finder.calibration(), "the earlier one is to be renewed");
        take(ticks.stand(1, 0, 0));
        assertEquals(5_000_000, found().setStartMicros());
        assertEquals(55, found().maxFlexionDeg(), 1e-6);
        assertEquals(CalibrationGrade.FAIR, found().report().maximum().grade());
        assertEquals(1_990_000, found().report().madeMicros());
        assertFalse(finder.bowsFoundInData());
    }

    @Test
    void theMarkedSetBeginsWhereItIsMarked() {
        finder = finder(new CalibrationPlan(0, 1_990_000, 2_000_000, 5_000_000, 9_000_000, OPEN), null);
        take(ticks.stand(2, 0, 0));
        bow(40, 95);
        take(ticks.stand(1, 0, 0));
        assertEquals(9_000_000, found().setStartMicros());
    }

    @Test
    void inAMarkedSetASecondOfMovementIsEnough() {
        finder = finder(SET_FROM_FIVE, null);
        take(ticks.stand(4.99, 0, 0));
        assertEquals(Stage.BOW, finder.stage());
        take(ticks.stand(0.02, 0, 0));
        assertEquals(Stage.DONE, finder.stage());
        List<OrientationTick> movement = ticks.bow(0.6, 30, 50);
        take(movement.subList(0, 99));
        assertNull(finder.calibration(), "0.99 s");
        take(movement.subList(99, 101));
        assertEquals(5_000_000, found().setStartMicros());
        assertEquals(CalibrationGrade.GOOD, found().neutral());
    }

    @Test
    void bowsBeforeAMarkedSetAreNotMistakenForIt() {
        finder = finder(new CalibrationPlan(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 20_000_000, OPEN), null);
        take(ticks.stand(2, 0, 0));
        bow(45, 77);
        bow(45, 77);
        take(ticks.stand(2, 0, 0));
        assertEquals(20_000_000, found().setStartMicros());
        assertFalse(finder.bowsFoundInData());
    }

    @Test
    void theSetCanBeBegunByHand() {
        take(ticks.stand(2, 0, 0));
        take(ticks.bow(0.5, 30, 50));
        finder.beginSet(ticks.now());
        List<OrientationTick> movement = ticks.bow(0.6, 30, 50);
        take(movement.subList(0, 99));
        assertNull(finder.calibration(), "what was moved before does not count");
        take(movement.subList(99, 101));
        assertEquals(3_000_000, found().setStartMicros());
        finder.beginSet(50_000_000);
        assertEquals(3_000_000, finder.takeBowsAsSet().setStartMicros(), "it has begun already");
    }

    @Test
    void aMarkedSetIsNotLostToTheWaitForAPause() {
        finder = finder(new CalibrationPlan(0, 90_000_000, UNKNOWN, UNKNOWN, 10_000, OPEN), null);
        for (int i = 0; i < 20; i++) {
            bow(45, 77);
        }
        assertNull(finder.calibration(), "the buffer holds what came before the set");
        take(List.of(ticks.next(0, 0)));
        assertEquals(10_000, found().setStartMicros());
        assertEquals(CalibrationGrade.POOR, found().neutral());
    }

    @Test
    void anEarlierCalibrationIsUsedFromTheFirstPauseOn() {
        finder = finder(CalibrationPlan.unmarked(), stored());
        ticks.skip(3);
        take(ticks.stand(1, 0, 0));
        assertNull(finder.calibration());
        take(ticks.stand(1, 0, 0));
        assertEquals(50, found().maxFlexionDeg());
        assertEquals(4_000_000, found().setStartMicros());
        assertEquals(3_000_000 - 60_000_000, found().report().madeMicros());
        assertEquals(List.of(), found().messages());
    }

    @Test
    void anEarlierCalibrationThatDoesNotFitIsSaidToAndForgotten() {
        finder = finder(CalibrationPlan.unmarked(), stored());
        take(ticks.stand(2, 0, 20));
        assertEquals(Stage.BOW, finder.stage());
        bow(40, 95);
        bow(40, 95);
        bow(40, 95);
        take(ticks.stand(1, 0, 20));
        finder.finish();
        assertEquals(
                1,
                found().messages().stream()
                        .filter(s -> s.contains("sits 20° otherwise"))
                        .count());
        assertTrue(found().maxFlexionDeg() != 50);
    }

    @Test
    void anEarlierCalibrationIsUsedUncheckedWhereNobodyStands() {
        finder = finder(CalibrationPlan.unmarked(), stored());
        for (int i = 0; i < 5; i++) {
            bow(45, 77);
        }
        assertEquals(50, found().maxFlexionDeg());
        assertEquals(CalibrationGrade.POOR, found().neutral());
        assertEquals(1, found().messages().size());
        assertTrue(found().messages().get(0).contains("could not be checked"));
    }

    @Test
    void aStreamThatEndsWhileSomebodyBowsHasNoSet() {
        take(ticks.stand(2, 0, 0));
        bow(40, 95);
        take(ticks.bow(1.5, 40, 95).subList(0, 150));
        finder.finish();
        assertEquals(Long.MAX_VALUE, found().setStartMicros());
    }

    @Test
    void aStreamThatEndsAfterABowWithAPauseHasItsSetAfterIt() {
        take(ticks.stand(2, 0, 0));
        take(ticks.bow(1.5, 40, 80));
        take(ticks.stand(1, 0, 0));
        assertNull(finder.calibration());
        finder.finish();
        assertEquals(4_750_000 + 500_000, found().setStartMicros());
        assertEquals(40, found().maxFlexionDeg(), 1e-6);
    }

    @Test
    void aStreamThatEndsAfterLiftsHasItsSetFromThere() {
        take(ticks.stand(2, 0, 0));
        bow(45, 77);
        bow(45, 77);
        finder.finish();
        assertEquals(980_000, found().setStartMicros());
        Calibration found = found();
        finder.finish();
        assertEquals(found, finder.calibration());
    }

    @Test
    void aStreamThatEndsInItsMarkedPauseHasThatPause() {
        finder = finder(new CalibrationPlan(0, 9_000_000, UNKNOWN, UNKNOWN, UNKNOWN, OPEN), null);
        take(ticks.stand(2, 0, 0));
        assertEquals(Stage.STAND_STILL, finder.stage());
        finder.finish();
        assertEquals(CalibrationGrade.GOOD, found().neutral());
        assertEquals(1_990_000, found().setStartMicros());
    }

    @Test
    void nothingComesOfFewerThanTwentyTicks() {
        take(ticks.stand(0.19, 0, 0));
        take(List.of(Ticks.without(1, ticks.next(0, 0))));
        finder.finish();
        assertNull(finder.calibration());
        take(List.of(ticks.next(0, 0)));
        finder.finish();
        assertEquals(CalibrationGrade.NONE, found().axis());
    }

    @Test
    void anEarlierCalibrationOfOtherSensorsIsSaidToBeAlsoWhereNobodyStands() {
        StoredCalibration ofOne = Ticks.ofOne().stored(CalibrationGrade.GOOD, CalibrationGrade.NONE, Double.NaN);
        finder = finder(CalibrationPlan.unmarked(), ofOne);
        for (int i = 0; i < 5; i++) {
            bow(45, 77);
        }
        assertTrue(found().messages().get(0).startsWith("The stored calibration is of one sensor"));
        assertTrue(found().messages().get(1).startsWith("No standing pause was found"));
    }
}
