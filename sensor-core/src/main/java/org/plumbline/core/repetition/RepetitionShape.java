package org.plumbline.core.repetition;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.orientation.OrientationGrid;

/**
 * Tells whether a movement between three ends goes there and back as a repetition of the exercise does: far enough, about as far
 * back as there, neither too quick nor so slow that it is posture drifting. Whether it counts is for the {@link SetRhythm} to say.
 */
final class RepetitionShape {
    /** Half a cycle is never shorter, s, where the quickest repetition leaves it so long. */
    private static final double SHORTEST_HALF_S = 0.3;

    /** What the slower half of the quickest repetition takes, s: the thorax comes up from a swing in a quarter of a second. */
    private static final double SLOWER_HALF_S = 0.5;

    /** The last half may be cut off by the end of the recording, s. */
    private static final double SHORTEST_CUT_OFF_HALF_S = 0.1;

    /** Slower than this share of the least range in a second is drifting posture, not lifting. */
    private static final double SLOWEST_SHARE_PER_S = 0.5;

    /** While the drop settles, the two ways of a movement may differ so much: its start may be missing. */
    private static final double SETTLING_RETURN_SHARE = 0.15;

    /** What the lifter did this long before lying or bending down belongs to the approach, s. */
    private static final double APPROACH_S = 2;

    private static final int RATE_HZ = OrientationGrid.RATE_HZ;

    private final ExerciseProfile profile;
    private final PoseHistory history;
    private final MovementSignal signal;
    private final MovementSignal angle;
    private final double shortestHalfS;
    private long startedAt;

    /** @param angle the signal by the angle alone */
    RepetitionShape(ExerciseProfile profile, PoseHistory history, MovementSignal signal, MovementSignal angle) {
        this.profile = profile;
        this.history = history;
        this.signal = signal;
        this.angle = angle;
        shortestHalfS = Math.min(SHORTEST_HALF_S, profile.shortestS() - SLOWER_HALF_S);
    }

    /** The history starts anew: the drop has to settle. */
    void restart() {
        startedAt = history.first();
    }

    /**
     * The movement, or null where it is none of a repetition.
     *
     * @param leastRangeDeg the exercise's least range
     * @param smallestRangeDeg the least of this lifter, as far as is known
     * @param cutOff whether its end may be missing
     */
    @Nullable
    Movement read(
            TurningPoint begin,
            TurningPoint middle,
            TurningPoint last,
            double leastRangeDeg,
            double smallestRangeDeg,
            boolean cutOff) {
        double rangeThere = Math.abs(middle.value() - begin.value());
        double rangeBack = Math.abs(last.value() - middle.value());
        double larger = Math.max(rangeThere, rangeBack);
        if (Math.min(rangeThere, rangeBack) < smallestReturnShare(begin) * larger
                || larger < smallestRangeDeg
                || !takesItsTime(begin, middle, last, cutOff)) {
            return null;
        }
        boolean fromTop = profile.start() == ExerciseProfile.Start.TOP;
        long approach = fromTop ? begin.departure() : begin.arrival() - Math.round(APPROACH_S * RATE_HZ);
        Movement movement = Movement.between(history, signal, angle, approach, begin, middle, last);
        boolean drifts = slowerDegPerS(movement) < SLOWEST_SHARE_PER_S * leastRangeDeg;
        return drifts || movement.wholeS() < profile.shortestHoldS() ? null : movement;
    }

    private double smallestReturnShare(TurningPoint begin) {
        boolean settling = signal.hasTravel() && begin.departure() - startedAt < VerticalTravel.SETTLING_S * RATE_HZ;
        return settling ? SETTLING_RETURN_SHARE : TurningPoints.RETURN_SHARE;
    }

    private boolean takesItsTime(TurningPoint begin, TurningPoint middle, TurningPoint last, boolean cutOff) {
        double duration = (last.arrival() - begin.departure()) / (double) RATE_HZ;
        double shortestBackS = cutOff ? SHORTEST_CUT_OFF_HALF_S : shortestHalfS;
        return duration >= profile.shortestS()
                && duration <= profile.longestS()
                && middle.arrival() - begin.departure() >= shortestHalfS * RATE_HZ
                && last.arrival() - middle.departure() >= shortestBackS * RATE_HZ;
    }

    private double slowerDegPerS(Movement movement) {
        if (profile.posture() == ExerciseProfile.Posture.ANY) {
            return movement.slowerDegPerS();
        }
        return Math.min(
                steepestDegPerS(movement.begin().extremeAt(), movement.middle().extremeAt()),
                steepestDegPerS(movement.middle().extremeAt(), movement.last().extremeAt()));
    }

    /**
     * The largest way within a second between two positions. Where the trunk hardly moves its sway says when an end is
     * reached, and who holds a posture sinks meanwhile; the ways there and back are steep all the same.
     */
    private double steepestDegPerS(long from, long to) {
        double largest = 0;
        for (long k = Math.max(history.first(), from); k <= to; k++) {
            double before = signal.at(Math.max(Math.max(history.first(), from), k - RATE_HZ));
            largest = Math.max(largest, Math.abs(signal.at(k) - before));
        }
        return largest;
    }
}
