package org.plumbline.server.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.plumbline.core.imu.ImuSample;

/**
 * The binary form of a stretch of samples, version {@value #VERSION}; {@code docs/reference/sample-chunks.md} is its page.
 *
 * <p>Axes are kept as float32. {@link #quantize} gives a sample the very values that come back from storage; whoever
 * analyses what is stored as well as what is live does it first, and finds the same in both.
 */
public final class SampleChunk {
    static final int VERSION = 2;

    /** Of earlier servers: without a checksum, read unchecked. */
    private static final int UNCHECKED_VERSION = 1;

    static final int HEADER_BYTES = 16;
    static final int SAMPLE_BYTES = 44;
    private static final int AXES_AT = 4;
    private static final int AXES = 6;
    /** Magnitudes of what sensors measure; others take the long way. */
    private static final double SMALLEST = 1e-4;

    private static final double LARGEST = 1e5;
    private static final int FEWEST_DIGITS = 6;

    /** Nine digits of a float of four zeros behind the point. */
    private static final int MOST_DIGITS = 13;

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13
    };

    private static final int CHECKSUM_AT = 12;

    private static final byte[] MAGIC = {'P', 'L', 'S', 'C'};

    private SampleChunk() {}

    /** Collects samples and gives their bytes. */
    static final class Builder {
        private final int capacity;
        private final ByteBuffer buffer;
        private int count;
        private long firstMicros;
        private long lastMicros;

        /** @param capacity most samples of a chunk */
        Builder(int capacity) {
            this.capacity = capacity;
            this.buffer =
                    ByteBuffer.allocate(HEADER_BYTES + capacity * SAMPLE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            clear();
        }

        private void clear() {
            count = 0;
            buffer.clear().position(HEADER_BYTES);
        }

        /** Adds a sample; the chunk must not be full. */
        void add(ImuSample sample) {
            long micros = sample.arrivalMicros == ImuSample.NO_ARRIVAL ? sample.timeMicros : sample.arrivalMicros;
            if (count == 0) {
                firstMicros = micros;
            }
            lastMicros = micros;
            count++;
            buffer.put((byte) sample.sensorIndex).put((byte) 0).putShort((short) sample.flags);
            buffer.putFloat((float) sample.accX).putFloat((float) sample.accY).putFloat((float) sample.accZ);
            buffer.putFloat((float) sample.gyrX).putFloat((float) sample.gyrY).putFloat((float) sample.gyrZ);
            buffer.putLong(sample.timeMicros).putLong(sample.arrivalMicros);
        }

        int count() {
            return count;
        }

        boolean isFull() {
            return count == capacity;
        }

        /** Stream time from the first sample to the last; negative where the stream's clock was set back. */
        long spanMicros() {
            return lastMicros - firstMicros;
        }

        /** The chunk's bytes; the builder is empty again. */
        byte[] take() {
            buffer.put(0, MAGIC);
            buffer.putShort(4, (short) VERSION);
            buffer.putShort(6, (short) SAMPLE_BYTES);
            buffer.putInt(8, count);
            buffer.putInt(CHECKSUM_AT, checksum(buffer.array(), buffer.position()));
            byte[] payload = Arrays.copyOf(buffer.array(), buffer.position());
            clear();
            return payload;
        }
    }

    /** CRC-32C of all bytes but its own. */
    private static int checksum(byte[] payload, int length) {
        CRC32C sum = new CRC32C();
        sum.update(payload, 0, CHECKSUM_AT);
        sum.update(payload, HEADER_BYTES, length - HEADER_BYTES);
        return (int) sum.getValue();
    }

    /** Gives the samples of a chunk one by one. */
    static final class Reader {
        private final ByteBuffer buffer;
        private int left;

        /**
         * @param sensorCount sensors of the set
         * @throws IOException where the bytes are not those that were written, as far as that can be told
         */
        Reader(byte[] payload, int sensorCount) throws IOException {
            if (payload.length < HEADER_BYTES || !Arrays.equals(payload, 0, 4, MAGIC, 0, 4)) {
                throw new IOException("not a sample chunk");
            }
            buffer = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
            int version = buffer.getShort(4);
            int sampleBytes = buffer.getShort(6);
            left = buffer.getInt(8);
            if ((version != VERSION && version != UNCHECKED_VERSION) || sampleBytes != SAMPLE_BYTES) {
                throw new IOException(
                        "sample chunk of version " + version + ", this program reads up to version " + VERSION);
            }
            if (left < 0 || payload.length != HEADER_BYTES + (long) left * SAMPLE_BYTES) {
                throw new IOException("sample chunk of " + left + " samples has " + payload.length + " bytes");
            }
            // an unchecked one has nothing there: where the version was changed, a checksum is
            int expected = version == UNCHECKED_VERSION ? 0 : checksum(payload, payload.length);
            if (buffer.getInt(CHECKSUM_AT) != expected) {
                throw new IOException("sample chunk was changed since it was written: its checksum does not fit");
            }
            for (int sample = 0; sample < left; sample++) {
                requirePossible(sample, sensorCount);
            }
            buffer.position(HEADER_BYTES);
        }

        /** Nobody writes another: where there is no checksum, this tells most of what was changed and would do harm. */
        private void requirePossible(int sample, int sensorCount) throws IOException {
            int at = HEADER_BYTES + sample * SAMPLE_BYTES;
            int sensor = buffer.get(at) & 0xFF;
            if (sensor >= sensorCount) {
                throw new IOException("sample " + sample + " is of sensor " + sensor + " of " + sensorCount);
            }
            for (int axis = 0; axis < AXES; axis++) {
                if (!Float.isFinite(buffer.getFloat(at + AXES_AT + axis * Float.BYTES))) {
                    throw new IOException("sample " + sample + " has a value that is not a finite number");
                }
            }
        }

        /** Fills {@code into} with the next sample; false at the end. */
        boolean next(ImuSample into) {
            if (left == 0) {
                return false;
            }
            left--;
            into.sensorIndex = buffer.get() & 0xFF;
            buffer.get();
            into.flags = buffer.getShort() & 0xFFFF;
            into.accX = decimal(buffer.getFloat());
            into.accY = decimal(buffer.getFloat());
            into.accZ = decimal(buffer.getFloat());
            into.gyrX = decimal(buffer.getFloat());
            into.gyrY = decimal(buffer.getFloat());
            into.gyrZ = decimal(buffer.getFloat());
            into.timeMicros = buffer.getLong();
            into.arrivalMicros = buffer.getLong();
            return true;
        }
    }

    /** Gives the sample the values it will have when it is read back. */
    public static void quantize(ImuSample sample) {
        sample.accX = decimal((float) sample.accX);
        sample.accY = decimal((float) sample.accY);
        sample.accZ = decimal((float) sample.accZ);
        sample.gyrX = decimal((float) sample.gyrX);
        sample.gyrY = decimal((float) sample.gyrY);
        sample.gyrZ = decimal((float) sample.gyrZ);
    }

    /**
     * The number a person would read: 9.81f is 9.81 and not 9.8100004196, so that recordings stay short and exact. The decimal of
     * fewest digits that is this float again; six tell most floats, nine all of them.
     */
    static double decimal(float value) {
        double magnitude = Math.abs(value);
        if (!(magnitude >= SMALLEST && magnitude < LARGEST)) {
            return Double.parseDouble(Float.toString(value));
        }
        int wholeDigits = 0;
        while (magnitude >= POWERS_OF_TEN[wholeDigits]) {
            wholeDigits++;
        }
        for (int decimals = FEWEST_DIGITS - wholeDigits; decimals <= MOST_DIGITS; decimals++) {
            // both are exact doubles, so that the quotient is the double nearest to the decimal, as if it were read
            double shortened = Math.rint(value * POWERS_OF_TEN[decimals]) / POWERS_OF_TEN[decimals];
            if ((float) shortened == value) {
                return shortened;
            }
        }
        return Double.parseDouble(Float.toString(value));
    }
}
