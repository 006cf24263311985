package org.plumbline.bench.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;
import org.plumbline.core.imu.ImuSample;

/** What a board with the open profile TIMU v1 says, {@code docs/reference/wearable-packets.md}: an LSM6DS3 at ±8 g and 2000 °/s. */
final class LoadTimu {
    static final UUID SERVICE = uuid(1);
    static final UUID STREAM = uuid(2);
    static final UUID CONTROL = uuid(3);
    static final UUID INFO = uuid(4);

    /** The battery service of Bluetooth and its level. */
    static final UUID BATTERY = UUID.fromString("0000180f-0000-1000-8000-00805f9b34fb");

    static final UUID BATTERY_LEVEL = UUID.fromString("00002a19-0000-1000-8000-00805f9b34fb");

    static final int BATCH = 8;
    static final int SAMPLE_BYTES = 12;
    static final int START = 1;
    static final int STOP = 2;

    private static final int HEADER_BYTES = 14;
    private static final int EPOCH = 1;

    /** 0.244 mg in m/s². */
    private static final float ACCELERATION_PER_COUNT = 0.0023928226f;

    /** 70 mdps in rad/s. */
    private static final float ANGULAR_RATE_PER_COUNT = 0.0012217305f;

    private static final int LARGEST_ACCELERATION_CENTI_G = 800;
    private static final int LARGEST_RATE_DEG_PER_S = 2000;
    private static final int CLIPS_AT = 32_760;
    private static final int WARM_DEG_C = 25;

    private LoadTimu() {}

    private static UUID uuid(int number) {
        return UUID.fromString(String.format("ec4b%04x-385d-47f2-b45a-74b88028b6b4", number));
    }

    /** The board's description at that rate. */
    static byte[] info(double rateHz) {
        short tenthHz = (short) Math.round(10 * rateHz);
        ByteBuffer info = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        info.put((byte) 1).put((byte) 0).put((byte) EPOCH).put((byte) 1);
        info.putShort(tenthHz).put((byte) BATCH).put((byte) 1).putShort(tenthHz);
        info.put((byte) 0).put((byte) 1).putFloat(ACCELERATION_PER_COUNT).putFloat(ANGULAR_RATE_PER_COUNT);
        info.putShort((short) LARGEST_ACCELERATION_CENTI_G).putShort((short) LARGEST_RATE_DEG_PER_S);
        info.putShort((short) CLIPS_AT).putShort((short) CLIPS_AT);
        info.put((byte) WARM_DEG_C).put((byte) 0);
        byte[] bytes = new byte[info.position()];
        info.flip().get(bytes);
        return bytes;
    }

    /** The axes of a sample as counts. */
    static void putAxes(ByteBuffer into, ImuSample sample) {
        putCounts(into, sample.accX / ACCELERATION_PER_COUNT);
        putCounts(into, sample.accY / ACCELERATION_PER_COUNT);
        putCounts(into, sample.accZ / ACCELERATION_PER_COUNT);
        putCounts(into, sample.gyrX / ANGULAR_RATE_PER_COUNT);
        putCounts(into, sample.gyrY / ANGULAR_RATE_PER_COUNT);
        putCounts(into, sample.gyrZ / ANGULAR_RATE_PER_COUNT);
    }

    private static void putCounts(ByteBuffer into, double counts) {
        into.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(counts))));
    }

    /** A batch whose axes stand in {@code axes} from byte {@code at}. */
    static byte[] batch(long counter, double rateHz, byte[] axes, int at) {
        byte[] frame = new byte[HEADER_BYTES + BATCH * SAMPLE_BYTES];
        ByteBuffer.wrap(frame)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x10)
                .put((byte) 0)
                .put((byte) EPOCH)
                .put((byte) BATCH)
                .putInt((int) counter)
                .putInt((int) deviceMicros(counter, rateHz))
                .putShort((short) Math.round(1e6 / rateHz))
                .put(axes, at, BATCH * SAMPLE_BYTES);
        return frame;
    }

    /** What the board's clock says at a sample. */
    static long deviceMicros(long counter, double rateHz) {
        return Math.round(counter * 1e6 / rateHz);
    }
}
