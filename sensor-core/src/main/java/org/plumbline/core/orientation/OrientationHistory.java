package org.plumbline.core.orientation;

/** The last moments of one sensor's orientation, so that it can be asked for a time between two samples. */
final class OrientationHistory {
    /** Samples held: more than half a second at 400 Hz. */
    private static final int CAPACITY = 256;

    /** Orientation is interpolated over a hole of at most this length; the burst of a slow radio is about 70 ms. */
    private static final long LONGEST_HOLE_MICROS = 150_000;

    private final double[][] orientation = new double[CAPACITY][4];
    private final long[] timeMicros = new long[CAPACITY];
    private final double[] verticalForce = new double[CAPACITY];
    private final boolean[] rest = new boolean[CAPACITY];
    private final boolean[] levelled = new boolean[CAPACITY];
    private long first;
    private long end;

    void add(long time, OrientationFilter filter) {
        int slot = slot(end++);
        timeMicros[slot] = time;
        filter.copyOrientationTo(orientation[slot]);
        verticalForce[slot] = filter.verticalForceMs2();
        rest[slot] = filter.atRest();
        levelled[slot] = filter.isLevelled();
        first = Math.max(first, end - CAPACITY);
    }

    private static int slot(long position) {
        return (int) (position % CAPACITY);
    }

    boolean reaches(long time) {
        return end > first && timeMicros[slot(end - 1)] >= time;
    }

    /**
     * Fills sensor {@code sensor} of the tick for the tick's time; times must not go backwards from call to call.
     *
     * @return whether the sensor is there and sees a person who stands still
     */
    boolean sampleInto(OrientationTick tick, int sensor) {
        long time = tick.timeMicros;
        while (first + 1 < end && timeMicros[slot(first + 1)] <= time) {
            first++;
        }
        tick.valid[sensor] = false;
        if (first == end) {
            return false;
        }
        int from = slot(first);
        if (!levelled[from]) {
            return false;
        }
        if (timeMicros[from] == time) {
            System.arraycopy(orientation[from], 0, tick.orientation[sensor], 0, 4);
        } else if (first + 1 < end
                && timeMicros[from] < time
                && timeMicros[slot(first + 1)] - timeMicros[from] <= LONGEST_HOLE_MICROS) {
            int to = slot(first + 1);
            double share = (time - timeMicros[from]) / (double) (timeMicros[to] - timeMicros[from]);
            Quaternions.interpolate(orientation[from], orientation[to], share, tick.orientation[sensor]);
        } else {
            return false;
        }
        tick.valid[sensor] = true;
        tick.verticalForceMs2[sensor] = verticalForce[from];
        return rest[from];
    }
}
