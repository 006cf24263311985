package org.plumbline.core.calibration;

import org.jspecify.annotations.Nullable;

/**
 * How good one part of a calibration is, and why it is no better.
 *
 * @param grade how good
 * @param reason why it is less than good, and what to do, in plain words; null where it is good
 */
public record CalibrationPart(
        CalibrationGrade grade, @Nullable String reason) {
    /** As intended. */
    public static final CalibrationPart GOOD = new CalibrationPart(CalibrationGrade.GOOD, null);

    /** The same grade for another reason. */
    CalibrationPart because(String why) {
        return new CalibrationPart(grade, why);
    }

    /** No better than {@code grade}, and for that reason where it was better before. */
    CalibrationPart atMost(CalibrationGrade least, String why) {
        return grade.compareTo(least) >= 0 ? this : new CalibrationPart(least, why);
    }
}
