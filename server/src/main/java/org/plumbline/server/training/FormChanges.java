package org.plumbline.server.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormBaseline;
import org.plumbline.core.form.FormChange;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.server.web.Words;

/**
 * What changed where a flag says that form did, in words: each metric, from what to what, and from where on that counts.
 *
 * @param repetitions the repetitions of the set, from its first
 * @param approved what is approved as the lifter's usual, or null
 */
public record FormChanges(
        List<AnalysisResult.Repetition> repetitions,
        @Nullable FormBaseline approved) {
    /** Of a place where the other repetitions are not known. */
    public static final FormChanges UNKNOWN = new FormChanges(List.of(), null);

    /** A change of less than what can be told is none. */
    private static final double EDGE = 1;

    private static final int CAUTION = 2;

    public FormChanges {
        repetitions = List.copyOf(repetitions);
    }

    /** The changes of a set. */
    public static FormChanges of(List<StoredRepetition> repetitions, @Nullable FormBaseline approved) {
        return new FormChanges(
                repetitions.stream().map(StoredRepetition::result).toList(), approved);
    }

    /** Whether form changed in any of these repetitions. */
    static boolean areIn(List<StoredRepetition> repetitions) {
        return repetitions.stream().anyMatch(repetition -> index(repetition.result()) >= EDGE);
    }

    /** What a repetition did, as {@link FormWords#finding} has it; of a change of form with what changed, where that is known. */
    public String finding(FormFlag flag, LimitNames names) {
        return what(flag)
                .map(what -> Words.say("finding.form_breakdown", what))
                .orElseGet(() -> FormWords.finding(flag, names));
    }

    /** The same of several repetitions, of which this flag is the largest. */
    public String findingUpTo(FormFlag flag, LimitNames names) {
        Optional<AnalysisResult.Repetition> most = repetition(flag);
        return what(flag)
                .map(what -> Words.say(
                        "finding.form_breakdown.most", most.orElseThrow().number(), what))
                .orElseGet(() -> FormWords.findingUpTo(flag, names));
    }

    /** What changed where the flag says that form did: {@code peak flexion from 34° to 46° (counts from 43° on)}; empty of others. */
    public Optional<String> what(FormFlag flag) {
        return flag.flag() == FlagName.FORM_BREAKDOWN
                ? repetition(flag).flatMap(repetition -> what(repetition, flag.limit()))
                : Optional.empty();
    }

    /** What changed in the repetition whose form changed most, with its number; empty where none did or it is not known. */
    public Optional<String> largest() {
        AnalysisResult.@Nullable Repetition largest = null;
        for (AnalysisResult.Repetition repetition : repetitions) {
            if (largest == null || index(repetition) > index(largest)) {
                largest = repetition;
            }
        }
        if (largest == null || index(largest) < EDGE) {
            return Optional.empty();
        }
        int number = largest.number();
        return what(largest, EDGE).map(what -> Words.say("form_change.in", number, what));
    }

    private static double index(AnalysisResult.Repetition repetition) {
        return repetition.metrics().getOrDefault(Metric.FORM_DRIFT_INDEX.jsonName(), Double.NEGATIVE_INFINITY);
    }

    private Optional<AnalysisResult.Repetition> repetition(FormFlag flag) {
        return repetitions.stream()
                .filter(repetition -> repetition.flags().contains(flag))
                .findFirst();
    }

    private Optional<String> what(AnalysisResult.Repetition last, double limit) {
        List<FormChange.Measured> until = new ArrayList<>();
        for (AnalysisResult.Repetition repetition : repetitions) {
            if (repetition.set() == last.set() && repetition.number() <= last.number()) {
                until.add(new FormChange.Measured(
                        repetition.metrics(), repetition.flags().stream().anyMatch(flag -> flag.level() >= CAUTION)));
            }
        }
        boolean spineSeen = last.metrics().containsKey(Metric.LUMBAR_FLEXION_PEAK.jsonName());
        List<FormChange> changes = FormChange.ofLast(until, spineSeen, approved, limit);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(changes.stream().map(FormChanges::words).collect(Collectors.joining("; ")));
    }

    private static String words(FormChange change) {
        Metric metric = change.metric();
        // short as beside a chart, for several of them stand in one sentence; what has no unit would not be understood
        // so
        String name = metric.unit().isEmpty()
                ? FormWords.metric(metric.jsonName())
                : Words.say("metric." + metric.jsonName());
        return Words.say(
                "form_change",
                Character.toLowerCase(name.charAt(0)) + name.substring(1),
                FormWords.amount(change.usual(), metric.unit()),
                FormWords.amountAmong(change.value(), List.of(change.limit()), metric.unit()),
                FormWords.amount(change.limit(), metric.unit()));
    }
}
