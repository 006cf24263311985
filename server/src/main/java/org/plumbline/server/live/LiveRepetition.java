package org.plumbline.server.live;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.server.training.Assessment;

/**
 * A repetition as a screen shows it.
 *
 * @param number from 1
 * @param peakFlexionDeg peak lumbar flexion, or null where not assessed
 * @param peakInclinationDeg peak trunk inclination, or null where not assessed
 * @param extensionDeg largest lumbar extension beyond neutral, or null where not assessed
 * @param heldS for how long it was held, seconds; null where it is no hold or was not assessed
 * @param judged whether its form was judged: without that no flag means nothing
 * @param level highest level of the flags that show, 0 where there is none
 * @param withdrawn what was said of it while it ran and does not stand, a sentence each
 */
public record LiveRepetition(
        int number,
        @Nullable Double peakFlexionDeg,
        @Nullable Double peakInclinationDeg,
        @Nullable Double extensionDeg,
        @Nullable Double heldS,
        boolean judged,
        int level,
        List<String> withdrawn) {
    static LiveRepetition of(
            AnalysisResult.Repetition repetition, RepetitionCurves curves, String exercise, List<String> withdrawn) {
        int level = repetition.flags().stream()
                .filter(flag -> !LiveFlag.isLogOnly(flag))
                .mapToInt(FormFlag::level)
                .max()
                .orElse(0);
        return new LiveRepetition(
                repetition.number(),
                peak(curves.lumbarFlexionDeg()),
                peak(curves.trunkInclinationDeg()),
                repetition.metrics().get(Metric.LOCKOUT_EXTENSION.jsonName()),
                repetition.metrics().get(Metric.HOLD_DURATION.jsonName()),
                Assessment.isJudged(exercise, repetition),
                level,
                List.copyOf(withdrawn));
    }

    private static @Nullable Double peak(double[] curve) {
        double peak = Double.NEGATIVE_INFINITY;
        for (double value : curve) {
            if (value > peak) {
                peak = value;
            }
        }
        return peak == Double.NEGATIVE_INFINITY ? null : Math.round(peak * 10) / 10.0;
    }
}
