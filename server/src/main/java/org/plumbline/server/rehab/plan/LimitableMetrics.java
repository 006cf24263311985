package org.plumbline.server.rehab.plan;

import java.util.List;
import java.util.Optional;
import org.plumbline.core.form.Metric;

/** The metrics for which a therapist may set the most: those where more is more of something a person can aim at. */
public final class LimitableMetrics {
    private static final List<Metric> ALL = List.of(
            Metric.LUMBAR_FLEXION_PEAK,
            Metric.PERCENT_OF_MAX_FLEXION,
            Metric.FLEXION_GAIN_LOADED,
            Metric.LUMBAR_FLEXION_RANGE,
            Metric.AXIAL_ROTATION_RANGE,
            Metric.LATERAL_BEND_RANGE,
            Metric.AXIAL_ROTATION_BIAS,
            Metric.LATERAL_BEND_BIAS,
            Metric.LOCKOUT_EXTENSION,
            Metric.DEEP_FLEXION_TIME,
            Metric.FLEXION_DOSE,
            Metric.TRUNK_INCLINATION_PEAK,
            Metric.TRUNK_INCLINATION_RANGE,
            Metric.PELVIS_TILT_RANGE,
            Metric.TRUNK_LEAN_RANGE,
            Metric.TRUNK_TURN_RANGE,
            Metric.TRUNK_EXTENSION_PEAK_SPEED,
            Metric.TRUNK_SPEED_LOSS,
            Metric.HOLD_SAG);

    private LimitableMetrics() {}

    public static List<Metric> all() {
        return ALL;
    }

    /** The metric of that JSON name, or empty where no limit can be set for it. */
    public static Optional<Metric> ofName(String jsonName) {
        return ALL.stream().filter(metric -> metric.jsonName().equals(jsonName)).findFirst();
    }
}
