package org.plumbline.server.training;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.SignalDoubt;
import org.plumbline.core.form.SignalQuality;
import org.plumbline.core.repetition.ExerciseProfile;

/** Whether a repetition without flags may be called on target: never by default, only where its form was really judged. */
public final class Assessment {
    private static final String POOR = SignalQuality.Grade.POOR.jsonName();

    /**
     * What may lie beyond its limit with no flag: a drift that a rounded pull explains, and the form change of earlier versions, which
     * was that of one channel alone.
     */
    private static final Map<Metric, FormRule> EXPLAINED = Map.of(
            Metric.FLEXION_DRIFT, FormRule.FLEXION_DRIFT,
            Metric.FORM_DRIFT_INDEX, FormRule.FORM_BREAKDOWN);

    /** What is measured on such signals is shown, and not judged. */
    private static final Set<SignalDoubt> NOT_JUDGED =
            EnumSet.of(SignalDoubt.UNCERTAIN_ANGLES, SignalDoubt.NOT_KNOWN_HERE);

    private Assessment() {}

    /** Whether limits are set for the exercise; otherwise repetitions are counted and measured only. */
    public static boolean hasLimits(String exercise) {
        return ExerciseProfile.ofName(exercise)
                .map(profile -> !FormLimits.defaultsFor(profile).isEmpty())
                .orElse(false);
    }

    /**
     * Whether the signals of the repetition were good enough to judge by, and limits are set for the exercise. What is said to be uncertain
     * is not judged, nor what a newer version doubts for a reason that is not known here.
     */
    public static boolean isTrusted(String exercise, AnalysisResult.Repetition repetition) {
        AnalysisResult.@Nullable RepetitionQuality quality = repetition.quality();
        // of sets from before the quality was graded nothing is known against it
        boolean poor = quality != null && quality.grade().equals(POOR);
        return hasLimits(exercise) && !poor && Collections.disjoint(doubts(exercise, repetition), NOT_JUDGED);
    }

    /**
     * What speaks against the signals of a repetition. Of a posture held on the side the angle of the lower back does not: nothing there
     * is judged by it.
     */
    public static List<SignalDoubt> doubts(String exercise, AnalysisResult.Repetition repetition) {
        AnalysisResult.@Nullable RepetitionQuality quality = repetition.quality();
        boolean onTheSide = ExerciseProfile.ofAnyName(exercise).isOnTheSide();
        return quality == null
                ? List.of()
                : quality.reasons().stream()
                        .filter(reason -> !onTheSide || reason != SignalDoubt.UNCERTAIN_ANGLES)
                        .toList();
    }

    /**
     * Whether the drift of a repetition lies beyond its limit and has no flag, for a rounded pull explains it: one fault, one flag. It is
     * neither within its limit nor not assessed.
     */
    public static boolean isUnderRounding(
            String exercise, FormLimits limits, AnalysisResult.Repetition repetition, Metric metric) {
        @Nullable Double value = repetition.metrics().get(metric.jsonName());
        @Nullable FlagLevels levels = limits.of(FormRule.FLEXION_DRIFT);
        boolean beyond = metric == Metric.FLEXION_DRIFT && value != null && levels != null && levels.levelOf(value) > 0;
        return beyond
                && isTrusted(exercise, repetition)
                && repetition.flags().stream().noneMatch(flag -> flag.metric().equals(metric.jsonName()))
                && repetition.flags().stream()
                        .anyMatch(flag -> flag.flag() == FlagName.ROUNDING_UNDER_LOAD && flag.level() >= 2);
    }

    /** Whether a value of which no flag speaks may be called within its limit. */
    public static boolean isWithin(FormLimits limits, Metric metric, double value) {
        FormRule rule = EXPLAINED.get(metric);
        FlagLevels levels = rule == null ? null : limits.of(rule);
        return rule == null || (levels != null && levels.levelOf(value) == 0);
    }

    /**
     * Whether what the exercise is judged by was seen well enough in the repetition, and limits are set for it. That is the lumbar spine;
     * of a posture held on the side, where flexion cannot be observed, it is the sag, which one sensor sees too.
     */
    public static boolean isJudged(String exercise, AnalysisResult.Repetition repetition) {
        boolean onTheSide = ExerciseProfile.ofAnyName(exercise).isOnTheSide();
        Metric judgedBy = onTheSide ? Metric.HOLD_SAG : Metric.LUMBAR_FLEXION_PEAK;
        return isTrusted(exercise, repetition) && repetition.metrics().get(judgedBy.jsonName()) != null;
    }
}
