package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.imu.SensorPlacement;

/** Two sensors that were calibrated while their wearer stood upright, and by how much they lean now. */
class StoredCheckTest {
    private static final List<SensorPlacement> TRUNK = List.of(SensorPlacement.PELVIS, SensorPlacement.THORAX);

    private static StoredCalibration stored(Ticks ticks, CalibrationGrade axis) {
        return ticks.stored(axis, CalibrationGrade.GOOD, 55);
    }

    private static StoredCheck check(boolean stoodStill, double lowerDeg, double upperDeg) {
        Ticks ticks = new Ticks(Ticks.ASKEW, Ticks.STRAIGHT);
        return StoredCheck.of(
                stored(ticks, CalibrationGrade.GOOD),
                Ticks.pose(ticks.stand(1, lowerDeg, upperDeg)),
                stoodStill,
                TRUNK);
    }

    private static void expectNeutral(StoredCheck check, double lowerDeg, double upperDeg) {
        Ticks ticks = new Ticks(Ticks.ASKEW, Ticks.STRAIGHT);
        NeutralPose pose = Ticks.pose(ticks.stand(1, lowerDeg, upperDeg));
        double[] expected = new double[3];
        double[] up = new double[3];
        for (int i = 0; i < 2; i++) {
            pose.upOf(i, expected);
            check.sensors().get(i).upAtNeutral(up);
            assertArrayEquals(expected, up, 1e-9);
        }
    }

    private static void expectMessage(String beginning, StoredCheck check) {
        String message = check.message();
        assertNotNull(message);
        assertTrue(message.startsWith(beginning), message);
    }

    @ParameterizedTest
    @CsvSource({"true, 4.9, 0", "true, -4.9, 4.9", "true, 0, 0", "false, 29.9, -12", "false, 8, 29.9"})
    void itHoldsAsItIsWhereTheSensorsSitAsBefore(boolean stoodStill, double lowerDeg, double upperDeg) {
        StoredCheck check = check(stoodStill, lowerDeg, upperDeg);
        assertTrue(check.holds());
        assertFalse(check.isRenewed());
        assertNull(check.message());
        expectNeutral(check, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"5.1, 2, pelvis sits 5°", "1, 5.1, thorax sits 5°", "9.9, 8, pelvis sits 10°", "-6, 7.6, thorax sits 8°"
    })
    void neutralIsRenewedWhereASensorSitsALittleOtherwise(double lowerDeg, double upperDeg, String named) {
        StoredCheck check = check(true, lowerDeg, upperDeg);
        assertTrue(check.holds());
        assertTrue(check.isRenewed());
        expectMessage(
                "The sensor " + named + " otherwise than in the stored calibration: neutral was taken anew", check);
        expectNeutral(check, lowerDeg, upperDeg);
    }

    @ParameterizedTest
    @CsvSource({
        "true, 10.1, 0, pelvis sits 10°",
        "true, 3, -40, thorax sits 40°",
        "true, 119, 100, pelvis sits 119°",
        "false, 31, 30.5, pelvis sits 31°"
    })
    void itIsDroppedWhereASensorSitsElsewhere(boolean stoodStill, double lowerDeg, double upperDeg, String named) {
        StoredCheck check = check(stoodStill, lowerDeg, upperDeg);
        assertFalse(check.holds());
        assertFalse(check.isRenewed());
        assertEquals(List.of(), check.sensors());
        expectMessage("The sensor " + named + " otherwise than in the stored calibration, which is not used", check);
    }

    @Test
    void aSensorThatHangsUpsideDownIsSaidToDoSo() {
        expectMessage(
                "The sensor thorax sits 121° otherwise than in the stored calibration, upside down, which is not used: a new one is made.",
                check(true, 0, 121));
    }

    @ParameterizedTest
    @CsvSource({"GOOD, 0.85", "FAIR, 0.6", "POOR, 0", "NONE, 0"})
    void theAxisIsTakenToBeTheWorstOfItsGrade(CalibrationGrade axis, double share) {
        Ticks ticks = Ticks.ofOne();
        for (double leanDeg : new double[] {0, 8}) {
            StoredCheck check = StoredCheck.of(
                    stored(ticks, axis), Ticks.pose(ticks.stand(1, leanDeg)), true, List.of(SensorPlacement.THORAX));
            assertEquals(share, check.sensors().get(0).axisShare());
        }
    }

    @Test
    void itIsDroppedWhereItIsOfAnotherNumberOfSensors() {
        Ticks one = Ticks.ofOne();
        Ticks two = Ticks.ofTwo();
        StoredCheck fewer =
                StoredCheck.of(stored(one, CalibrationGrade.GOOD), Ticks.pose(two.stand(1, 0, 0)), true, TRUNK);
        assertFalse(fewer.holds());
        expectMessage("The stored calibration is of one sensor and is not used", fewer);
        StoredCheck more = StoredCheck.of(
                stored(two, CalibrationGrade.GOOD), Ticks.pose(one.stand(1, 0)), true, List.of(SensorPlacement.THORAX));
        assertFalse(more.holds());
        expectMessage("The stored calibration is of two sensors and is not used", more);
    }
}
