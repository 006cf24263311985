package org.plumbline.core.form;

/**
 * How one metric moves over a set.
 *
 * @param metric name of the metric
 * @param slopePerRepetition change from one repetition to the next, unit of the metric (median of the slopes of all pairs)
 * @param slopeLow lower end of its 95 % interval
 * @param slopeHigh upper end of its 95 % interval
 * @param probability probability of a trend as clear as this by chance, 0 to 1 (Mann–Kendall, two-sided)
 * @param repetitions repetitions it rests on
 * @param confidence high below one in a hundred, medium below one in twenty, else low: then it is no trend
 */
public record FormTrend(
        String metric,
        double slopePerRepetition,
        double slopeLow,
        double slopeHigh,
        double probability,
        int repetitions,
        Confidence confidence) {}
