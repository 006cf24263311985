package org.plumbline.core.orientation;

import java.util.Arrays;

/**
 * Finds the vertical at a start and after a gap, where it is too unsure for small-angle arithmetic: the mean specific force
 * since then is turned onto it, block by block. The mean over a time t strays from gravity by the change of velocity over t only;
 * VQF starts in the same way.
 */
final class MeanForceLevelling {
    /** A tilt less sure than this is found anew, rad. */
    static final double UNSURE_TILT = Math.toRadians(15);

    /** After so long the filter goes on from what was found, s: after a gap, and at a start, where one wild sample must not rule. */
    static final double AFTER_GAP_S = 1.5;

    static final double AT_START_S = 0.3;

    /** A mean that is off gravity by more than this share is not that of a standing or lifting person: a fall, a throw. */
    private static final double LARGEST_STRAY = 0.5;

    /** Change of velocity to reckon with, m/s, and for each m/s² of acceleration before the gap, s. */
    private static final double CHANGE_OF_VELOCITY_MS = 0.5;

    private static final double CHANGE_PER_ACCELERATION_S = 0.3;

    private final double[] sum = new double[3];
    private final double[] direction = new double[3];
    private double elapsedS;
    private double durationS;

    boolean isActive() {
        return elapsedS < durationS;
    }

    /** @param forS how long to look, s */
    void begin(double forS) {
        Arrays.fill(sum, 0);
        elapsedS = 0;
        durationS = forS;
    }

    /**
     * Adds the time integral of specific force over a block, earth frame.
     *
     * @param turn takes the rotation that puts the mean onto the vertical
     * @return how unsure each tilt is then, rad
     */
    double add(double x, double y, double z, double blockS, double accelerationMs2, double[] turn) {
        sum[0] += x;
        sum[1] += y;
        sum[2] += z;
        elapsedS += blockS;
        double length = Math.sqrt(sum[0] * sum[0] + sum[1] * sum[1] + sum[2] * sum[2]);
        if (length > 1e-9) {
            for (int i = 0; i < 3; i++) {
                direction[i] = sum[i] / length;
            }
            Quaternions.fromTo(direction, Quaternions.UP, turn);
            sum[0] = 0;
            sum[1] = 0;
            sum[2] = length;
        } else {
            Quaternions.fromTo(Quaternions.UP, Quaternions.UP, turn);
        }
        double stray = Math.abs(length / (OrientationFilter.GRAVITY_MS2 * elapsedS) - 1);
        if (stray > LARGEST_STRAY && !isActive()) {
            begin(durationS);
            return 1;
        }
        double change = Math.hypot(CHANGE_OF_VELOCITY_MS, CHANGE_PER_ACCELERATION_S * accelerationMs2);
        return Math.min(1, Math.hypot(stray, change / (OrientationFilter.GRAVITY_MS2 * elapsedS)));
    }

    void exchange(StateExchange with) {
        with.values(sum);
        elapsedS = with.value(elapsedS);
        durationS = with.value(durationS);
    }
}
