package org.plumbline.server.rehab.plan;

import org.plumbline.core.form.Metric;

/**
 * What may be said of two tests of the same motion. A change is named only beyond what the channel can tell from noise.
 *
 * @param kind what may be said
 * @param byDeg later less earlier, degrees; NaN where they cannot be compared
 * @param detectableDeg the smallest change that can be told apart, degrees
 */
public record MotionChange(Kind kind, double byDeg, double detectableDeg) {
    /** What may be said. */
    public enum Kind {
        MORE,
        LESS,
        /** They may differ or not: the difference lies within the noise. */
        CANNOT_BE_TOLD,
        /** One of them was not assessed, or the sensors sat elsewhere, or it was read otherwise. */
        NOT_COMPARABLE
    }

    /** Compares a later test with an earlier one. */
    public static MotionChange of(Metric metric, MotionTest earlier, MotionTest later) {
        Double before = earlier.range(metric).map(MotionRange::medianDeg).orElse(null);
        Double after = later.range(metric).map(MotionRange::medianDeg).orElse(null);
        double detectable = later.range(metric).map(MotionRange::detectableDeg).orElse(Double.NaN);
        boolean alike = earlier.placement().equals(later.placement()) && earlier.simulated() == later.simulated();
        if (before == null || after == null || !alike || Double.isNaN(detectable)) {
            return new MotionChange(Kind.NOT_COMPARABLE, Double.NaN, detectable);
        }
        double by = after - before;
        if (Math.abs(by) > detectable) {
            return new MotionChange(by > 0 ? Kind.MORE : Kind.LESS, by, detectable);
        }
        return new MotionChange(Kind.CANNOT_BE_TOLD, by, detectable);
    }
}
