package org.plumbline.core.form;

/** How the value of a metric is held against a prescribed number. */
final class Prescribed {
    private Prescribed() {}

    /** The value; of a metric with a sign for the side, its size. */
    static double size(Metric metric, double value) {
        boolean sided = metric == Metric.AXIAL_ROTATION_BIAS || metric == Metric.LATERAL_BEND_BIAS;
        return sided ? Math.abs(value) : value;
    }
}
