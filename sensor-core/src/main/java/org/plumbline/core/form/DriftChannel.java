package org.plumbline.core.form;

import java.util.ArrayList;
import java.util.List;

/**
 * A channel of the form-drift index (M23).
 *
 * @param metric what it looks at
 * @param leastShare smallest change it can tell as a share of the reference, where that is more than the metric's own
 * @param family channels of one family see the same movement and are not independent of each other
 * @param worse which way form gets worse: +1 more, −1 less, 0 either
 */
record DriftChannel(Metric metric, double leastShare, Family family, int worse) {
    /** What sees the same movement. */
    enum Family {
        BENDING,
        /** One heading error looks like a turn and like a bend. */
        OUT_OF_PLANE,
        /** What takes longer is less smooth, too; the loss of speed has a flag of its own. */
        PACE
    }

    /** The channels of the catalogue; the peak of flexion stands for the drift. */
    private static final List<DriftChannel> ALL = List.of(
            new DriftChannel(Metric.FLEXION_GAIN_LOADED, 0, Family.BENDING, 1),
            new DriftChannel(Metric.LUMBAR_FLEXION_PEAK, 0, Family.BENDING, 1),
            new DriftChannel(Metric.LUMBAR_SHARE, 0, Family.BENDING, 0),
            new DriftChannel(Metric.AXIAL_ROTATION_RANGE, 0, Family.OUT_OF_PLANE, 1),
            new DriftChannel(Metric.LATERAL_BEND_RANGE, 0, Family.OUT_OF_PLANE, 1),
            new DriftChannel(Metric.CONCENTRIC_DURATION, 0.15, Family.PACE, 1),
            new DriftChannel(Metric.SPARC_CONCENTRIC, 0, Family.PACE, -1),
            new DriftChannel(Metric.LDLJ_CONCENTRIC, 0, Family.PACE, -1));

    /** What one sensor sees of the bending: how far the trunk leans. With two it follows from the others. */
    private static final DriftChannel LEAN = new DriftChannel(Metric.TRUNK_INCLINATION_PEAK, 0, Family.BENDING, 1);

    /** The channels of those sensors. */
    static List<DriftChannel> of(SensorView view) {
        List<DriftChannel> channels = new ArrayList<>(ALL);
        if (view != SensorView.TRUNK_AND_PELVIS) {
            channels.add(LEAN);
        }
        return List.copyOf(channels);
    }

    /** Change against the reference in {@link #unit}; its sign is that of the change. */
    double index(double value, double centre, double deviation) {
        return (value - centre) / unit(centre, deviation);
    }

    /** The change that the channel can tell, in the unit of its metric. */
    double unit(double centre, double deviation) {
        double least = Math.max(metric.minimalDetectableChange(), leastShare * Math.abs(centre));
        return Double.isNaN(deviation) ? least : Math.max(least, 2 * deviation);
    }

    /** How much worse a change is, in the units of {@link #index}. */
    double worsening(double index) {
        return worse == 0 ? Math.abs(index) : worse * index;
    }
}
