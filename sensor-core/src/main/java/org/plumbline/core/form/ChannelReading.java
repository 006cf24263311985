package org.plumbline.core.form;

import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;

/**
 * Reads extremes and means of a stretch of poses. Where a channel misses more than {@value #LARGEST_HOLE_SHARE} of the stretch
 * it is NaN, because the extreme may have been missed; with less missing, what was seen counts.
 */
final class ChannelReading {
    static final double LARGEST_HOLE_SHARE = 0.2;

    /** A posture is read as the mean of so many poses. */
    static final int POSTURE_TICKS = OrientationGrid.RATE_HZ / 10;

    private final PoseHistory history;

    ChannelReading(PoseHistory history) {
        this.history = history;
    }

    double most(Channel channel, Stretch stretch) {
        return extreme(channel, stretch, 1);
    }

    double least(Channel channel, Stretch stretch) {
        return -extreme(channel, stretch, -1);
    }

    double range(Channel channel, Stretch stretch) {
        return most(channel, stretch) - least(channel, stretch);
    }

    double mean(Channel channel, Stretch stretch) {
        double sum = 0;
        long count = 0;
        for (long k = first(stretch); k < end(stretch); k++) {
            double value = history.value(channel, k);
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return isSeen(channel, stretch) ? sum / count : Double.NaN;
    }

    /** Mean of the poses just before a position, and of it: the posture a movement started from. */
    double meanBefore(Channel channel, long position) {
        return postureOf(channel, position - POSTURE_TICKS, position);
    }

    /** Mean of the poses around a position: the posture there. */
    double meanAround(Channel channel, long position) {
        return postureOf(channel, position - POSTURE_TICKS / 2, position + POSTURE_TICKS / 2);
    }

    private double postureOf(Channel channel, long from, long to) {
        double sum = 0;
        int count = 0;
        for (long k = Math.max(history.first(), from); k <= Math.min(to, history.end() - 1); k++) {
            double value = history.value(channel, k);
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    /** For how long a channel was above a value, seconds; NaN where too much is missing. */
    double secondsAbove(Channel channel, double limit, Stretch stretch) {
        long count = 0;
        for (long k = first(stretch); k < end(stretch); k++) {
            count += history.value(channel, k) > limit ? 1 : 0;
        }
        return isSeen(channel, stretch) ? count / (double) OrientationGrid.RATE_HZ : Double.NaN;
    }

    /** First position at which {@code sign} times a channel is at least {@code sign} times {@code value}; the end where none. */
    long firstReaching(Channel channel, double value, int sign, Stretch stretch) {
        long position = first(stretch);
        while (position < end(stretch) && !(sign * (history.value(channel, position) - value) >= 0)) {
            position++;
        }
        return position;
    }

    private double extreme(Channel channel, Stretch stretch, int sign) {
        long position = positionOf(channel, stretch, sign);
        return position >= 0 && isSeen(channel, stretch) ? sign * history.value(channel, position) : Double.NaN;
    }

    /** Where {@code sign} times the channel is largest; negative where there is no value at all. */
    long positionOf(Channel channel, Stretch stretch, int sign) {
        double most = Double.NEGATIVE_INFINITY;
        long position = -1;
        for (long k = first(stretch); k < end(stretch); k++) {
            double value = sign * history.value(channel, k);
            if (value > most) {
                most = value;
                position = k;
            }
        }
        return position;
    }

    /** Whether enough of a channel is there for its extremes to be in what was seen. */
    boolean isSeen(Channel channel, Stretch stretch) {
        return stretch.ticks() > 0 && missingShare(channel, stretch) <= LARGEST_HOLE_SHARE;
    }

    private double missingShare(Channel channel, Stretch stretch) {
        long missing = stretch.ticks();
        for (long k = first(stretch); k < end(stretch); k++) {
            missing -= Double.isNaN(history.value(channel, k)) ? 0 : 1;
        }
        return missing / (double) Math.max(1, stretch.ticks());
    }

    /** Share of a stretch in which a sensor is missing, or which is no longer kept, 0 to 1. */
    double holeShare(Stretch stretch) {
        long missing = stretch.ticks();
        for (long k = first(stretch); k < end(stretch); k++) {
            missing -= history.isWhole(k) ? 1 : 0;
        }
        return missing / (double) Math.max(1, stretch.ticks());
    }

    private long first(Stretch stretch) {
        return Math.max(stretch.from(), history.first());
    }

    private long end(Stretch stretch) {
        return Math.min(stretch.to(), history.end());
    }
}
