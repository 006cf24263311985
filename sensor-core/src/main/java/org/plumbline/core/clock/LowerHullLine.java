package org.plumbline.core.clock;

/**
 * The line under all points of device time and arrival that minimises their total distance to it.
 *
 * <p>Delay is one-sided, so the line must lie under the points, not among them. The best one is the edge of the lower
 * convex hull above the mean device time (Moon, Skelly, Towsley 1999; Zhang, Liu, Xia 2002). All points of the window
 * are kept, not only those of the hull: when an old corner leaves, inner points become corners.
 *
 * <p>Fixed buffers; nothing is allocated after construction.
 */
final class LowerHullLine {
    /** A minute of the fastest notifications there are, one sample each at 130 Hz. */
    private static final int CAPACITY = 8192;

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

    /** Adds a point; device times must rise. When the buffer is full the oldest point leaves. */
    void add(long device, long arrival) {
        if (count == CAPACITY) {
            oldest = (oldest + 1) % CAPACITY;
            count--;
        }
        int place = (oldest + count) % CAPACITY;
        deviceMicros[place] = device;
        offsetMicros[place] = arrival - device;
        count++;
    }

    /** Lets go of points before that device time. */
    void forgetBefore(long device) {
        while (count > 0 && deviceMicros[oldest] < device) {
            oldest = (oldest + 1) % CAPACITY;
            count--;
        }
    }

    /** Fits the line anew, with its slope held within the limit. Needs a point. */
    void fit(double largestSlope) {
        anchorDeviceMicros = deviceMicros[oldest];
        anchorOffsetMicros = offsetMicros[oldest];
        slope = Math.max(-largestSlope, Math.min(largestSlope, slopeOverMean()));
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

    private double slopeOverMean() {
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
        for (int corner = 1; corner < corners; corner++) {
            if (x(hull[corner]) >= meanX) {
                return (y(hull[corner]) - y(hull[corner - 1])) / (x(hull[corner]) - x(hull[corner - 1]));
            }
        }
        return 0;
    }

    private boolean turnsUp(int first, int second, int third) {
        double alongX = x(second) - x(first);
        double alongY = y(second) - y(first);
        return alongX * (y(third) - y(first)) - alongY * (x(third) - x(first)) > 0;
    }

    private double x(int index) {
        return deviceMicros[(oldest + index) % CAPACITY] - anchorDeviceMicros;
    }

    private double y(int index) {
        return offsetMicros[(oldest + index) % CAPACITY] - anchorOffsetMicros;
    }
}
