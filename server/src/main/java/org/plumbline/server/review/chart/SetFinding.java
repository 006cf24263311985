package org.plumbline.server.review.chart;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
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
import org.plumbline.server.training.Assessment;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.LimitNames;
import org.plumbline.server.training.RepetitionNumbers;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.web.Words;

/**
 * What a set comes down to, in one sentence: the title of its page and its chart.
 *
 * @param sentence the sentence
 * @param strongest the flag it speaks of, or null where every repetition was on target or nothing could be assessed
 * @param flagged numbers of all repetitions with that flag; the sentence speaks of those in which the same was measured
 */
public record SetFinding(String sentence, @Nullable FormFlag strongest, List<Integer> flagged) {
    /** From this level on a flag is the finding; notices are not. */
    private static final int CAUTION = 2;

    private static final Set<FlagName> OF_PACE =
            EnumSet.of(FlagName.SPEED_LOSS, FlagName.TEMPO, FlagName.MOMENTUM, FlagName.QUALITY);

    /** Finds the sentence for a set. */
    public static SetFinding of(List<StoredRepetition> repetitions, String exercise, FormLimits limits) {
        if (repetitions.isEmpty()) {
            return new SetFinding(Words.say("set_finding.none"), null, List.of());
        }
        return caution(repetitions, LimitNames.unnamed(limits))
                .orElseGet(() -> new SetFinding(calm(repetitions, exercise), null, List.of()));
    }

    private record Raised(int repetition, FormFlag flag) {}

    private static Optional<SetFinding> caution(List<StoredRepetition> repetitions, LimitNames limits) {
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
                        .thenComparing(SetFinding::confidence)
                        .thenComparing(SetFinding::isOfOneThing)
                        .thenComparingInt(List::size))
                .map(raised -> sentence(raised, assessed, limits));
    }

    /** How the trunk moved says more than how fast it did: a tired lifter who keeps form is the lesser finding. */
    private static boolean isOfForm(List<Raised> raised) {
        return !OF_PACE.contains(raised.get(0).flag().flag());
    }

    /** What changed says more than that more than one thing did. */
    private static boolean isOfOneThing(List<Raised> raised) {
        return raised.get(0).flag().flag() != FlagName.FORM_BREAKDOWN;
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

    private static SetFinding sentence(List<Raised> raised, boolean assessed, LimitNames limits) {
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
        String what = numbers.size() > 1 ? FormWords.findingUpTo(most, limits) : FormWords.finding(strongest, limits);
        if (strongest.flag() == FlagName.SPEED_LOSS && !assessed) {
            what = Words.say("set_finding.form_not_assessed", what);
        }
        return new SetFinding(
                Words.say("set_finding.flagged", numbers.size(), RepetitionNumbers.say(numbers), what),
                strongest,
                numbers(raised));
    }

    private static List<Integer> numbers(List<Raised> raised) {
        return raised.stream().map(Raised::repetition).distinct().sorted().toList();
    }

    private static String calm(List<StoredRepetition> repetitions, String exercise) {
        List<Double> peaks = repetitions.stream()
                .map(repetition -> peak(repetition, Metric.LUMBAR_FLEXION_PEAK))
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .sorted()
                .toList();
        if (peaks.isEmpty()) {
            return Words.say("set_finding.not_assessed", repetitions.size());
        }
        long least = Math.round(peaks.get(0));
        long most = Math.round(peaks.get(peaks.size() - 1));
        String range = least == most ? most + "°" : least + "–" + most + "°";
        List<Integer> noted = repetitions.stream()
                .map(StoredRepetition::result)
                .filter(result -> result.flags().stream().anyMatch(flag -> flag.flag() != FlagName.QUALITY))
                .map(AnalysisResult.Repetition::number)
                .toList();
        if (!noted.isEmpty()) {
            return Words.say(
                    "set_finding.noted", repetitions.size(), noted.size(), RepetitionNumbers.say(noted), range);
        }
        boolean judged =
                repetitions.stream().allMatch(repetition -> Assessment.isJudged(exercise, repetition.result()));
        return Words.say(judged ? "set_finding.on_target" : "set_finding.counted", repetitions.size(), range);
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
