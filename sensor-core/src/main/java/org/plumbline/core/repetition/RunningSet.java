package org.plumbline.core.repetition;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.orientation.OrientationGrid;

/** The set that runs: what its repetitions are like, how they follow one another, and when it is over. */
final class RunningSet {
    /** With no repetition for so long the set is over, s. */
    private static final double SET_OVER_S = 30;

    /** Having walked so long since the last repetition the lifter has left the bar, s. */
    private static final double WALKED_AWAY_S = 5;

    /** A pause longer than this, and than so many times the set's own, makes a movement doubtful, s. */
    private static final double LONGEST_PAUSE_S = 4;

    private static final double LONGER_PAUSE = 2;

    private static final double TICK_S = 1.0 / OrientationGrid.RATE_HZ;

    private final double overAfterS;
    private final UsualMovement usual = new UsualMovement();
    private int number;
    private boolean runs;
    private double lastEndS = Double.NaN;
    private double heldS = Double.NaN;
    private double usualPauseS = Double.NaN;
    private double walkedS;

    /** @param longerBreakS by how much the breaks within a set may be longer than usual, s */
    RunningSet(double longerBreakS) {
        overAfterS = SET_OVER_S + longerBreakS;
    }

    /** Time goes on; why the set is over now, or null where it goes on or none runs. */
    @Nullable
    SetEndReason pass(double timeS, boolean walking) {
        if (!runs) {
            return null;
        }
        walkedS += walking ? TICK_S : 0;
        boolean walkedAway = walkedS > WALKED_AWAY_S;
        double busyUntilS = heldS > lastEndS ? heldS : lastEndS;
        if (timeS - busyUntilS <= overAfterS && !walkedAway) {
            return null;
        }
        runs = false;
        return walkedAway ? SetEndReason.WALKED_AWAY : SetEndReason.PAUSED;
    }

    /** At that time a posture is held, however long: the set is not over. */
    void held(double timeS) {
        heldS = timeS;
    }

    /** Counts a repetition, the first of the next set where none runs. */
    void count(Movement movement) {
        if (!runs) {
            runs = true;
            number++;
            usual.forget();
        }
        if (usual.isKnown()) {
            double pauseS = movement.startS() - lastEndS;
            usualPauseS = Double.isNaN(usualPauseS) ? pauseS : (usualPauseS + pauseS) / 2;
        } else {
            usualPauseS = Double.NaN;
        }
        usual.add(movement);
        lastEndS = movement.endS();
        walkedS = 0;
    }

    /** Why a movement may be no repetition of it, for a person; null where there is no doubt. */
    @Nullable
    String doubt(Movement movement) {
        if (!usual.isNear(movement)) {
            return "It is unlike the other repetitions of the set.";
        }
        boolean apart = movement.followsWalking() || movement.startS() - lastEndS > longestPauseS();
        return apart && !usual.isComparable(movement)
                ? "It follows a break or a walk and is not quite like the other repetitions of the set."
                : null;
    }

    /** A pause within the set that needs no further evidence, s. */
    private double longestPauseS() {
        return Math.max(LONGEST_PAUSE_S, Double.isNaN(usualPauseS) ? 0 : LONGER_PAUSE * usualPauseS);
    }

    boolean runs() {
        return runs;
    }

    /** Its number, from 1; of the last one where none runs. */
    int number() {
        return number;
    }

    /** When its last repetition ended, or that of the last set; NaN before the first. */
    double lastEndS() {
        return lastEndS;
    }
}
