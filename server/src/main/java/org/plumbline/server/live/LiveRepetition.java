package org.plumbline.server.live;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.training.Assessment;
import org.plumbline.server.training.HoldWords;
import org.plumbline.server.web.Words;

/**
 * A repetition as a screen shows it.
 *
 * @param number from 1
 * @param peakFlexionDeg peak lumbar flexion, or null where not assessed
 * @param peakInclinationDeg peak trunk inclination, or null where not assessed
 * @param extensionDeg largest lumbar extension beyond neutral, or null where not assessed
 * @param heldS for how long it was held, seconds; null where it is no hold or was not assessed
 * @param sagDeg how far it sank, degrees; null where it is no hold or was not assessed
 * @param judged whether its form was judged: without that no flag means nothing
 * @param notJudgedBecause why it was not, a sentence; null where it was
 * @param level highest level of the flags that show, 0 where there is none
 * @param withdrawn what was said of it while it ran and does not stand, a sentence each
 */
public record LiveRepetition(
        int number,
        @Nullable Double peakFlexionDeg,
        @Nullable Double peakInclinationDeg,
        @Nullable Double extensionDeg,
        @Nullable Double heldS,
        @Nullable Double sagDeg,
        boolean judged,
        @Nullable String notJudgedBecause,
        int level,
        List<String> withdrawn) {
    static LiveRepetition of(
            AnalysisResult.Repetition repetition,
            RepetitionCurves curves,
            String exercise,
            boolean twoSensors,
            List<String> withdrawn) {
        int level = repetition.flags().stream()
                .filter(flag -> !LiveFlag.isLogOnly(flag))
                .mapToInt(FormFlag::level)
                .max()
                .orElse(0);
        boolean judged = Assessment.isJudged(exercise, repetition);
        return new LiveRepetition(
                repetition.number(),
                peak(curves.lumbarFlexionDeg()),
                peak(curves.trunkInclinationDeg()),
                repetition.metrics().get(Metric.LOCKOUT_EXTENSION.jsonName()),
                repetition.metrics().get(Metric.HOLD_DURATION.jsonName()),
                repetition.metrics().get(Metric.HOLD_SAG.jsonName()),
                judged,
                judged ? null : whyNotJudged(exercise, twoSensors),
                level,
                List.copyOf(withdrawn));
    }

    private static String whyNotJudged(String exercise, boolean twoSensors) {
        if (exercise.equals(ExerciseProfile.TRUNK_MOVEMENT.name())) {
            return Words.say("live.not-judged.motion");
        }
        if (!Assessment.hasLimits(exercise)) {
            return Words.say("live.not-judged.exercise");
        }
        ExerciseProfile profile = ExerciseProfile.ofAnyName(exercise);
        // on the side the form is judged by the sag, which one sensor sees too
        return twoSensors || profile.isOnTheSide()
                ? HoldWords.say(profile.isHold(), "live.not-judged.signals")
                : Words.say("live.not-judged.sensors");
    }

    private static @Nullable Double peak(double[] curve) {
        double peak = Double.NEGATIVE_INFINITY;
        for (double value : curve) {
            if (value > peak) {
                peak = value;
            }
        }
        return peak == Double.NEGATIVE_INFINITY ? null : Math.round(peak * 100) / 100.0;
    }
}
