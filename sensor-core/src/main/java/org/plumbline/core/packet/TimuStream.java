package org.plumbline.core.packet;

import org.jspecify.annotations.Nullable;

/** What a decoder remembers of one sensor of a TIMU board: its description, its clock, its counter. */
final class TimuStream {
    private static final int TIME_BITS = 32;
    private static final long COUNTER_MASK = 0xFFFF_FFFFL;
    private static final long COUNTER_HALF = 1L << 31;

    final TimestampUnwrapper clock = new TimestampUnwrapper(TIME_BITS, 1);

    @Nullable
    TimuSensor sensor;

    private boolean counting;
    private long nextCounter;
    boolean gapBefore;

    /**
     * Samples missing before a frame of {@code count} samples.
     *
     * @return how many; 0 too where the counter began anew, since then nobody knows
     */
    long missing(long counter, int count) {
        long missing = counting ? (counter - nextCounter) & COUNTER_MASK : 0;
        counting = true;
        nextCounter = (counter + count) & COUNTER_MASK;
        return missing < COUNTER_HALF ? missing : 0;
    }

    /** The counter of a compact frame, of which only the lower sixteen bits are sent. */
    long widened(int lowBits) {
        return counting ? (nextCounter + (short) (lowBits - (int) nextCounter)) & COUNTER_MASK : lowBits;
    }

    void forgetCounter() {
        counting = false;
    }
}
