package org.plumbline.core.form;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * What one person's approved repetitions of one exercise in one band of loads look like.
 *
 * @param repetitions how many repetitions it was made from
 * @param channels mean and spread by metric
 * @param trunkInclinationDeg mean course of the trunk's inclination over the repetition, 101 points; empty where not known
 * @param lumbarFlexionDeg mean course of the lumbar flexion, 101 points; empty where not known
 */
public record FormBaseline(
        int repetitions, Map<Metric, Channel> channels, double[] trunkInclinationDeg, double[] lumbarFlexionDeg) {

    /** Fewer repetitions have no spread to speak of. */
    public static final int FEWEST_REPETITIONS = 2;

    /** Mean and standard deviation of one metric over the approved repetitions, in the unit of the metric. */
    public record Channel(double mean, double deviation) {}

    /**
     * One approved repetition.
     *
     * @param metrics its values by name of the metric in JSON, as the analysis result has them
     * @param trunkInclinationDeg course of the trunk's inclination, evenly spaced points; empty where not known
     * @param lumbarFlexionDeg course of the lumbar flexion, as many points; empty or NaN where not known
     */
    public record Approved(Map<String, Double> metrics, double[] trunkInclinationDeg, double[] lumbarFlexionDeg) {}

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
        return new FormBaseline(
                approved.size(),
                Map.copyOf(channels),
                mean(approved.stream().map(Approved::trunkInclinationDeg).collect(Collectors.toList())),
                mean(approved.stream().map(Approved::lumbarFlexionDeg).collect(Collectors.toList())));
    }

    /** Mean course of those that are known from end to end. */
    private static double[] mean(List<double[]> courses) {
        double[] sum = new double[0];
        int count = 0;
        for (double[] course : courses) {
            if (course.length == 0 || Arrays.stream(course).anyMatch(Double::isNaN)) {
                continue;
            }
            if (count == 0) {
                sum = new double[course.length];
            } else if (course.length != sum.length) {
                throw new IllegalArgumentException(
                        "courses must have equally many points, but have " + sum.length + " and " + course.length);
            }
            count++;
            for (int i = 0; i < course.length; i++) {
                sum[i] += course[i];
            }
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= count;
        }
        return sum;
    }
}
