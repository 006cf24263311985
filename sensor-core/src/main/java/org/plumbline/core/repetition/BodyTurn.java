package org.plumbline.core.repetition;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * Where in a repetition the body as a whole stops going down, and where it begins to go up: from the specific force along the
 * vertical, integrated once from standing to standing. At both ends the body has no speed, which takes the bias of the
 * accelerometer and every constant error out of it, in the slowest squat too.
 *
 * <p>The trunk's angles alone do not tell: a pelvis that tucks tips back while the body still goes down, and when the back
 * rounds the hips rise while the trunk still leans on.
 *
 * @param landed first position at which the body has all but stopped going down
 * @param risen last position after it at which the body does not yet clearly go up
 */
record BodyTurn(long landed, long risen) {
    /** The body stands while its speed is within this share of the fastest of that way. */
    private static final double STANDING_SHARE = 0.1;

    /** A body that goes down by less is seen by its angles, m. */
    private static final double LEAST_DROP_M = 0.12;

    /** With more than this share missing the force says nothing. */
    private static final double LARGEST_MISSING_SHARE = 0.2;

    private static final double PERIOD_S = 1.0 / OrientationGrid.RATE_HZ;

    /**
     * Of the movement down and up again between two positions at which the body stands; null where the body hardly goes down or
     * the force is missing.
     */
    static @Nullable BodyTurn between(PoseHistory history, long from, long to) {
        int ticks = (int) (to - from);
        if (from < history.first() || to > history.end() || ticks < 2) {
            return null;
        }
        double[] force = bridged(history, from, ticks);
        double mean = 0;
        for (double value : force) {
            mean += value / ticks;
        }
        double[] speed = new double[ticks];
        double height = 0;
        double lowest = 0;
        int fastestDown = 0;
        int fastestUp = 0;
        for (int i = 1; i < ticks; i++) {
            speed[i] = speed[i - 1] + PERIOD_S * (force[i] - mean);
            height += PERIOD_S * speed[i];
            lowest = Math.min(lowest, height);
            fastestDown = speed[i] < speed[fastestDown] ? i : fastestDown;
            fastestUp = speed[i] > speed[fastestUp] ? i : fastestUp;
        }
        // NaN fails here as well
        if (!(-lowest >= LEAST_DROP_M) || fastestDown >= fastestUp) {
            return null;
        }
        int landed = fastestDown;
        while (landed < fastestUp && speed[landed] < STANDING_SHARE * speed[fastestDown]) {
            landed++;
        }
        int risen = fastestUp;
        while (risen > landed && speed[risen] > STANDING_SHARE * speed[fastestUp]) {
            risen--;
        }
        return new BodyTurn(from + landed, from + risen);
    }

    /** The force, held where a sample is missing, at the begin the first there is; NaN where too much is missing. */
    private static double[] bridged(PoseHistory history, long from, int ticks) {
        double[] force = new double[ticks];
        int missing = 0;
        double last = Double.NaN;
        for (int i = 0; i < ticks; i++) {
            double value = history.value(Channel.VERTICAL_FORCE, from + i);
            missing += Double.isNaN(value) ? 1 : 0;
            last = Double.isNaN(value) ? last : value;
            force[i] = missing > LARGEST_MISSING_SHARE * ticks ? Double.NaN : last;
        }
        for (int i = ticks - 2; i >= 0; i--) {
            force[i] = Double.isNaN(force[i]) ? force[i + 1] : force[i];
        }
        return force;
    }
}
