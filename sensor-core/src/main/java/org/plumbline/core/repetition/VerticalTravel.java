package org.plumbline.core.repetition;

import org.plumbline.core.orientation.OrientationGrid;

/**
 * How far the body has dropped, from the specific force along the vertical alone: integrated twice, and forgotten within
 * seconds, because the bias of an accelerometer integrated twice grows without bound. A squat at an everyday tempo shows
 * once and nothing but once in it, whatever the pelvis does at the bottom; of a slow one, more than four seconds each way,
 * little is left. It says how movement goes, never how deep a squat is.
 */
final class VerticalTravel {
    /** Specific force at rest, m/s². */
    private static final double GRAVITY_MS2 = 9.81;

    /** Speed and height are forgotten with this time constant, s: half the gain is left at a cycle of nine seconds. */
    private static final double MEMORY_S = 1.5;

    /** After a start the drop shows the bias that is not yet forgotten for so long, s. */
    static final double SETTLING_S = 3 * MEMORY_S;

    private static final double PERIOD_S = 1.0 / OrientationGrid.RATE_HZ;

    private double speedMs;
    private double dropM;

    void restart() {
        speedMs = 0;
        dropM = 0;
    }

    /** The drop after the next tick, m, down positive; a missing force counts as rest. */
    double next(double verticalForceMs2) {
        double acceleration = Double.isNaN(verticalForceMs2) ? 0 : GRAVITY_MS2 - verticalForceMs2;
        speedMs += PERIOD_S * (acceleration - speedMs / MEMORY_S);
        dropM += PERIOD_S * (speedMs - dropM / MEMORY_S);
        return dropM;
    }
}
