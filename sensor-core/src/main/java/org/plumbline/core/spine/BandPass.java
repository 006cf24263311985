package org.plumbline.core.spine;

import org.plumbline.core.orientation.OrientationGrid;

/** Keeps what a body does: first-order high-pass, which takes out sensor offsets, and first-order low-pass against shocks. */
final class BandPass {
    private static final double HIGH_PASS_HZ = 0.2;
    private static final double LOW_PASS_HZ = 5;
    private static final double SLOW_SHARE = share(HIGH_PASS_HZ);
    private static final double FAST_SHARE = share(LOW_PASS_HZ);

    private double slow;
    private double fast;
    private boolean started;

    private static double share(double cutoffHz) {
        return 1 - Math.exp(-2 * Math.PI * cutoffHz / OrientationGrid.RATE_HZ);
    }

    /** The next value is a new start. */
    void restart() {
        started = false;
    }

    double next(double value) {
        if (!started) {
            started = true;
            slow = value;
            fast = value;
        }
        slow += SLOW_SHARE * (value - slow);
        fast += FAST_SHARE * (value - fast);
        return fast - slow;
    }
}
