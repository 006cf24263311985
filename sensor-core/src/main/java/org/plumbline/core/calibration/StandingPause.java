package org.plumbline.core.calibration;

import org.plumbline.core.orientation.OrientationTick;

/**
 * Looks for the standing pause that neutral is taken from, where it is marked or else in the data. A later one takes the place of an
 * earlier one.
 */
final class StandingPause {
    /** Standing still needed, beyond the second the rest detector takes to see it, s. */
    private static final double NEUTRAL_S = 1.0;

    /** Fewer ticks tell nothing, of a pause or of a recording. */
    static final int FEWEST_TICKS = 20;

    private final NeutralPose candidate;
    private final NeutralPose found;

    private final CalibrationPlan plan;
    private boolean marked;

    StandingPause(CalibrationPlan plan, int sensorCount) {
        this.plan = plan;
        marked = plan.neutralMarked();
        candidate = new NeutralPose(sensorCount);
        found = new NeutralPose(sensorCount);
    }

    /** The pause found; empty while there is none. */
    NeutralPose found() {
        return found;
    }

    /** Whether it is marked where it lies. */
    boolean isMarked() {
        return marked;
    }

    /**
     * Takes the next tick.
     *
     * @param mayStand whether standing still is a pause, where none is marked
     * @return whether there is a new one
     */
    boolean accept(OrientationTick tick, boolean mayStand) {
        if (!marked) {
            return mayStand && look(tick);
        }
        if (tick.timeMicros >= plan.neutralFromMicros() && tick.timeMicros <= plan.neutralToMicros()) {
            candidate.add(tick);
            return false;
        }
        return found.isEmpty() && tick.timeMicros > plan.neutralToMicros() && endMarked();
    }

    private boolean look(OrientationTick tick) {
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

    /**
     * The marked stretch is over. A mark where hardly anything was recorded is as good as none: then standing still is looked for in
     * the data.
     *
     * @return whether there is a new pause
     */
    boolean endMarked() {
        if (candidate.ticks() < FEWEST_TICKS) {
            candidate.clear();
            marked = false;
            return false;
        }
        found.set(candidate);
        return true;
    }
}
