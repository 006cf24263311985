package org.plumbline.core.repetition;

import org.plumbline.core.orientation.OrientationGrid;

/** Reads how long a movement stays at one of its ends. */
final class Dwell {
    /** Within this of an extreme is still at the extreme, degrees, or a twelfth of the range where that is less. */
    static final double NEAR_DEG = 2.5;

    private static final double NEAR_SHARE = 1.0 / 12;

    /** Slower than this is standing at an end, degrees per second. */
    static final double STANDING_DEG_PER_S = 6;

    /** With the extreme longer ago than this the lifter has stood about since, and left later than the extreme, s. */
    private static final double LONGEST_TURN_S = 5;

    /** Nearer to an end than to the next one is near it. */
    private static final double HALF_WAY = 0.5;

    private static final int RATE_HZ = OrientationGrid.RATE_HZ;

    private final PoseHistory history;
    private final MovementSignal signal;

    Dwell(PoseHistory history, MovementSignal signal) {
        this.history = history;
        this.signal = signal;
    }

    /** The end whose extreme is {@code value} at {@code extremeAt}, in a movement of that range, as far as is known. */
    TurningPoint at(double value, long extremeAt, double range) {
        return at(value, extremeAt, range, history.end() - 1);
    }

    /** @param latest position at which the movement has left the end for good */
    TurningPoint at(double value, long extremeAt, double range, long latest) {
        long at = Math.max(extremeAt, history.first());
        double near = Math.min(NEAR_DEG, range * NEAR_SHARE);
        long arrival = at;
        while (arrival > history.first() && Math.abs(signal.at(arrival - 1) - value) <= near) {
            arrival--;
        }
        long departure = at;
        while (departure < latest && Math.abs(signal.at(departure + 1) - value) <= near) {
            departure++;
        }
        if (latest - departure > LONGEST_TURN_S * RATE_HZ) {
            departure = lastStandstill(departure, latest);
        }
        return new TurningPoint(value, at, arrival, departure);
    }

    /**
     * The same end, left for {@code next} only after the last standstill near it: what turned it may have been the drop
     * being forgotten while the lifter stood about.
     */
    TurningPoint leftFor(TurningPoint end, TurningPoint next) {
        if (next.arrival() - end.departure() <= LONGEST_TURN_S * RATE_HZ) {
            return end;
        }
        long from = Math.max(end.departure(), history.first());
        double half = HALF_WAY * Math.abs(next.value() - end.value());
        long position = next.arrival();
        while (position > from && !(Math.abs(signal.at(position) - end.value()) <= half)) {
            position--;
        }
        return new TurningPoint(end.value(), end.extremeAt(), end.arrival(), lastStandstill(from, position));
    }

    /**
     * The same end where the lifter stepped about: reached with the first standstill next to it, left after the last.
     *
     * @param from position from which on the movement is near the end
     * @param to position up to which it is
     */
    TurningPoint steppedAbout(TurningPoint end, long from, long to) {
        long arrival = from;
        while (arrival < to && isMoving(arrival)) {
            arrival++;
        }
        return arrival >= to
                ? end
                : new TurningPoint(end.value(), end.extremeAt(), arrival, lastStandstill(arrival, to));
    }

    private long lastStandstill(long from, long to) {
        long position = to;
        while (position > from && isMoving(position)) {
            position--;
        }
        return position;
    }

    /** The same end without the last bit of the movement to it and the first bit of the one from it. */
    TurningPoint standing(TurningPoint point) {
        long arrival = point.arrival();
        while (arrival < point.departure() && isMoving(arrival)) {
            arrival++;
        }
        long departure = point.departure();
        while (departure > arrival && isMoving(departure)) {
            departure--;
        }
        return new TurningPoint(point.value(), point.extremeAt(), arrival, departure);
    }

    private boolean isMoving(long position) {
        long before = Math.max(history.first(), position - 1);
        long after = Math.min(history.end() - 1, position + 1);
        double way = signal.at(after) - signal.at(before);
        return Math.abs(way) * RATE_HZ > STANDING_DEG_PER_S * (after - before);
    }
}
