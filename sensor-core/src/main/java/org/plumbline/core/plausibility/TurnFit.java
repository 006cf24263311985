package org.plumbline.core.plausibility;

import org.jspecify.annotations.Nullable;

/**
 * Compares how gravity turns in a sensor's axes with how its gyroscope says that it turns. While a person moves slowly the
 * specific force a is gravity, fixed on the earth, so that da/dt = −s·ω×a with s = 1. Mirrored axes or a gyroscope of the wrong
 * sign give s = −1, degrees taken for radians s = 0.017, and permuted axes no correlation.
 *
 * <p>Both sides go through the same low-pass, so that nothing is lost between them; what changes the length of a and not its
 * direction is left out, as the body's going up and down is not gravity that turns. The shaking of walking and of fast turns on
 * the spot is no slow movement. It cannot see an accelerometer of the wrong sign (both sides change it), nor the exchange of axes
 * about which nothing has turned. Allocates nothing after construction. Source of the test: wearables.md 5.6.
 */
final class TurnFit {
    /** Time constant of each of the two low-passes: below 0.5 Hz the trunk's gravity outweighs its acceleration, s. */
    private static final double SMOOTHING_S = 0.3;

    /** The low-passes have forgotten their start, s. */
    private static final double SETTLE_S = 6 * SMOOTHING_S;

    /** Gravity that turns more slowly is sway, rad/s. */
    private static final double SLOWEST_RAD_PER_S = 0.1;

    /**
     * Roughness of a slow movement: the change of the change of a from block to block, against gravity and against its turning,
     * s. Measured: bows and squats 0.2 to 0.8, walking 1.5 and more.
     */
    private static final double ROUGHEST_S = 8 / 9.81;

    /** A verdict takes so much slow movement (wearables.md 5.6), s. */
    static final double WINDOW_S = 10;

    /** Below this a gyroscope does not fit; sound sensors of all recordings are at 0.9 and more. */
    private static final double LEAST_CORRELATION = 0.5;

    /** Beyond this both sides tell the same movement, but for a factor. */
    private static final double SURE_CORRELATION = 0.6;

    /** A factor this near to π/180 or 180/π is that of the unit; accelerations of the body take up to a half off or on. */
    private static final double UNIT_LATITUDE = 2;

    /** Windows on end without correlation until the gyroscope is said not to fit. */
    private static final int WINDOWS_WITHOUT_CORRELATION = 2;

    private final double[] force = new double[3];
    private final double[] smoothForce = new double[3];
    private final double[] turn = new double[3];
    private final double[] smoothTurn = new double[3];
    private final double[] before = new double[3];
    private final double[] twoBefore = new double[3];
    private double roughness;
    private double settledS;
    private int blocks;

    private double both;
    private double gyroscope;
    private double gravity;
    private double movementS;
    private int withoutCorrelation;
    private double lastScale = Double.NaN;
    private double lastCorrelation = Double.NaN;
    private double turnedRad;

    /** Forgets the movement, not the evidence: after a hole. */
    void restart() {
        blocks = 0;
        settledS = 0;
    }

    /**
     * Takes the means of one block.
     *
     * @param a specific force, in any unit
     * @param w angular rate, rad/s as it is said
     * @param stepS time since the block before
     * @return what a full window of slow movement shows, or null
     */
    @Nullable
    Implausibility accept(double[] a, double[] w, double stepS) {
        if (blocks == 0) {
            for (int i = 0; i < 3; i++) {
                force[i] = a[i];
                smoothForce[i] = a[i];
                turn[i] = 0;
                smoothTurn[i] = 0;
                before[i] = a[i];
                twoBefore[i] = a[i];
            }
            roughness = square(a);
        }
        blocks++;
        settledS += stepS;
        double share = stepS / (SMOOTHING_S + stepS);
        double leap = 0;
        double length = 0;
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            double second = a[i] - 2 * before[i] + twoBefore[i];
            leap += second * second;
            twoBefore[i] = before[i];
            before[i] = a[i];
            force[i] += share * (a[i] - force[i]);
            turn[i] += share * (w[k] * a[j] - w[j] * a[k] - turn[i]);
            smoothTurn[i] += share * (turn[i] - smoothTurn[i]);
        }
        roughness += share * (leap - roughness);
        double along = 0;
        double turnAlong = 0;
        for (int i = 0; i < 3; i++) {
            // the rate of change of the second low-pass, exactly
            double rate = (force[i] - smoothForce[i]) * share / stepS;
            smoothForce[i] += share * (force[i] - smoothForce[i]);
            rates[i] = rate;
            length += smoothForce[i] * smoothForce[i];
            along += rate * smoothForce[i];
            turnAlong += smoothTurn[i] * smoothForce[i];
        }
        if (settledS < SETTLE_S || length == 0) {
            return null;
        }
        double product = 0;
        double turnSquare = 0;
        double rateSquare = 0;
        for (int i = 0; i < 3; i++) {
            double rate = rates[i] - along / length * smoothForce[i];
            double said = smoothTurn[i] - turnAlong / length * smoothForce[i];
            product += rate * said;
            turnSquare += said * said;
            rateSquare += rate * rate;
        }
        double radPerS = Math.sqrt(rateSquare / length);
        if (radPerS < SLOWEST_RAD_PER_S || Math.sqrt(roughness / length) > ROUGHEST_S * radPerS) {
            return null;
        }
        turnedRad += radPerS * stepS;
        both += product / length * stepS;
        gyroscope += turnSquare / length * stepS;
        gravity += rateSquare / length * stepS;
        movementS += stepS;
        return movementS >= WINDOW_S ? closeWindow() : null;
    }

    private final double[] rates = new double[3];

    private @Nullable Implausibility closeWindow() {
        lastScale = both / gyroscope;
        lastCorrelation = both / Math.sqrt(gyroscope * gravity);
        both = 0;
        gyroscope = 0;
        gravity = 0;
        movementS = 0;
        // a gyroscope that says nothing at all has no correlation either
        boolean none = !(Math.abs(lastCorrelation) >= LEAST_CORRELATION);
        withoutCorrelation = none ? withoutCorrelation + 1 : 0;
        if (lastCorrelation <= -SURE_CORRELATION) {
            return Implausibility.MIRRORED;
        }
        if (lastCorrelation >= SURE_CORRELATION) {
            if (isNear(lastScale, Math.toRadians(1))) {
                return Implausibility.DEGREES_AS_RADIANS;
            }
            if (isNear(lastScale, Math.toDegrees(1))) {
                return Implausibility.RADIANS_AS_DEGREES;
            }
        }
        return withoutCorrelation >= WINDOWS_WITHOUT_CORRELATION ? Implausibility.PERMUTED : null;
    }

    private static boolean isNear(double scale, double expected) {
        return scale > expected / UNIT_LATITUDE && scale < expected * UNIT_LATITUDE;
    }

    private static double square(double[] v) {
        return v[0] * v[0] + v[1] * v[1] + v[2] * v[2];
    }

    /** By how much gravity has turned in slow movement so far, all ways together, rad. */
    double turnedRad() {
        return turnedRad;
    }

    /** s of the newest full window; of what there is where none is full. */
    double scale() {
        return Double.isNaN(lastScale) ? both / gyroscope : lastScale;
    }

    /** Correlation of the same. */
    double correlation() {
        return Double.isNaN(lastScale) ? both / Math.sqrt(gyroscope * gravity) : lastCorrelation;
    }

    /** Slow movement in the window that is not full, s. */
    double movementS() {
        return movementS;
    }
}
