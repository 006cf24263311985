package org.plumbline.core.repetition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.orientation.OrientationGrid;

/**
 * Decides which movements count. A movement in the rhythm of a set counts at once. One that is the first after a break or a
 * walk, or is unlike the set's own, is set aside; it counts as soon as a second one like it follows in the rhythm of a set.
 * So a new set is counted one repetition late but whole, and bending for a plate is no repetition. What was counted stays
 * counted. What a person has said about a movement goes before all that.
 */
final class SetRhythm {
    /** Repetitions of a set follow one another within this, s: the longest pauses are those of heavy cluster sets. */
    private static final double LONGEST_BREAK_S = 20;

    /** With no repetition for so long the set is over, s. */
    private static final double SET_OVER_S = 30;

    /** Having walked so long since the last repetition the lifter has left the bar, s. */
    private static final double WALKED_AWAY_S = 5;

    /** A movement that is walked for more than this share is part of walking. */
    private static final double LONGEST_WALKED_SHARE = 0.5;

    /**
     * A first repetition counts at once where it leans and turns no further than this to the side, and flexes the lumbar spine no
     * further than lifters do (about 33° from standing, Bengtsson 2022), degrees: a bend for a plate does one or the other.
     */
    private static final double FIRST_SIDE_DEG = 5;

    private static final double FIRST_TURN_DEG = 15;
    private static final double FIRST_FLEXION_DEG = 38;

    /** Beyond this a movement is no lift, whatever else there is: somebody turns round or reaches to the side, degrees. */
    private static final double LARGEST_SIDE_DEG = 25;

    private static final double LARGEST_TURN_DEG = 50;

    /** Repetitions from which on earlier sets tell what a new one looks like. */
    private static final int ENOUGH_KNOWN = 3;

    /** Movements that are like one another, beside the newest, and unlike every set before. */
    private static final int ENOUGH_ALIKE = 2;

    /** A pause longer than this, and than so many times the set's own, makes a movement doubtful, s. */
    private static final double LONGEST_PAUSE_S = 4;

    private static final double LONGER_PAUSE = 2;

    private static final double TICK_S = 1.0 / OrientationGrid.RATE_HZ;

    /** What becomes of a movement. */
    interface Verdict {
        /** The movement counts for that set. */
        void count(Movement movement, int setNumber);

        /** The set is over. */
        void setOver(int setNumber, double timeS, SetEndReason reason);
    }

    /** A movement that waits for a second one like it. */
    private record Waiting(Movement movement, String reason, boolean denied) {}

    private final double setOverS;
    private final RepetitionCorrections corrections;
    private final Verdict verdict;
    private final UsualForm own = new UsualForm();
    private final UsualForm session = new UsualForm();
    private final List<Waiting> waiting = new ArrayList<>();
    private int setNumber;
    private boolean setRuns;
    private boolean anyCounted;
    private double startS = Double.NaN;
    private double lastEndS = Double.NaN;
    private double usualPauseS = Double.NaN;
    private double usualRangeDeg = Double.NaN;
    private double walkedS;

    /** @param longestHoldS for how long nothing may be seen of a repetition because it is held, s */
    SetRhythm(RepetitionCorrections corrections, double longestHoldS, Verdict verdict) {
        setOverS = SET_OVER_S + longestHoldS;
        this.corrections = corrections;
        this.verdict = verdict;
    }

    /** Time goes on; ends the set when it is over. */
    void pass(double timeS, boolean walking) {
        if (Double.isNaN(startS)) {
            startS = timeS;
        }
        if (setRuns) {
            walkedS += walking ? TICK_S : 0;
            boolean walkedAway = walkedS > WALKED_AWAY_S;
            if (timeS - lastEndS > setOverS || walkedAway) {
                setRuns = false;
                verdict.setOver(setNumber, timeS, walkedAway ? SetEndReason.WALKED_AWAY : SetEndReason.PAUSED);
            }
        }
    }

    /** Takes the next movement; whether it was counted. */
    boolean offer(Movement movement) {
        if (says(corrections.notRepetitionsMicros(), movement)) {
            waiting.add(new Waiting(movement, "You said this is no repetition.", true));
            return false;
        }
        String doubt = says(corrections.repetitionsMicros(), movement) ? null : doubt(movement);
        boolean second = countThoseLike(movement);
        if (doubt != null && !second) {
            waiting.add(new Waiting(movement, doubt, movement.walkingShare() > LONGEST_WALKED_SHARE));
            return false;
        }
        count(movement);
        return true;
    }

    private static boolean says(List<Long> moments, Movement movement) {
        return moments.stream().anyMatch(movement::contains);
    }

    private @Nullable String doubt(Movement movement) {
        if (movement.walkingShare() > LONGEST_WALKED_SHARE) {
            return "You were walking.";
        }
        if (setRuns) {
            if (!own.isNear(movement)) {
                return "It is unlike the other repetitions of the set.";
            }
            boolean apart = movement.followsWalking() || movement.startS() - lastEndS > longestPauseS();
            return apart && !own.isComparable(movement)
                    ? "It follows a break or a walk and is not quite like the other repetitions of the set."
                    : null;
        }
        boolean first = !anyCounted && movement.startS() - startS <= LONGEST_BREAK_S;
        if (first && !isLikeReaching(movement) && !movement.followsWalking()) {
            return null;
        }
        return "It stands alone: no second one like it followed.";
    }

    /** Whether somebody may be reaching for something: askew, or with a back rounder than a lifter's. */
    private static boolean isLikeReaching(Movement movement) {
        return movement.leanDeg() > FIRST_SIDE_DEG
                || movement.turnDeg() > FIRST_TURN_DEG
                || movement.flexionDeg() > FIRST_FLEXION_DEG;
    }

    /** Counts what waits for this movement, oldest first; whether there was any. */
    private boolean countThoseLike(Movement movement) {
        if (movement.walkingShare() > LONGEST_WALKED_SHARE) {
            return false;
        }
        List<Waiting> like = new ArrayList<>();
        UsualForm form = UsualForm.of(movement);
        double nextS = movement.startS();
        for (int i = waiting.size() - 1; i >= 0; i--) {
            Waiting one = waiting.get(i);
            if (nextS - one.movement().endS() > LONGEST_BREAK_S
                    || one.movement().startS() < lastEndS) {
                break;
            }
            if (!one.denied() && form.isLike(one.movement())) {
                like.add(0, one);
                nextS = one.movement().startS();
            }
        }
        boolean known = session.size() < ENOUGH_KNOWN || session.isLike(movement);
        if (like.size() < (known ? 1 : ENOUGH_ALIKE)) {
            return false;
        }
        for (Waiting one : like) {
            waiting.remove(one);
            count(one.movement());
        }
        return true;
    }

    /** A pause within a set that needs no further evidence, s. */
    private double longestPauseS() {
        return Math.max(LONGEST_PAUSE_S, Double.isNaN(usualPauseS) ? 0 : LONGER_PAUSE * usualPauseS);
    }

    private void count(Movement movement) {
        if (!setRuns) {
            setRuns = true;
            setNumber++;
            own.forget();
        }
        if (own.isKnown()) {
            double pauseS = movement.startS() - lastEndS;
            usualPauseS = Double.isNaN(usualPauseS) ? pauseS : (usualPauseS + pauseS) / 2;
        } else {
            usualPauseS = Double.NaN;
        }
        own.add(movement);
        session.add(movement);
        usualRangeDeg = session.rangeDeg();
        anyCounted = true;
        lastEndS = movement.endS();
        walkedS = 0;
        verdict.count(movement, setNumber);
    }

    /** It is over. Where nothing was counted at all, what was set aside and is alike counts. */
    void finish() {
        if (anyCounted) {
            return;
        }
        List<Waiting> possible = new ArrayList<>(waiting);
        possible.removeIf(one -> one.denied()
                || one.movement().leanDeg() > LARGEST_SIDE_DEG
                || one.movement().turnDeg() > LARGEST_TURN_DEG);
        if (possible.size() == 1 && isLikeReaching(possible.get(0).movement())) {
            return;
        }
        UsualForm form = new UsualForm();
        possible.forEach(one -> form.add(one.movement()));
        for (Waiting one : possible) {
            if (form.isNear(one.movement())) {
                waiting.remove(one);
                count(one.movement());
            }
        }
    }

    /** Range of the repetitions so far, degrees; NaN before the first. */
    double usualRangeDeg() {
        return usualRangeDeg;
    }

    /** What was set aside so far, in the order of time. */
    List<SetAside> setAside() {
        List<SetAside> result = new ArrayList<>();
        for (Waiting one : waiting) {
            result.add(new SetAside(one.movement().startS(), one.movement().endS(), one.reason()));
        }
        result.sort(Comparator.comparingDouble(SetAside::startS));
        return List.copyOf(result);
    }
}
