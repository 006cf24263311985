package org.plumbline.core.form;

/**
 * How many repetitions are left before the trend of a metric reaches its caution, if the set goes on as it did.
 *
 * @param least by the steepest slope the data allow (95 %)
 * @param most by the flattest
 * @param metric name of the metric that gets there first
 */
public record RepetitionsLeft(int least, int most, String metric) {}
