package org.plumbline.core.plausibility;

import org.jspecify.annotations.Nullable;

/**
 * What a sensor measures while the specific force stands still: its size must be gravity's, and the gyroscope must say that
 * nothing turns that gravity does not bear out. Source of the limits: wearables.md 5.5. Allocates nothing after construction.
 */
final class RestCheck {
    /** One look, s. */
    private static final double LOOK_S = 2;

    /** The specific force moves no more than this share of itself at rest: a standing person's sway of one degree. */
    private static final double STILL_SHARE = 0.02;

    private static final double GRAVITY_MS2 = 9.81;

    /** wearables.md 5.5, m/s². */
    private static final double FORCE_LATITUDE_MS2 = 0.5;

    /** One g is between these where it comes in g. */
    private static final double LEAST_G = 0.9;

    private static final double MOST_G = 1.1;

    /**
     * wearables.md 5.5 has 5°/s, but parts within the ±3°/s of each axis at which they are rejected reach 5.2°/s, and the filter
     * learns that, rad/s.
     */
    private static final double LARGEST_RATE = Math.toRadians(6);

    /** A bias stays the same from look to look, share of the rate. */
    private static final double STEADY_SHARE = 0.2;

    /** Looks on end that must say the same. */
    private static final int LOOKS = 3;

    private final double[] sum = new double[6];
    private final double[] squares = new double[3];
    private final double[] rateBefore = new double[3];
    private int blocks;
    private double lookedS;
    private int wrongForce;
    private int inG;
    private int turning;

    void restart() {
        java.util.Arrays.fill(sum, 0);
        java.util.Arrays.fill(squares, 0);
        blocks = 0;
        lookedS = 0;
    }

    /** Takes the means of one block: specific force, angular rate, duration. */
    @Nullable
    Implausibility accept(double[] a, double[] w, double stepS) {
        for (int i = 0; i < 3; i++) {
            sum[i] += a[i];
            squares[i] += a[i] * a[i];
            sum[3 + i] += w[i];
        }
        blocks++;
        lookedS += stepS;
        if (lookedS < LOOK_S) {
            return null;
        }
        Implausibility found = look();
        restart();
        return found;
    }

    private @Nullable Implausibility look() {
        double force = length(0);
        if (!(spread() < STILL_SHARE * force)) {
            return null;
        }
        boolean g = force > LEAST_G && force < MOST_G;
        inG = g ? inG + 1 : 0;
        wrongForce = !g && Math.abs(force - GRAVITY_MS2) > FORCE_LATITUDE_MS2 ? wrongForce + 1 : 0;
        double rate = length(3);
        // about the vertical a person may well turn; any other turn would be felt
        boolean contradicted = Math.sqrt(Math.max(0, rate * rate - square(rateAlong(force)))) > LARGEST_RATE;
        boolean same = turning == 0 || isSameRate(rate);
        turning = !contradicted ? 0 : same ? turning + 1 : 1;
        for (int i = 0; i < 3; i++) {
            rateBefore[i] = sum[3 + i] / blocks;
        }
        if (inG >= LOOKS) {
            return Implausibility.FORCE_IN_G;
        }
        if (wrongForce >= LOOKS) {
            return Implausibility.REST_FORCE;
        }
        return turning >= LOOKS ? Implausibility.REST_RATE : null;
    }

    private double rateAlong(double force) {
        double product = 0;
        for (int i = 0; i < 3; i++) {
            product += sum[i] / blocks * sum[3 + i] / blocks;
        }
        return product / force;
    }

    private static double square(double value) {
        return value * value;
    }

    private boolean isSameRate(double rate) {
        double squared = 0;
        for (int i = 0; i < 3; i++) {
            double difference = sum[3 + i] / blocks - rateBefore[i];
            squared += difference * difference;
        }
        return Math.sqrt(squared) < STEADY_SHARE * rate;
    }

    private double length(int from) {
        double squared = 0;
        for (int i = from; i < from + 3; i++) {
            squared += sum[i] * sum[i];
        }
        return Math.sqrt(squared) / blocks;
    }

    /** Standard deviation of the specific force over the look, all three axes together. */
    private double spread() {
        double variance = 0;
        for (int i = 0; i < 3; i++) {
            double mean = sum[i] / blocks;
            variance += squares[i] / blocks - mean * mean;
        }
        return Math.sqrt(Math.max(0, variance));
    }
}
