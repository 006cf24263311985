package org.plumbline.core.form;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;
import org.plumbline.core.repetition.RepetitionTimes;

/**
 * Measures one repetition from the poses kept. Where a channel misses more than {@value #LARGEST_HOLE_SHARE} of the phase it
 * is measured in, it is not assessed; with less, what was seen counts.
 */
public final class RepetitionMeasurement {
    /** Bar break is read as the mean of so many poses before the trunk is seen to move. */
    static final int BAR_BREAK_TICKS = 10;

    /** More than this share of a phase missing, and its extremes may have been missed. */
    private static final double LARGEST_HOLE_SHARE = 0.2;

    /** Speed is read between these shares of the way up. */
    private static final double SPEED_FROM_SHARE = 0.25;

    private static final double SPEED_TO_SHARE = 0.9;

    private static final double RATE_HZ = OrientationGrid.RATE_HZ;

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
        metrics.noteHoles(holeShare(start, end) > 0);
        double peak = most(Channel.LUMBAR_FLEXION, start, end);
        double flexionSigma = most(Channel.LUMBAR_FLEXION_SIGMA, start, end);
        metrics.put(Metric.LUMBAR_FLEXION_PEAK, peak, flexionSigma);
        metrics.put(Metric.PERCENT_OF_MAX_FLEXION, 100 * peak / maxFlexionDeg, 100 * flexionSigma / maxFlexionDeg);
        metrics.put(
                Metric.FLEXION_GAIN_LOADED,
                Math.max(0, most(Channel.LUMBAR_FLEXION, times.concentricStart(), times.top()) - atBarBreak(times)),
                flexionSigma);
        metrics.put(
                Metric.AXIAL_ROTATION_RANGE,
                range(Channel.AXIAL_ROTATION, start, end),
                rangeSigma(Channel.AXIAL_ROTATION, Channel.AXIAL_ROTATION_SIGMA, start, end));
        metrics.put(
                Metric.LATERAL_BEND_RANGE,
                range(Channel.LATERAL_BEND, start, end),
                rangeSigma(Channel.LATERAL_BEND, Channel.LATERAL_BEND_SIGMA, start, end));
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
     * Mean speed over the middle of the way up. The creep off the bottom and into the top is left out: how long it lasts is a
     * matter of where one draws the line, and in a squat the trunk may sway at the bottom before it rises for good. Not
     * assessed where a sensor is missing on the way: the movement is then told by the other one alone.
     */
    private double extensionSpeed(RepetitionTimes times) {
        long top = Math.min(times.top(), history.end() - 1);
        if (holeShare(times.concentricStart(), top) > 0) {
            return Double.NaN;
        }
        double begin = history.value(Channel.MOVEMENT, times.concentricStart());
        double way = begin - history.value(Channel.MOVEMENT, top);
        long to = times.concentricStart();
        while (to < top && begin - history.value(Channel.MOVEMENT, to) < SPEED_TO_SHARE * way) {
            to++;
        }
        long from = to;
        while (from > times.concentricStart()
                && begin - history.value(Channel.MOVEMENT, from) > SPEED_FROM_SHARE * way) {
            from--;
        }
        double middle = history.value(Channel.MOVEMENT, from) - history.value(Channel.MOVEMENT, to);
        return to > from ? middle / ((to - from) / RATE_HZ) : Double.NaN;
    }

    private double most(Channel channel, long from, long to) {
        return extreme(channel, from, to, 1);
    }

    private double range(Channel channel, long from, long to) {
        return extreme(channel, from, to, 1) + extreme(channel, from, to, -1);
    }

    private double rangeSigma(Channel channel, Channel sigma, long from, long to) {
        long least = positionOf(channel, from, to, -1);
        long most = positionOf(channel, from, to, 1);
        return least < 0 ? Double.NaN : rangeSigma(sigma, least, most);
    }

    /**
     * Error to expect of a range between two positions, degrees. What the angle errs beyond the flexion, which the heading
     * hardly touches, is the heading's share: one heading error, of which each posture shows another part, so that the range
     * is wrong by the difference. The inclinations err at either end for themselves.
     *
     * @param sigma channel of the error of the angle
     */
    double rangeSigma(Channel sigma, long least, long most) {
        double leastTilt = history.value(Channel.LUMBAR_FLEXION_SIGMA, least);
        double mostTilt = history.value(Channel.LUMBAR_FLEXION_SIGMA, most);
        double difference = headingShare(history.value(sigma, most), mostTilt)
                - headingShare(history.value(sigma, least), leastTilt);
        return Math.sqrt(difference * difference + leastTilt * leastTilt + mostTilt * mostTilt);
    }

    private static double headingShare(double angle, double tilt) {
        return Math.sqrt(Math.max(0, angle * angle - tilt * tilt));
    }

    /** Largest value of {@code sign} times the channel; NaN where too much of the phase is missing. */
    private double extreme(Channel channel, long from, long to, int sign) {
        long first = Math.max(from, history.first());
        long missing = first - from;
        for (long k = first; k < to; k++) {
            missing += Double.isNaN(history.value(channel, k)) ? 1 : 0;
        }
        long position = positionOf(channel, from, to, sign);
        boolean enough = missing <= LARGEST_HOLE_SHARE * (to - from) && position >= 0;
        return enough ? sign * history.value(channel, position) : Double.NaN;
    }
    /** Where {@code sign} times the channel is largest; negative where there is no value at all. */
    private long positionOf(Channel channel, long from, long to, int sign) {
        double most = Double.NEGATIVE_INFINITY;
        long position = -1;
        for (long k = Math.max(from, history.first()); k < to; k++) {
            double value = sign * history.value(channel, k);
            if (value > most) {
                most = value;
                position = k;
            }
        }
        return position;
    }

    /** Share of a stretch in which a sensor is missing, 0 to 1. */
    private double holeShare(long from, long to) {
        long missing = 0;
        for (long k = Math.max(from, history.first()); k < to; k++) {
            missing += history.isWhole(k) ? 0 : 1;
        }
        return missing / (double) Math.max(1, to - from);
    }
}
