package org.plumbline.core.plausibility;

import org.jspecify.annotations.Nullable;

/**
 * What no trunk does for ten seconds, whatever it does: on the mean the specific force is gravity, as a body that neither flies nor
 * falls ends at the speed it began with, so that its mean size is no less; and no trunk spins. Allocates nothing.
 */
final class LongMeanCheck {
    /** One look, s. */
    private static final double LOOK_S = 10;

    /** Gravity less the latitude of an accelerometer (wearables.md 5.5), m/s². */
    private static final double LEAST_FORCE_MS2 = 9.81 - 0.5;

    /** The mean size in g: at rest 1, in hard shaking somewhat more. */
    private static final double LEAST_G = 0.9;

    private static final double MOST_G = 2;

    /** More than a turn and a half each second; an ice skater's pirouette, and far below walking in degrees, rad/s. */
    private static final double FASTEST_RAD_PER_S = 10;

    private double forceS;
    private double rateS;
    private double lookedS;

    void restart() {
        forceS = 0;
        rateS = 0;
        lookedS = 0;
    }

    /** Takes the means of one block: specific force, angular rate, duration. */
    @Nullable
    Implausibility accept(double[] a, double[] w, double stepS) {
        forceS += length(a) * stepS;
        rateS += length(w) * stepS;
        lookedS += stepS;
        if (lookedS < LOOK_S) {
            return null;
        }
        double force = forceS / lookedS;
        double rate = rateS / lookedS;
        restart();
        if (force < LEAST_FORCE_MS2) {
            return force > LEAST_G && force < MOST_G ? Implausibility.FORCE_IN_G : Implausibility.REST_FORCE;
        }
        return rate > FASTEST_RAD_PER_S ? Implausibility.DEGREES_AS_RADIANS : null;
    }

    private static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }
}
