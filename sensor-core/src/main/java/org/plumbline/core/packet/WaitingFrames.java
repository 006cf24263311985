package org.plumbline.core.packet;

/** Frames that cannot be decoded yet because their description is on its way: a second's worth, no more. */
final class WaitingFrames {
    private static final int MOST_FRAMES = 64;
    private static final int MOST_BYTES = 16_384;

    private final byte[] bytes = new byte[MOST_BYTES];
    private final int[] ends = new int[MOST_FRAMES];
    private final long[] arrivals = new long[MOST_FRAMES];
    private int count;

    /** Keeps a frame; false where there is no room. */
    boolean add(byte[] source, int from, int to, long arrivalMicros) {
        int begin = begin(count);
        if (count == MOST_FRAMES || begin + to - from > MOST_BYTES) {
            return false;
        }
        System.arraycopy(source, from, bytes, begin, to - from);
        ends[count] = begin + to - from;
        arrivals[count] = arrivalMicros;
        count++;
        return true;
    }

    int count() {
        return count;
    }

    void clear() {
        count = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    int begin(int frame) {
        return frame == 0 ? 0 : ends[frame - 1];
    }

    int end(int frame) {
        return ends[frame];
    }

    long arrivalMicros(int frame) {
        return arrivals[frame];
    }
}
