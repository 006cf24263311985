package org.plumbline.server.wearable;

import org.plumbline.core.imu.ImuSample;

/** A few samples that arrived together, in the order of their arrival. Owned by whoever holds it last. */
public final class SampleFrame {
    private static final int AXES = 6;

    private final int[] sensorIndex;
    private final int[] flags;
    private final long[] timeMicros;
    private final long[] arrivalMicros;
    private final double[] axes;
    private int size;
    private long heardNanos;

    /** @param capacity most samples the frame can hold */
    public SampleFrame(int capacity) {
        sensorIndex = new int[capacity];
        flags = new int[capacity];
        timeMicros = new long[capacity];
        arrivalMicros = new long[capacity];
        axes = new double[capacity * AXES];
    }

    /** Says when the radio heard what brought these samples, by {@link System#nanoTime}. */
    public void heardAt(long nanos) {
        heardNanos = nanos;
    }

    /** When the radio heard what brought these samples; 0 where they came by no radio. */
    public long heardNanos() {
        return heardNanos;
    }

    public int size() {
        return size;
    }

    public boolean isFull() {
        return size == sensorIndex.length;
    }

    /** Adds a copy of {@code sample}; the frame must not be full. */
    public void add(ImuSample sample) {
        int i = size++;
        sensorIndex[i] = sample.sensorIndex;
        flags[i] = sample.flags;
        timeMicros[i] = sample.timeMicros;
        arrivalMicros[i] = sample.arrivalMicros;
        int a = i * AXES;
        axes[a] = sample.accX;
        axes[a + 1] = sample.accY;
        axes[a + 2] = sample.accZ;
        axes[a + 3] = sample.gyrX;
        axes[a + 4] = sample.gyrY;
        axes[a + 5] = sample.gyrZ;
    }

    /** Copies sample {@code i} into the carrier. */
    public void copyTo(int i, ImuSample into) {
        into.sensorIndex = sensorIndex[i];
        into.flags = flags[i];
        into.timeMicros = timeMicros[i];
        into.arrivalMicros = arrivalMicros[i];
        int a = i * AXES;
        into.accX = axes[a];
        into.accY = axes[a + 1];
        into.accZ = axes[a + 2];
        into.gyrX = axes[a + 3];
        into.gyrY = axes[a + 4];
        into.gyrZ = axes[a + 5];
    }
}
