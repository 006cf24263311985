package org.plumbline.core.orientation;

import java.util.Arrays;

/** Estimates of the filter that wait to be smoothed, in columns. */
final class EstimateBuffer {
    static final int ORIENTATION = 0;
    static final int SPECIFIC_FORCE = 4;
    static final int ANGULAR_RATE = 7;
    static final int INCLINATION_SIGMA = 10;
    static final int HEADING_SIGMA = 11;
    private static final int VALUES = 12;

    private double[] values = new double[VALUES];
    private long[] times = new long[1];
    /** Blocks that were closed when the estimate was made. */
    private int[] blocks = new int[1];
    /** Bit 0: at rest, bit 1: levelled, bit 2: the vertical was being found anew. */
    private byte[] states = new byte[1];

    private int size;
    private long latestMicros = Long.MIN_VALUE;

    private final double[] four = new double[4];
    private final double[] three = new double[3];

    int size() {
        return size;
    }

    void add(long timeMicros, OrientationEstimate estimate, int block, boolean levelling) {
        if (size == times.length) {
            int capacity = 2 * size;
            values = Arrays.copyOf(values, capacity * VALUES);
            times = Arrays.copyOf(times, capacity);
            blocks = Arrays.copyOf(blocks, capacity);
            states = Arrays.copyOf(states, capacity);
        }
        int at = size * VALUES;
        estimate.copyOrientationTo(four);
        System.arraycopy(four, 0, values, at + ORIENTATION, 4);
        estimate.copySpecificForceTo(three);
        System.arraycopy(three, 0, values, at + SPECIFIC_FORCE, 3);
        estimate.copyAngularRateTo(three);
        System.arraycopy(three, 0, values, at + ANGULAR_RATE, 3);
        values[at + INCLINATION_SIGMA] = estimate.inclinationSigmaDeg();
        values[at + HEADING_SIGMA] = estimate.headingSigmaDeg();
        times[size] = timeMicros;
        blocks[size] = block;
        states[size] = (byte) ((estimate.atRest() ? 1 : 0) | (estimate.isLevelled() ? 2 : 0) | (levelling ? 4 : 0));
        latestMicros = Math.max(latestMicros, timeMicros);
        size++;
    }

    long spanMicros() {
        return size == 0 ? 0 : latestMicros - times[0];
    }

    long latestMicros() {
        return latestMicros;
    }

    /** Later times may be earlier than those before. */
    void restart() {
        latestMicros = Long.MIN_VALUE;
    }

    long timeMicros(int index) {
        return times[index];
    }

    /** How many of the oldest estimates are before that time, up to the first that is not. */
    int countBefore(long micros) {
        int count = 0;
        while (count < size && times[count] < micros) {
            count++;
        }
        return count;
    }

    int block(int index) {
        return blocks[index];
    }

    double value(int index, int column) {
        return values[index * VALUES + column];
    }

    boolean atRest(int index) {
        return (states[index] & 1) != 0;
    }

    boolean isLevelled(int index) {
        return (states[index] & 2) != 0;
    }

    boolean isLevelling(int index) {
        return (states[index] & 4) != 0;
    }

    /** Forgets the oldest estimates, and counts blocks from {@code droppedBlocks} on. */
    void drop(int count, int droppedBlocks) {
        size -= count;
        System.arraycopy(values, count * VALUES, values, 0, size * VALUES);
        System.arraycopy(times, count, times, 0, size);
        System.arraycopy(blocks, count, blocks, 0, size);
        System.arraycopy(states, count, states, 0, size);
        for (int i = 0; i < size; i++) {
            blocks[i] -= droppedBlocks;
        }
    }
}
