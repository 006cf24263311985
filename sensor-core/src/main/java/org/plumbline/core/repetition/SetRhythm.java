package org.plumbline.core.repetition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.orientation.OrientationGrid;

/**
 * Decides which movements count. A movement in the rhythm of a set counts at once. One that is the first after a break or a
 * walk, or is unlike the set's own, is set aside; it counts as soon as a second one like it follows in the rhythm of a set.
 * So a new set is counted one repetition late but whole, and bending for a plate is no repetition. The very first movement
 * counts however badly it was done, unless the one after it shows that somebody was reaching for something. What was counted
 * stays counted. What a person has said about a movement goes before all that and changes nothing else.
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
     * A first repetition counts at once where at its lower end the trunk leans no further than this to the side and the lumbar spine
     * is flexed no further than lifters' are (about 33° from standing, Bengtsson 2022), degrees: who bends for a plate does one or
     * the other there. What happens on the way up, be it ever so bad, is form.
     */
    private static final double FIRST_LEAN_DEG = 5;

    private static final double FIRST_FLEXION_DEG = 38;

    /** Someone who walked about the time of it, and turns or leans so far, turned round, degrees. */
    private static final double WALKING_LEAN_DEG = 5;

    private static final double WALKING_TURN_DEG = 9;

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

    /** Bows made before a set are known by this share of the person's largest lumbar flexion. */
    private static final double BOW_SHARE = 0.85;

    /** A bow takes at least this long beyond half of its way, s: bows are asked for slow. */
    private static final double SHORTEST_BOW_S = 1;

    /** More than so many alike are no bows but lifting with a very round back. */
    private static final int MOST_BOWS = 4;

    private static final String BOW = "It looks like one of the slow bows that renew a calibration.";

    private static final double TICK_S = 1.0 / OrientationGrid.RATE_HZ;

    private static final String DENIED = "It was said that this is no repetition.";

    /** What becomes of a movement. */
    interface Verdict {
        /** The movement counts for that set. */
        void count(Movement movement, int setNumber);

        /** The set is over. */
        void setOver(int setNumber, double timeS, SetEndReason reason);
    }

    private final double setOverS;
    private final boolean mayReach;
    private final RepetitionCorrections corrections;
    private final Verdict verdict;
    private final UsualMovement own = new UsualMovement();
    private final UsualMovement session = new UsualMovement();
    private final List<Waiting> waiting = new ArrayList<>();
    private int setNumber;
    private boolean setRuns;
    private boolean anyCounted;
    /** Movements before the first one counted that flex the lumbar spine so far may be bows, degrees. */
    private double bowFlexionDeg = Double.NaN;

    private int bows;
    private double startS = Double.NaN;
    private double lastEndS = Double.NaN;
    private double heldS = Double.NaN;
    private double usualPauseS = Double.NaN;
    private double usualRangeDeg = Double.NaN;
    private double walkedS;
    /** Movements that wait and will likely count. */
    private int likely;

    /**
     * @param longerBreakS by how much the breaks within a set may be longer than usual, s
     * @param mayReach whether the lifter stands and may reach for something, which only the movement after it shows
     */
    SetRhythm(RepetitionCorrections corrections, double longerBreakS, boolean mayReach, Verdict verdict) {
        setOverS = SET_OVER_S + longerBreakS;
        this.mayReach = mayReach;
        this.corrections = corrections;
        this.verdict = verdict;
    }

    /**
     * Bows may come before the set, though they are not asked for.
     *
     * @param maxFlexionDeg the person's largest lumbar flexion, degrees; NaN where not known
     */
    void expectBows(double maxFlexionDeg) {
        bowFlexionDeg = Math.max(FIRST_FLEXION_DEG, BOW_SHARE * maxFlexionDeg);
    }

    /** Time goes on; ends the set when it is over. */
    void pass(double timeS, boolean walking) {
        if (Double.isNaN(startS)) {
            startS = timeS;
        }
        if (likely > 0 && timeS - newestWaiting().endS() > LONGEST_BREAK_S) {
            decide();
        }
        if (setRuns) {
            walkedS += walking ? TICK_S : 0;
            boolean walkedAway = walkedS > WALKED_AWAY_S;
            if (timeS - busyUntilS() > setOverS || walkedAway) {
                setRuns = false;
                verdict.setOver(setNumber, timeS, walkedAway ? SetEndReason.WALKED_AWAY : SetEndReason.PAUSED);
            }
        }
    }

    private double busyUntilS() {
        return heldS > lastEndS ? heldS : lastEndS;
    }

    /** At that time a posture is held, however long: the set is not over. */
    void held(double timeS) {
        heldS = timeS;
    }

    /** Takes the next movement; whether it was counted. */
    boolean offer(Movement movement) {
        boolean wanted = says(corrections.repetitionsMicros(), movement);
        if (!wanted && isBow(movement) && bows++ < MOST_BOWS) {
            waiting.add(new Waiting(movement, BOW, false, false));
            return false;
        }
        boolean mayBeFirst = mayBeFirst(movement);
        if (likely > 0 && (wanted || !isWalking(movement))) {
            countFirst(wanted ? null : UsualMovement.of(movement));
        }
        String doubt = wanted || (mayBeFirst && !mayReach) ? null : doubt(movement);
        boolean second = countThoseLike(movement);
        if (doubt != null && !second) {
            await(new Waiting(movement, doubt, isWalking(movement), mayBeFirst));
            return false;
        }
        count(movement);
        return true;
    }

    private void await(Waiting one) {
        boolean mayCount = anyCounted ? !setRuns && !one.barred() : one.mayBeFirst();
        if (mayCount) {
            boolean apart =
                    likely > 0 && one.movement().startS() - newestWaiting().endS() > LONGEST_BREAK_S;
            likely = apart ? 1 : likely + 1;
        }
        waiting.add(one);
    }

    private Movement newestWaiting() {
        return waiting.get(waiting.size() - 1).movement();
    }

    /** Nothing is to be waited for: what may be first counts, by what the last such movement shows. */
    void decide() {
        likely = 0;
        if (anyCounted) {
            return;
        }
        for (int i = waiting.size() - 1; i >= 0; i--) {
            if (waiting.get(i).mayBeFirst()) {
                countFirst(UsualMovement.of(waiting.get(i).movement()));
                return;
            }
        }
    }

    /** Counts what may be first unless what follows shows that it was reaching, and what was done badly after it. */
    private void countFirst(@Nullable UsualMovement following) {
        if (anyCounted) {
            return;
        }
        List<Waiting> first = new ArrayList<>();
        for (Waiting one : waiting) {
            if (one.mayBeFirst() && (following == null || following.reachesLike(one.movement()))) {
                first.add(one);
            }
        }
        if (!first.isEmpty()) {
            UsualMovement form = UsualMovement.of(first.get(first.size() - 1).movement());
            countWaiting(withThoseBetween(first, form));
        }
    }

    private void countWaiting(List<Waiting> some) {
        for (Waiting one : some) {
            waiting.remove(one);
            count(one.movement());
        }
    }

    private boolean isBow(Movement movement) {
        return !anyCounted && movement.flexionDeg() >= bowFlexionDeg && movement.wholeS() >= SHORTEST_BOW_S;
    }

    private static boolean says(List<Long> moments, Movement movement) {
        return moments.stream().anyMatch(movement::contains);
    }

    private @Nullable String doubt(Movement movement) {
        if (isWalking(movement)) {
            return "It is part of a walk.";
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
        return "It stands alone: no second one like it followed.";
    }

    private boolean mayBeFirst(Movement movement) {
        return !anyCounted
                && movement.startS() - startS <= LONGEST_BREAK_S
                && !isWalking(movement)
                && !isLikeReaching(movement)
                && !isLikeTurningRound(movement)
                && !movement.followsWalking();
    }

    /** The same posture at the lower end; all else of the very first one may be done badly and still begin the set. */
    private boolean isAlike(UsualMovement form, Movement earlier) {
        return form.hasBottomOf(earlier) && (anyCounted ? form.isLike(earlier) : form.isNear(earlier));
    }

    /** Whether somebody may be reaching for something: askew, or with a back rounder than a lifter's. */
    private static boolean isLikeReaching(Movement movement) {
        return movement.bottomLeanDeg() > FIRST_LEAN_DEG || movement.bottomFlexionDeg() > FIRST_FLEXION_DEG;
    }

    private static boolean isWalking(Movement movement) {
        return movement.walkingShare() > LONGEST_WALKED_SHARE;
    }

    /** Whether it may be part of walking about. */
    private static boolean isLikeTurningRound(Movement movement) {
        boolean walked = movement.followsWalking() || movement.walkingShare() > 0;
        return walked && (movement.leanDeg() > WALKING_LEAN_DEG || movement.turnDeg() > WALKING_TURN_DEG);
    }

    /** Counts what waits for this movement, oldest first; whether there was any. */
    private boolean countThoseLike(Movement movement) {
        if (isWalking(movement)) {
            return false;
        }
        List<Waiting> like = new ArrayList<>();
        UsualMovement form = UsualMovement.of(movement);
        double nextS = movement.startS();
        for (int i = waiting.size() - 1; i >= 0; i--) {
            Waiting one = waiting.get(i);
            if (nextS - one.movement().endS() > LONGEST_BREAK_S
                    || one.movement().startS() < lastEndS) {
                break;
            }
            if (mayCount(one) && isAlike(form, one.movement())) {
                like.add(0, one);
                nextS = one.movement().startS();
            }
        }
        boolean known = session.size() < ENOUGH_KNOWN || session.isLike(movement);
        if (like.size() < (known ? 1 : ENOUGH_ALIKE)) {
            return false;
        }
        countWaiting(withThoseBetween(like, form));
        return true;
    }

    private boolean isDoneBadly(UsualMovement form, Movement movement) {
        return form.isNear(movement) && (anyCounted ? form.hasBottomOf(movement) : form.reachesLike(movement));
    }

    private boolean mayCount(Waiting one) {
        return !one.barred() && !(isBow(one.movement()) && bows <= MOST_BOWS);
    }

    /** What was done badly after the first of those that count is one of them. */
    private List<Waiting> withThoseBetween(List<Waiting> like, UsualMovement form) {
        double fromS = like.get(0).movement().startS();
        List<Waiting> all = new ArrayList<>();
        for (Waiting one : waiting) {
            boolean between = one.movement().startS() > fromS && mayCount(one);
            if (like.contains(one) || (between && isDoneBadly(form, one.movement()))) {
                all.add(one);
            }
        }
        return all;
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
        likely = 0;
        lastEndS = movement.endS();
        walkedS = 0;
        // what a person takes out keeps its place in the rhythm, so that nothing else changes with it
        if (says(corrections.notRepetitionsMicros(), movement)) {
            waiting.add(new Waiting(movement, DENIED, true, false));
        } else {
            verdict.count(movement, setNumber);
        }
    }

    /** It is over. Where nothing was counted at all, what was set aside and is alike counts. */
    void finish() {
        decide();
        if (anyCounted) {
            return;
        }
        List<Waiting> possible = new ArrayList<>(waiting);
        possible.removeIf(one -> one.barred()
                || one.movement().leanDeg() > LARGEST_SIDE_DEG
                || one.movement().turnDeg() > LARGEST_TURN_DEG);
        if (possible.size() == 1) {
            Movement only = possible.get(0).movement();
            if (isLikeTurningRound(only) || only.bottomLeanDeg() > FIRST_LEAN_DEG) {
                return;
            }
        }
        UsualMovement form = new UsualMovement();
        possible.forEach(one -> form.add(one.movement()));
        possible.removeIf(one -> !form.isNear(one.movement()));
        countWaiting(possible);
    }

    /** Range of the repetitions so far, degrees; NaN before the first. */
    double usualRangeDeg() {
        return usualRangeDeg;
    }

    /** How many movements wait that will likely count. */
    int likely() {
        return likely;
    }

    /** What was set aside so far, in the order of time. */
    List<SetAside> setAside() {
        List<SetAside> result = new ArrayList<>();
        for (Waiting one : waiting) {
            boolean denied = says(corrections.notRepetitionsMicros(), one.movement());
            result.add(new SetAside(one.movement().startS(), one.movement().endS(), denied ? DENIED : one.reason()));
        }
        result.sort(Comparator.comparingDouble(SetAside::startS));
        return List.copyOf(result);
    }
}
