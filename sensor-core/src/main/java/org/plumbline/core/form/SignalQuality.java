package org.plumbline.core.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plumbline.core.calibration.CalibrationGrade;

/**
 * M25: how far the signals of one repetition can be trusted: the worst of what is known of them.
 *
 * @param grade the grade
 * @param reasons what it is less than good for; empty where it is good
 */
public record SignalQuality(Grade grade, List<SignalDoubt> reasons) {
    /** Nothing speaks against the signals. */
    public static final SignalQuality GOOD = new SignalQuality(Grade.GOOD, List.of());

    /** Missing up to here is good: a packet, s a s. */
    private static final double GOOD_MISSING_SHARE = 0.02;

    /** Flexion known to here is good: half of the smallest change under load that counts, degrees. */
    private static final double GOOD_SIGMA_DEG = 2;

    /** Flexion known to here is fair: that change itself, degrees. */
    private static final double FAIR_SIGMA_DEG = 4;

    /** How good, from best to worst. */
    public enum Grade {
        GOOD,
        FAIR,
        POOR;

        /** The word in JSON. */
        public String jsonName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Grades a repetition.
     *
     * @param missingShare share of it in which a sensor is missing, 0 to 1
     * @param flexionSigmaDeg error to expect of lumbar flexion; NaN where not known or not assessed
     * @param calibration how good the calibration is
     */
    static SignalQuality of(double missingShare, double flexionSigmaDeg, CalibrationGrade calibration) {
        List<SignalDoubt> reasons = new ArrayList<>();
        Grade grade = note(
                missingShare,
                GOOD_MISSING_SHARE,
                ChannelReading.LARGEST_HOLE_SHARE,
                reasons,
                SignalDoubt.MISSING_SAMPLES);
        grade = worse(
                grade, note(flexionSigmaDeg, GOOD_SIGMA_DEG, FAIR_SIGMA_DEG, reasons, SignalDoubt.UNCERTAIN_ANGLES));
        int calibrated = calibration.ordinal();
        grade = worse(
                grade,
                note(
                        calibrated,
                        CalibrationGrade.GOOD.ordinal(),
                        CalibrationGrade.FAIR.ordinal(),
                        reasons,
                        SignalDoubt.CALIBRATION_NOT_GOOD));
        return new SignalQuality(grade, List.copyOf(reasons));
    }

    /** The same of a repetition whose way up could not be told from its ends: what is of the way up says nothing. */
    SignalQuality withoutWayUp() {
        List<SignalDoubt> more = new ArrayList<>(reasons);
        more.add(SignalDoubt.WAY_UP_TOO_SHORT);
        return new SignalQuality(Grade.POOR, List.copyOf(more));
    }

    private static Grade note(double value, double good, double fair, List<SignalDoubt> reasons, SignalDoubt reason) {
        if (!(value > good)) {
            return Grade.GOOD;
        }
        reasons.add(reason);
        return value > fair ? Grade.POOR : Grade.FAIR;
    }

    private static Grade worse(Grade a, Grade b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
