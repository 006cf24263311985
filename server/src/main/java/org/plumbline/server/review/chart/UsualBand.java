package org.plumbline.server.review.chart;

import java.util.Arrays;
import java.util.List;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.form.Metric;
import org.plumbline.server.training.StoredRepetition;

/**
 * What is usual over the course of a repetition: the middle course of some repetitions, give or take the smallest change that
 * can be told from noise.
 *
 * @param lowDeg lower edge at each point, NaN where not known
 * @param highDeg upper edge
 * @param approved whether it is of repetitions that somebody approved; otherwise it is of the first ones of the set
 * @param changeDeg half its width, degrees
 */
public record UsualBand(double[] lowDeg, double[] highDeg, boolean approved, double changeDeg) {
    /** That many of the first repetitions stand for the usual where none was approved. */
    private static final int FIRST = 3;

    /** The band of lumbar flexion of approved repetitions; not empty. */
    public static UsualBand ofApproved(List<double[]> flexionDeg) {
        return of(flexionDeg, true);
    }

    /** The band of the first repetitions of a set that were not cautioned, or null where that would be most of the set. */
    static @org.jspecify.annotations.Nullable UsualBand ofFirst(List<StoredRepetition> repetitions) {
        List<double[]> first = repetitions.stream()
                .filter(repetition -> Levels.of(repetition.result()) < 2)
                .map(repetition -> repetition.curves().lumbarFlexionDeg())
                .filter(curve -> SetFinding.peak(curve).isPresent())
                .limit(FIRST)
                .toList();
        return first.size() < FIRST || repetitions.size() <= FIRST ? null : of(first, false);
    }

    private static UsualBand of(List<double[]> courses, boolean approved) {
        double change = Metric.LUMBAR_FLEXION_PEAK.minimalDetectableChange();
        double[] low = new double[RepetitionCurves.POINTS];
        double[] high = new double[RepetitionCurves.POINTS];
        for (int i = 0; i < low.length; i++) {
            int point = i;
            double[] here = courses.stream()
                    .filter(course -> point < course.length)
                    .mapToDouble(course -> course[point])
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            double middle = here.length == 0 ? Double.NaN : (here[(here.length - 1) / 2] + here[here.length / 2]) / 2;
            low[i] = middle - change;
            high[i] = middle + change;
        }
        return new UsualBand(low, high, approved, change);
    }

    double highest() {
        return Arrays.stream(highDeg).filter(Double::isFinite).max().orElse(0);
    }

    double lowest() {
        return Arrays.stream(lowDeg).filter(Double::isFinite).min().orElse(0);
    }
}
