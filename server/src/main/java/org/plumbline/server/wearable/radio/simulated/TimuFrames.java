package org.plumbline.server.wearable.radio.simulated;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.UUID;
import org.plumbline.core.imu.ImuSample;

/** Packets of the open profile TIMU v1, written as its firmware would: an LSM6DS3 at ±8 g and 2000 °/s. */
public final class TimuFrames {
    public static final UUID SERVICE = uuid(1);
    public static final UUID STREAM = uuid(2);
    public static final UUID CONTROL = uuid(3);
    public static final UUID INFO = uuid(4);
    public static final UUID TIME_SYNC = uuid(5);
    public static final UUID LABEL = uuid(6);

    /** 0.244 mg in m/s². */
    public static final float ACCELERATION_PER_COUNT = 0.0023928226f;

    /** 70 mdps in rad/s. */
    public static final float ANGULAR_RATE_PER_COUNT = 0.0012217305f;

    private static final int PERIOD_MICROS = 9615;
    private static final int RATE_TENTH_HZ = 1040;
    private static final int HEADER_BYTES = 14;
    private static final int SAMPLE_BYTES = 12;
    private static final int LOST_BEFORE = 0x10;

    private TimuFrames() {}

    private static UUID uuid(int number) {
        return UUID.fromString(String.format("ec4b%04x-385d-47f2-b45a-74b88028b6b4", number));
    }

    /** A batch, type 0x10. */
    static byte[] batch(int epoch, long counter, boolean lostBefore, List<ImuSample> samples) {
        ByteBuffer frame = little(HEADER_BYTES + SAMPLE_BYTES * samples.size());
        frame.put((byte) 0x10)
                .put((byte) (lostBefore ? LOST_BEFORE : 0))
                .put((byte) epoch)
                .put((byte) samples.size())
                .putInt((int) counter)
                .putInt((int) samples.get(0).timeMicros)
                .putShort((short) PERIOD_MICROS);
        samples.forEach(sample -> putAxes(frame, sample));
        return frame.array();
    }

    /** One sample, type 0x11, for an MTU of 23. */
    static byte[] compact(long counter, boolean lostBefore, ImuSample sample) {
        ByteBuffer frame = little(20);
        frame.put((byte) 0x11)
                .put((byte) (lostBefore ? LOST_BEFORE : 0))
                .putShort((short) counter)
                .putInt((int) sample.timeMicros);
        putAxes(frame, sample);
        return frame.array();
    }

    static byte[] info(int epoch, int batch) {
        ByteBuffer info = little(34);
        info.put((byte) 1).put((byte) 0).put((byte) epoch).put((byte) 1);
        info.putShort((short) RATE_TENTH_HZ).put((byte) batch).put((byte) 1).putShort((short) RATE_TENTH_HZ);
        info.put((byte) 0).put((byte) 1).putFloat(ACCELERATION_PER_COUNT).putFloat(ANGULAR_RATE_PER_COUNT);
        info.putShort((short) 800)
                .putShort((short) 2000)
                .putShort((short) 32760)
                .putShort((short) 32760);
        info.put((byte) 25).put((byte) 0);
        byte[] bytes = new byte[info.position()];
        info.flip().get(bytes);
        return bytes;
    }

    /** Counter of the first sample of a batch. */
    public static long counter(byte[] batch) {
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(batch).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
    }

    /** Samples in a batch. */
    public static int samples(byte[] batch) {
        return batch[3];
    }

    private static void putAxes(ByteBuffer frame, ImuSample sample) {
        for (double acceleration : new double[] {sample.accX, sample.accY, sample.accZ}) {
            frame.putShort(counts(acceleration / ACCELERATION_PER_COUNT));
        }
        for (double rate : new double[] {sample.gyrX, sample.gyrY, sample.gyrZ}) {
            frame.putShort(counts(rate / ANGULAR_RATE_PER_COUNT));
        }
    }

    private static short counts(double value) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(value)));
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
