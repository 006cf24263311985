package org.plumbline.server.review;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.server.review.chart.Courses;
import org.plumbline.server.training.StoredRepetition;

/** When what a flag speaks of happened. The flag itself carries when it was judged, which is mostly the end of the repetition. */
final class FlagMoment {
    /** Metrics of the point at which the lower back bends furthest. */
    private static final Set<String> OF_FLEXION_PEAK = Set.of(
            Metric.LUMBAR_FLEXION_PEAK.jsonName(),
            Metric.PERCENT_OF_MAX_FLEXION.jsonName(),
            Metric.FLEXION_DRIFT.jsonName(),
            Metric.BASELINE_DEVIATION.jsonName());

    /** Metrics of the point at which the trunk leans furthest. */
    private static final Set<String> OF_INCLINATION_PEAK =
            Set.of(Metric.TRUNK_INCLINATION_PEAK.jsonName(), Metric.TRUNK_DEVIATION.jsonName());

    /** Metrics of the way up, which begin with it. */
    private static final Set<String> OF_THE_PULL = Arrays.stream(Metric.values())
            .filter(FormRule::isOfThePull)
            .map(Metric::jsonName)
            .collect(Collectors.toUnmodifiableSet());

    private FlagMoment() {}

    /**
     * Seconds on the set's clock: of the peak where the flag is of one and its course is known, of the begin of the way up where it is of
     * that, else as the flag has it. Two flags of one measurement so stand at one moment.
     */
    static double of(FormFlag flag, StoredRepetition repetition) {
        if (OF_THE_PULL.contains(flag.metric())) {
            return repetition.result().barBreakS();
        }
        if (OF_FLEXION_PEAK.contains(flag.metric())) {
            return peakS(repetition, repetition.curves().lumbarFlexionDeg(), flag.timeS());
        }
        return OF_INCLINATION_PEAK.contains(flag.metric())
                ? peakS(repetition, repetition.curves().trunkInclinationDeg(), flag.timeS())
                : flag.timeS();
    }

    private static double peakS(StoredRepetition repetition, double[] course, double otherwise) {
        int peak = Courses.peakAt(course);
        double startS = repetition.result().startS();
        return peak < 0 ? otherwise : startS + (repetition.result().endS() - startS) * peak / (course.length - 1);
    }
}
