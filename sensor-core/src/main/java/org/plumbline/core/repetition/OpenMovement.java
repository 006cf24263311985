package org.plumbline.core.repetition;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.PoseHistory.Channel;

/** Reads what the lifter is in the middle of: as the set ends, and where the sensors go silent. */
final class OpenMovement {
    /** Who has stood up for so long, and then does not go on, has left the bar on the floor, s: with it hands are not free to stop. */
    private static final double STOOD_UP_S = 1;

    /** With the bar in their hands nobody stands for longer between the pull and the way down, s. */
    private static final double LONGEST_TOP_S = 3;

    private static final int RATE_HZ = OrientationGrid.RATE_HZ;

    private final ExerciseProfile profile;
    private final PoseHistory history;
    private final TurningPoints ends;
    private final LeastRange range;
    private final PhaseWatch phases;

    OpenMovement(
            ExerciseProfile profile, PoseHistory history, TurningPoints ends, LeastRange range, PhaseWatch phases) {
        this.profile = profile;
        this.history = history;
        this.ends = ends;
        this.range = range;
        this.phases = phases;
    }

    /**
     * The movement that goes on, or null where there is none.
     *
     * @param number number of the repetition it would be
     * @param back whether it is on its way back
     * @param standing for how many poses the lifter has stood
     * @param seenTo position after the last at which the movement was seen
     * @param heldSince position since which a posture is held; negative where none is
     */
    @Nullable
    UnfinishedMovement read(int number, boolean back, int standing, long seenTo, long heldSince) {
        TurningPoint newer = ends.newer();
        TurningPoint begin = back ? ends.older() : newer;
        if (newer == null || begin == null || Double.isNaN(ends.extreme())) {
            return null;
        }
        double wayDeg = Math.abs((back ? begin.value() : ends.extreme()) - newer.value());
        long start = Math.max(history.first(), begin.departure());
        boolean walking = history.value(Channel.WALKING, history.end() - 1) > PoseHistory.WALKING_FROM;
        if (wayDeg < (back ? range.ofRepetitionDeg() : range.ofTurnDeg())
                || seenTo <= start
                || seenTo - start > profile.longestS() * RATE_HZ
                || walking
                || hasPutDown(newer, back, standing)) {
            return null;
        }
        boolean held = heldSince >= 0;
        RepetitionPhase phase = held ? RepetitionPhase.TOP : phase(back);
        long holdStart = held ? Math.max(start, heldSince) : seenTo;
        return new UnfinishedMovement(number, phase, start, holdStart, seenTo, history.end());
    }

    /** Standing up from the floor and staying there looks like a pull, but is the end of the set. */
    private boolean hasPutDown(TurningPoint newer, boolean back, int standing) {
        boolean stood =
                back ? newer.departure() - newer.arrival() > LONGEST_TOP_S * RATE_HZ : standing > STOOD_UP_S * RATE_HZ;
        return profile.start() == ExerciseProfile.Start.BOTTOM && !profile.isHold() && stood;
    }

    private RepetitionPhase phase(boolean back) {
        boolean fromTop = profile.start() == ExerciseProfile.Start.TOP;
        RepetitionPhase way = fromTop ? RepetitionPhase.ECCENTRIC : RepetitionPhase.CONCENTRIC;
        RepetitionPhase far = fromTop ? RepetitionPhase.BOTTOM : RepetitionPhase.TOP;
        RepetitionPhase wayBack = fromTop ? RepetitionPhase.CONCENTRIC : RepetitionPhase.ECCENTRIC;
        if (back) {
            return wayBack;
        }
        // the way back has begun before the movement has turned for good
        return phases.phase() == far || phases.phase() == wayBack ? phases.phase() : way;
    }
}
