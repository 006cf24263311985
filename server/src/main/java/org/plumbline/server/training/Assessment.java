package org.plumbline.server.training;

import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;

/** Whether a repetition without flags may be called on target: never by default, only where its form was really judged. */
public final class Assessment {
    private Assessment() {}

    /** Whether limits are set for the exercise; otherwise repetitions are counted and measured only. */
    public static boolean hasLimits(String exercise) {
        return ExerciseProfile.ofName(exercise)
                .map(ExerciseProfile::fullyTaught)
                .orElse(false);
    }

    /** Whether the lumbar spine was seen in the repetition, and limits are set for the exercise. */
    public static boolean isJudged(String exercise, AnalysisResult.Repetition repetition) {
        return hasLimits(exercise) && repetition.metrics().get(Metric.LUMBAR_FLEXION_PEAK.jsonName()) != null;
    }
}
