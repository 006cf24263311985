package org.plumbline.server.review;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.SignalDoubt;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.review.chart.Courses;
import org.plumbline.server.review.chart.SetFinding;
import org.plumbline.server.training.Assessment;
import org.plumbline.server.training.Correction;
import org.plumbline.server.training.FormChanges;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.HoldWords;
import org.plumbline.server.training.LimitNames;
import org.plumbline.server.training.StoredRepetition;

/**
 * A repetition of the set page, in words.
 *
 * @param number from 1
 * @param set the set it belongs to, from 1
 * @param figure what a repetition of the exercise is known by: peak lumbar flexion of most; null where not assessed
 * @param sag how far a posture was left while it was held, or null
 * @param gain flexion gained after the lift began, or null
 * @param twist twist, peak to peak, or null
 * @param inclination peak trunk inclination, or null
 * @param concentric duration of the way up, or null
 * @param speed trunk speed on the way up, or null
 * @param level highest level of its flags, {@link FormWords#NOT_ASSESSED} where its form was not judged
 * @param levelWord its word
 * @param flags its flags with their evidence
 * @param doubts why its signals cannot be trusted wholly
 * @param still the pose at the peak, to be drawn, or null
 * @param momentS a moment well inside it, seconds on the set's clock
 * @param counted the correction by which a person counted it, or null where the analysis did
 */
record RepetitionRow(
        int number,
        int set,
        @Nullable String figure,
        @Nullable String sag,
        @Nullable String gain,
        @Nullable String twist,
        @Nullable String inclination,
        @Nullable String concentric,
        @Nullable String speed,
        int level,
        String levelWord,
        List<Evidence> flags,
        List<SignalDoubt> doubts,
        @Nullable Still still,
        double momentS,
        @Nullable Correction counted) {

    /**
     * @param pelvisTiltDeg pelvis against gravity
     * @param lumbarFlexionDeg thorax against pelvis
     */
    record Still(double pelvisTiltDeg, double lumbarFlexionDeg) {}

    /**
     * @param names who set the limits the set was held to
     * @param holdTargetS for how long each hold was to be held, as far as the reader may know, or null
     * @param changes what changed where form did
     */
    static RepetitionRow of(
            StoredRepetition repetition,
            String exercise,
            List<Correction> corrections,
            LimitNames names,
            @Nullable Double holdTargetS,
            FormChanges changes) {
        AnalysisResult.Repetition result = repetition.result();
        double[] flexion = repetition.curves().lumbarFlexionDeg();
        double[] inclination = repetition.curves().trunkInclinationDeg();
        int unflagged = Assessment.isJudged(exercise, result) ? 0 : FormWords.NOT_ASSESSED;
        int level = result.flags().stream().mapToInt(FormFlag::level).max().orElse(unflagged);
        return new RepetitionRow(
                result.number(),
                result.set(),
                figure(repetition, exercise, names, holdTargetS),
                metric(result, Metric.HOLD_SAG, names),
                metric(result, Metric.FLEXION_GAIN_LOADED, names),
                metric(result, Metric.AXIAL_ROTATION_RANGE, names),
                peak(repetition, Metric.TRUNK_INCLINATION_PEAK, names),
                concentric(result),
                metric(result, Metric.TRUNK_EXTENSION_SPEED, names),
                level,
                FormWords.levelInLog(level, ExerciseProfile.isHold(exercise)),
                result.flags().stream()
                        .map(flag -> Evidence.of(flag, names, repetition, changes))
                        .toList(),
                Assessment.doubts(exercise, result),
                ExerciseProfile.ofAnyName(exercise).isOnTheSide() ? null : still(flexion, inclination),
                (result.startS() + result.endS()) / 2,
                SetAsideRow.countedBy(repetition, corrections).orElse(null));
    }

    private static @Nullable String figure(
            StoredRepetition repetition, String exercise, LimitNames names, @Nullable Double holdTargetS) {
        Metric metric = Metric.ofExercise(ExerciseProfile.ofAnyName(exercise));
        OptionalDouble figure = SetFinding.figure(repetition, metric);
        if (figure.isEmpty()) {
            return null;
        }
        return metric == Metric.HOLD_DURATION
                ? HoldWords.held(figure.getAsDouble(), holdTargetS)
                : amount(figure.getAsDouble(), metric, names);
    }

    private static @Nullable String peak(StoredRepetition repetition, Metric metric, LimitNames names) {
        OptionalDouble peak = SetFinding.peak(repetition, metric);
        return peak.isPresent() ? amount(peak.getAsDouble(), metric, names) : null;
    }

    /** How long the way up took; a way up that was not found took no time that could be told. */
    private static @Nullable String concentric(AnalysisResult.Repetition result) {
        @Nullable Double seconds = result.concentricS();
        return seconds == null || result.notAssessed().contains(Metric.CONCENTRIC_DURATION.jsonName())
                ? null
                : FormWords.amount(seconds, "s");
    }

    private static @Nullable String metric(AnalysisResult.Repetition result, Metric metric, LimitNames names) {
        Double value = result.metrics().get(metric.jsonName());
        return value == null ? null : amount(value, metric, names);
    }

    private static String amount(double value, Metric metric, LimitNames names) {
        return FormWords.amountAmong(value, names.levels(metric.jsonName()), metric.unit());
    }

    private static @Nullable Still still(double[] flexion, double[] inclination) {
        int peak = Courses.peakAt(flexion);
        if (peak < 0 || !Double.isFinite(inclination[peak])) {
            return null;
        }
        // in the sagittal plane the thorax leans by the pelvis' tilt and the lumbar flexion together
        return new Still(inclination[peak] - flexion[peak], flexion[peak]);
    }
}
