package org.plumbline.core.calibration;

import org.plumbline.core.orientation.OrientationTick;

/** Looks for the standing pause that neutral is taken from. A later one takes the place of an earlier one. */
final class StandingPause {
    /** Standing still needed, beyond the second the rest detector takes to see it, s. */
    private static final double NEUTRAL_S = 1.0;

    /** Fewer ticks tell nothing, of a pause or of a recording. */
    static final int FEWEST_TICKS = 20;

    private final NeutralPose candidate;
    private final NeutralPose found;

    StandingPause(int sensorCount) {
        candidate = new NeutralPose(sensorCount);
        found = new NeutralPose(sensorCount);
    }

    /** The pause found; empty while there is none. */
    NeutralPose found() {
        return found;
    }

    /** Looks for one in the data; whether there is a new one. */
    boolean look(OrientationTick tick) {
        if (!tick.still) {
            candidate.clear();
            return false;
        }
        candidate.add(tick);
        if (candidate.durationS() < NEUTRAL_S) {
            return false;
        }
        found.set(candidate);
        return true;
    }

    /** Takes a tick of the pause that is marked. */
    void takeMarked(OrientationTick tick) {
        candidate.add(tick);
    }

    /** The mark is over; whether enough was recorded in it. Else it is as good as none. */
    boolean endMarked() {
        if (candidate.ticks() < FEWEST_TICKS) {
            candidate.clear();
            return false;
        }
        found.set(candidate);
        return true;
    }
}
