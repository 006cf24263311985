package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bows as the inclinations of pelvis and thorax. */
class MaximumFlexionTest {
    private final MaximumFlexion maximum = new MaximumFlexion();

    private void bow(double flexionDeg) {
        for (int i = 1; i <= 20; i++) {
            maximum.add(40 * i / 20.0, (40 + flexionDeg) * i / 20);
        }
        for (int i = 19; i >= 0; i--) {
            maximum.add(40 * i / 20.0, (40 + flexionDeg) * i / 20);
        }
    }

    private void expect(CalibrationGrade grade, double medianDeg) {
        assertEquals(grade, maximum.part().grade());
        assertEquals(medianDeg, maximum.medianDeg(), 1e-9);
    }

    private void expectReason(String reason) {
        String said = maximum.part().reason();
        assertNotNull(said);
        assertTrue(said.startsWith(reason), said);
    }

    @Test
    void isTheMedianPeakOfTheBows() {
        bow(58);
        bow(50);
        bow(55);
        expect(CalibrationGrade.GOOD, 55);
        assertNull(maximum.part().reason());
        bow(57);
        expect(CalibrationGrade.GOOD, 56);
    }

    @ParameterizedTest
    @CsvSource({"50, 58, GOOD", "58, 50, GOOD", "50, 58.1, POOR", "58.1, 50, POOR"})
    void isUncertainWhereBowsDiffer(double firstDeg, double secondDeg, CalibrationGrade grade) {
        bow(firstDeg);
        bow(secondDeg);
        expect(grade, (firstDeg + secondDeg) / 2);
        if (grade == CalibrationGrade.POOR) {
            expectReason("The bows differ by more than 8°");
        }
    }

    @Test
    void isFairlyKnownFromOneBow() {
        bow(30);
        expect(CalibrationGrade.FAIR, 30);
        expectReason("The largest flexion is that of one bow only.");
    }

    @Test
    void isNotKnownFromShallowBows() {
        bow(29.9);
        bow(29.9);
        expect(CalibrationGrade.NONE, Double.NaN);
        expectReason("The bows were shallow");
    }

    @Test
    void isNotKnownWithoutBows() {
        maximum.add(0, 1);
        maximum.finish();
        expect(CalibrationGrade.NONE, Double.NaN);
        expectReason("The bows were shallow");
    }

    @Test
    void whoeverDoesNotComeUpBetweenBowsMakesOne() {
        maximum.add(40, 90);
        maximum.add(5, 15);
        maximum.add(40, 96);
        maximum.add(5, 14.9);
        expect(CalibrationGrade.FAIR, 56);
        maximum.add(40, 92);
        maximum.add(5, 14.9);
        expect(CalibrationGrade.GOOD, 54);
    }

    @Test
    void standingAddsNoBows() {
        bow(55);
        for (int i = 0; i < 100; i++) {
            maximum.add(0, 1);
        }
        bow(51);
        expect(CalibrationGrade.GOOD, 53);
    }

    @Test
    void theFlexionOfWhoHardlyLeansDoesNotCount() {
        maximum.add(-40, 30);
        maximum.add(0, 10);
        maximum.finish();
        expect(CalibrationGrade.NONE, Double.NaN);
        maximum.add(-5, 30.1);
        maximum.add(-40, 29);
        maximum.add(0, 10);
        expect(CalibrationGrade.FAIR, 35.1);
    }

    @Test
    void aBowThatIsNotOverCountsAtTheEnd() {
        bow(50);
        maximum.add(40, 94);
        expect(CalibrationGrade.FAIR, 50);
        maximum.finish();
        expect(CalibrationGrade.GOOD, 52);
        maximum.finish();
        expect(CalibrationGrade.GOOD, 52);
    }
}
