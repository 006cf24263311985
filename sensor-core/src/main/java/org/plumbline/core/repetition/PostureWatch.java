package org.plumbline.core.repetition;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.ExerciseProfile.Posture;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * Tells whether the lifter has taken the posture of the exercise. The way into it is no part of the first repetition, though it may
 * lead the same way. Where any posture will do, none is ever taken.
 */
final class PostureWatch {
    /** A posture has been taken when the trunk stays in it for so long, s. */
    private static final double TAKEN_S = 0.4;

    /** Leaning further than this to the side is lying, degrees. */
    private static final double ON_THE_SIDE_DEG = 40;

    private static final int RATE_HZ = OrientationGrid.RATE_HZ;

    private final Posture posture;
    private final PoseHistory history;
    private final MovementSignal signal;
    private int still;
    private boolean taken;

    PostureWatch(Posture posture, PoseHistory history, MovementSignal signal) {
        this.posture = posture;
        this.history = history;
        this.signal = signal;
    }

    /** Time has jumped: how long the trunk has been still is not known. */
    void restart() {
        still = 0;
    }

    /**
     * Looks at the newest pose.
     *
     * @return whether the posture is taken with it
     */
    boolean update(long position, double speedDegPerS) {
        still = Math.abs(speedDegPerS) < Dwell.STANDING_DEG_PER_S ? still + 1 : 0;
        if (posture == Posture.ANY) {
            return false;
        }
        if (taken) {
            taken = keeps(position);
            return false;
        }
        taken = allows(position) && still >= TAKEN_S * RATE_HZ;
        return taken;
    }

    boolean isTaken() {
        return taken;
    }

    /** Whether the trunk is in the posture at that position, taken or not. */
    boolean allows(long position) {
        return posture == Posture.ON_THE_SIDE
                ? signal.at(position) > ON_THE_SIDE_DEG
                : posture.allows(history.value(Channel.MOVEMENT, position));
    }

    private boolean keeps(long position) {
        return posture == Posture.ON_THE_SIDE
                ? signal.at(position) > ON_THE_SIDE_DEG
                : posture.keeps(history.value(Channel.MOVEMENT, position));
    }
}
