package org.plumbline.server.review.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.training.Assessment;
import org.plumbline.server.training.FigureWords;
import org.plumbline.server.training.FormChanges;
import org.plumbline.server.training.HoldWords;
import org.plumbline.server.training.LimitNames;
import org.plumbline.server.training.RepetitionNumbers;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.web.Words;

/**
 * What a set comes down to, in one sentence: the title of its page and its chart.
 *
 * @param sentence the sentence
 * @param strongest the flag it speaks of, or null where no repetition was flagged or nothing could be assessed
 * @param flagged numbers of all repetitions with that flag; the sentence speaks of those in which the same was measured
 */
public record SetFinding(String sentence, @Nullable FormFlag strongest, List<Integer> flagged) {
    /** From this level on a flag is the finding; notices are not. */
    private static final int CAUTION = 2;

    /**
     * Finds the sentence for a set.
     *
     * @param holdTargetS for how long each hold was to be held, as far as the reader may know, or null
     * @param changes what changed where form did
     */
    static SetFinding of(
            List<StoredRepetition> repetitions,
            String exercise,
            FormLimits limits,
            @Nullable Double holdTargetS,
            FormChanges changes) {
        boolean holds = ExerciseProfile.isHold(exercise);
        if (repetitions.isEmpty()) {
            return new SetFinding(HoldWords.say(holds, "set_finding.none"), null, List.of());
        }
        @Nullable String held = holds ? held(repetitions, holdTargetS) : null;
        return caution(repetitions, LimitNames.unnamed(limits), held, changes)
                .orElseGet(() -> new SetFinding(
                        held == null ? calm(repetitions, exercise) : calmHolds(repetitions, exercise, held),
                        null,
                        List.of()));
    }

    private static String held(List<StoredRepetition> holds, @Nullable Double targetS) {
        List<Double> heldS = holds.stream()
                .map(hold -> hold.result().metrics().get(Metric.HOLD_DURATION.jsonName()))
                .filter(Objects::nonNull)
                .toList();
        return heldS.isEmpty()
                ? Words.say("set_finding.held.unknown", holds.size())
                : Words.say("set_finding.held", holds.size(), HoldWords.held(heldS, targetS));
    }

    private static String calmHolds(List<StoredRepetition> holds, String exercise, String held) {
        List<Integer> noted = noted(holds);
        if (!noted.isEmpty()) {
            return holds.size() == 1
                    ? Words.say("set_finding.held.noted_one", held)
                    : Words.say("set_finding.held.noted", held, noted.size(), RepetitionNumbers.say(noted));
        }
        return isJudged(holds, exercise) ? Words.say("set_finding.held.steady", held) : held;
    }

    private record Raised(int repetition, FormFlag flag) {}

    /** @param held of holds for how long they were held, as the begin of the sentence; null of what is lifted */
    private static Optional<SetFinding> caution(
            List<StoredRepetition> repetitions, LimitNames limits, @Nullable String held, FormChanges changes) {
        TreeMap<FlagName, List<Raised>> byFlag = repetitions.stream()
                .flatMap(repetition -> repetition.result().flags().stream()
                        .map(flag -> new Raised(repetition.result().number(), flag)))
                .filter(raised -> raised.flag().level() >= CAUTION)
                .collect(Collectors.groupingBy(raised -> raised.flag().flag(), TreeMap::new, Collectors.toList()));
        boolean assessed = repetitions.stream()
                .anyMatch(repetition ->
                        peak(repetition.curves().lumbarFlexionDeg()).isPresent());
        return byFlag.values().stream()
                .max(Comparator.comparing(SetFinding::isOfForm)
                        .thenComparingInt(SetFinding::strength)
                        .thenComparing(SetFinding::isOfOneThing)
                        .thenComparing(SetFinding::confidence)
                        .thenComparingInt(List::size))
                .map(raised -> sentence(raised, assessed, limits, held, repetitions.size(), changes));
    }

    private static boolean isOfForm(List<Raised> raised) {
        return Levels.isOfForm(raised.get(0).flag());
    }

    private static boolean isOfOneThing(List<Raised> raised) {
        return Levels.isOfOneThing(raised.get(0).flag());
    }

    private static int strength(List<Raised> raised) {
        return raised.stream().mapToInt(one -> one.flag().level()).max().orElse(0);
    }

    /** How far its most serious flags can be trusted: of two alike the sure one is the finding. */
    private static Confidence confidence(List<Raised> raised) {
        int strength = strength(raised);
        return raised.stream()
                .filter(one -> one.flag().level() == strength)
                .map(one -> one.flag().confidence())
                .max(Comparator.naturalOrder())
                .orElse(Confidence.LOW);
    }

    private static SetFinding sentence(
            List<Raised> raised,
            boolean assessed,
            LimitNames limits,
            @Nullable String held,
            int all,
            FormChanges changes) {
        // a flag may speak of more than one metric, in degrees that say nothing of one another: what happened most
        // often goes first
        List<Raised> alike = raised.stream()
                .collect(Collectors.groupingBy(one -> one.flag().metric(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .max(Comparator.comparingInt(SetFinding::strength)
                        .thenComparing(SetFinding::confidence)
                        .thenComparingInt(List::size))
                .orElseThrow();
        FormFlag strongest = alike.stream()
                .map(Raised::flag)
                .max(Comparator.comparingInt(FormFlag::level)
                        .thenComparing(FormFlag::confidence)
                        .thenComparingDouble(flag -> Math.abs(flag.value())))
                .orElseThrow();
        List<Integer> numbers = numbers(alike);
        FormFlag most = alike.stream()
                .map(Raised::flag)
                .max(Comparator.comparingDouble(flag -> Math.abs(flag.value())))
                .orElse(strongest);
        String what = numbers.size() > 1 ? changes.findingUpTo(most, limits) : changes.finding(strongest, limits);
        if (strongest.flag() == FlagName.SPEED_LOSS && !assessed) {
            what = Words.say("set_finding.form_not_assessed", what);
        }
        return new SetFinding(flagged(numbers, what, held, all), strongest, numbers(raised));
    }

    private static String flagged(List<Integer> numbers, String what, @Nullable String held, int all) {
        String said = RepetitionNumbers.say(numbers);
        if (held == null) {
            return Words.say("set_finding.flagged", numbers.size(), said, what);
        }
        return all == 1
                ? Words.say("set_finding.held.flagged_one", held, what)
                : Words.say("set_finding.held.flagged", held, numbers.size(), said, what);
    }

    private static List<Integer> numbers(List<Raised> raised) {
        return raised.stream().map(Raised::repetition).distinct().sorted().toList();
    }

    private static String calm(List<StoredRepetition> repetitions, String exercise) {
        Metric metric = Metric.ofExercise(ExerciseProfile.ofAnyName(exercise));
        List<Double> figures = repetitions.stream()
                .map(repetition -> figure(repetition, metric))
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .sorted()
                .toList();
        if (figures.isEmpty()) {
            return Words.say("set_finding.not_assessed." + metric.jsonName(), repetitions.size());
        }
        String figure = Words.say("set_finding.figure." + metric.jsonName(), FigureWords.degrees(figures));
        List<Integer> noted = noted(repetitions);
        if (!noted.isEmpty()) {
            return Words.say(
                    "set_finding.noted", repetitions.size(), noted.size(), RepetitionNumbers.say(noted), figure);
        }
        return Words.say(
                isJudged(repetitions, exercise) ? "set_finding.on_target" : "set_finding.counted",
                repetitions.size(),
                figure);
    }

    private static List<Integer> noted(List<StoredRepetition> repetitions) {
        return repetitions.stream()
                .map(StoredRepetition::result)
                .filter(result -> result.flags().stream().anyMatch(flag -> flag.flag() != FlagName.QUALITY))
                .map(AnalysisResult.Repetition::number)
                .toList();
    }

    private static boolean isJudged(List<StoredRepetition> repetitions, String exercise) {
        return repetitions.stream().allMatch(repetition -> Assessment.isJudged(exercise, repetition.result()));
    }

    /** What a repetition is known by: {@link #peak} of the two that have a course, as measured of the others. */
    public static OptionalDouble figure(StoredRepetition repetition, Metric metric) {
        if (metric == Metric.LUMBAR_FLEXION_PEAK || metric == Metric.TRUNK_INCLINATION_PEAK) {
            return peak(repetition, metric);
        }
        @Nullable Double measured = repetition.result().metrics().get(metric.jsonName());
        return measured == null ? OptionalDouble.empty() : OptionalDouble.of(measured);
    }

    /**
     * The peak of a repetition: as it was measured, and the highest point of its course where an earlier version kept no more.
     *
     * @param metric peak lumbar flexion or peak trunk inclination
     */
    public static OptionalDouble peak(StoredRepetition repetition, Metric metric) {
        @Nullable Double measured = repetition.result().metrics().get(metric.jsonName());
        if (measured != null) {
            return OptionalDouble.of(measured);
        }
        return peak(
                metric == Metric.LUMBAR_FLEXION_PEAK
                        ? repetition.curves().lumbarFlexionDeg()
                        : repetition.curves().trunkInclinationDeg());
    }

    /** The highest point of a course; empty where it was not assessed. */
    public static OptionalDouble peak(double[] curve) {
        return IntStream.range(0, curve.length)
                .mapToDouble(i -> curve[i])
                .filter(Double::isFinite)
                .max();
    }
}
