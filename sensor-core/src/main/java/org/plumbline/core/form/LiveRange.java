package org.plumbline.core.form;

import org.plumbline.core.repetition.PoseHistory;
import org.plumbline.core.repetition.PoseHistory.Channel;

/** Range of a channel since a begin, as it grows. Allocates nothing. */
final class LiveRange {
    private final PoseHistory history;
    private final Channel channel;
    private double least;
    private double most;
    private long leastAt;
    private long mostAt;

    LiveRange(PoseHistory history, Channel channel) {
        this.history = history;
        this.channel = channel;
        begin();
    }

    void begin() {
        least = Double.POSITIVE_INFINITY;
        most = Double.NEGATIVE_INFINITY;
        leastAt = -1;
        mostAt = -1;
    }

    void see(long position) {
        double value = history.value(channel, position);
        if (value < least) {
            least = value;
            leastAt = position;
        }
        if (value > most) {
            most = value;
            mostAt = position;
        }
    }

    /** Most less least; NaN before the first value. */
    double range() {
        return leastAt < 0 ? Double.NaN : most - least;
    }

    long leastAt() {
        return leastAt;
    }

    long mostAt() {
        return mostAt;
    }
}
