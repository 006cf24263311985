package org.plumbline.core.clock;

/**
 * The line under all points of device time and arrival that minimises their total distance to it.
 *
 * <p>Delay is one-sided, so the line must lie under the points, not among them. The best one is the edge of the lower
 * convex hull above the mean device time (Moon, Skelly, Towsley 1999; Zhang, Liu, Xia 2002). Not only the points of the hull
 * are kept, for when an old corner leaves, inner points become corners: of every {@value #BUCKET_MICROS} µs of device time the one with
 * the least delay. The others of such a short stretch could be corners only where the line fell or rose by more than crystals do.
 *
 * <p>Of the edges near there the one nearest to the expected slope counts: any other must still hold ten seconds from the mean. Two crystals differ
 * by little, and what is steep is often no more than a delay that has become longer. In simulation that takes a quarter off the error.
 *
 * <p>Fixed buffers; nothing is allocated after construction.
 */
final class LowerHullLine {
    /** A quarter of a second: two crystals 300 ppm apart move by 75 µs in it, far less than delays vary. */
    private static final long BUCKET_MICROS = 250_000;

    /** A minute of buckets, and as much again for a window that is not cut at every point. */
    private static final int CAPACITY = 512;

    /** From {@code Accuracy clocks}: 10 s are better than 0, 5 and 20 where frames and connection events drift through. */
    private static final double SUPPORT_MICROS = 10e6;

    private final long[] deviceMicros = new long[CAPACITY];
    private final long[] offsetMicros = new long[CAPACITY];
    private final int[] hull = new int[CAPACITY];
    private int oldest;
    private int count;

    private long anchorDeviceMicros;
    private long anchorOffsetMicros;
    private double slope;
    private double interceptMicros;

    void clear() {
        oldest = 0;
        count = 0;
    }

    /**
     * Adds a point. When the buffer is full the oldest point leaves. Where several sensors share a clock their points
     * come in a slightly different order than they were taken: a late one goes to its place.
     */
    void add(long device, long arrival) {
        long offset = arrival - device;
        long bucket = Math.floorDiv(device, BUCKET_MICROS);
        int index = count;
        while (index > 0 && bucketOf(index - 1) > bucket) {
            index--;
        }
        if (index > 0 && bucketOf(index - 1) == bucket) {
            int same = place(index - 1);
            if (offset < offsetMicros[same]) {
                deviceMicros[same] = device;
                offsetMicros[same] = offset;
            }
            return;
        }
        if (count == CAPACITY) {
            if (index == 0) {
                return;
            }
            oldest = place(1);
            count--;
            index--;
        }
        for (int moved = count; moved > index; moved--) {
            deviceMicros[place(moved)] = deviceMicros[place(moved - 1)];
            offsetMicros[place(moved)] = offsetMicros[place(moved - 1)];
        }
        deviceMicros[place(index)] = device;
        offsetMicros[place(index)] = offset;
        count++;
    }

    private long bucketOf(int index) {
        return Math.floorDiv(deviceMicros[place(index)], BUCKET_MICROS);
    }

    /** Lets go of points before that device time. */
    void forgetBefore(long device) {
        while (count > 0 && deviceMicros[oldest] < device) {
            oldest = (oldest + 1) % CAPACITY;
            count--;
        }
    }

    /**
     * Fits the line anew. Needs a point.
     *
     * @param expectedSlope what the slope is as far as is known: 0, or that before a restart
     * @param largestSlope the limit it is held within
     */
    void fit(double expectedSlope, double largestSlope) {
        anchorDeviceMicros = deviceMicros[oldest];
        anchorOffsetMicros = offsetMicros[oldest];
        slope = Math.max(-largestSlope, Math.min(largestSlope, slopeNearMean(expectedSlope)));
        interceptMicros = Double.POSITIVE_INFINITY;
        for (int index = 0; index < count; index++) {
            interceptMicros = Math.min(interceptMicros, y(index) - slope * x(index));
        }
    }

    /** Arrival less device time on the line, in microseconds. */
    double offsetMicrosAt(long device) {
        return anchorOffsetMicros + interceptMicros + slope * (device - anchorDeviceMicros);
    }

    double slope() {
        return slope;
    }

    private double slopeNearMean(double expectedSlope) {
        double meanX = 0;
        int corners = 0;
        for (int index = 0; index < count; index++) {
            meanX += x(index);
            while (corners >= 2 && !turnsUp(hull[corners - 2], hull[corners - 1], index)) {
                corners--;
            }
            hull[corners++] = index;
        }
        meanX /= count;
        // slopes rise along the hull: falling ones count that reach far beyond the mean, rising ones that begin far
        // before
        for (int corner = 1; corner < corners; corner++) {
            double edge = (y(hull[corner]) - y(hull[corner - 1])) / (x(hull[corner]) - x(hull[corner - 1]));
            if (edge < expectedSlope) {
                if (x(hull[corner]) >= meanX + SUPPORT_MICROS) {
                    return edge;
                }
            } else if (x(hull[corner - 1]) >= meanX - SUPPORT_MICROS) {
                return expectedSlope;
            } else if (x(hull[corner]) >= meanX - SUPPORT_MICROS) {
                return edge;
            }
        }
        return expectedSlope;
    }

    private boolean turnsUp(int first, int second, int third) {
        double alongX = x(second) - x(first);
        double alongY = y(second) - y(first);
        return alongX * (y(third) - y(first)) - alongY * (x(third) - x(first)) > 0;
    }

    private double x(int index) {
        return deviceMicros[place(index)] - anchorDeviceMicros;
    }

    private double y(int index) {
        return offsetMicros[place(index)] - anchorOffsetMicros;
    }

    private int place(int index) {
        return (oldest + index) % CAPACITY;
    }
}
