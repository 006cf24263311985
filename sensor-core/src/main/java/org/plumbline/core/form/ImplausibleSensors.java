package org.plumbline.core.form;

import java.util.EnumSet;
import java.util.Set;

/** Which metrics rest on which sensor: those of a sensor that is not to be believed are not assessed. */
public final class ImplausibleSensors {
    private static final Set<Metric> OF_THE_PELVIS = EnumSet.of(Metric.PELVIS_TILT_RANGE, Metric.PELVIC_TUCK);

    /** Of the movement as a whole: told by the mean of the inclinations, or by the one sensor that is left. */
    private static final Set<Metric> OF_EITHER = EnumSet.of(
            Metric.RANGE_LOSS,
            Metric.ECCENTRIC_DURATION,
            Metric.CONCENTRIC_DURATION,
            Metric.BOTTOM_DURATION,
            Metric.TOP_DURATION,
            Metric.HOLD_DURATION,
            Metric.FORM_DRIFT_INDEX);

    private ImplausibleSensors() {}

    /** The metrics that rest on one of those sensors; with one sensor both are it. */
    public static Set<Metric> affected(boolean lower, boolean upper) {
        Set<Metric> affected = EnumSet.noneOf(Metric.class);
        for (Metric metric : Metric.values()) {
            boolean rests;
            if (metric.needsTwoSensors()) {
                rests = lower || upper;
            } else if (OF_THE_PELVIS.contains(metric)) {
                rests = lower;
            } else if (OF_EITHER.contains(metric)) {
                rests = lower && upper;
            } else {
                rests = upper;
            }
            if (rests) {
                affected.add(metric);
            }
        }
        return affected;
    }

    /** Takes back what belongs to the repetition and rests on one of those sensors. */
    public static void withhold(RepetitionMetrics metrics, boolean lower, boolean upper) {
        for (Metric metric : affected(lower, upper)) {
            if (metrics.belongs(metric)) {
                metrics.notAssessed(metric, NotAssessedReason.IMPLAUSIBLE_SENSOR);
            }
        }
    }
}
