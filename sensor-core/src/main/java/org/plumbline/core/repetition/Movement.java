package org.plumbline.core.repetition;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * A movement there and back that may be a repetition, and what tells it from others: how far, how long, how much of it by
 * the lumbar spine, how much to the side.
 *
 * @param begin the end it starts from
 * @param middle the far end
 * @param last the end it comes back to
 * @param knownTo position up to which poses were known when it ended: what it is read from, whenever it counts
 * @param startS time of its start, s
 * @param endS time of its end, s
 * @param rangeDeg the larger way of the signal, degrees
 * @param wholeS how long it is beyond half of its way, s
 * @param movingS the same without the dwell at the far end, s
 * @param thereS how long the middle of the way there takes, by the angle, s
 * @param backS how long the middle of the way back takes, by the angle, s
 * @param slowerDegPerS speed of the signal in the slower way, over all of it, its far half or (of an angle) its
 *     middle, whichever is fastest: the lifter may stand or step about at either end, deg/s
 * @param flexionDeg change of lumbar flexion, degrees; NaN with one sensor
 * @param bottomFlexionDeg lumbar flexion at its lower end, from neutral, degrees; NaN with one sensor
 * @param bottomLeanDeg lean of the trunk to either side there, degrees
 * @param travelM way of the body up and down, m; NaN where the exercise is not told by it
 * @param leanDeg way of the trunk to the side, degrees
 * @param turnDeg turn of the trunk about the vertical, degrees
 * @param walkingShare how much of the ways there and back was walked, 0 to 1
 * @param followsWalking whether the lifter walked just before
 */
record Movement(
        TurningPoint begin,
        TurningPoint middle,
        TurningPoint last,
        long knownTo,
        double startS,
        double endS,
        double rangeDeg,
        double wholeS,
        double movingS,
        double thereS,
        double backS,
        double slowerDegPerS,
        double flexionDeg,
        double bottomFlexionDeg,
        double bottomLeanDeg,
        double travelM,
        double leanDeg,
        double turnDeg,
        double walkingShare,
        boolean followsWalking) {
    private static final int RATE_HZ = OrientationGrid.RATE_HZ;

    /** Walking within this before a movement, s: the gait is seen in the running mean of a second. */
    private static final double JUST_BEFORE_S = 3;

    /** Where a movement is beyond this share of its way tells how long it lasts, whatever creeps before and after. */
    private static final double HALF_WAY = 0.5;

    /** What lies outside of that belongs to the movement for so many times as long, and for a second at least. */
    private static final double LONGEST_REST = 0.8;

    /** The middle of a way lies between these shares of it: its ends creep. */
    private static final double MIDDLE_FROM = 0.2;

    private static final double MIDDLE_TO = 0.8;

    /** A sensor that is missing at the lower end may be so for this long before or after, s: the posture is held longer. */
    private static final double MISSING_S = 0.3;

    /**
     * Reads a movement between three ends.
     *
     * @param angle the angle alone
     * @param from where the approach to it begins, a position: walking is looked for before that
     */
    static Movement between(
            PoseHistory history,
            MovementSignal signal,
            MovementSignal angle,
            long from,
            TurningPoint begin,
            TurningPoint middle,
            TurningPoint last) {
        long start = Math.max(history.first(), begin.departure());
        long end = Math.max(start, Math.min(history.end() - 1, last.arrival()));
        long left = leaves(signal, begin, middle, start, -1);
        long reached = leaves(signal, last, middle, end, 1);
        long creep = Math.max(RATE_HZ, Math.round(LONGEST_REST * (reached - left)));
        start = Math.max(start, left - creep);
        end = Math.min(end, reached + creep);
        long far = Math.max(0, middle.departure() - middle.arrival());
        // the two ways: what is done at the far end, as stepping about with the bar in the hands, is in neither
        long arrived = Math.max(start, Math.min(middle.arrival(), mostOfWay(angle, start, middle.extremeAt())));
        long departed = Math.min(end, Math.max(middle.departure(), mostOfWay(angle, end, middle.extremeAt())));
        double range = Math.max(Math.abs(middle.value() - begin.value()), Math.abs(last.value() - middle.value()));
        boolean fromTop = angle.at(middle.extremeAt()) > angle.at(start);
        // at the floor the posture is that of the set-up: the hips may have risen before the trunk leaves
        long setUp = Math.max(history.first(), Math.min(begin.arrival(), start));
        long bottom = fromTop ? Math.max(start, Math.min(end, middle.extremeAt())) : setUp;
        double thereS = middleOfWayS(angle, start, middle.extremeAt());
        double backS = middleOfWayS(angle, end, middle.extremeAt());
        long slower = Math.max(middle.arrival() - begin.departure(), last.arrival() - middle.departure());
        long slowerHalf = Math.max(middle.arrival() - left, reached - middle.departure());
        long before = Math.max(history.first(), Math.min(from, start) - Math.round(JUST_BEFORE_S * RATE_HZ));
        return new Movement(
                begin,
                middle,
                last,
                history.end() - 1,
                history.timeS(start),
                history.timeS(end),
                range,
                (reached - left) / (double) RATE_HZ,
                Math.max(0, reached - left - far) / (double) RATE_HZ,
                thereS,
                backS,
                Math.max(
                        range * RATE_HZ * Math.max(1.0 / Math.max(1, slower), HALF_WAY / Math.max(1, slowerHalf)),
                        signal.hasTravel() ? 0 : (MIDDLE_TO - MIDDLE_FROM) * range / Math.max(thereS, backS)),
                range(history, Channel.LUMBAR_FLEXION, start, end),
                near(history, Channel.LUMBAR_FLEXION, bottom),
                Math.abs(near(history, Channel.TRUNK_LATERAL_LEAN, bottom)),
                signal.hasTravel() ? range(history, Channel.DROP, start, end) : Double.NaN,
                Math.max(
                        range(history, Channel.TRUNK_LATERAL_LEAN, start, arrived),
                        range(history, Channel.TRUNK_LATERAL_LEAN, departed, end)),
                Math.max(
                        range(history, Channel.TRUNK_TURN, start, arrived),
                        range(history, Channel.TRUNK_TURN, departed, end)),
                (walked(history, start, arrived) + walked(history, departed, end))
                        / (double) (arrived - start + end - departed + 2),
                walked(history, before, start) > 0);
    }

    /** How long the angle takes over the middle of the way between an end and the far end. */
    private static double middleOfWayS(MovementSignal angle, long end, long far) {
        int direction = end < far ? -1 : 1;
        double value = angle.at(end);
        double way = Math.abs(angle.at(far) - value);
        long from = mostOfWay(angle, end, far);
        long to = from;
        while (to != end && !(Math.abs(angle.at(to) - value) <= MIDDLE_FROM * way)) {
            to += direction;
        }
        return Math.max(1, Math.abs(to - from)) / (double) RATE_HZ;
    }

    /** The first position from an end on at which half of the way to the far end is behind: who steps about there sways. */
    static long halfWayFrom(MovementSignal angle, long end, long far) {
        int direction = end < far ? 1 : -1;
        double value = angle.at(end);
        double half = HALF_WAY * Math.abs(angle.at(far) - value);
        long position = end;
        while (position != far && !(Math.abs(angle.at(position) - value) >= half)) {
            position += direction;
        }
        return position;
    }

    /** The position next to the far end at which the angle is no further from an end than the middle of its way goes. */
    private static long mostOfWay(MovementSignal angle, long end, long far) {
        int direction = end < far ? -1 : 1;
        double value = angle.at(end);
        double most = MIDDLE_TO * Math.abs(angle.at(far) - value);
        long position = far;
        while (position != end && !(Math.abs(angle.at(position) - value) <= most)) {
            position += direction;
        }
        return position;
    }

    /** The first position from {@code middle} on, in that direction, that is half way to an end. */
    private static long leaves(
            MovementSignal signal, TurningPoint end, TurningPoint middle, long bound, int direction) {
        double near = HALF_WAY * Math.abs(middle.value() - end.value());
        long position = middle.extremeAt();
        while (direction * (bound - position) > 0 && !(Math.abs(signal.at(position) - end.value()) <= near)) {
            position += direction;
        }
        return position;
    }

    private static double range(PoseHistory history, Channel channel, long from, long to) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (long k = from; k <= to; k++) {
            double value = history.value(channel, k);
            if (!Double.isNaN(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return most >= least ? most - least : Double.NaN;
    }

    /** The value there or, where a sensor was missing just then, the nearest in time. */
    private static double near(PoseHistory history, Channel channel, long position) {
        for (int away = 0; away <= MISSING_S * RATE_HZ; away++) {
            for (long at : new long[] {position - away, position + away}) {
                boolean there = at >= history.first() && at < history.end();
                if (there && !Double.isNaN(history.value(channel, at))) {
                    return history.value(channel, at);
                }
            }
        }
        return Double.NaN;
    }

    /** For how many positions the lifter walked. */
    static int walked(PoseHistory history, long from, long to) {
        int walked = 0;
        for (long k = from; k <= to; k++) {
            walked += history.value(Channel.WALKING, k) > PoseHistory.WALKING_FROM ? 1 : 0;
        }
        return walked;
    }

    /** The same of somebody who lies or kneels: there is no way to the side or turn about the vertical to compare. */
    Movement lying() {
        return new Movement(
                begin,
                middle,
                last,
                knownTo,
                startS,
                endS,
                rangeDeg,
                wholeS,
                movingS,
                thereS,
                backS,
                slowerDegPerS,
                flexionDeg,
                bottomFlexionDeg,
                Double.NaN,
                travelM,
                Double.NaN,
                Double.NaN,
                walkingShare,
                followsWalking);
    }

    /** Whether a moment, microseconds, lies within it. */
    boolean contains(long micros) {
        return RepetitionCorrections.isWithin(micros * 1e-6, startS, endS);
    }
}
