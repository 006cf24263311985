package org.plumbline.core.spine;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.Quaternions;

/**
 * The heading difference from the axis both segments turn about in a bend. Only symmetric bends count, in which what is left
 * across the common axis is small; anything else is turning of the spine itself. Windows do not overlap.
 */
final class BendingCoupling {
    /** So much bending makes a window, s. */
    private static final double WINDOW_S = 3;

    /** A window that does not fill in this time is let go, s. */
    private static final double LONGEST_WINDOW_S = 30;

    /** Slower turns show no axis, rad/s. */
    private static final double SLOWEST = Math.toRadians(10);

    /** Largest residual of a symmetric bend, against the rate along the axis. */
    private static final double SYMMETRIC = 0.2;

    /** A trunk turns slowly enough that every fourth tick tells all. */
    private static final int EVERY_TICKS = 4;

    private static final double PERIOD_S = EVERY_TICKS / (double) OrientationGrid.RATE_HZ;

    private final SharedDirection window = new SharedDirection();
    private final double[] lowerRate = new double[3];
    private final double[] upperRate = new double[3];
    private double ageS;
    private int ticks;

    /** Takes the next tick that has both sensors. */
    void update(OrientationTick tick) {
        if (++ticks < EVERY_TICKS) {
            return;
        }
        ticks = 0;
        Quaternions.rotate(tick.orientation[0], tick.angularRate[0], lowerRate);
        Quaternions.rotate(tick.orientation[1], tick.angularRate[1], upperRate);
        if (isFast(lowerRate) && isFast(upperRate)) {
            window.add(lowerRate, upperRate, PERIOD_S);
        }
        ageS += PERIOD_S;
    }

    private static boolean isFast(double[] rate) {
        return rate[0] * rate[0] + rate[1] * rate[1] > SLOWEST * SLOWEST;
    }

    /** Gives a full window to the filter and begins the next. */
    void measure(HeadingFilter filter) {
        boolean full = window.durationS() >= WINDOW_S;
        if (full && window.residual() < SYMMETRIC) {
            double variance = HeadingEvidence.BENDING_AXIS.passingVariance() + window.variance();
            filter.measure(HeadingEvidence.BENDING_AXIS, window.angleRad(), variance);
        }
        if (full || ageS > LONGEST_WINDOW_S) {
            window.clear();
            ageS = 0;
        }
    }
}
