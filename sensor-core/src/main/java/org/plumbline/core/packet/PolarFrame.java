package org.plumbline.core.packet;

/**
 * The samples of one data frame of Polar's measurement service, three channels of raw numbers.
 *
 * <p>A raw frame lists them. A compressed one gives the first, then blocks of differences, each with its own number of
 * bits, the least significant bit first. A frame says neither its length nor its number of samples. The frame is checked
 * as a whole before any number is handed out; nothing is allocated after construction.
 */
final class PolarFrame {
    static final int TYPE_AT = 0;
    static final int TIME_AT = 1;
    static final int KIND_AT = 9;
    static final int HEAD_BYTES = 10;
    static final int COMPRESSED = 0x80;

    private static final int CHANNELS = 3;
    private static final int SAMPLE_BYTES = 2 * CHANNELS;
    private static final int BLOCK_HEAD_BYTES = 2;

    /** A difference and the rest of the byte it ends in fit into an int. */
    private static final int MOST_BITS = 24;

    /** What a second at 416 Hz makes, and more than 512 bytes hold in practice. */
    static final int MOST_SAMPLES = 512;

    private final int[] values = new int[CHANNELS * MOST_SAMPLES];
    private int samples;

    /** Reads the frame's content; false where it is not whole. */
    boolean read(byte[] bytes, int from, int to) {
        samples = 0;
        boolean compressed = (bytes[from + KIND_AT] & COMPRESSED) != 0;
        int at = from + HEAD_BYTES;
        return compressed ? readCompressed(bytes, at, to) : readRaw(bytes, at, to);
    }

    int samples() {
        return samples;
    }

    /** Whether every value is one of sixteen bits, as the sensor was asked for: differences can add up to anything. */
    boolean isOfSixteenBits() {
        int beyond = 0;
        for (int index = 0; index < CHANNELS * samples; index++) {
            beyond |= values[index] ^ (short) values[index];
        }
        return beyond == 0;
    }

    int value(int sample, int channel) {
        return values[CHANNELS * sample + channel];
    }

    private boolean readRaw(byte[] bytes, int from, int to) {
        int count = (to - from) / SAMPLE_BYTES;
        if (count == 0 || count > MOST_SAMPLES || (to - from) % SAMPLE_BYTES != 0) {
            return false;
        }
        for (int index = 0; index < CHANNELS * count; index++) {
            values[index] = LittleEndian.i16(bytes, from + 2 * index);
        }
        samples = count;
        return true;
    }

    private boolean readCompressed(byte[] bytes, int from, int to) {
        if (to - from < SAMPLE_BYTES) {
            return false;
        }
        for (int channel = 0; channel < CHANNELS; channel++) {
            values[channel] = LittleEndian.i16(bytes, from + 2 * channel);
        }
        int count = 1;
        int at = from + SAMPLE_BYTES;
        while (at < to) {
            if (to - at < BLOCK_HEAD_BYTES) {
                return false;
            }
            int bits = LittleEndian.u8(bytes, at);
            int inBlock = LittleEndian.u8(bytes, at + 1);
            int blockBytes = (bits * inBlock * CHANNELS + 7) / 8;
            at += BLOCK_HEAD_BYTES;
            if (bits == 0 || bits > MOST_BITS || to - at < blockBytes || count + inBlock > MOST_SAMPLES) {
                return false;
            }
            addDifferences(bytes, at, bits, CHANNELS * count, CHANNELS * inBlock);
            count += inBlock;
            at += blockBytes;
        }
        samples = count;
        return true;
    }

    private void addDifferences(byte[] bytes, int from, int bits, int place, int count) {
        int unused = Integer.SIZE - bits;
        int at = from;
        int window = 0;
        int inWindow = 0;
        for (int index = place; index < place + count; index++) {
            while (inWindow < bits) {
                window |= LittleEndian.u8(bytes, at++) << inWindow;
                inWindow += Byte.SIZE;
            }
            values[index] = values[index - CHANNELS] + (window << unused >> unused);
            window >>>= bits;
            inWindow -= bits;
        }
    }
}
