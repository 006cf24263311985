package org.plumbline.core.repetition;

import org.plumbline.core.orientation.OrientationGrid;

/**
 * Reads when an effort from a posture was begun, reached, left and over. The ways there and back are told by where they are
 * steep: where the trunk hardly moves it sways as far, and who holds a posture long sinks, so that its end is another one than
 * its begin.
 */
final class EffortReader {
    /** A way has begun beyond this share of it, whatever creeps before. */
    private static final double STEEP_SHARE = 0.25;

    /** Slower than this share of the range in a second is no way but swaying or sinking. */
    private static final double SLOWEST_SHARE_PER_S = 0.4;

    /** Speeds are taken over twice this time, s. */
    private static final double HALF_SPAN_S = 0.1;

    /** At the start the posture before is shown for so long, s. */
    private static final double SHOWN_BEFORE_S = 0.5;

    private static final int RATE_HZ = OrientationGrid.RATE_HZ;
    private static final int HALF_SPAN = (int) Math.round(HALF_SPAN_S * RATE_HZ);

    private final PoseHistory history;
    private final MovementSignal signal;

    EffortReader(PoseHistory history, MovementSignal signal) {
        this.history = history;
        this.signal = signal;
    }

    RepetitionTimes read(Movement movement, int number, int setNumber) {
        TurningPoint begin = movement.begin();
        TurningPoint last = movement.last();
        long back = steep(last, movement.middle().extremeAt(), -1, movement.rangeDeg());
        long there = steep(begin, movement.middle().extremeAt(), 1, movement.rangeDeg());
        long from = begun(begin, there, movement.rangeDeg());
        long reached = atRest(there, 1, back, movement.rangeDeg());
        long left = Math.max(reached, atRest(back, -1, there, movement.rangeDeg()));
        long over = atRest(back, 1, Math.min(history.end() - 1, last.departure()), movement.rangeDeg());
        return new RepetitionTimes(
                number,
                shown(begin, from),
                from,
                reached,
                over + 1,
                left,
                over - left,
                from - begin.arrival(),
                reached - from,
                left - reached,
                setNumber);
    }

    /**
     * Where a repetition starts whose way leads from there, as it is measured once it is over.
     *
     * @param far a position at which the far end is reached
     */
    long start(TurningPoint begin, long far, double rangeDeg) {
        return shown(begin, begun(begin, steep(begin, far, 1, rangeDeg), rangeDeg));
    }

    private long begun(TurningPoint begin, long there, double rangeDeg) {
        return atRest(there, -1, Math.max(history.first(), begin.arrival()), rangeDeg);
    }

    private long shown(TurningPoint begin, long from) {
        long shown = from - Math.round(SHOWN_BEFORE_S * RATE_HZ);
        return Math.max(Math.max(history.first(), begin.arrival()), shown);
    }

    /** Nearest position to an end, on the way from it, that is beyond the first share of the way. */
    private long steep(TurningPoint end, long bound, int direction, double rangeDeg) {
        long position = Math.max(history.first(), end.extremeAt());
        while (direction * (bound - position) > 0
                && !(Math.abs(signal.at(position) - end.value()) >= STEEP_SHARE * rangeDeg)) {
            position += direction;
        }
        return position;
    }

    /** The nearest position in a direction at which the movement is slow. */
    private long atRest(long from, int direction, long bound, double rangeDeg) {
        double slow = Math.min(Dwell.STANDING_DEG_PER_S, SLOWEST_SHARE_PER_S * rangeDeg);
        long position = from;
        while (direction * (bound - position) > 0 && Math.abs(speedDegPerS(position)) > slow) {
            position += direction;
        }
        return position;
    }

    private double speedDegPerS(long position) {
        long before = Math.max(history.first(), position - HALF_SPAN);
        long after = Math.min(history.end() - 1, position + HALF_SPAN);
        return (signal.at(after) - signal.at(before)) * RATE_HZ / (after - before);
    }
}
