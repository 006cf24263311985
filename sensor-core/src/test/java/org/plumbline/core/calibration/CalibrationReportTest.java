package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationReportTest {
    @ParameterizedTest
    @CsvSource({
        "GOOD, GOOD, GOOD",
        "GOOD, FAIR, FAIR",
        "FAIR, GOOD, FAIR",
        "POOR, FAIR, POOR",
        "FAIR, POOR, POOR",
        "NONE, POOR, NONE",
        "GOOD, NONE, NONE"
    })
    void itsGradeIsTheWorseOfNeutralAndAxis(CalibrationGrade neutral, CalibrationGrade axis, CalibrationGrade grade) {
        assertEquals(grade, report(neutral, axis, CalibrationGrade.NONE, false).grade());
        assertEquals(grade, report(neutral, axis, CalibrationGrade.GOOD, false).grade());
    }

    @ParameterizedTest
    @CsvSource({"GOOD, GOOD", "FAIR, POOR"})
    void nothingRestsOnSwappedSensors(CalibrationGrade neutral, CalibrationGrade axis) {
        assertEquals(
                CalibrationGrade.NONE,
                report(neutral, axis, CalibrationGrade.GOOD, true).grade());
    }

    private static CalibrationReport report(
            CalibrationGrade neutral, CalibrationGrade axis, CalibrationGrade maximum, boolean swapped) {
        return new CalibrationReport(
                new CalibrationPart(neutral, null),
                new CalibrationPart(axis, null),
                new CalibrationPart(maximum, null),
                swapped,
                0,
                List.of());
    }
}
