package org.plumbline.server.training;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;

/** Sums up a set from what was found in it. */
final class SetSummaryFacts {
    private static final int CAUTION = 2;

    private static final Pattern LINE = Pattern.compile("line-(\\d{1,6})");

    /** The first algorithm whose form change is what its flag judges: before, it was the largest change of any one channel. */
    private static final int FORM_CHANGE_FROM = 8;

    private SetSummaryFacts() {}

    static SetSummary of(
            TrainingSet set,
            @Nullable AnalysisResult analysis,
            List<StoredRepetition> repetitions,
            List<StoredFlag> flags,
            Effort effort) {
        List<@Nullable Double> peaks = values(repetitions, Metric.LUMBAR_FLEXION_PEAK);
        List<@Nullable Double> twists = values(repetitions, Metric.AXIAL_ROTATION_RANGE);
        Set<Integer> counted = repetitions.stream()
                .map(repetition -> repetition.result().number())
                .collect(Collectors.toSet());
        // a live flag may speak of a way up that was no repetition in the end: putting down the bar, standing up
        List<StoredFlag> standing = flags.stream()
                .filter(flag -> flag.repetitionNumber() == 0 || counted.contains(flag.repetitionNumber()))
                .toList();
        long flagged = standing.stream()
                .filter(flag -> flag.repetitionNumber() > 0 && flag.flag().level() >= CAUTION)
                .map(StoredFlag::repetitionNumber)
                .distinct()
                .count();
        return new SetSummary(
                set.id(),
                set.sessionId(),
                set.lifterId(),
                set.exercise(),
                set.title(),
                set.source(),
                set.state(),
                set.demo(),
                set.simulated(),
                set.startedAt(),
                set.loadKg(),
                repetitions.size(),
                (int) repetitions.stream()
                        .filter(repetition -> Assessment.isJudged(set.exercise(), repetition.result()))
                        .count(),
                (int) flagged,
                standing.stream().mapToInt(flag -> flag.flag().level()).max().orElse(0),
                median(peaks),
                largest(peaks),
                median(twists),
                largest(twists),
                analysis == null || !saysFormChange(analysis.software().algorithm())
                        ? null
                        : largest(values(repetitions, Metric.FORM_DRIFT_INDEX)),
                analysis == null ? null : analysis.set().speedLossPercent(),
                effort,
                peaks);
    }

    /** What each repetition of an exercise is known by, null where not assessed; empty where that is the peak of flexion. */
    static List<@Nullable Double> figures(String exercise, List<StoredRepetition> repetitions) {
        Metric metric = Metric.ofExercise(ExerciseProfile.ofAnyName(exercise));
        return metric == Metric.LUMBAR_FLEXION_PEAK ? List.of() : values(repetitions, metric);
    }

    private static boolean saysFormChange(String algorithm) {
        Matcher line = LINE.matcher(algorithm);
        return line.matches() && Integer.parseInt(line.group(1)) >= FORM_CHANGE_FROM;
    }

    private static List<@Nullable Double> values(List<StoredRepetition> repetitions, Metric metric) {
        @Nullable Double[] values = new Double[repetitions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = repetitions.get(i).result().metrics().get(metric.jsonName());
        }
        return Arrays.asList(values);
    }

    private static @Nullable Double median(List<@Nullable Double> values) {
        double[] known = known(values);
        return known.length == 0 ? null : rounded(new Median().evaluate(known));
    }

    private static @Nullable Double largest(List<@Nullable Double> values) {
        double[] known = known(values);
        return known.length == 0 ? null : Arrays.stream(known).max().getAsDouble();
    }

    private static double[] known(List<@Nullable Double> values) {
        return values.stream()
                .filter(value -> value != null)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
