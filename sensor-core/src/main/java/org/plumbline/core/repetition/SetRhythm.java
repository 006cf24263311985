package org.plumbline.core.repetition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** Repetitions from which on earlier sets tell what a new one looks like. */
    private static final int ENOUGH_KNOWN = 3;

    /** Movements that are like one another, beside the newest, and unlike every set before. */
    private static final int ENOUGH_ALIKE = 2;

    private static final String DENIED = "It was said that this is no repetition.";

    /** What becomes of a movement. */
    interface Verdict {
        /** The movement counts for that set. */
        void count(Movement movement, int setNumber);

        /** The set is over. */
        void setOver(int setNumber, double timeS, SetEndReason reason);
    }

    private final boolean mayReach;
    private final RepetitionCorrections corrections;
    private final Verdict verdict;
    private final RunningSet set;
    private final RenewingBows bows = new RenewingBows();
    private final UsualMovement session = new UsualMovement();
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean anyCounted;
    private double startS = Double.NaN;
    private double usualRangeDeg = Double.NaN;
    /** Movements that wait and will likely count. */
    private int likely;

    /**
     * @param longerBreakS by how much the breaks within a set may be longer than usual, s
     * @param mayReach whether the lifter stands and may reach for something, which only the movement after it shows
     */
    SetRhythm(RepetitionCorrections corrections, double longerBreakS, boolean mayReach, Verdict verdict) {
        set = new RunningSet(longerBreakS);
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
        bows.expect(maxFlexionDeg);
    }

    /** Time goes on; ends the set when it is over. */
    void pass(double timeS, boolean walking) {
        if (Double.isNaN(startS)) {
            startS = timeS;
        }
        if (likely > 0 && timeS - newestWaiting().endS() > LONGEST_BREAK_S) {
            decide();
        }
        SetEndReason over = set.pass(timeS, walking);
        if (over != null) {
            verdict.setOver(set.number(), timeS, over);
        }
    }

    /** At that time a posture is held, however long: the set is not over. */
    void held(double timeS) {
        set.held(timeS);
    }

    /** Takes the next movement; whether it was counted. */
    boolean offer(Movement movement) {
        boolean wanted = says(corrections.repetitionsMicros(), movement);
        if (!wanted && !anyCounted && bows.take(movement)) {
            waiting.add(new Waiting(movement, RenewingBows.REASON, false, false));
            return false;
        }
        boolean mayBeFirst = mayBeFirst(movement);
        if (likely > 0 && (wanted || !EverydayMovement.isWalking(movement))) {
            countFirst(wanted ? null : UsualMovement.of(movement));
        }
        String doubt = wanted || (mayBeFirst && !mayReach) ? null : doubt(movement);
        boolean second = countThoseLike(movement);
        if (doubt != null && !second) {
            await(new Waiting(movement, doubt, EverydayMovement.isWalking(movement), mayBeFirst));
            return false;
        }
        count(movement);
        return true;
    }

    private void await(Waiting one) {
        boolean mayCount = anyCounted ? !set.runs() && !one.barred() : one.mayBeFirst();
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

    private static boolean says(List<Long> moments, Movement movement) {
        return moments.stream().anyMatch(movement::contains);
    }

    private @Nullable String doubt(Movement movement) {
        if (EverydayMovement.isWalking(movement)) {
            return "It is part of a walk.";
        }
        return set.runs() ? set.doubt(movement) : "It stands alone: no second one like it followed.";
    }

    private boolean mayBeFirst(Movement movement) {
        return !anyCounted
                && movement.startS() - startS <= LONGEST_BREAK_S
                && !EverydayMovement.isWalking(movement)
                && !EverydayMovement.isLikeReaching(movement)
                && !EverydayMovement.isLikeTurningRound(movement)
                && !movement.followsWalking();
    }

    /** The same posture at the lower end; all else of the very first one may be done badly and still begin the set. */
    private boolean isAlike(UsualMovement form, Movement earlier) {
        return form.hasBottomOf(earlier) && (anyCounted ? form.isLike(earlier) : form.isNear(earlier));
    }

    /** Counts what waits for this movement, oldest first; whether there was any. */
    private boolean countThoseLike(Movement movement) {
        if (EverydayMovement.isWalking(movement)) {
            return false;
        }
        List<Waiting> like = new ArrayList<>();
        UsualMovement form = UsualMovement.of(movement);
        double nextS = movement.startS();
        for (int i = waiting.size() - 1; i >= 0; i--) {
            Waiting one = waiting.get(i);
            if (nextS - one.movement().endS() > LONGEST_BREAK_S
                    || one.movement().startS() < set.lastEndS()) {
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
        return !one.barred() && (anyCounted || !bows.include(one.movement()));
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

    private void count(Movement movement) {
        set.count(movement);
        session.add(movement);
        usualRangeDeg = session.rangeDeg();
        anyCounted = true;
        likely = 0;
        // what a person takes out keeps its place in the rhythm, so that nothing else changes with it
        if (says(corrections.notRepetitionsMicros(), movement)) {
            waiting.add(new Waiting(movement, DENIED, true, false));
        } else {
            verdict.count(movement, set.number());
        }
    }

    /** It is over. Where nothing was counted at all, what was set aside and is alike counts. */
    void finish() {
        decide();
        if (anyCounted) {
            return;
        }
        List<Waiting> possible = new ArrayList<>(waiting);
        possible.removeIf(one -> one.barred() || EverydayMovement.isNoLift(one.movement()));
        if (possible.size() == 1) {
            Movement only = possible.get(0).movement();
            if (EverydayMovement.isLikeTurningRound(only) || EverydayMovement.isAskew(only)) {
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
