package org.plumbline.core.repetition;

import org.plumbline.core.orientation.OrientationGrid;

/**
 * Angular speeds from pose to pose, low-passed at 10 Hz. A missing pose gives NaN, and so does the one after it, whose
 * difference would be over the hole.
 */
final class TrunkSpeed {
    /** Cut-off for speeds (form-metrics, section 1), Hz. */
    private static final double CUTOFF_HZ = 10;

    private static final double RATE_HZ = OrientationGrid.RATE_HZ;

    private final Rate movement = new Rate();
    private final Rate inclination = new Rate();
    private final Rate lean = new Rate();
    private final Rate turn = new Rate();

    /** The next pose is a new start. */
    void restart() {
        movement.restart();
        inclination.restart();
        lean.restart();
        turn.restart();
    }

    /** Speed of the movement angle, bending positive, degrees per second. */
    double movementDegPerS(double movementDeg) {
        return movement.next(movementDeg);
    }

    /**
     * Magnitude of a segment's angular velocity about all axes, degrees per second.
     *
     * <p>The segment is turned about the vertical, tipped to the side, and inclined about its mediolateral axis, in this order;
     * the first and the last of these axes are at right angles only without a lean.
     */
    double magnitudeDegPerS(double inclinationDeg, double leanDeg, double turnDeg) {
        double inclining = inclination.next(inclinationDeg);
        double leaning = lean.next(leanDeg);
        double turning = turn.next(turnDeg);
        double shared = 2 * inclining * turning * Math.sin(Math.toRadians(leanDeg));
        return Math.sqrt(Math.max(0, inclining * inclining + leaning * leaning + turning * turning + shared));
    }

    private static final class Rate {
        private final LowPass filter = new LowPass(CUTOFF_HZ, RATE_HZ);
        private double last = Double.NaN;

        void restart() {
            last = Double.NaN;
            filter.restart();
        }

        double next(double angleDeg) {
            double stepDeg = angleDeg - last;
            // the remainder is slow, and nearly always the step itself
            double rate = (Math.abs(stepDeg) <= 180 ? stepDeg : Math.IEEEremainder(stepDeg, 360)) * RATE_HZ;
            last = angleDeg;
            return filter.next(rate);
        }
    }
}
