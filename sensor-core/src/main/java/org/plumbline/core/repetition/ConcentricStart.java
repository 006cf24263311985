package org.plumbline.core.repetition;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * Finds bar break: the moment at which the first part of the trunk leaves the bottom. When the back rounds the hips rise
 * while the shoulders stay, so the trunk as a whole is seen to move too late to be compared with.
 */
public final class ConcentricStart {
    /** A channel has left the bottom when it has come back by this, degrees. */
    private static final double LEFT_DEG = 1;

    /** What comes back by this each tick is still on its way, degrees: 3 deg/s. */
    private static final double LEAVING_DEG = 3.0 / OrientationGrid.RATE_HZ;

    /** How long before the trunk as a whole a part of it may leave, positions of the grid. */
    static final int EARLIEST_TICKS = OrientationGrid.RATE_HZ * 3 / 5;

    private ConcentricStart() {}

    /** The position of bar break, given the last position at which the movement as a whole was at the bottom. */
    public static long find(PoseHistory history, long departure) {
        if (Double.isNaN(history.value(Channel.LUMBAR_FLEXION, departure))) {
            // one sensor sees one part only: nothing leaves before it
            return departure;
        }
        long pelvis = find(history, Channel.PELVIS_TILT, departure);
        long trunk = find(history, Channel.TRUNK_INCLINATION, departure);
        return Math.min(pelvis, trunk);
    }

    private static long find(PoseHistory history, Channel channel, long departure) {
        long earliest = Math.max(history.first(), departure - EARLIEST_TICKS);
        double most = Double.NEGATIVE_INFINITY;
        for (long k = earliest; k <= departure; k++) {
            most = Math.max(most, history.value(channel, k));
        }
        long at = departure;
        while (at > earliest && history.value(channel, at) < most - LEFT_DEG) {
            at--;
        }
        if (at == departure) {
            return at;
        }
        while (at > earliest && history.value(channel, at - 1) - history.value(channel, at) > LEAVING_DEG) {
            at--;
        }
        return at;
    }
}
