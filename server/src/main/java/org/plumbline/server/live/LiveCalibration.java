package org.plumbline.server.live;

import java.util.List;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.calibration.CalibrationGrade;

/**
 * How far the calibration of a live set can be trusted.
 *
 * @param quality the worse of neutral pose and bending axis: {@code good, fair, poor, none}
 * @param swapped whether the two sensors look as if each sat in the other's place: no angle is shown then
 * @param messages what is missing and what to do, in plain words
 */
public record LiveCalibration(String quality, boolean swapped, List<String> messages) {
    static LiveCalibration of(AnalysisResult.CalibrationSummary summary, boolean swapped) {
        String worse = grade(summary.neutral()).orWorse(grade(summary.axis())).jsonName();
        return new LiveCalibration(worse, swapped, List.copyOf(summary.messages()));
    }

    private static CalibrationGrade grade(AnalysisResult.Graded part) {
        for (CalibrationGrade grade : CalibrationGrade.values()) {
            if (grade.jsonName().equals(part.quality())) {
                return grade;
            }
        }
        return CalibrationGrade.NONE;
    }
}
