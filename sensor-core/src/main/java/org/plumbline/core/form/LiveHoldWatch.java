package org.plumbline.core.form;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.PoseHistory;

/**
 * Watches a posture as it is held, so that who sinks hears of it while they can still come back. Only where the lifter is still:
 * who leaves the posture does not sag. Allocates when a hold begins and when a limit is passed.
 */
public final class LiveHoldWatch {
    private static final long NEVER = -1;

    private final PoseHistory history;
    private final ChannelReading reading;
    private final SensorView view;
    private final LiveRules rules;
    private final Sag sag = new Sag();
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
        rules = LiveRules.ofHold(basis, listener);
    }

    /** How far the lifter has sunk now: all that is watched of a hold. */
    private static final class Sag implements LiveReading {
        private double degrees;

        @Override
        public double value(Metric metric) {
            return degrees;
        }

        @Override
        public double sigma(Metric metric) {
            return Double.NaN;
        }
    }

    /**
     * Looks on.
     *
     * @param from position since which a posture is held; negative where none is
     * @param lastStill the last position at which the lifter was still in it
     */
    public void update(long from, long lastStill) {
        if (from < 0 || from < history.first()) {
            begun = NEVER;
            return;
        }
        if (held == null || from != begun) {
            begun = from;
            seen = lastStill;
            held = HeldPostures.of(reading, new Stretch(from, lastStill), view);
            rules.beginSet();
        }
        if (lastStill > seen) {
            seen = lastStill;
            sag.degrees = held.departureDeg(history, seen);
            rules.see(sag, history.timeS(seen));
        }
    }
}
