package org.plumbline.server.training;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FormBaseline;
import org.plumbline.core.form.Metric;

/**
 * What is usual for a lifter in a metric of form: the approved repetitions where there are such, else the first sets in which it
 * was assessed and nothing was flagged.
 */
final class UsualOfSets {
    /** Sets without which nobody can speak of usual (heuristic). */
    private static final int FIRST_SETS = 3;

    private UsualOfSets() {}

    static Optional<ProgressSeries.Usual> of(
            Metric metric,
            @Nullable FormBaseline baseline,
            List<SetSummary> oldestFirst,
            Function<SetSummary, @Nullable Double> value) {
        FormBaseline.Channel approved =
                baseline == null ? null : baseline.channels().get(metric);
        if (baseline != null && approved != null) {
            return Optional.of(new ProgressSeries.Usual(
                    approved.mean(), metric.minimalDetectableChange(), true, baseline.repetitions()));
        }
        double[] first = oldestFirst.stream()
                .filter(set -> value.apply(set) != null && set.flaggedRepetitions() == 0)
                .limit(FIRST_SETS)
                .mapToDouble(value::apply)
                .toArray();
        return first.length < FIRST_SETS
                ? Optional.empty()
                : Optional.of(new ProgressSeries.Usual(
                        new Median().evaluate(first), metric.minimalDetectableChange(), false, FIRST_SETS));
    }
}
