package org.plumbline.core.form;

import org.plumbline.core.repetition.ExerciseProfile;

/**
 * The limits for one person and exercise. The defaults are those of the metric catalogue (section 3); every one of them is a
 * heuristic or derived from the repeatability of the measurement, none is a border of harm.
 *
 * @param rounding F1, flexion gained under load, degrees
 * @param flexionDrift F3, peak flexion against the reference repetitions, degrees
 * @param twist F6, axial rotation peak to peak, degrees
 * @param singleTwistDeg a single twist counts as caution only from here; less must recur in two of three repetitions
 * @param speedLoss F11, loss of trunk-extension speed, percent
 */
public record FormLimits(
        FlagLevels rounding, FlagLevels flexionDrift, FlagLevels twist, double singleTwistDeg, FlagLevels speedLoss) {

    /** The default limits of an exercise. */
    public static FormLimits defaultsFor(ExerciseProfile profile) {
        boolean squat = profile.start() == ExerciseProfile.Start.TOP;
        return new FormLimits(
                new FlagLevels(
                        4, 6, 10, "catalogue F1: above the RMSE of two sensors (1.3-1.7°), near their MDC of 4°"),
                new FlagLevels(6, 9, 13, "catalogue F3: MDC 8° upper and 4° lower lumbar, together 9° (Aasa 2019)"),
                new FlagLevels(5, 7, 12, "catalogue F6: rotation of about 7° each side at all ages (Troke 2001)"),
                10,
                squat
                        ? new FlagLevels(
                                15,
                                20,
                                30,
                                "catalogue F11, squat and row: bar-speed literature, not proven for the trunk")
                        : new FlagLevels(
                                10, 15, 25, "catalogue F11, deadlift: decline to failure about 30 % (Beck 2020)"));
    }
}
