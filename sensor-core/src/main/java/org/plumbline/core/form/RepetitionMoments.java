package org.plumbline.core.form;

import java.util.EnumSet;
import java.util.Set;

/**
 * When what a metric measures happened in a repetition: the one answer for the screen, the pages and the files. Seconds on the clock of
 * the recording.
 *
 * @param startS begin of the repetition
 * @param barBreakS begin of the way up
 * @param endS end of the repetition
 * @param lumbarFlexionDeg course of the lumbar flexion from begin to end, evenly spaced points; empty where not known
 * @param inclinationDeg likewise of the trunk's inclination
 * @param holdStartS begin of the hold; of no meaning without its course
 * @param holdS for how long it was held
 * @param holdSagDeg course of its sag over the hold, each point the largest since the one before; empty where there is none
 */
public record RepetitionMoments(
        double startS,
        double barBreakS,
        double endS,
        double[] lumbarFlexionDeg,
        double[] inclinationDeg,
        double holdStartS,
        double holdS,
        double[] holdSagDeg) {
    private static final double[] NO_COURSE = {};

    /** Metrics of the point at which the lower back bends furthest. */
    private static final Set<Metric> OF_FLEXION_PEAK = EnumSet.of(
            Metric.LUMBAR_FLEXION_PEAK, Metric.PERCENT_OF_MAX_FLEXION, Metric.FLEXION_DRIFT, Metric.BASELINE_DEVIATION);

    /** Metrics of the point at which the trunk leans furthest. */
    private static final Set<Metric> OF_INCLINATION_PEAK =
            EnumSet.of(Metric.TRUNK_INCLINATION_PEAK, Metric.TRUNK_DEVIATION);

    /** Of a repetition of which no more is known than the course of the lumbar flexion, or not even that. */
    static RepetitionMoments of(double[] lumbarFlexionDeg, double barBreakS, double endS) {
        return new RepetitionMoments(barBreakS, barBreakS, endS, lumbarFlexionDeg, NO_COURSE, barBreakS, 0, NO_COURSE);
    }

    /**
     * Of a peak where its course is known, of the begin of the way up where the metric is of that, else of the end, where the whole was
     * known.
     */
    public double of(Metric metric) {
        if (FormRule.isOfThePull(metric)) {
            return barBreakS;
        }
        if (metric == Metric.HOLD_SAG) {
            return peakS(holdSagDeg, holdStartS, holdS);
        }
        if (OF_FLEXION_PEAK.contains(metric)) {
            return peakS(lumbarFlexionDeg, startS, endS - startS);
        }
        return OF_INCLINATION_PEAK.contains(metric) ? peakS(inclinationDeg, startS, endS - startS) : endS;
    }

    private double peakS(double[] course, double fromS, double seconds) {
        int peak = -1;
        for (int i = 0; i < course.length; i++) {
            if (Double.isFinite(course[i]) && (peak < 0 || course[i] > course[peak])) {
                peak = i;
            }
        }
        return peak < 0 ? endS : Math.round((fromS + seconds * peak / (course.length - 1)) * 100) / 100.0;
    }
}
