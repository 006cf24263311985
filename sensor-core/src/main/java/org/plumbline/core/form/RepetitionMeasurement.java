package org.plumbline.core.form;

import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;
import org.plumbline.core.repetition.RepetitionTimes;

/** Measures one repetition from the poses kept. A channel with holes in the phase it is measured in is not assessed. */
public final class RepetitionMeasurement {
    /** Bar break is read as the mean of so many poses before the trunk is seen to move. */
    static final int BAR_BREAK_TICKS = 10;

    /** Speed is read between these shares of the way up. */
    private static final double SPEED_FROM_SHARE = 0.1;

    private static final double SPEED_TO_SHARE = 0.9;

    private static final double RATE_HZ = org.plumbline.core.orientation.OrientationGrid.RATE_HZ;

    private final PoseHistory history;

    public RepetitionMeasurement(PoseHistory history) {
        this.history = history;
    }

    /**
     * The metrics that need this repetition alone.
     *
     * @param maxFlexionDeg the person's largest flexion, NaN where not known
     */
    public RepetitionMetrics measure(RepetitionTimes times, double maxFlexionDeg) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        long start = times.start();
        long end = times.end();
        double peak = most(Channel.LUMBAR_FLEXION, start, end);
        metrics.put(Metric.LUMBAR_FLEXION_PEAK, peak);
        metrics.put(Metric.PERCENT_OF_MAX_FLEXION, 100 * peak / maxFlexionDeg);
        metrics.put(
                Metric.FLEXION_GAIN_LOADED,
                Math.max(0, most(Channel.LUMBAR_FLEXION, times.concentricStart(), times.top()) - atBarBreak(times)));
        metrics.put(Metric.AXIAL_ROTATION_RANGE, range(Channel.AXIAL_ROTATION, start, end));
        metrics.put(Metric.LATERAL_BEND_RANGE, range(Channel.LATERAL_BEND, start, end));
        metrics.put(Metric.TRUNK_INCLINATION_RANGE, range(Channel.TRUNK_INCLINATION, start, end));
        metrics.put(Metric.PELVIS_TILT_RANGE, range(Channel.PELVIS_TILT, start, end));
        metrics.put(Metric.TRUNK_EXTENSION_SPEED, extensionSpeed(times));
        return metrics;
    }

    private double atBarBreak(RepetitionTimes times) {
        return meanBefore(Channel.LUMBAR_FLEXION, times.concentricStart());
    }

    /** Mean of the poses just before a position: the posture a movement started from. */
    double meanBefore(Channel channel, long position) {
        long from = Math.max(history.first(), position - BAR_BREAK_TICKS);
        double sum = 0;
        int count = 0;
        for (long k = from; k <= position; k++) {
            double value = history.value(channel, k);
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /**
     * Mean speed over the middle of the way up: the slow creep off the floor and into lockout, whose length is a matter of
     * where one draws the line, is left out.
     */
    private double extensionSpeed(RepetitionTimes times) {
        long top = Math.min(times.top(), history.end() - 1);
        double begin = history.value(Channel.MOVEMENT, times.concentricStart());
        double way = begin - history.value(Channel.MOVEMENT, top);
        long from = times.concentricStart();
        while (from < top && begin - history.value(Channel.MOVEMENT, from) < SPEED_FROM_SHARE * way) {
            from++;
        }
        long to = from;
        while (to < top && begin - history.value(Channel.MOVEMENT, to) < SPEED_TO_SHARE * way) {
            to++;
        }
        double middle = history.value(Channel.MOVEMENT, from) - history.value(Channel.MOVEMENT, to);
        return to > from ? middle / ((to - from) / RATE_HZ) : Double.NaN;
    }

    private double most(Channel channel, long from, long to) {
        double most = Double.NEGATIVE_INFINITY;
        for (long k = Math.max(from, history.first()); k < to; k++) {
            double value = history.value(channel, k);
            if (Double.isNaN(value)) {
                return Double.NaN;
            }
            most = Math.max(most, value);
        }
        return most == Double.NEGATIVE_INFINITY ? Double.NaN : most;
    }

    private double range(Channel channel, long from, long to) {
        double most = most(channel, from, to);
        double least = Double.POSITIVE_INFINITY;
        for (long k = Math.max(from, history.first()); k < to; k++) {
            least = Math.min(least, history.value(channel, k));
        }
        return most - least;
    }
}
