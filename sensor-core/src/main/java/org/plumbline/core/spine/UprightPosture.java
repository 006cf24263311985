package org.plumbline.core.spine;

import org.plumbline.core.orientation.OrientationGrid;

/**
 * The heading difference from standing upright, where thorax and pelvis face the same way; one measurement a second. In
 * motion it says less than at rest. Rotation beyond what a spine can do is heading error whatever the person does.
 */
final class UprightPosture {
    /** Upright is within this inclination, degrees. */
    private static final double UPRIGHT_DEG = 20;

    /** So much of a second must be upright, ticks. */
    private static final int ENOUGH_TICKS = OrientationGrid.RATE_HZ / 2;

    /** A second upright in motion: between repetitions, walking, reaching; rad². */
    private static final double MOVING_VARIANCE = square(Math.toRadians(10));

    /** Thorax against pelvis turns no further (about 35° thoracic and 5° lumbar; White and Panjabi 1990), rad. */
    private static final double LARGEST_ROTATION = Math.toRadians(40);

    /** How sharp that limit is, rad². */
    private static final double LIMIT_VARIANCE = square(Math.toRadians(10));

    private int uprightTicks;
    private int stillTicks;
    private double anchorRad;
    private double uprightSum;
    private double stillSum;

    private static double square(double value) {
        return value * value;
    }

    /**
     * @param facingRad heading difference with which the axial rotation of this tick would be zero
     * @param lowerDeg inclination of the lower segment, degrees
     * @param upperDeg inclination of the upper segment, degrees
     */
    void update(double facingRad, double lowerDeg, double upperDeg, boolean still) {
        // written so that NaN is not upright
        if (!(Math.abs(lowerDeg) < UPRIGHT_DEG && Math.abs(upperDeg) < UPRIGHT_DEG)) {
            return;
        }
        if (uprightTicks == 0) {
            anchorRad = facingRad;
        }
        double fromAnchor = HeadingFilter.wrapped(facingRad - anchorRad);
        uprightTicks++;
        uprightSum += fromAnchor;
        if (still) {
            stillTicks++;
            stillSum += fromAnchor;
        }
    }

    /** Gives the past second to the filter and begins the next. */
    void measure(HeadingFilter filter) {
        if (stillTicks >= ENOUGH_TICKS) {
            double variance = HeadingEvidence.UPRIGHT.passingVariance();
            filter.measure(HeadingEvidence.UPRIGHT, anchorRad + stillSum / stillTicks, variance);
        } else if (uprightTicks >= ENOUGH_TICKS) {
            filter.measure(HeadingEvidence.UPRIGHT, facingRad(), MOVING_VARIANCE);
        }
    }

    /** Draws the filter to where the past second's rotation is one a spine can do. */
    void limit(HeadingFilter filter) {
        if (uprightTicks < ENOUGH_TICKS) {
            return;
        }
        double rotation = HeadingFilter.wrapped(facingRad() - filter.headingRad());
        if (Math.abs(rotation) > LARGEST_ROTATION) {
            filter.pull(facingRad() - Math.copySign(LARGEST_ROTATION, rotation), LIMIT_VARIANCE);
        }
    }

    private double facingRad() {
        return anchorRad + uprightSum / uprightTicks;
    }

    void clear() {
        uprightTicks = 0;
        stillTicks = 0;
        uprightSum = 0;
        stillSum = 0;
    }
}
