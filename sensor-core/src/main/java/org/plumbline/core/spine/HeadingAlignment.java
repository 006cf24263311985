package org.plumbline.core.spine;

import org.plumbline.core.orientation.OrientationGrid;

/**
 * Keeps the headings of two six-axis sensors together, which drift apart by degrees a minute.
 *
 * <p>While the person stands upright and still the spine is not turned: the difference is drawn to what is seen, at no more
 * than one degree a second so that no repetition jumps. Upright without standing still it is drawn slowly (leaky re-zero).
 * Bent over it is left alone: there, a heading error looks like side bend.
 */
final class HeadingAlignment {
    /** Upright is within this inclination, degrees. */
    private static final double UPRIGHT_DEG = 20;

    /** Time constant while standing still, s. */
    private static final double STANDING_TIME_S = 1;

    /** Time constant while upright in motion, s. */
    private static final double UPRIGHT_TIME_S = 30;

    /** Fastest correction, rad/s. */
    private static final double FASTEST = Math.toRadians(1);

    private double offsetRad;

    HeadingAlignment(double offsetRad) {
        this.offsetRad = offsetRad;
    }

    /** Heading of the upper segment's frame against the lower's, rad. */
    double offsetRad() {
        return offsetRad;
    }

    /** Takes the axial rotation that the present offset gives. */
    void update(double rotationRad, double lowerDeg, double upperDeg, boolean standingStill) {
        if (Math.abs(lowerDeg) > UPRIGHT_DEG || Math.abs(upperDeg) > UPRIGHT_DEG) {
            return;
        }
        double rate = rotationRad / (standingStill ? STANDING_TIME_S : UPRIGHT_TIME_S);
        offsetRad += Math.max(-FASTEST, Math.min(FASTEST, rate)) / OrientationGrid.RATE_HZ;
    }
}
