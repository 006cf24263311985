package org.plumbline.core.repetition;

import org.plumbline.core.orientation.OrientationGrid;

/**
 * Tells, for the screen, since when a posture is held and when it was left. Whether it counts is for the {@link SetRhythm} to say;
 * begin and end lie where the {@link EffortReader} finds them afterwards.
 */
final class HoldWatch {
    /** Speeds are taken over twice this time, s. */
    private static final double HALF_SPAN_S = 0.1;

    /** What is held for less is a turn, s. */
    private static final double SHORTEST_S = 1;

    /** Slower than this share of the way in a second is swaying. */
    private static final double SLOWEST_SHARE_PER_S = 0.4;

    /** Who has come back by this share of the way has left the posture. */
    private static final double LEFT_SHARE = 0.5;

    private static final int RATE_HZ = OrientationGrid.RATE_HZ;
    private static final int HALF_SPAN = (int) Math.round(HALF_SPAN_S * RATE_HZ);
    private static final long NEVER = -1;

    private final PoseHistory history;
    private final MovementSignal signal;
    private final RepetitionListener listener;
    private long from = NEVER;
    private long lastStill;
    /** Positions between {@link #from} and {@link #lastStill} at which no sensor was heard. */
    private long silent;
    /** The same since then: whether the posture is still held shows first. */
    private long silentSince;

    private boolean told;
    /** The number it was told with; what is guessed of the count may change while it is held. */
    private int number;

    HoldWatch(PoseHistory history, MovementSignal signal, RepetitionListener listener) {
        this.history = history;
        this.signal = signal;
        this.listener = listener;
    }

    /**
     * Looks at the newest pose.
     *
     * @param baseDeg where the way to the held posture began; NaN where no way leads there
     * @param farDeg the farthest reached from there
     * @param next number the hold will have if it counts
     */
    void update(long position, double baseDeg, double farDeg, int next) {
        double way = Math.abs(farDeg - baseDeg);
        boolean away = Math.abs(signal.at(position) - baseDeg) >= LEFT_SHARE * way;
        if (!away) {
            leave();
            return;
        }
        if (isStill(position, way)) {
            lastStill = position - HALF_SPAN;
            silent += silentSince;
            silentSince = 0;
            from = from == NEVER ? lastStill : from;
        }
        if (!told && from != NEVER && lastStill - from - silent >= SHORTEST_S * RATE_HZ) {
            told = true;
            number = next;
            listener.onHold(number, from + silent);
        }
    }

    /** Nothing was seen for so many positions: they are not held, and since when it is held is told anew. */
    void missed(long ticks) {
        if (from == NEVER || ticks == 0) {
            return;
        }
        silentSince += ticks;
        if (told) {
            listener.onHold(number, from + silent + silentSince);
        }
    }

    private boolean isStill(long position, double way) {
        long before = position - 2L * HALF_SPAN;
        if (before < history.first()) {
            return false;
        }
        double speed = Math.abs(signal.at(position) - signal.at(before)) / (2 * HALF_SPAN_S);
        return speed <= Math.min(Dwell.STANDING_DEG_PER_S, SLOWEST_SHARE_PER_S * way);
    }

    /** The posture is left, or what comes next has nothing to do with it. */
    void leave() {
        if (told) {
            listener.onHoldEnd(number, from + silent, lastStill);
        }
        told = false;
        silent = 0;
        silentSince = 0;
        from = NEVER;
    }

    /** Whether a posture is held. */
    boolean isHolding() {
        return told;
    }

    /** Since when it is, a position. */
    long from() {
        return from;
    }

    /** The last position at which the lifter was still in it. */
    long lastStill() {
        return lastStill;
    }
}
