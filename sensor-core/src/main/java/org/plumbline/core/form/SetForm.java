package org.plumbline.core.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.plumbline.core.calibration.CalibrationGrade;

/**
 * The form of one set, repetition by repetition: completes the metrics that need the repetitions before (drift, speed loss)
 * and raises the flags. Allocates once a repetition.
 */
public final class SetForm {
    /** The first repetitions are the reference for drift. */
    private static final int REFERENCE_REPETITIONS = 3;

    /** A twist must recur in so many of the last three repetitions to be a caution. */
    private static final int TWISTS_OF_THREE = 2;

    private final FormRule rounding;
    private final FormRule drift;
    private final FormRule twist;
    private final FormRule speedLoss;
    private final double singleTwistDeg;
    private final EvidenceGrading grading;
    private final List<Double> peaks = new ArrayList<>();
    private final List<Double> twists = new ArrayList<>();
    private double fastest = Double.NaN;
    private int roundingLevelBefore;
    private int driftLevelBefore;
    private int speedLevelBefore;

    public SetForm(FormLimits limits, CalibrationGrade calibration) {
        rounding = new FormRule(FlagName.ROUNDING_UNDER_LOAD, Metric.FLEXION_GAIN_LOADED, limits.rounding());
        drift = new FormRule(FlagName.FLEXION_DRIFT, Metric.FLEXION_DRIFT, limits.flexionDrift());
        twist = new FormRule(FlagName.TWIST_UNDER_LOAD, Metric.AXIAL_ROTATION_RANGE, limits.twist());
        speedLoss = new FormRule(FlagName.SPEED_LOSS, Metric.TRUNK_SPEED_LOSS, limits.speedLoss());
        singleTwistDeg = limits.singleTwistDeg();
        grading = new EvidenceGrading(calibration);
    }

    /**
     * Judges the next repetition: completes {@code metrics} and returns its flags, strongest first.
     *
     * @param barBreakS time of bar break, seconds: the flags of the pull carry it
     * @param endS end of the repetition, seconds: the flags of the whole repetition carry it
     */
    public List<FormFlag> judge(RepetitionMetrics metrics, double barBreakS, double endS) {
        List<FormFlag> flags = new ArrayList<>();
        judgeRounding(metrics, barBreakS, flags);
        judgeDrift(metrics, endS, flags);
        judgeTwist(metrics, endS, flags);
        judgeSpeed(metrics, endS, flags);
        flags.sort(Comparator.comparingInt(FormFlag::level).reversed());
        return flags;
    }

    private void judgeRounding(RepetitionMetrics metrics, double timeS, List<FormFlag> flags) {
        int own = rounding.levels().levelOf(metrics.value(rounding.metric()));
        int level = own == 2 && roundingLevelBefore >= 2 ? 3 : own;
        raise(rounding, level, own >= 1 && roundingLevelBefore >= 1, metrics, timeS, flags);
        roundingLevelBefore = own;
    }

    private void judgeDrift(RepetitionMetrics metrics, double timeS, List<FormFlag> flags) {
        double peak = metrics.value(Metric.LUMBAR_FLEXION_PEAK);
        if (Double.isNaN(peak)) {
            return;
        }
        if (peaks.size() < REFERENCE_REPETITIONS) {
            peaks.add(peak);
            return;
        }
        double reference = new Median()
                .evaluate(peaks.stream().mapToDouble(Double::doubleValue).toArray());
        // the reference errs as this repetition does
        double sigma = Math.sqrt(2) * metrics.sigma(Metric.LUMBAR_FLEXION_PEAK);
        metrics.put(Metric.FLEXION_DRIFT, peak - reference, sigma);
        // NaN where the drift is not assessed, which is no level
        int own = drift.levels().levelOf(metrics.value(Metric.FLEXION_DRIFT));
        int level = own == 2 && driftLevelBefore >= 2 ? 3 : own;
        raise(drift, level, own >= 1 && driftLevelBefore >= 1, metrics, timeS, flags);
        driftLevelBefore = own;
    }

    private void judgeTwist(RepetitionMetrics metrics, double timeS, List<FormFlag> flags) {
        double range = metrics.value(twist.metric());
        twists.add(range);
        int recent = 0;
        for (int i = Math.max(0, twists.size() - 3); i < twists.size(); i++) {
            recent += twist.levels().levelOf(twists.get(i)) >= 2 ? 1 : 0;
        }
        boolean repeated = recent >= TWISTS_OF_THREE;
        int own = twist.levels().levelOf(range);
        int level = own >= 2 && !repeated && range < singleTwistDeg ? 1 : own;
        raise(twist, level, repeated, metrics, timeS, flags);
    }

    private void judgeSpeed(RepetitionMetrics metrics, double timeS, List<FormFlag> flags) {
        double speed = metrics.value(Metric.TRUNK_EXTENSION_SPEED);
        boolean changedForm = flags.stream().anyMatch(flag -> flag.level() >= 2);
        if (!changedForm && !Double.isNaN(speed)) {
            // a repetition of changed form moves the trunk otherwise and is no measure of speed
            fastest = Double.isNaN(fastest) ? speed : Math.max(fastest, speed);
        }
        double loss = 100 * (fastest - speed) / fastest;
        if (Double.isNaN(loss)) {
            return;
        }
        metrics.put(Metric.TRUNK_SPEED_LOSS, Math.max(0, loss));
        int own = speedLoss.levels().levelOf(loss);
        // one slow repetition is no fatigue: the level rises by one a repetition at the most
        int level = Math.min(own, speedLevelBefore + 1);
        raise(speedLoss, level, own >= 1 && speedLevelBefore >= 1, metrics, timeS, flags);
        speedLevelBefore = level;
    }

    private void raise(
            FormRule rule, int level, boolean repeated, RepetitionMetrics metrics, double timeS, List<FormFlag> flags) {
        if (level >= 1) {
            double value = metrics.value(rule.metric());
            double beyondLimit = value - rule.limit(level, value);
            double sigma = metrics.sigma(rule.metric());
            Confidence confidence = grading.grade(rule, value, beyondLimit, sigma, repeated, metrics.hasHoles());
            flags.add(rule.raise(level, value, timeS, confidence));
        }
    }
}
