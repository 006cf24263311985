package org.plumbline.core.packet;

/**
 * One of the two streams of a Polar sensor: its samples with their times, waiting for their partners.
 *
 * <p>A frame has the time of its last sample alone. The others lie evenly between it and the frame before, or, where
 * that is too long ago or not there, a period apart (Polar's own rule, with a limit against lost frames).
 */
final class PolarStream {
    /** A power of two, for a place is taken by its lower bits. */
    private static final int CAPACITY = 2 * PolarFrame.MOST_SAMPLES;

    private static final int PLACES = CAPACITY - 1;
    private static final double MOST_STRETCHED = 1.5;

    private final double periodNanos;
    private final long[] nanos = new long[CAPACITY];
    private final long[] arrivals = new long[CAPACITY];
    private final int[] flags = new int[CAPACITY];
    private final double[] values = new double[3 * CAPACITY];
    private int head;
    private int count;
    private boolean started;
    private long lastNanos;

    PolarStream(double rateHz) {
        periodNanos = 1e9 / rateHz;
    }

    /** The time the frame before ended with is that: for a stream that is joined in the middle. */
    void startAfter(long previousNanos) {
        started = true;
        lastNanos = previousNanos;
    }

    boolean isRepeated(long frameNanos) {
        return started && frameNanos <= lastNanos;
    }

    /** How far the time of a frame goes back, nanoseconds; negative where it goes on. */
    long backNanos(long frameNanos) {
        return started ? lastNanos - frameNanos : Long.MIN_VALUE;
    }

    /** Samples missing before a frame of that many. */
    long missing(long frameNanos, int samples) {
        if (!started || isContinued(frameNanos, samples)) {
            return 0;
        }
        return Math.max(1, Math.round((frameNanos - lastNanos) / periodNanos) - samples);
    }

    /** Adds the samples of a frame, scaled. Old ones that found no partner give way; the result says how many. */
    int add(PolarFrame frame, double scale, double clip, int clipFlag, int firstFlags, long frameNanos, long arrival) {
        int samples = frame.samples();
        boolean continued = started && isContinued(frameNanos, samples);
        double step = continued ? (double) (frameNanos - lastNanos) / samples : periodNanos;
        int gaveWay = Math.max(0, count + samples - CAPACITY);
        for (int index = 0; index < gaveWay; index++) {
            removeFirst();
        }
        for (int index = 0; index < samples; index++) {
            int place = (head + count) & PLACES;
            nanos[place] = continued
                    ? lastNanos + (long) Math.rint((index + 1) * step)
                    : frameNanos - (long) Math.rint((samples - 1 - index) * step);
            arrivals[place] = arrival;
            flags[place] = index == 0 ? firstFlags : 0;
            for (int channel = 0; channel < 3; channel++) {
                double value = frame.value(index, channel) * scale;
                values[3 * place + channel] = value;
                if (Math.abs(value) >= clip) {
                    flags[place] |= clipFlag;
                }
            }
            count++;
        }
        started = true;
        lastNanos = frameNanos;
        return gaveWay;
    }

    int count() {
        return count;
    }

    long nanos(int index) {
        return nanos[(head + index) & PLACES];
    }

    long arrivalMicros(int index) {
        return arrivals[(head + index) & PLACES];
    }

    int flags(int index) {
        return flags[(head + index) & PLACES];
    }

    double value(int index, int channel) {
        return values[3 * ((head + index) & PLACES) + channel];
    }

    double periodNanos() {
        return periodNanos;
    }

    void removeFirst() {
        head = (head + 1) & PLACES;
        count--;
    }

    /** Forgets the samples and the time. */
    void clear() {
        count = 0;
        started = false;
    }

    private boolean isContinued(long frameNanos, int samples) {
        return frameNanos - lastNanos < MOST_STRETCHED * samples * periodNanos;
    }
}
