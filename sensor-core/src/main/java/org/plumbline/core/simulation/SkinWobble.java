package org.plumbline.core.simulation;

/**
 * The wobble of a sensor on soft tissue: a damped second-order response of its tilt to the acceleration of the bone
 * below.
 *
 * <p>One to two degrees in a fast movement, none in slow ones and at rest.
 */
final class SkinWobble {
    /** Natural frequency and damping of a light sensor on the skin of the back, strapped. */
    private static final double NATURAL_RAD_PER_S = 2 * Math.PI * 7;

    private static final double DAMPING_RATIO = 0.35;

    private final double tiltRadPerMs2;
    private final double[] tiltRad = new double[3];
    private final double[] rateRadPerS = new double[3];

    /** @param tiltDegPerMs2 tilt in the long run for one m/s² */
    SkinWobble(double tiltDegPerMs2) {
        tiltRadPerMs2 = Math.toRadians(tiltDegPerMs2);
    }

    /** Moves on by one step during which the segment accelerates so (segment axes, without gravity). */
    void step(double[] accelerationMs2, double stepS) {
        // the sensor lags behind: its outer end tips against the acceleration
        axis(0, accelerationMs2[1], stepS);
        axis(1, -accelerationMs2[0] + 0.5 * accelerationMs2[2], stepS);
        axis(2, 0.3 * accelerationMs2[1], stepS);
    }

    private void axis(int axis, double driveMs2, double stepS) {
        double restoring = NATURAL_RAD_PER_S * NATURAL_RAD_PER_S * (tiltRadPerMs2 * driveMs2 - tiltRad[axis]);
        double damping = 2 * DAMPING_RATIO * NATURAL_RAD_PER_S * rateRadPerS[axis];
        rateRadPerS[axis] += stepS * (restoring - damping);
        tiltRad[axis] += stepS * rateRadPerS[axis];
    }

    /** Turn of the sensor against the segment. */
    void rotation(double[] into) {
        Rotations.fromVector(tiltRad[0], tiltRad[1], tiltRad[2], into);
    }
}
