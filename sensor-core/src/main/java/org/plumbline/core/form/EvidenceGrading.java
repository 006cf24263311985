package org.plumbline.core.form;

import java.util.function.BooleanSupplier;
import org.plumbline.core.calibration.CalibrationGrade;

/**
 * How far a flagged value can be trusted: the calibration first, then how far it lies beyond its limit against what one reading of
 * the channel is uncertain by, and against the error that the sensors expect of it. Without a calibration, with one that does not
 * hold any more, and with one sensor, nothing is more than low.
 */
final class EvidenceGrading {
    private final CalibrationGrade calibration;
    private final BooleanSupplier calibrationHolds;

    EvidenceGrading(FormBasis basis) {
        boolean spine = basis.view() == SensorView.TRUNK_AND_PELVIS;
        calibration = spine ? basis.calibration() : CalibrationGrade.NONE;
        calibrationHolds = basis.calibrationHolds();
    }

    /**
     * @param change the change that the flag speaks of, in the unit of the metric
     * @param beyondLimit how far the value lies beyond the limit it is flagged for
     * @param sigma root mean square error to expect of the value; NaN where not known
     * @param repeated whether the repetitions before showed it too
     * @param holes whether samples are missing in the repetition
     */
    Confidence grade(
            PersonalRule rule, double change, double beyondLimit, double sigma, boolean repeated, boolean holes) {
        if (!calibrationHolds.getAsBoolean()) {
            return Confidence.LOW;
        }
        Metric metric = rule.metric();
        Confidence confidence = beyondLimit >= uncertainty(rule, repeated) ? Confidence.HIGH : Confidence.MEDIUM;
        if (change < rule.minimalDetectableChange()) {
            confidence = Confidence.LOW;
        }
        if (beyondLimit < sigma) {
            // one in six such values is flagged by the error of the sensors alone
            confidence = Confidence.LOW;
        } else if (beyondLimit < 2 * sigma) {
            confidence = atMost(confidence, Confidence.MEDIUM);
        }
        // with two sensors, what changed in form is always an angle between them
        boolean ofTheSpine = metric.needsTwoSensors() || metric == Metric.FORM_DRIFT_INDEX;
        if (ofTheSpine || calibration == CalibrationGrade.NONE) {
            confidence = atMost(confidence, allowedBy(calibration));
            confidence = atMost(confidence, holes ? Confidence.MEDIUM : Confidence.HIGH);
        }
        if (rule.flag() == FlagName.TWIST_UNDER_LOAD) {
            // the range of lumbar rotation is near the noise of sensors on skin
            confidence = atMost(confidence, repeated ? Confidence.MEDIUM : Confidence.LOW);
        }
        if (rule.flag() == FlagName.BASELINE_DEVIATION) {
            // neutral is found anew each day
            confidence = atMost(confidence, Confidence.MEDIUM);
        }
        if (rule.flag() == FlagName.SPEED_LOSS) {
            // a trunk sensor sees no bar: the transfer from bar speed is not proven
            confidence = atMost(confidence, Confidence.MEDIUM);
        }
        return confidence;
    }

    /** How near the true value is; what shows in two repetitions running is known as much better as their mean. NaN where not known. */
    private static double uncertainty(PersonalRule rule, boolean repeated) {
        double change = rule.minimalDetectableChange();
        return repeated ? change / 2 : Metric.uncertaintyOfReading(change);
    }

    private static Confidence allowedBy(CalibrationGrade grade) {
        switch (grade) {
            case GOOD:
                return Confidence.HIGH;
            case FAIR:
                return Confidence.MEDIUM;
            default:
                return Confidence.LOW;
        }
    }

    private static Confidence atMost(Confidence a, Confidence b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
