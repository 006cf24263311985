package org.plumbline.core.repetition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * Cuts trunk movement into repetitions as it comes.
 *
 * <p>The movement angle (mean of the inclinations of the sensors there are) is followed from turning point to turning point:
 * an end counts as turned when the angle has come back by a share of the usual range. Top–bottom–top makes a squat,
 * bottom–top–bottom a deadlift; so the bend down to the bar before the first pull and standing up after the last are not
 * repetitions. Ranges are measured by the lifter's own: the first repetition needs the exercise's least range, later ones a
 * share of the median so far.
 *
 * <p>Allocates once a turning point, never per pose.
 */
public final class RepetitionDetector {
    /** Coming back by this share of the usual range turns the movement. */
    private static final double TURN_SHARE = 0.3;

    /** An end must come back this far to end the half-cycle before it; less is a wobble on the way. */
    private static final double RETURN_SHARE = 0.5;

    /** A repetition's range against the median so far, at the least. */
    private static final double RANGE_SHARE = 0.4;

    /** The movement has arrived when it has come back this far and slowed down. */
    private static final double ARRIVAL_SHARE = 0.7;

    /** Slower than this is standing at an end, degrees per second. */
    private static final double STANDING_DEG_PER_S = 6;

    /** For how long the movement must have slowed down at its end, s. */
    private static final double STANDING_S = 0.2;

    /** Within this of an extreme is still at the extreme, degrees, or a twelfth of the range where that is less. */
    private static final double DWELL_DEG = 2.5;

    /** With the extreme longer ago than this the lifter has stood about since, and left later than the extreme, s. */
    private static final double LONGEST_TURN_S = 5;

    /** At the start of a pull the set-up posture is shown for so long, s. */
    private static final double SHOWN_SET_UP_S = 0.5;

    /** Half a cycle is never shorter, s. */
    private static final double SHORTEST_HALF_S = 0.3;

    /** The last half may be cut off by the end of the recording, s. */
    private static final double SHORTEST_CUT_OFF_HALF_S = 0.1;

    /** Slower than this share of the least range in a second is drifting posture, not lifting. */
    private static final double SLOWEST_SHARE_PER_S = 0.5;

    private static final int RATE_HZ = OrientationGrid.RATE_HZ;

    private final ExerciseProfile profile;
    private final PoseHistory history;
    private final RepetitionListener listener;
    private final PhaseWatch phases;
    private final List<Double> ranges = new ArrayList<>();

    private double usualRangeDeg;
    private int direction;
    private double extreme = Double.NaN;
    private long extremeAt;
    private double highest = Double.NEGATIVE_INFINITY;
    private double lowest = Double.POSITIVE_INFINITY;
    private long highestAt;
    private long lowestAt;
    private @Nullable TurningPoint older;
    private @Nullable TurningPoint newer;
    private int counted;
    private boolean newerIsBottom;
    private boolean completedOnArrival;
    private int standing;
    private double last = Double.NaN;

    /**
     * @param profile the exercise
     * @param history where the poses are; the caller adds each pose before calling {@link #update}
     * @param listener hears phases and repetitions
     */
    public RepetitionDetector(ExerciseProfile profile, PoseHistory history, RepetitionListener listener) {
        this.profile = profile;
        this.history = history;
        this.listener = listener;
        phases = new PhaseWatch(listener);
    }

    /** Looks at the newest pose of the history. */
    public void update() {
        if (history.startsAnew()) {
            forgetOpenRepetition();
        }
        long position = history.end() - 1;
        double angle = history.value(Channel.MOVEMENT, position);
        if (Double.isNaN(angle)) {
            return;
        }
        double speed = Double.isNaN(last) ? 0 : (angle - last) * RATE_HZ;
        last = angle;
        standing = Math.abs(speed) < STANDING_DEG_PER_S ? standing + 1 : 0;
        phases.update(position, speed, counted + 1);
        follow(position, angle);
        if (standing >= STANDING_S * RATE_HZ) {
            completeOnArrival(angle);
        }
    }

    private void forgetOpenRepetition() {
        direction = 0;
        extreme = Double.NaN;
        highest = Double.NEGATIVE_INFINITY;
        lowest = Double.POSITIVE_INFINITY;
        older = null;
        newer = null;
        completedOnArrival = false;
        standing = 0;
        last = Double.NaN;
    }

    /** Repetitions counted so far. */
    public int count() {
        return counted;
    }

    private double turnDeg() {
        return Math.max(profile.smallestRangeDeg() * 0.7, TURN_SHARE * usualRangeDeg);
    }

    private double smallestRangeDeg() {
        return ranges.isEmpty()
                ? profile.smallestRangeDeg()
                : Math.max(0.7 * profile.smallestRangeDeg(), RANGE_SHARE * usualRangeDeg);
    }

    /** Follows the angle to its next extreme; direction +1 is the way down (bending), −1 the way up. */
    private void follow(long position, double angle) {
        if (direction == 0) {
            findDirection(position, angle);
            return;
        }
        if (direction * (angle - extreme) > 0) {
            extreme = angle;
            extremeAt = position;
        } else if (direction * (extreme - angle) >= turnDeg()) {
            turn(position, angle);
        }
    }

    private void findDirection(long position, double angle) {
        if (angle > highest) {
            highest = angle;
            highestAt = position;
        }
        if (angle < lowest) {
            lowest = angle;
            lowestAt = position;
        }
        if (highest - lowest < turnDeg()) {
            return;
        }
        direction = highestAt > lowestAt ? 1 : -1;
        newerIsBottom = direction < 0;
        newer = turningPoint(direction > 0 ? lowest : highest, direction > 0 ? lowestAt : highestAt, highest - lowest);
        extreme = angle;
        extremeAt = position;
    }

    private void turn(long position, double angle) {
        TurningPoint before = newer;
        double range = before == null ? turnDeg() : Math.abs(extreme - before.angleDeg());
        TurningPoint point = turningPoint(extreme, extremeAt, range);
        if (before != null && older != null) {
            double wayBefore = Math.abs(before.angleDeg() - older.angleDeg());
            if (range < RETURN_SHARE * wayBefore && !completedOnArrival) {
                // a wobble: the end before it was not the end yet
                dropWobble(position, angle);
                return;
            }
        }
        endHalf(point);
        direction = -direction;
        extreme = angle;
        extremeAt = position;
    }

    private void dropWobble(long position, double angle) {
        TurningPoint end = newer;
        newer = older;
        older = null;
        newerIsBottom = !newerIsBottom;
        direction = -direction;
        boolean further = end == null || direction * (angle - end.angleDeg()) > 0;
        extreme = further || end == null ? angle : end.angleDeg();
        extremeAt = further || end == null ? position : end.departure();
    }

    /** A half-cycle from {@code newer} to {@code point} has ended. */
    private void endHalf(TurningPoint point) {
        if (!completedOnArrival) {
            tryRepetition(point, SHORTEST_HALF_S);
        }
        completedOnArrival = false;
        older = newer;
        newer = point;
        newerIsBottom = !newerIsBottom;
    }

    /** The movement has come to rest near the end that completes a repetition. */
    private void completeOnArrival(double angle) {
        TurningPoint middle = newer;
        TurningPoint begin = older;
        if (completedOnArrival || middle == null || begin == null || !isHalfWay()) {
            return;
        }
        double way = Math.abs(middle.angleDeg() - begin.angleDeg());
        if (direction * (angle - middle.angleDeg()) >= ARRIVAL_SHARE * way && Math.abs(angle - extreme) < DWELL_DEG) {
            completedOnArrival = tryRepetition(turningPoint(extreme, extremeAt, way), SHORTEST_HALF_S);
        }
    }

    private boolean tryRepetition(TurningPoint last, double shortestHalfS) {
        TurningPoint middle = newer;
        TurningPoint begin = older;
        if (middle == null || begin == null || !isHalfWay()) {
            return false;
        }
        double rangeThere = Math.abs(middle.angleDeg() - begin.angleDeg());
        double rangeBack = Math.abs(last.angleDeg() - middle.angleDeg());
        double duration = (last.arrival() - begin.departure()) / (double) RATE_HZ;
        boolean halves = middle.arrival() - begin.departure() >= SHORTEST_HALF_S * RATE_HZ
                && last.arrival() - middle.departure() >= shortestHalfS * RATE_HZ;
        double slowestDegPerS = Math.min(
                speedDegPerS(rangeThere, middle.arrival() - begin.departure()),
                speedDegPerS(rangeBack, last.arrival() - middle.departure()));
        double range = Math.min(rangeThere, rangeBack);
        if (slowestDegPerS < SLOWEST_SHARE_PER_S * profile.smallestRangeDeg()
                || range < RETURN_SHARE * Math.max(rangeThere, rangeBack)
                || Math.max(rangeThere, rangeBack) < smallestRangeDeg()
                || duration < profile.shortestS()
                || duration > profile.longestS()
                || !halves) {
            return false;
        }
        count(standing(begin), standing(middle), standing(last), Math.max(rangeThere, rangeBack));
        return true;
    }

    /** Whether the newest end is the far one of the exercise: the bottom of a squat, the top of a deadlift. */
    private boolean isHalfWay() {
        return newerIsBottom == (profile.start() == ExerciseProfile.Start.TOP);
    }

    private static double speedDegPerS(double rangeDeg, long ticks) {
        return rangeDeg / (Math.max(1, ticks) / (double) RATE_HZ);
    }

    private void count(TurningPoint begin, TurningPoint middle, TurningPoint last, double range) {
        counted++;
        ranges.add(range);
        updateUsualRange();
        TurningPoint bottom = profile.start() == ExerciseProfile.Start.TOP ? middle : begin;
        long barBreak = Math.max(bottom.arrival(), ConcentricStart.find(history, bottom.departure()));
        if (profile.start() == ExerciseProfile.Start.TOP) {
            listener.onRepetition(new RepetitionTimes(
                    counted,
                    begin.departure(),
                    barBreak,
                    last.arrival(),
                    last.arrival() + 1,
                    begin.departure(),
                    middle.arrival() - begin.departure(),
                    barBreak - middle.arrival(),
                    last.arrival() - barBreak,
                    begin.departure() - begin.arrival()));
        } else {
            long setUp = barBreak - Math.round(SHOWN_SET_UP_S * RATE_HZ);
            listener.onRepetition(new RepetitionTimes(
                    counted,
                    Math.max(begin.arrival(), setUp),
                    barBreak,
                    middle.arrival(),
                    last.arrival() + 1,
                    middle.departure(),
                    last.arrival() - middle.departure(),
                    barBreak - begin.arrival(),
                    middle.arrival() - barBreak,
                    middle.departure() - middle.arrival()));
        }
    }

    private void updateUsualRange() {
        double[] sorted = new double[ranges.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = ranges.get(i);
        }
        java.util.Arrays.sort(sorted);
        usualRangeDeg = sorted[sorted.length / 2];
    }

    /**
     * The movement is over: counts a squat that came back most of the way up. An open pull is let go: standing up without
     * the bar looks the same.
     */
    public void finish() {
        TurningPoint middle = newer;
        if (middle == null || completedOnArrival || Double.isNaN(extreme)) {
            return;
        }
        tryRepetition(turningPoint(extreme, extremeAt, Math.abs(extreme - middle.angleDeg())), SHORTEST_CUT_OFF_HALF_S);
        completedOnArrival = true;
    }

    private TurningPoint turningPoint(double angle, long extremeAt, double range) {
        long at = Math.max(extremeAt, history.first());
        long latest = history.end() - 1;
        double dwell = Math.min(DWELL_DEG, range / 12);
        long arrival = at;
        while (arrival > history.first() && Math.abs(history.value(Channel.MOVEMENT, arrival - 1) - angle) <= dwell) {
            arrival--;
        }
        long departure = at;
        while (departure < latest && Math.abs(history.value(Channel.MOVEMENT, departure + 1) - angle) <= dwell) {
            departure++;
        }
        if (latest - departure > LONGEST_TURN_S * RATE_HZ) {
            departure = lastStandstill(departure, latest);
        }
        return new TurningPoint(angle, arrival, departure);
    }

    private long lastStandstill(long from, long to) {
        long position = to;
        while (position > from && isMoving(position)) {
            position--;
        }
        return position;
    }

    /** The same end without the last bit of the movement to it and the first bit of the one from it. */
    private TurningPoint standing(TurningPoint point) {
        long arrival = point.arrival();
        while (arrival < point.departure() && isMoving(arrival)) {
            arrival++;
        }
        long departure = point.departure();
        while (departure > arrival && isMoving(departure)) {
            departure--;
        }
        return new TurningPoint(point.angleDeg(), arrival, departure);
    }

    private boolean isMoving(long position) {
        long before = Math.max(history.first(), position - 1);
        long after = Math.min(history.end() - 1, position + 1);
        double way = history.value(Channel.MOVEMENT, after) - history.value(Channel.MOVEMENT, before);
        return Math.abs(way) * RATE_HZ > STANDING_DEG_PER_S * (after - before);
    }
}
