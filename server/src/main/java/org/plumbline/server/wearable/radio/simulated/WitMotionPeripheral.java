package org.plumbline.server.wearable.radio.simulated;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.packet.DeviceFamily;
import org.plumbline.core.packet.WitMotionRegisters;

/**
 * A WitMotion WT901BLECL on a simulated lifter: streams as soon as its notifications are wanted, 10 samples a second until it
 * is set to 100, has neither time nor counter, and takes writes only after it was unlocked. Facts from the vendor's protocol
 * and the measurements of RGu0/WT901.
 */
public class WitMotionPeripheral implements Peripheral {
    /** What a unit set to 100 Hz really kept; the lifter of these sensors is to be sampled at it. */
    public static final double RATE_HZ = 99.26;

    public static final UUID STREAM = DeviceFamily.WITMOTION.stream();
    public static final UUID COMMANDS = UUID.fromString("0000ffe9-0000-1000-8000-00805f9a34fb");

    private static final int READ = 0x27;
    private static final int UNLOCK = 0x69;
    private static final int RATE_10_HZ = 0x06;
    private static final int RATE_100_HZ = 0x09;
    private static final int FULL_CELL = 405;
    private static final int SAMPLES_AT_100_HZ = 4;

    /** At 10 Hz every tenth sample is sent, each by itself. */
    private static final int SAMPLES_AT_10_HZ = 10;

    private static final int FRAME_BYTES = 20;
    private static final int REGISTERS_OF_REPLY = 8;
    private static final double COUNTS = 32768;
    private static final double COUNTS_PER_MS2 = COUNTS / 16 / 9.80665;
    private static final double COUNTS_PER_RAD_PER_S = COUNTS / Math.toRadians(2000);

    private final String address;
    private final String name;
    private final SampleStream stream;
    private final Map<Integer, Integer> registers = new HashMap<>();
    private boolean unlocked;
    private @Nullable Notifications air;
    private volatile long samplesSent;

    /** @param worn what it measures, a sensor of a lifter at {@link #RATE_HZ} */
    public WitMotionPeripheral(String address, String name, WornSensor worn) {
        this.address = address;
        this.name = name;
        this.stream = new SampleStream(worn, this::sendFrames);
        registers.put(WitMotionRegisters.RATE, RATE_10_HZ);
        registers.put(WitMotionRegisters.BATTERY, FULL_CELL);
    }

    @Override
    public final String address() {
        return address;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<UUID> advertised() {
        return List.of(DeviceFamily.WITMOTION.service());
    }

    @Override
    public final int rssiDbm() {
        return -64;
    }

    @Override
    public final Map<UUID, Map<UUID, List<String>>> services() {
        return Map.of(
                DeviceFamily.WITMOTION.service(),
                Map.of(
                        STREAM, List.of("notify"),
                        COMMANDS, List.of("write-without-response", "write")));
    }

    @Override
    public final byte[] read(UUID characteristic) {
        return new byte[0];
    }

    @Override
    public final synchronized void write(UUID characteristic, byte[] value) {
        boolean command = value.length == 5 && (value[0] & 0xFF) == 0xFF && (value[1] & 0xFF) == 0xAA;
        if (!command || !characteristic.equals(COMMANDS)) {
            return;
        }
        int register = value[2] & 0xFF;
        int operand = (value[3] & 0xFF) | (value[4] & 0xFF) << 8;
        if (register == READ) {
            tellRegisters(operand);
        } else if (register == UNLOCK) {
            unlocked = true;
        } else if (unlocked) {
            registers.put(register, operand);
            if (register == WitMotionRegisters.RATE && stream.isRunning()) {
                stream.start(samplesAtOnce());
            }
        }
    }

    private void tellRegisters(int first) {
        ByteBuffer reply = frame(0x71).putShort((short) first);
        for (int i = 0; i < REGISTERS_OF_REPLY; i++) {
            reply.putShort((short) register(first + i));
        }
        if (air != null) {
            air.send(STREAM, reply.array());
        }
    }

    /** What a register reads. */
    public final synchronized int register(int number) {
        return registers.getOrDefault(number, 0);
    }

    /** The cell's voltage changes, in hundredths of a volt. */
    public final synchronized void batteryHundredthsOfVolt(int reading) {
        registers.put(WitMotionRegisters.BATTERY, reading);
    }

    private boolean isFast() {
        return register(WitMotionRegisters.RATE) == RATE_100_HZ;
    }

    private int samplesAtOnce() {
        return isFast() ? SAMPLES_AT_100_HZ : SAMPLES_AT_10_HZ;
    }

    private synchronized void sendFrames() {
        List<ImuSample> samples = stream.take();
        if (samples.isEmpty() || air == null) {
            return;
        }
        List<ImuSample> sent = isFast() ? samples : samples.subList(samples.size() - 1, samples.size());
        ByteBuffer notification = ByteBuffer.allocate(FRAME_BYTES * sent.size());
        sent.forEach(sample -> notification.put(data(sample)));
        if (air.send(STREAM, notification.array())) {
            samplesSent += sent.size();
        }
    }

    private static byte[] data(ImuSample sample) {
        return frame(0x61)
                .putShort(counts(sample.accX * COUNTS_PER_MS2))
                .putShort(counts(sample.accY * COUNTS_PER_MS2))
                .putShort(counts(sample.accZ * COUNTS_PER_MS2))
                .putShort(counts(sample.gyrX * COUNTS_PER_RAD_PER_S))
                .putShort(counts(sample.gyrY * COUNTS_PER_RAD_PER_S))
                .putShort(counts(sample.gyrZ * COUNTS_PER_RAD_PER_S))
                .array();
    }

    /** A frame with its header; angles stay zero, as nobody is to use them. */
    private static ByteBuffer frame(int kind) {
        return ByteBuffer.allocate(FRAME_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x55)
                .put((byte) kind);
    }

    private static short counts(double value) {
        return (short) Math.max(-COUNTS, Math.min(COUNTS - 1, Math.rint(value)));
    }

    /** Samples that left since the beginning. */
    public final long samplesSent() {
        return samplesSent;
    }

    public final synchronized boolean isConnected() {
        return air != null;
    }

    @Override
    public final synchronized void connected(Notifications to) {
        air = to;
    }

    @Override
    public final synchronized void subscribed(UUID characteristic) {
        if (characteristic.equals(STREAM)) {
            stream.start(samplesAtOnce());
        }
    }

    /** Unlocking ends with the connection; what was set stays as long as it is switched on. */
    @Override
    public final synchronized void disconnected() {
        stream.stop();
        unlocked = false;
        air = null;
    }
}
