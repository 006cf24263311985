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
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.server.training.Assessment;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.RepetitionNumbers;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.web.Words;

/**
 * What a set comes down to, in one sentence: the title of its page and its chart.
 *
 * @param sentence the sentence
 * @param strongest the flag it speaks of, or null where every repetition was on target or nothing could be assessed
 * @param flagged numbers of the repetitions it speaks of
 */
public record SetFinding(String sentence, @Nullable FormFlag strongest, List<Integer> flagged) {
    /** From this level on a flag is the finding; notices are not. */
    private static final int CAUTION = 2;

    private static final Set<FlagName> OF_PACE =
            EnumSet.of(FlagName.SPEED_LOSS, FlagName.TEMPO, FlagName.MOMENTUM, FlagName.QUALITY);

    /** Finds the sentence for a set. */
    public static SetFinding of(List<StoredRepetition> repetitions, String exercise) {
        if (repetitions.isEmpty()) {
            return new SetFinding(Words.say("set_finding.none"), null, List.of());
        }
        return caution(repetitions).orElseGet(() -> new SetFinding(calm(repetitions, exercise), null, List.of()));
    }

    private record Raised(int repetition, FormFlag flag) {}

    private static Optional<SetFinding> caution(List<StoredRepetition> repetitions) {
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
                .map(raised -> sentence(raised, assessed));
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

    private static SetFinding sentence(List<Raised> raised, boolean assessed) {
        FormFlag strongest = raised.stream()
                .map(Raised::flag)
                .max(Comparator.comparingInt(FormFlag::level)
                        .thenComparing(FormFlag::confidence)
                        .thenComparingDouble(flag -> Math.abs(flag.value())))
                .orElseThrow();
        List<Integer> numbers = raised.stream().map(Raised::repetition).sorted().toList();
        String what = raised.size() > 1 ? FormWords.findingUpTo(strongest) : FormWords.finding(strongest);
        if (strongest.flag() == FlagName.SPEED_LOSS && !assessed) {
            what = Words.say("set_finding.form_not_assessed", what);
        }
        return new SetFinding(
                Words.say("set_finding.flagged", numbers.size(), RepetitionNumbers.say(numbers), what),
                strongest,
                numbers);
    }

    private static String calm(List<StoredRepetition> repetitions, String exercise) {
        List<Double> peaks = repetitions.stream()
                .map(repetition -> peak(repetition.curves().lumbarFlexionDeg()))
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
        boolean judged =
                repetitions.stream().allMatch(repetition -> Assessment.isJudged(exercise, repetition.result()));
        return Words.say(judged ? "set_finding.on_target" : "set_finding.counted", repetitions.size(), range);
    }

    /** The highest point of a course; empty where it was not assessed. */
    public static OptionalDouble peak(double[] curve) {
        return IntStream.range(0, curve.length)
                .mapToDouble(i -> curve[i])
                .filter(Double::isFinite)
                .max();
    }
}
