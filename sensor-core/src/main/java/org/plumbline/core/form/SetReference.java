package org.plumbline.core.form;

import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/**
 * The lifter's usual in one set: the first three valid repetitions, by metric. Valid is a repetition in which the metric was
 * assessed and no flag reached caution. From the fifth repetition on two are enough: else a set of one caution among its
 * first four would have no reference at all.
 */
final class SetReference {
    private static final int REPETITIONS = 3;
    private static final int FEWEST = 2;

    private final Map<Metric, DescriptiveStatistics> values = new EnumMap<>(Metric.class);
    private int seen;

    void clear() {
        values.clear();
        seen = 0;
    }

    /** Takes the next repetition of the set, after it was judged. */
    void add(RepetitionMetrics metrics, boolean valid) {
        seen++;
        for (Metric metric : Metric.values()) {
            double value = metrics.value(metric);
            if (valid && !Double.isNaN(value) && count(metric) < REPETITIONS) {
                values.computeIfAbsent(metric, unused -> new DescriptiveStatistics())
                        .addValue(value);
            }
        }
    }

    /** Whether there is a reference for the metric. */
    boolean isKnown(Metric metric) {
        return count(metric) >= REPETITIONS || (count(metric) >= FEWEST && seen > REPETITIONS);
    }

    private long count(Metric metric) {
        DescriptiveStatistics own = values.get(metric);
        return own == null ? 0 : own.getN();
    }

    /** Median of the reference repetitions; NaN where there are not enough. */
    double centre(Metric metric) {
        DescriptiveStatistics own = values.get(metric);
        return own == null || !isKnown(metric) ? Double.NaN : own.getPercentile(50);
    }

    /** Standard deviation of the reference repetitions; NaN where there are not enough. */
    double deviation(Metric metric) {
        DescriptiveStatistics own = values.get(metric);
        return own == null || !isKnown(metric) ? Double.NaN : own.getStandardDeviation();
    }
}
