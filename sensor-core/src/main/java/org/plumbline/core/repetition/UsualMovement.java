package org.plumbline.core.repetition;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.ToDoubleFunction;

/**
 * What the movements of a set are like, by the medians of the last of them, and whether another one is like them. Three grades
 * of likeness: in the rhythm of a set a repetition may be bad and still is one (near); after a pause its ways must be about
 * as far and as long as the others' (comparable), which a fault of form leaves them; and to begin a set with, two movements
 * must look alike in every respect (like).
 */
final class UsualMovement {
    private static final int REMEMBERED = 7;

    /** A like movement's range, duration and travel against the usual ones, at the least; at the most its inverse. */
    private static final double LIKE_RANGE_SHARE = 0.75;

    private static final double LIKE_DURATION_SHARE = 0.5;
    private static final double LIKE_TRAVEL_SHARE = 0.6;

    /** Changes of lumbar flexion differ by no more than this between like movements, degrees. */
    private static final double LIKE_FLEXION_DEG = 12;

    /** Nor ways to the side and turns beyond the usual, degrees. */
    private static final double LIKE_SIDE_DEG = 6;

    private static final double LIKE_TURN_DEG = 8;

    /** Less travel than this is not told from none, m. */
    private static final double SEEN_TRAVEL_M = 0.1;

    /** A comparable movement's range, and the time its ways take, against the usual ones, at the least; or the inverse. */
    private static final double COMPARABLE_RANGE_SHARE = 0.6;

    private static final double COMPARABLE_WAY_SHARE = 0.6;

    /** The same for one with a long stop at the far end: a bar that is put down, and a standing up without it, differ so. */
    private static final double STOPPED_WAY_SHARE = 0.8;

    /** Nor does it lean and turn further than this beyond the usual, degrees: more than a fault of form does. */
    private static final double COMPARABLE_LEAN_DEG = 8;

    private static final double COMPARABLE_TURN_DEG = 15;

    /**
     * Who bends for something goes down by less than this share of a squat. A slow first squat after standing still shows two
     * fifths of the travel of those after it.
     */
    private static final double DEPTH_SHARE = 0.35;

    /** Postures at the lower end are alike within this, degrees. */
    private static final double BOTTOM_FLEXION_DEG = 8;

    private static final double BOTTOM_LEAN_DEG = 4;

    /** A repetition of a set is no smaller and no larger than this, however bad it is. */
    private static final double NEAR_RANGE_SHARE = 0.4;

    private static final double NEAR_LARGER_SHARE = 0.5;
    /** Nor does it last longer than so many times the usual, with some seconds for a fight with the bar. */
    private static final double NEAR_LONGER = 2;

    private static final double NEAR_LONGER_S = 1.5;
    private static final double NEAR_SIDE_DEG = 15;
    private static final double NEAR_TURN_DEG = 35;

    private final Deque<Movement> recent = new ArrayDeque<>();

    void add(Movement movement) {
        recent.addLast(movement);
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
    }

    static UsualMovement of(Movement movement) {
        UsualMovement form = new UsualMovement();
        form.add(movement);
        return form;
    }

    void forget() {
        recent.clear();
    }

    boolean isKnown() {
        return !recent.isEmpty();
    }

    int size() {
        return recent.size();
    }

    double rangeDeg() {
        return median(Movement::rangeDeg);
    }

    private double median(ToDoubleFunction<Movement> what) {
        double[] values = recent.stream().mapToDouble(what).toArray();
        Arrays.sort(values);
        return values.length == 0 ? Double.NaN : values[values.length / 2];
    }

    /** Whether a movement looks like these in every respect. */
    boolean isLike(Movement other) {
        return ratio(other.rangeDeg(), rangeDeg()) >= LIKE_RANGE_SHARE
                && ratio(other.movingS(), median(Movement::movingS)) >= LIKE_DURATION_SHARE
                && ratio(other.wholeS(), median(Movement::wholeS)) >= LIKE_DURATION_SHARE
                && likeTravel(other)
                && !differs(other, Movement::flexionDeg, LIKE_FLEXION_DEG)
                && !exceeds(other, Movement::leanDeg, LIKE_SIDE_DEG)
                && !exceeds(other, Movement::turnDeg, LIKE_TURN_DEG);
    }

    private boolean likeTravel(Movement other) {
        return likeTravel(other, LIKE_TRAVEL_SHARE);
    }

    private boolean likeTravel(Movement other, double share) {
        return !showsTravel(other) || ratio(other.travelM(), median(Movement::travelM)) >= share;
    }

    /** Whether the body is seen to go up and down at all, in it or in these. */
    private boolean showsTravel(Movement other) {
        return Math.max(median(Movement::travelM), other.travelM()) >= SEEN_TRAVEL_M;
    }

    /** Whether both ways of a movement are about as far and as long as these, whatever lies between them. */
    boolean isComparable(Movement other) {
        double wayShare = isBrief(other) ? COMPARABLE_WAY_SHARE : STOPPED_WAY_SHARE;
        // who bends for something leaves the hips up: going as deep says as much as taking as long
        boolean waysAsLong = ratio(other.thereS(), median(Movement::thereS)) >= wayShare
                && ratio(other.backS(), median(Movement::backS)) >= wayShare;
        return ratio(other.rangeDeg(), rangeDeg()) >= COMPARABLE_RANGE_SHARE
                && (waysAsLong || showsTravel(other))
                && likeTravel(other)
                && !exceeds(other, Movement::leanDeg, COMPARABLE_LEAN_DEG)
                && !exceeds(other, Movement::turnDeg, COMPARABLE_TURN_DEG);
    }

    /**
     * Whether the body goes as deep as in these and leans no further to a side at the lower end: who bends for a plate mostly fails
     * in one or the other, whoever lifts badly in neither.
     */
    boolean reachesLike(Movement other) {
        return likeTravel(other, DEPTH_SHARE) && !differs(other, Movement::bottomLeanDeg, BOTTOM_LEAN_DEG);
    }

    /** Whether the posture at the lower end is that of these. */
    boolean hasBottomOf(Movement other) {
        return reachesLike(other) && !differs(other, Movement::bottomFlexionDeg, BOTTOM_FLEXION_DEG);
    }

    /** Whether a movement, however badly done, may be one of these. */
    boolean isNear(Movement other) {
        double usual = rangeDeg();
        return other.rangeDeg() >= NEAR_RANGE_SHARE * usual
                && other.rangeDeg() * NEAR_LARGER_SHARE <= usual
                && (isBrief(other) || isComparable(other))
                && !exceeds(other, Movement::leanDeg, NEAR_SIDE_DEG)
                && !exceeds(other, Movement::turnDeg, NEAR_TURN_DEG);
    }

    private boolean isBrief(Movement other) {
        return other.wholeS() <= NEAR_LONGER * median(Movement::wholeS) + NEAR_LONGER_S;
    }

    /** Whether it goes beyond the usual by more than that; not where one of them is not known. */
    private boolean exceeds(Movement other, ToDoubleFunction<Movement> what, double byMore) {
        return what.applyAsDouble(other) - median(what) > byMore;
    }

    /** Whether it is off the usual by more than that, to either side; not where one of them is not known. */
    private boolean differs(Movement other, ToDoubleFunction<Movement> what, double byMore) {
        return Math.abs(what.applyAsDouble(other) - median(what)) > byMore;
    }

    private static double ratio(double a, double b) {
        return Math.min(a, b) / Math.max(a, b);
    }
}
