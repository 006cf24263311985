package org.plumbline.core.orientation;

/** The last moments of one sensor's orientation, so that it can be asked for a time between two samples. */
final class OrientationHistory {
    /** Samples held: more than half a second at 400 Hz. */
    private static final int CAPACITY = 256;

    /** Orientation is interpolated over a hole of at most this length; the burst of a slow radio is about 70 ms. */
    private static final long LONGEST_HOLE_MICROS = 150_000;

    private final double[][] orientation = new double[CAPACITY][4];
    private final long[] timeMicros = new long[CAPACITY];
    private final double[][] angularRate = new double[CAPACITY][3];
    private final double[] verticalForce = new double[CAPACITY];
    private final double[] specificForce = new double[3];
    private final double[] inclinationSigma = new double[CAPACITY];
    private final double[] headingSigma = new double[CAPACITY];
    private final double[] walkingShare = new double[CAPACITY];
    private final boolean[] rest = new boolean[CAPACITY];
    private final boolean[] levelled = new boolean[CAPACITY];
    private long first;
    private long end;

    void add(long time, OrientationEstimate estimate) {
        int slot = slot(end++);
        timeMicros[slot] = time;
        estimate.copyOrientationTo(orientation[slot]);
        estimate.copyAngularRateTo(angularRate[slot]);
        estimate.copySpecificForceTo(specificForce);
        verticalForce[slot] = specificForce[2];
        inclinationSigma[slot] = estimate.inclinationSigmaDeg();
        headingSigma[slot] = estimate.headingSigmaDeg();
        walkingShare[slot] = estimate.walkingShare();
        rest[slot] = estimate.atRest();
        levelled[slot] = estimate.isLevelled();
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
            between(from, from, 0, tick, sensor);
        } else if (first + 1 < end
                && timeMicros[from] < time
                && timeMicros[slot(first + 1)] - timeMicros[from] <= LONGEST_HOLE_MICROS) {
            int to = slot(first + 1);
            double share = (time - timeMicros[from]) / (double) (timeMicros[to] - timeMicros[from]);
            between(from, to, share, tick, sensor);
        } else {
            return false;
        }
        tick.valid[sensor] = true;
        tick.inclinationSigmaDeg[sensor] = inclinationSigma[from];
        tick.headingSigmaDeg[sensor] = headingSigma[from];
        tick.walkingShare = Math.min(tick.walkingShare, walkingShare[from]);
        return rest[from];
    }

    private void between(int from, int to, double share, OrientationTick tick, int sensor) {
        Quaternions.interpolate(orientation[from], orientation[to], share, tick.orientation[sensor]);
        for (int i = 0; i < 3; i++) {
            tick.angularRate[sensor][i] = (1 - share) * angularRate[from][i] + share * angularRate[to][i];
        }
        tick.verticalForceMs2[sensor] = (1 - share) * verticalForce[from] + share * verticalForce[to];
    }
}
