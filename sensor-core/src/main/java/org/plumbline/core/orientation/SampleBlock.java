package org.plumbline.core.orientation;

import org.plumbline.core.imu.ImuSample;

/**
 * Samples of many streams in columns, to be handed to {@link OrientationBatch#update} in one call: the caller fills it,
 * hands it over, clears it and fills it again.
 *
 * <p>A row is a sample: its stream, its time in microseconds, specific force in m/s², angular rate in rad/s and the bits of
 * {@code SampleFlag}. Filling allocates nothing. One thread at a time.
 */
public final class SampleBlock {
    final int[] stream;
    final long[] timeMicros;
    final double[] accX;
    final double[] accY;
    final double[] accZ;
    final double[] gyrX;
    final double[] gyrY;
    final double[] gyrZ;
    final int[] flags;
    private int count;

    /**
     * @param capacity most rows it can hold
     * @throws IllegalArgumentException for a negative capacity
     */
    public SampleBlock(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("capacity must be 0 or more, but is " + capacity);
        }
        stream = new int[capacity];
        timeMicros = new long[capacity];
        accX = new double[capacity];
        accY = new double[capacity];
        accZ = new double[capacity];
        gyrX = new double[capacity];
        gyrY = new double[capacity];
        gyrZ = new double[capacity];
        flags = new int[capacity];
    }

    /** Most rows it can hold. */
    public int capacity() {
        return stream.length;
    }

    /** Rows it holds. */
    public int count() {
        return count;
    }

    /** Whether it holds as many rows as it can. */
    public boolean isFull() {
        return count == stream.length;
    }

    /** Forgets all rows. */
    public void clear() {
        count = 0;
    }

    /**
     * Adds a row.
     *
     * @throws IllegalStateException if the block is full
     */
    public void add(int ofStream, ImuSample sample) {
        add(
                ofStream,
                sample.timeMicros,
                sample.accX,
                sample.accY,
                sample.accZ,
                sample.gyrX,
                sample.gyrY,
                sample.gyrZ,
                sample.flags);
    }

    /** The same for a sample that lies in columns: specific force in m/s², angular rate in rad/s, bits of SampleFlag. */
    public void add(
            int ofStream,
            long atMicros,
            double forceX,
            double forceY,
            double forceZ,
            double rateX,
            double rateY,
            double rateZ,
            int bits) {
        if (isFull()) {
            throw new IllegalStateException("a block of " + capacity() + " rows is full");
        }
        int row = count++;
        stream[row] = ofStream;
        timeMicros[row] = atMicros;
        accX[row] = forceX;
        accY[row] = forceY;
        accZ[row] = forceZ;
        gyrX[row] = rateX;
        gyrY[row] = rateY;
        gyrZ[row] = rateZ;
        flags[row] = bits;
    }
}
