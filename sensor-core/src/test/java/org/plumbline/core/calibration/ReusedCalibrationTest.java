package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.core.imu.SensorPlacement;

/** What becomes of a stored calibration that holds. */
class ReusedCalibrationTest {
    private static final List<SensorPlacement> TRUNK = List.of(SensorPlacement.PELVIS, SensorPlacement.THORAX);

    private final Ticks ticks = new Ticks(Ticks.ASKEW, Ticks.STRAIGHT).heading(1, -50);

    private Calibration reuse(StoredCalibration stored, CalibrationPart neutral, double leanDeg) {
        NeutralPose pose = Ticks.pose(ticks.stand(1, leanDeg / 2, leanDeg));
        StoredCheck check = StoredCheck.of(stored, pose, true, TRUNK);
        Calibration reused = new CalibrationMaker(new TickBuffer(6000, 2), TRUNK, pose, neutral)
                .reuse(stored, check, 5_000_000, 77, new ArrayList<>(List.of("said before")));
        assertSame(check.sensors(), reused.sensors());
        return reused;
    }

    private StoredCalibration good() {
        return ticks.stored(CalibrationGrade.GOOD, CalibrationGrade.GOOD, 55);
    }

    private static void expectPart(CalibrationGrade grade, String reason, CalibrationPart part) {
        assertEquals(grade, part.grade());
        assertNotNull(part.reason());
        assertTrue(part.reason().startsWith(reason), part.reason());
    }

    @Test
    void aGoodOneIsAsGoodAsBeforeWithTheHeadingOfThisStream() {
        Calibration reused = reuse(good(), CalibrationPart.GOOD, 0);
        assertEquals(CalibrationPart.GOOD, reused.report().neutral());
        assertEquals(CalibrationPart.GOOD, reused.report().axis());
        assertEquals(CalibrationPart.GOOD, reused.report().maximum());
        assertEquals(55, reused.maxFlexionDeg());
        assertEquals(Math.toRadians(-50), reused.headingOffsetRad(), 1e-9);
        assertEquals(77, reused.setStartMicros());
        assertEquals(5_000_000 - 60_000_000, reused.report().madeMicros(), "a minute before the stream");
        assertEquals(List.of("said before"), reused.messages());
        assertFalse(reused.report().swapped());
    }

    @ParameterizedTest
    @EnumSource(
            value = CalibrationGrade.class,
            names = {"FAIR", "POOR", "NONE"})
    void aLesserOneIsNoBetterThanBefore(CalibrationGrade grade) {
        CalibrationReport report =
                reuse(ticks.stored(grade, grade, 55), CalibrationPart.GOOD, 0).report();
        expectPart(grade, "The stored bending axis is no better.", report.axis());
        expectPart(grade, "The stored largest flexion is no better.", report.maximum());
    }

    @Test
    void theAxisOfASensorThatSitsALittleOtherwiseIsFairAtTheMost() {
        Calibration reused = reuse(good(), CalibrationPart.GOOD, 7);
        expectPart(
                CalibrationGrade.FAIR,
                "The sensor thorax sits 7°",
                reused.report().axis());
        assertEquals(CalibrationPart.GOOD, reused.report().maximum());
        CalibrationPart poor = reuse(
                        ticks.stored(CalibrationGrade.POOR, CalibrationGrade.GOOD, 55), CalibrationPart.GOOD, 7)
                .report()
                .axis();
        expectPart(CalibrationGrade.POOR, "The stored bending axis", poor);
    }

    @Test
    void aLargestFlexionThatWasNotStoredIsNotKnown() {
        Calibration reused =
                reuse(ticks.stored(CalibrationGrade.GOOD, CalibrationGrade.GOOD, Double.NaN), CalibrationPart.GOOD, 0);
        expectPart(
                CalibrationGrade.NONE,
                "No largest flexion is stored.",
                reused.report().maximum());
        assertTrue(Double.isNaN(reused.maxFlexionDeg()));
    }

    @Test
    void aPoorPauseIsSaidToBeOne() {
        CalibrationPart poor = new CalibrationPart(CalibrationGrade.POOR, "it swayed");
        Calibration reused = reuse(good(), poor, 0);
        assertSame(poor, reused.report().neutral());
        assertEquals(List.of("said before", "it swayed"), reused.messages());
        CalibrationPart fair = new CalibrationPart(CalibrationGrade.FAIR, "it swayed a little");
        assertEquals(List.of("said before"), reuse(good(), fair, 0).messages());
        CalibrationPart unexplained = new CalibrationPart(CalibrationGrade.POOR, null);
        assertEquals(List.of("said before"), reuse(good(), unexplained, 0).messages());
    }

    @Test
    void ofOneSensorThereIsNoHeading() {
        Ticks one = Ticks.ofOne().heading(0, 30);
        List<SensorPlacement> thorax = List.of(SensorPlacement.THORAX);
        NeutralPose pose = Ticks.pose(one.stand(1, 0));
        StoredCalibration stored = one.stored(CalibrationGrade.GOOD, CalibrationGrade.NONE, Double.NaN);
        Calibration reused = new CalibrationMaker(new TickBuffer(6000, 1), thorax, pose, CalibrationPart.GOOD)
                .reuse(stored, StoredCheck.of(stored, pose, true, thorax), 0, 0, new ArrayList<>());
        assertEquals(0, reused.headingOffsetRad());
        assertEquals(1, reused.sensors().size());
    }
}
