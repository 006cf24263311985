package org.plumbline.core.repetition;

import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * How far a movement must go, measured by the lifter's own: the first repetition needs the exercise's least range, later ones a
 * share of the median so far. In degrees of the {@link MovementSignal}.
 */
final class LeastRange {
    /** Coming back by this share of the usual range turns the movement. */
    private static final double TURN_SHARE = 0.3;

    /** A repetition's range against the median so far, at the least. */
    private static final double RANGE_SHARE = 0.4;

    /** What turns a movement, and what a later repetition needs, is this share of the exercise's least range or more. */
    private static final double SHARE_OF_EXERCISE = 0.7;

    private final double exerciseDeg;
    private final PoseHistory history;
    private final MovementSignal signal;
    private final SetRhythm rhythm;
    private boolean travelSeen;

    LeastRange(ExerciseProfile profile, PoseHistory history, MovementSignal signal, SetRhythm rhythm) {
        this.exerciseDeg = profile.smallestRangeDeg();
        this.history = history;
        this.signal = signal;
        this.rhythm = rhythm;
    }

    /** Looks whether the drop is measured at all. */
    void look(long position) {
        travelSeen |= history.value(Channel.DROP, position) != 0;
    }

    /** What the exercise needs of a first repetition. */
    double ofExerciseDeg() {
        return signal.smallestRangeDeg(exerciseDeg, travelSeen);
    }

    /** What the next repetition needs. */
    double ofRepetitionDeg() {
        double usual = rhythm.usualRangeDeg();
        return Double.isNaN(usual)
                ? ofExerciseDeg()
                : Math.max(SHARE_OF_EXERCISE * ofExerciseDeg(), RANGE_SHARE * usual);
    }

    /** Coming back by this turns the movement. */
    double ofTurnDeg() {
        double least = ofExerciseDeg() * SHARE_OF_EXERCISE;
        double usual = rhythm.usualRangeDeg();
        return Double.isNaN(usual) ? least : Math.max(least, TURN_SHARE * usual);
    }
}
