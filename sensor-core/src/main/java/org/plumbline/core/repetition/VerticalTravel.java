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

    /** The mean force is gravity's, whatever the bias: believed after so many ticks, and in the end over so many. */
    private static final int PRIOR_TICKS = 3 * OrientationGrid.RATE_HZ;

    private static final int MEAN_TICKS = 20 * OrientationGrid.RATE_HZ;

    /** Someone who stands still shows it sooner, ticks. */
    private static final int STILL_TICKS = 3 * OrientationGrid.RATE_HZ;

    /** For the speed upward the mean is taken over the first still seconds, and in the end over so many still ticks, */
    private static final int REST_TICKS = 5 * OrientationGrid.RATE_HZ;

    /** from so many on; a slow movement may pass for stillness, and must not be taken for the bias. */
    private static final int FIRST_REST_TICKS = OrientationGrid.RATE_HZ / 10;

    private double meanMs2 = GRAVITY_MS2;
    private int ticks = PRIOR_TICKS;
    private double speedMs;
    private double dropM;
    private double upwardMs;
    private double restMs2 = GRAVITY_MS2;
    private int restTicks = FIRST_REST_TICKS;

    void restart() {
        speedMs = 0;
        dropM = 0;
    }

    /** The drop after the next tick, m, down positive; where the force is missing it stays. */
    double next(double verticalForceMs2, boolean still) {
        if (Double.isNaN(verticalForceMs2)) {
            return dropM;
        }
        ticks = Math.min(ticks + 1, MEAN_TICKS);
        meanMs2 += (verticalForceMs2 - meanMs2) / (still ? STILL_TICKS : ticks);
        double acceleration = meanMs2 - verticalForceMs2;
        speedMs += PERIOD_S * (acceleration - speedMs / MEMORY_S);
        dropM += PERIOD_S * (speedMs - dropM / MEMORY_S);
        restTicks = Math.min(still ? restTicks + 1 : restTicks, REST_TICKS);
        restMs2 += (verticalForceMs2 - restMs2) / (still ? restTicks : MEAN_TICKS);
        upwardMs += PERIOD_S * (verticalForceMs2 - restMs2);
        return dropM;
    }

    /**
     * Speed upward after the newest tick, m/s, of which nothing is forgotten: it counts from nowhere and wanders, so that only
     * its change over a few seconds means something. Integrated once from the unfiltered force, it comes without delay.
     */
    double upwardMs() {
        return upwardMs;
    }
}
