package org.plumbline.core.form;

/**
 * Durations a repetition is meant to have; NaN where a phase is free.
 *
 * @param eccentricS way down, s
 * @param bottomS dwell at the bottom, s
 * @param concentricS way up, s
 * @param topS dwell at the top, s
 */
public record TempoTarget(double eccentricS, double bottomS, double concentricS, double topS) {
    /** A phase may be off by this share of its target (catalogue F10, heuristic). */
    public static final double TOLERANCE_SHARE = 0.2;

    /** It may be off by this in any case, s (catalogue F10, heuristic). */
    public static final double TOLERANCE_S = 0.3;

    /** A way down that takes less than this share of its target is no lowering but dropping (catalogue F9, heuristic). */
    static final double DROPPED_SHARE = 0.5;

    /** The target of a phase's metric, s; NaN where it is free. */
    double of(Metric duration) {
        switch (duration) {
            case ECCENTRIC_DURATION:
                return eccentricS;
            case BOTTOM_DURATION:
                return bottomS;
            case CONCENTRIC_DURATION:
                return concentricS;
            case TOP_DURATION:
                return topS;
            default:
                return Double.NaN;
        }
    }

    /** How far a phase of that target may be off, s. */
    static double toleranceS(double targetS) {
        return Math.max(TOLERANCE_S, TOLERANCE_SHARE * targetS);
    }
}
