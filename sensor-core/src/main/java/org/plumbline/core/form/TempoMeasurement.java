package org.plumbline.core.form;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;
import org.plumbline.core.repetition.RepetitionTimes;

/** Measures durations (M14), speed (M15) and the acceleration a repetition starts with (M18, M19). */
final class TempoMeasurement {
    /** Speed is read between these shares of the way up. */
    static final double SPEED_FROM_SHARE = 0.25;

    static final double SPEED_TO_SHARE = 0.9;

    /** The yank is looked for in this share of the way up (catalogue M18). */
    private static final double START_SHARE = 0.2;

    private static final double RATE_HZ = OrientationGrid.RATE_HZ;

    private final PoseHistory history;
    private final ChannelReading reading;

    TempoMeasurement(PoseHistory history) {
        this.history = history;
        reading = new ChannelReading(history);
    }

    void measure(RepetitionTimes times, Stretch rising, RepetitionMetrics metrics) {
        metrics.put(Metric.ECCENTRIC_DURATION, times.eccentricTicks() / RATE_HZ);
        metrics.put(Metric.BOTTOM_DURATION, times.bottomTicks() / RATE_HZ);
        metrics.put(Metric.CONCENTRIC_DURATION, times.concentricTicks() / RATE_HZ);
        metrics.put(Metric.TOP_DURATION, times.topTicks() / RATE_HZ);
        // with a sensor missing on the way the movement is told by the other one alone
        boolean whole = reading.holeShare(rising) == 0;
        metrics.put(Metric.TRUNK_EXTENSION_SPEED, whole ? meanSpeed(rising) : Double.NaN);
        metrics.put(
                Metric.TRUNK_EXTENSION_PEAK_SPEED, whole ? -reading.least(Channel.MOVEMENT_SPEED, rising) : Double.NaN);
        metrics.put(Metric.START_ACCELERATION, whole ? startAcceleration(rising) : Double.NaN);
    }

    /**
     * Mean speed over the middle of the way up. The creep off the bottom and into the top is left out: how long it lasts is a
     * matter of where one draws the line, and in a squat the trunk may sway at the bottom before it rises for good.
     */
    private double meanSpeed(Stretch rising) {
        long top = Math.min(rising.to(), history.end() - 1);
        double begin = history.value(Channel.MOVEMENT, rising.from());
        double way = begin - history.value(Channel.MOVEMENT, top);
        long to = rising.from();
        while (to < top && begin - history.value(Channel.MOVEMENT, to) < SPEED_TO_SHARE * way) {
            to++;
        }
        long from = to;
        while (from > rising.from() && begin - history.value(Channel.MOVEMENT, from) > SPEED_FROM_SHARE * way) {
            from--;
        }
        double middle = history.value(Channel.MOVEMENT, from) - history.value(Channel.MOVEMENT, to);
        return to > from ? middle / ((to - from) / RATE_HZ) : Double.NaN;
    }

    private double startAcceleration(Stretch rising) {
        long to = rising.from() + Math.max(1, Math.round(START_SHARE * rising.ticks()));
        double most = Double.NaN;
        for (long k = Math.max(rising.from(), history.first() + 1); k < Math.min(to, history.end() - 1); k++) {
            double gained = history.value(Channel.MOVEMENT_SPEED, k - 1) - history.value(Channel.MOVEMENT_SPEED, k + 1);
            double acceleration = gained * RATE_HZ / 2;
            most = most > acceleration ? most : acceleration;
        }
        return most;
    }
}
