package org.plumbline.core.form;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * Watches a posture as it is held, so that who sinks or twists hears of it while they can still come back. Only where the lifter is
 * still: who leaves the posture does not sag. Allocates when a hold begins and when a limit is passed.
 */
public final class LiveHoldWatch {
    private static final long NEVER = -1;

    private final PoseHistory history;
    private final ChannelReading reading;
    private final SensorView view;
    private final LiveRules rules;
    private final HeldNow now;
    private @Nullable HeldPostures held;
    private long begun = NEVER;
    private long seen;

    /**
     * @param history where the poses are
     * @param basis what the set is judged by
     */
    public LiveHoldWatch(PoseHistory history, FormBasis basis, LiveFlagListener listener) {
        this.history = history;
        reading = new ChannelReading(history);
        view = basis.view();
        now = new HeldNow(history);
        rules = LiveRules.ofHold(basis, listener);
    }

    /** What is watched of a hold: how far the lifter has sunk now, and how far they have twisted since the way into it. */
    private static final class HeldNow implements LiveReading {
        private final PoseHistory history;
        private final ExpectedError error;
        private final LiveRange rotation;
        private double sagDeg = Double.NaN;

        HeldNow(PoseHistory history) {
            this.history = history;
            error = new ExpectedError(history);
            // as the finished hold is measured: it is slow enough for the low-pass, and never says less afterwards
            rotation = new LiveRange(history, Channel.AXIAL_ROTATION);
        }

        void begin() {
            rotation.begin();
            sagDeg = Double.NaN;
        }

        void see(long from, long to) {
            for (long k = from; k <= to; k++) {
                rotation.see(k);
            }
        }

        @Override
        public double value(Metric metric) {
            switch (metric) {
                case HOLD_SAG:
                    return sagDeg;
                case AXIAL_ROTATION_RANGE:
                    return rotation.range();
                default:
                    return Double.NaN;
            }
        }

        @Override
        public double sigma(Metric metric) {
            boolean kept = rotation.leastAt() >= history.first() && rotation.mostAt() >= history.first();
            return metric == Metric.AXIAL_ROTATION_RANGE && kept
                    ? error.betweenDeg(Channel.AXIAL_ROTATION_SIGMA, rotation.leastAt(), rotation.mostAt())
                    : Double.NaN;
        }
    }

    /**
     * Looks on.
     *
     * @param wayFrom position at which the way into the posture begins
     * @param from position since which a posture is held; negative where none is
     * @param lastStill the last position at which the lifter was still in it
     */
    public void update(long wayFrom, long from, long lastStill) {
        if (from < 0 || from < history.first()) {
            begun = NEVER;
            now.begin();
            return;
        }
        if (held == null || from != begun) {
            begun = from;
            seen = lastStill;
            held = HeldPostures.of(reading, new Stretch(from, lastStill), view);
            now.begin();
            now.see(Math.max(history.first(), wayFrom), lastStill);
            rules.beginSet();
        }
        if (lastStill > seen) {
            now.see(seen + 1, lastStill);
            seen = lastStill;
            now.sagDeg = held.departureDeg(history, seen);
            rules.see(now, history.timeS(seen));
        }
    }

    /** How far the posture that is held now is from that of its first second, degrees; NaN where none is held or seen. */
    public double sagDeg() {
        return now.sagDeg;
    }
}
