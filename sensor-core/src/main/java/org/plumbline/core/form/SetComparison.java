package org.plumbline.core.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.jspecify.annotations.Nullable;

/** Completes the metrics of a repetition that need the others: those before it in the set, and the approved ones. */
final class SetComparison {
    /** So many courses are compared with each other. */
    private static final int COURSES = 3;

    /** So many repetitions make a usual begin of the way up. */
    private static final int FEWEST_STARTS = 3;

    /** A movement smaller than this has no depth to lose, degrees: twice what its range can tell. */
    private static final double LEAST_RANGE_DEG = 10;

    /**
     * A repetition of which no other reaches this share, while three others are within a tenth of each other, is no measure of
     * speed: likely it was done without the bar. Heuristic: who tires goes on getting slower, and does not stay there.
     */
    private static final double FASTEST_SHARE = 0.75;

    private static final int ALIKE = 3;
    private static final double ALIKE_SHARE = 0.9;

    private final @Nullable FormBaseline baseline;
    private final SetReference reference;
    private final UsualForm usual;
    private final List<double[]> referenceCourses = new ArrayList<>();
    private final List<double[]> lastCourses = new ArrayList<>();
    private final List<Double> starts = new ArrayList<>();
    /** Speeds of the repetitions of unchanged form, fastest first, degrees per second. */
    private final List<Double> speeds = new ArrayList<>();

    SetComparison(@Nullable FormBaseline baseline, SetReference reference) {
        this.baseline = baseline;
        this.reference = reference;
        usual = new UsualForm(baseline, reference);
    }

    void clear() {
        referenceCourses.clear();
        lastCourses.clear();
        starts.clear();
        speeds.clear();
    }

    /** Completes all but the loss of speed, which needs to know whether the form has changed. */
    void complete(RepetitionMetrics metrics, double[] lumbarFlexionDeg) {
        double peak = metrics.value(Metric.LUMBAR_FLEXION_PEAK);
        // the reference errs as this repetition does
        double sigma = Math.sqrt(2) * metrics.sigma(Metric.LUMBAR_FLEXION_PEAK);
        if (reference.isKnown(Metric.LUMBAR_FLEXION_PEAK)) {
            double drift = peak - reference.centre(Metric.LUMBAR_FLEXION_PEAK);
            put(metrics, Metric.FLEXION_DRIFT, drift, sigma, Metric.LUMBAR_FLEXION_PEAK);
        }
        if (baseline != null) {
            FormBaseline.Channel approved = baseline.channels().get(Metric.LUMBAR_FLEXION_PEAK);
            if (approved != null) {
                double deviation = peak - approved.mean();
                put(metrics, Metric.BASELINE_DEVIATION, deviation, sigma, Metric.LUMBAR_FLEXION_PEAK);
            }
            FormBaseline.Channel lean = baseline.channels().get(Metric.TRUNK_INCLINATION_PEAK);
            if (lean != null) {
                double deviation = Math.abs(metrics.value(Metric.TRUNK_INCLINATION_PEAK) - lean.mean());
                put(metrics, Metric.TRUNK_DEVIATION, deviation, Double.NaN, Metric.TRUNK_INCLINATION_PEAK);
            }
        }
        completeRange(metrics);
        completeSmoothness(metrics);
        completeStart(metrics);
        completeCourses(metrics, lumbarFlexionDeg);
    }

    /** Sets what compares {@code own} with other repetitions: where that has no value, its reason is the reason. */
    private static void put(RepetitionMetrics metrics, Metric metric, double value, double sigma, Metric own) {
        if (Double.isNaN(metrics.value(own))) {
            metrics.notAssessed(metric, metrics.reason(own));
        } else {
            metrics.put(metric, value, sigma);
        }
    }

    private void completeRange(RepetitionMetrics metrics) {
        boolean pelvis = Double.isNaN(metrics.value(Metric.TRUNK_INCLINATION_RANGE))
                && !Double.isNaN(usual.centre(Metric.PELVIS_TILT_RANGE));
        Metric seen = pelvis ? Metric.PELVIS_TILT_RANGE : Metric.TRUNK_INCLINATION_RANGE;
        double range = usual.centre(seen);
        if (range >= LEAST_RANGE_DEG) {
            double loss = Math.max(0, 100 * (1 - metrics.value(seen) / range));
            put(metrics, Metric.RANGE_LOSS, loss, Double.NaN, seen);
        }
    }

    private void completeSmoothness(RepetitionMetrics metrics) {
        double centre = usual.centre(Metric.SPARC_CONCENTRIC);
        double least = Metric.SPARC_CONCENTRIC.minimalDetectableChange() / 2;
        double deviation = Math.max(least, usual.deviation(Metric.SPARC_CONCENTRIC));
        if (!Double.isNaN(centre)) {
            double loss = Math.max(0, (centre - metrics.value(Metric.SPARC_CONCENTRIC)) / deviation);
            put(metrics, Metric.SMOOTHNESS_LOSS, loss, Double.NaN, Metric.SPARC_CONCENTRIC);
        }
    }

    private void completeStart(RepetitionMetrics metrics) {
        double start = metrics.value(Metric.START_ACCELERATION);
        if (starts.size() >= FEWEST_STARTS) {
            put(metrics, Metric.YANK_INDEX, start / median(starts), Double.NaN, Metric.START_ACCELERATION);
        }
        if (!Double.isNaN(start)) {
            starts.add(start);
        }
    }

    private static double median(List<Double> values) {
        return new Median()
                .evaluate(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private void completeCourses(RepetitionMetrics metrics, double[] lumbarFlexionDeg) {
        if (lumbarFlexionDeg.length == 0) {
            return;
        }
        if (Double.isNaN(metrics.value(Metric.LUMBAR_FLEXION_PEAK)) || !isWhole(lumbarFlexionDeg)) {
            if (referenceCourses.size() == COURSES) {
                metrics.notAssessed(Metric.CURVE_VARIABILITY, metrics.reason(Metric.LUMBAR_FLEXION_PEAK));
            }
            return;
        }
        lastCourses.add(lumbarFlexionDeg);
        if (lastCourses.size() > COURSES) {
            lastCourses.remove(0);
        }
        if (referenceCourses.size() == COURSES) {
            metrics.put(Metric.CURVE_VARIABILITY, CurveVariability.ratio(lastCourses, referenceCourses));
        }
    }

    /** The loss of trunk speed; a repetition of changed form moves the trunk otherwise and is no measure of speed. */
    void completeSpeed(RepetitionMetrics metrics, boolean changedForm) {
        double speed = metrics.value(Metric.TRUNK_EXTENSION_SPEED);
        if (!changedForm && !Double.isNaN(speed)) {
            speeds.add(speed);
            speeds.sort(Comparator.reverseOrder());
        }
        double reference = fastestDegPerS();
        if (!Double.isNaN(reference)) {
            double loss = Math.max(0, 100 * (reference - speed) / reference);
            put(metrics, Metric.TRUNK_SPEED_LOSS, loss, Double.NaN, Metric.TRUNK_EXTENSION_SPEED);
        }
    }

    /** Keeps the course of a repetition that may stand for the lifter's usual. */
    void keep(double[] lumbarFlexionDeg, boolean valid) {
        if (valid && isWhole(lumbarFlexionDeg) && referenceCourses.size() < COURSES) {
            referenceCourses.add(lumbarFlexionDeg);
        }
    }

    /** Whether a course is known from end to end: one with holes would leave nothing to compare for the rest of the set. */
    private static boolean isWhole(double[] course) {
        return course.length > 0 && Arrays.stream(course).noneMatch(Double::isNaN);
    }

    /**
     * Fastest repetition of unchanged form so far, degrees per second; NaN where there is none. Where one is faster than all
     * others by far, and three of those are alike, it is the fastest of the others.
     */
    double fastestDegPerS() {
        if (speeds.isEmpty()) {
            return Double.NaN;
        }
        double fastest = speeds.get(0);
        boolean oneAlone = speeds.size() > ALIKE
                && speeds.get(1) < FASTEST_SHARE * fastest
                && speeds.get(ALIKE) >= ALIKE_SHARE * speeds.get(1);
        return oneAlone ? speeds.get(1) : fastest;
    }
}
