package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A calibration as numbers, which is how it is kept between two sets. */
class StoredCalibrationNumbersTest {
    private static final double[] PELVIS = {0.8, 0.6, 0, 0};
    private static final double[] THORAX = {0.6, 0, -0.8, 0};

    private static StoredCalibration stored(CalibrationGrade neutral, CalibrationGrade axis, CalibrationGrade maximum) {
        return new StoredCalibration(List.of(PELVIS, THORAX), neutral, axis, maximum, 54.5, 130);
    }

    @ParameterizedTest
    @EnumSource(CalibrationGrade.class)
    void itsNumbersBringBackEveryGradeInItsPlace(CalibrationGrade grade) {
        for (int place = 0; place < 3; place++) {
            CalibrationGrade other = CalibrationGrade.GOOD;
            StoredCalibration one =
                    stored(place == 0 ? grade : other, place == 1 ? grade : other, place == 2 ? grade : other);
            StoredCalibration again = StoredCalibration.ofNumbers(one.toNumbers());
            assertEquals(one.neutral(), again.neutral());
            assertEquals(one.axis(), again.axis());
            assertEquals(one.maximum(), again.maximum());
            assertEquals(54.5, again.maxFlexionDeg());
            assertEquals(130, again.ageS());
            assertEquals(2, again.sensors().size());
            assertArrayEquals(PELVIS, again.sensors().get(0));
            assertArrayEquals(THORAX, again.sensors().get(1));
        }
    }

    @Test
    void oneThatGetsOlderIsTheSameButForItsAge() {
        StoredCalibration older = stored(CalibrationGrade.GOOD, CalibrationGrade.FAIR, CalibrationGrade.POOR)
                .olderBy(60);
        assertEquals(190, older.ageS());
        assertEquals(CalibrationGrade.FAIR, older.axis());
        assertEquals(54.5, older.maxFlexionDeg());
        assertArrayEquals(THORAX, older.sensors().get(1));
    }

    @Test
    void numbersOfTheFormWithoutTheGradeOfTheMaximumAreStillRead() {
        double[] earlier = new double[] {1, 0, 1, 50, 60, 1, 0, 0, 0};
        StoredCalibration read = StoredCalibration.ofNumbers(earlier);
        assertEquals(CalibrationGrade.FAIR, read.axis());
        assertEquals(CalibrationGrade.FAIR, read.maximum());
        assertEquals(50, read.maxFlexionDeg());
        assertEquals(60, read.ageS());
        assertArrayEquals(new double[] {1, 0, 0, 0}, read.sensors().get(0));
    }

    @ParameterizedTest
    @CsvSource({"0", "3"})
    void itIsOfOneSensorOrTwo(int sensors) {
        List<double[]> all = List.of(PELVIS, THORAX, PELVIS).subList(0, sensors);
        String said = assertThrows(
                        IllegalArgumentException.class,
                        () -> new StoredCalibration(
                                all, CalibrationGrade.GOOD, CalibrationGrade.GOOD, CalibrationGrade.GOOD, 54, 0))
                .getMessage();
        assertTrue(said.contains("not " + sensors), said);
    }

    @Test
    void otherNumbersAreRefused() {
        double[] good = stored(CalibrationGrade.GOOD, CalibrationGrade.GOOD, CalibrationGrade.GOOD)
                .toNumbers();
        for (int i : new int[] {0, 1, 2, 4, 5, 6}) {
            for (double wrong : new double[] {-3, 4.5e8, Double.NaN}) {
                double[] broken = good.clone();
                broken[i] = wrong;
                assertThrows(
                        IllegalArgumentException.class, () -> StoredCalibration.ofNumbers(broken), i + ": " + wrong);
            }
        }
        double[] endless = good.clone();
        endless[3] = Double.POSITIVE_INFINITY;
        assertThrows(IllegalArgumentException.class, () -> StoredCalibration.ofNumbers(endless));
        for (int length : new int[] {0, 5, 6, 9, good.length + 1}) {
            double[] cut = Arrays.copyOf(good, length);
            assertThrows(IllegalArgumentException.class, () -> StoredCalibration.ofNumbers(cut), "length " + length);
        }
        assertThrows(IllegalArgumentException.class, () -> StoredCalibration.ofNumbers(new double[] {1, 0, 0, 50, 0}));
    }
}
