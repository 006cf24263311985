package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.orientation.OrientationTick;

class CalibrationWatchTest {
    private static final List<SensorPlacement> TRUNK = List.of(SensorPlacement.PELVIS, SensorPlacement.THORAX);

    private final Ticks ticks = Ticks.ofTwo();
    private final CalibrationWatch watch = new CalibrationWatch(ticks.calibration(CalibrationGrade.GOOD), TRUNK);

    /** What is said of a tick of somebody who leans so. */
    private static @Nullable String say(
            CalibrationWatch watch, OrientationTick tick, double lowerDeg, double upperDeg) {
        return watch.accept(tick, lowerDeg, upperDeg);
    }

    private @Nullable String bend(double lowerDeg, double upperDeg) {
        assertNull(say(watch, ticks.next(lowerDeg, upperDeg), lowerDeg, upperDeg));
        return say(watch, ticks.next(0, 0), 0, 0);
    }

    private static @Nullable String pause(CalibrationWatch watch, Ticks ticks, double... leanDeg) {
        for (OrientationTick tick : ticks.stand(0.5, leanDeg)) {
            assertNull(say(watch, tick, Double.NaN, 0));
        }
        double[] bent = leanDeg.clone();
        for (int i = 0; i < bent.length; i++) {
            bent[i] = 60;
        }
        return say(watch, ticks.next(bent), Double.NaN, 60);
    }

    private static void expectPart(CalibrationGrade grade, @Nullable String reason, CalibrationPart part) {
        assertEquals(new CalibrationPart(grade, reason), part);
    }

    private void expectAsMade() {
        CalibrationReport report = watch.report();
        expectPart(CalibrationGrade.GOOD, null, report.neutral());
        expectPart(CalibrationGrade.GOOD, null, report.axis());
        expectPart(CalibrationGrade.GOOD, null, report.maximum());
        assertFalse(report.swapped());
        assertEquals(List.of("said before"), report.messages());
        assertTrue(watch.holds());
        assertFalse(watch.withholdsRelativeAngles());
    }

    @Test
    void nothingIsSaidWhileNothingHappens() {
        assertNull(bend(40, 90));
        assertNull(pause(watch, ticks, 0, 0));
        expectAsMade();
        assertEquals(0, watch.slipDeg());
    }

    @Test
    void sensorsThatTurnOutToBeSwappedAreSaidToBeOnce() {
        assertNull(bend(90, 40));
        assertTrue(watch.withholdsRelativeAngles(), "in doubt");
        assertTrue(watch.holds());
        String said = bend(90, 40);
        assertNotNull(said);
        assertTrue(said.contains("the one called pelvis leans further than the one called thorax"), said);
        assertNull(bend(90, 40));
        CalibrationReport report = watch.report();
        assertTrue(report.swapped());
        expectPart(CalibrationGrade.POOR, said, report.neutral());
        expectPart(CalibrationGrade.NONE, said, report.axis());
        expectPart(CalibrationGrade.NONE, said, report.maximum());
        assertEquals(List.of("said before", said), report.messages());
        assertFalse(watch.holds());
        bend(40, 90);
        assertTrue(watch.withholdsRelativeAngles(), "also after a bend that is no evidence");
    }

    @Test
    void sensorsThatWereSwappedAtTheCalibrationAreNotSaidToBeAgain() {
        CalibrationPart poor = new CalibrationPart(CalibrationGrade.POOR, "swapped");
        CalibrationPart none = new CalibrationPart(CalibrationGrade.NONE, "swapped");
        CalibrationReport made = new CalibrationReport(poor, none, CalibrationPart.GOOD, true, 0, List.of("swapped"));
        CalibrationWatch known = new CalibrationWatch(new Calibration(ticks.sensors(), made, 0, Double.NaN, 0), TRUNK);
        for (int i = 0; i < 4; i++) {
            assertNull(say(known, ticks.next(90, 40), 90, 40));
            assertNull(say(known, ticks.next(0, 0), 0, 0));
        }
        assertEquals(made, known.report());
        assertFalse(known.holds());
        assertTrue(known.withholdsRelativeAngles());
    }

    @Test
    void aSlipIsSaidOnce() {
        assertNull(pause(watch, ticks, 0, 0));
        assertNull(pause(watch, ticks, 0, 7));
        assertEquals(7, watch.slipDeg(), 1e-6);
        assertTrue(watch.holds(), "it is seen once");
        String said = pause(watch, ticks, 0, 7);
        assertNotNull(said);
        assertTrue(said.startsWith("The sensor thorax looks to have slipped by 7° at about 1 s:"), said);
        assertNull(pause(watch, ticks, 0, 7));
        CalibrationReport report = watch.report();
        expectPart(CalibrationGrade.POOR, said, report.neutral());
        expectPart(CalibrationGrade.POOR, said, report.axis());
        expectPart(CalibrationGrade.GOOD, null, report.maximum());
        assertEquals(List.of("said before", said), report.messages());
        assertFalse(report.swapped());
        assertFalse(watch.holds());
        assertFalse(watch.withholdsRelativeAngles());
    }

    @Test
    void theSlipOfTheOneSensorMayBeAnotherStance() {
        Ticks alone = Ticks.ofOne();
        CalibrationWatch one =
                new CalibrationWatch(alone.calibration(CalibrationGrade.GOOD), List.of(SensorPlacement.UPPER_THORAX));
        alone.skip(4.2);
        assertNull(pause(one, alone, -8));
        String said = pause(one, alone, -8);
        assertNotNull(said);
        assertTrue(
                said.startsWith("The sensor upper_thorax looks to have slipped by 8°, unless the stance is another than"
                        + " before, at about 5 s:"),
                said);
    }

    @Test
    void aCalibrationGrowsOldAfterTwentyMinutes() {
        ticks.skip(1200);
        assertNull(say(watch, ticks.next(0, 0), 0, 0));
        expectAsMade();
        String said = say(watch, ticks.next(0, 0), 0, 0);
        assertNotNull(said);
        assertTrue(said.startsWith("The calibration is more than 20 minutes old"), said);
        assertNull(say(watch, ticks.next(0, 0), 0, 0));
        CalibrationReport report = watch.report();
        expectPart(CalibrationGrade.POOR, said, report.neutral());
        expectPart(CalibrationGrade.GOOD, null, report.axis());
        expectPart(CalibrationGrade.GOOD, null, report.maximum());
        assertEquals(List.of("said before", said), report.messages());
        assertFalse(watch.holds());
        assertFalse(watch.withholdsRelativeAngles());
    }

    @Test
    void itsAgeCountsFromWhenItWasMade() {
        CalibrationReport made = new CalibrationReport(
                CalibrationPart.GOOD, CalibrationPart.GOOD, CalibrationPart.GOOD, false, -600_000_000, List.of());
        CalibrationWatch stored = new CalibrationWatch(new Calibration(ticks.sensors(), made, 0, 55, 0), TRUNK);
        ticks.skip(600);
        assertNull(say(stored, ticks.next(0, 0), 0, 0));
        assertNotNull(say(stored, ticks.next(0, 0), 0, 0));
        assertEquals(-600_000_000, stored.report().madeMicros());
    }

    @Test
    void whatSpoiltItFirstRemainsItsReason() {
        ticks.skip(1201);
        String stale = say(watch, ticks.next(0, 0), 0, 0);
        pause(watch, ticks, 7, 0);
        String slip = pause(watch, ticks, 7, 0);
        assertNotNull(slip);
        CalibrationReport report = watch.report();
        assertSame(stale, report.neutral().reason());
        assertSame(slip, report.axis().reason());
        assertEquals(List.of("said before", stale, slip), report.messages());
    }
}
