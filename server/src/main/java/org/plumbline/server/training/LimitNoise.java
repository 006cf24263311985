package org.plumbline.server.training;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.account.Person;
import org.plumbline.server.web.Words;
import org.springframework.stereotype.Service;

/**
 * Whether a limit lies within the noise of the sensors around what is usual for a person: the same for whoever sets it, in the same
 * words. Whoever has read it may set it all the same.
 */
@Service
public class LimitNoise {
    /** How far back what is usual is looked for, days. */
    private static final int DAYS = 56;

    /** Repetitions from which a middle is given. */
    private static final int FEWEST = 3;

    /**
     * What is a change already: it is held against noise alone, for nobody changes as usual. The smoothness lost is one too, but what
     * can be told of it is not known: like the rest it is held against what is usual.
     */
    private static final Set<Metric> CHANGES = EnumSet.of(
            Metric.FLEXION_DRIFT,
            Metric.BASELINE_DEVIATION,
            Metric.TRUNK_DEVIATION,
            Metric.RANGE_LOSS,
            Metric.FORM_DRIFT_INDEX);

    private final SetSummaries summaries;
    private final RepetitionsOfSets repetitions;
    private final Clock clock;

    LimitNoise(SetSummaries summaries, RepetitionsOfSets repetitions, Clock clock) {
        this.summaries = summaries;
        this.repetitions = repetitions;
        this.clock = clock;
    }

    /**
     * What is to be known of limits, a sentence each, and what follows from it; empty where nothing is.
     *
     * @param most what lies beyond is flagged, by metric and in its unit
     */
    public List<String> remarks(Person lifter, String exercise, Map<Metric, Double> most) {
        return remarks(most, usual(lifter, ExerciseProfile.spelled(exercise), most.keySet()));
    }

    /**
     * The same of the limit of a rule.
     *
     * @param most what lies beyond is flagged, in the unit of its metric
     */
    public List<String> remarks(Person lifter, String exercise, FormRule rule, double most) {
        return remarks(rule, most, usual(lifter, ExerciseProfile.spelled(exercise), Set.of(rule.metric())));
    }

    /** The middle repetition of the last weeks, by metric; none where there are too few. */
    private Map<Metric, Double> usual(Person lifter, String exercise, Set<Metric> metrics) {
        ZoneId zone = ZoneId.systemDefault();
        LocalDate from = LocalDate.now(clock.withZone(zone)).minusDays(DAYS);
        List<UUID> sets = summaries.since(lifter.id(), from.atStartOfDay(zone).toInstant()).stream()
                .filter(set -> set.exercise().equals(exercise) && CountedSets.counts(lifter, set.simulated()))
                .map(SetSummary::setId)
                .toList();
        List<AnalysisResult.Repetition> done =
                repetitions.of(sets).values().stream().flatMap(List::stream).toList();
        Map<Metric, Double> usual = new EnumMap<>(Metric.class);
        for (Metric metric : metrics) {
            double[] values = done.stream()
                    .map(repetition -> repetition.metrics().get(metric.jsonName()))
                    .filter(value -> value != null && Double.isFinite(value))
                    .mapToDouble(value -> Math.abs(Objects.requireNonNull(value)))
                    .toArray();
            if (values.length >= FEWEST) {
                usual.put(metric, new Median().evaluate(values));
            }
        }
        return usual;
    }

    /** A level counted from the usual is a change already; a tempo's is one from its target, whatever is usual. */
    static List<String> remarks(FormRule rule, double most, Map<Metric, Double> usual) {
        if (rule == FormRule.TEMPO) {
            return List.of();
        }
        Map<Metric, Double> limits = Map.of(rule.metric(), most);
        return remarks(limits, usual, rule.isCountedFromUsual() ? limits.keySet() : CHANGES);
    }

    static List<String> remarks(Map<Metric, Double> limits, Map<Metric, Double> usual) {
        return remarks(limits, usual, CHANGES);
    }

    /**
     * Limits that lie nearer to what is usual than the smallest change that can be told from noise, or below it; where nobody knows
     * what is usual, those that lie so near to none at all.
     *
     * @param changes metrics whose limits are of a change
     */
    private static List<String> remarks(Map<Metric, Double> limits, Map<Metric, Double> usual, Set<Metric> changes) {
        List<String> remarks = new ArrayList<>();
        limits.forEach((metric, most) -> {
            Double middle = usual.get(metric);
            double change = metric.minimalDetectableChange(Double.NaN);
            String name = FormWords.metric(metric.jsonName());
            String limit = FormWords.limit(most, metric.unit());
            if (middle == null || changes.contains(metric)) {
                if (most < change) {
                    remarks.add(Words.say(
                            changes.contains(metric) ? "limit.noise.change" : "limit.noise.unknown",
                            name,
                            limit,
                            FormWords.limit(change, metric.unit())));
                }
                return;
            }
            double above = most - middle;
            String value = FormWords.amountAmong(middle, List.of(most), metric.unit());
            if (above < 0) {
                remarks.add(Words.say("limit.noise.below", name, limit, value));
            } else if (above < change) {
                remarks.add(Words.say(
                        "limit.noise",
                        name,
                        limit,
                        value,
                        FormWords.amountAmong(above, List.of(0.0, change), metric.unit()),
                        FormWords.limit(change, metric.unit())));
            }
        });
        if (!remarks.isEmpty()) {
            remarks.add(Words.say("limit.noise.follows"));
        }
        return remarks;
    }
}
