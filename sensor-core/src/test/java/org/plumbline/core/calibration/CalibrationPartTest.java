package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class CalibrationPartTest {
    private static final CalibrationPart FAIR = new CalibrationPart(CalibrationGrade.FAIR, "it swayed");

    @Test
    void aGoodOneHasNoReason() {
        assertEquals(CalibrationGrade.GOOD, CalibrationPart.GOOD.grade());
        assertNull(CalibrationPart.GOOD.reason());
    }

    @Test
    void aLesserGradeTakesTheReasonOfWhatMadeItSo() {
        assertEquals(
                new CalibrationPart(CalibrationGrade.POOR, "it slipped"),
                FAIR.atMost(CalibrationGrade.POOR, "it slipped"));
        assertEquals(
                new CalibrationPart(CalibrationGrade.NONE, "it fell"), FAIR.atMost(CalibrationGrade.NONE, "it fell"));
    }

    @Test
    void whatIsNoBetterAnywayKeepsItsReason() {
        assertSame(FAIR, FAIR.atMost(CalibrationGrade.FAIR, "it slipped"));
        assertSame(FAIR, FAIR.atMost(CalibrationGrade.GOOD, "it slipped"));
    }

    @Test
    void anotherReasonLeavesTheGrade() {
        assertEquals(new CalibrationPart(CalibrationGrade.FAIR, "it slid"), FAIR.because("it slid"));
    }
}
