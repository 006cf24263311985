package org.plumbline.core.form;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * What one person's approved repetitions of one exercise in one band of loads look like.
 *
 * @param repetitions how many repetitions it was made from
 * @param channels mean and spread by metric
 */
public record FormBaseline(int repetitions, Map<Metric, Channel> channels) {

    /** Fewer repetitions have no spread to speak of. */
    public static final int FEWEST_REPETITIONS = 2;

    /** Mean and standard deviation of one metric over the approved repetitions, in the unit of the metric. */
    public record Channel(double mean, double deviation) {}

    /**
     * One approved repetition.
     *
     * @param metrics its values by name of the metric in JSON, as the analysis result has them
     */
    public record Approved(Map<String, Double> metrics) {}

    /** The baseline of repetitions that somebody approved, at least {@value #FEWEST_REPETITIONS}. */
    public static FormBaseline of(List<Approved> approved) {
        if (approved.size() < FEWEST_REPETITIONS) {
            throw new IllegalArgumentException("a baseline needs at least " + FEWEST_REPETITIONS
                    + " approved repetitions, but has " + approved.size());
        }
        Map<Metric, Channel> channels = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            SummaryStatistics values = new SummaryStatistics();
            for (Approved repetition : approved) {
                Double value = repetition.metrics().get(metric.jsonName());
                if (value != null) {
                    values.addValue(value);
                }
            }
            if (values.getN() >= FEWEST_REPETITIONS) {
                channels.put(metric, new Channel(values.getMean(), values.getStandardDeviation()));
            }
        }
        return new FormBaseline(approved.size(), Map.copyOf(channels));
    }
}
