package org.plumbline.core.form;

import java.util.Map;

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

    /** Mean and standard deviation of one metric over the approved repetitions, in the unit of the metric. */
    public record Channel(double mean, double deviation) {}
}
