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

    private final FormLimits limits;
    private final EvidenceGrading grading;
    private final List<Double> peaks = new ArrayList<>();
    private final List<Double> twists = new ArrayList<>();
    private double fastest = Double.NaN;
    private int roundingLevelBefore;
    private int driftLevelBefore;
    private int speedLevelBefore;

    public SetForm(FormLimits limits, CalibrationGrade calibration) {
        this.limits = limits;
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
        addRounding(metrics, barBreakS, flags);
        addDrift(metrics, endS, flags);
        addTwist(metrics, endS, flags);
        addSpeedLoss(metrics, endS, flags);
        flags.sort(Comparator.comparingInt(FormFlag::level).reversed());
        return flags;
    }

    private void addRounding(RepetitionMetrics metrics, double timeS, List<FormFlag> flags) {
        double gain = metrics.value(Metric.FLEXION_GAIN_LOADED);
        int own = limits.rounding().levelOf(gain);
        boolean repeated = own >= 1 && roundingLevelBefore >= 1;
        int level = own == 2 && roundingLevelBefore >= 2 ? 3 : own;
        roundingLevelBefore = own;
        add(
                flags,
                FlagName.ROUNDING_UNDER_LOAD,
                level,
                own,
                Metric.FLEXION_GAIN_LOADED,
                gain,
                limits.rounding(),
                timeS,
                repeated);
    }

    private void addDrift(RepetitionMetrics metrics, double timeS, List<FormFlag> flags) {
        double peak = metrics.value(Metric.LUMBAR_FLEXION_PEAK);
        if (Double.isNaN(peak)) {
            return;
        }
        if (peaks.size() < REFERENCE_REPETITIONS) {
            peaks.add(peak);
            return;
        }
        double drift = peak - new Median().evaluate(new double[] {peaks.get(0), peaks.get(1), peaks.get(2)});
        metrics.put(Metric.FLEXION_DRIFT, drift);
        int own = limits.flexionDrift().levelOf(drift);
        boolean repeated = own >= 1 && driftLevelBefore >= 1;
        int level = own == 2 && driftLevelBefore >= 2 ? 3 : own;
        driftLevelBefore = own;
        add(
                flags,
                FlagName.FLEXION_DRIFT,
                level,
                own,
                Metric.FLEXION_DRIFT,
                drift,
                limits.flexionDrift(),
                timeS,
                repeated);
    }

    private void addTwist(RepetitionMetrics metrics, double timeS, List<FormFlag> flags) {
        double twist = metrics.value(Metric.AXIAL_ROTATION_RANGE);
        twists.add(twist);
        int recent = 0;
        for (int i = Math.max(0, twists.size() - 3); i < twists.size(); i++) {
            recent += limits.twist().levelOf(twists.get(i)) >= 2 ? 1 : 0;
        }
        int own = limits.twist().levelOf(twist);
        boolean repeated = recent >= TWISTS_OF_THREE;
        int level = own >= 2 && !repeated && twist < limits.singleTwistDeg() ? 1 : own;
        add(
                flags,
                FlagName.TWIST_UNDER_LOAD,
                level,
                level,
                Metric.AXIAL_ROTATION_RANGE,
                twist,
                limits.twist(),
                timeS,
                repeated);
    }

    private void addSpeedLoss(RepetitionMetrics metrics, double timeS, List<FormFlag> flags) {
        double speed = metrics.value(Metric.TRUNK_EXTENSION_SPEED);
        if (Double.isNaN(speed)) {
            return;
        }
        fastest = Double.isNaN(fastest) ? speed : Math.max(fastest, speed);
        double loss = 100 * (1 - speed / fastest);
        metrics.put(Metric.TRUNK_SPEED_LOSS, loss);
        int own = limits.speedLoss().levelOf(loss);
        boolean repeated = own >= 1 && speedLevelBefore >= 1;
        // one slow repetition is no fatigue: a caution needs the repetition before to have been slow too
        int level = own >= 2 && speedLevelBefore < 1 ? 1 : own;
        speedLevelBefore = own;
        add(
                flags,
                FlagName.SPEED_LOSS,
                level,
                level,
                Metric.TRUNK_SPEED_LOSS,
                loss,
                limits.speedLoss(),
                timeS,
                repeated);
    }

    private void add(
            List<FormFlag> flags,
            FlagName flag,
            int level,
            int ownLevel,
            Metric metric,
            double value,
            FlagLevels levels,
            double timeS,
            boolean repeated) {
        if (level < 1) {
            return;
        }
        flags.add(new FormFlag(
                flag,
                level,
                metric.jsonName(),
                Math.round(value * 10) / 10.0,
                levels.limitOf(ownLevel),
                metric.unit(),
                timeS,
                grading.grade(flag, metric, value, repeated),
                metric.minimalDetectableChange()));
    }
}
