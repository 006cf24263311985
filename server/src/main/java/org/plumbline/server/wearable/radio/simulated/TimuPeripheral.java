package org.plumbline.server.wearable.radio.simulated;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.server.wearable.radio.StandardGatt;

/**
 * A TIMU v1 sensor on a simulated lifter: started by its control point, its counter and clock go on while it is not
 * connected.
 */
public class TimuPeripheral implements Peripheral {
    private static final int EPOCH = 1;
    private static final int USUAL_BATCH = 8;
    private static final int START = 1;
    private static final int STOP = 2;
    private static final int IDENTIFY = 5;
    private static final int SET_CONNECTION = 6;
    private static final byte OK = 0;
    private static final byte BAD_OPERATION = 1;

    private final String address;
    private final String name;
    private final WornSensor worn;
    private final SampleStream stream;
    private byte[] label = "upper back".getBytes(StandardCharsets.UTF_8);
    private @Nullable Notifications air;
    private int batch = USUAL_BATCH;
    private boolean loseNext;
    private boolean lostBefore;
    private boolean hasStreamed;
    private int batteryPercent = 90;
    private int identified;
    private volatile long framesSent;

    /** @param worn what it measures, a sensor of a lifter at {@link SimulatedLifter#TIMU_RATE_HZ} */
    public TimuPeripheral(String address, String name, WornSensor worn) {
        this.address = address;
        this.name = name;
        this.worn = worn;
        this.stream = new SampleStream(worn, this::sendFrame);
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
        return List.of(TimuFrames.SERVICE);
    }

    @Override
    public final Map<UUID, Map<UUID, List<String>>> services() {
        return Map.of(
                TimuFrames.SERVICE,
                Map.of(
                        TimuFrames.STREAM, List.of("notify"),
                        TimuFrames.CONTROL, List.of("write", "notify"),
                        TimuFrames.INFO, List.of("read"),
                        TimuFrames.TIME_SYNC, List.of("write-without-response", "notify"),
                        TimuFrames.LABEL, List.of("read", "write")),
                StandardGatt.BATTERY,
                Map.of(StandardGatt.BATTERY_LEVEL, List.of("read", "notify")),
                StandardGatt.DEVICE_INFORMATION,
                Map.of(
                        StandardGatt.MODEL_NUMBER, List.of("read"),
                        StandardGatt.FIRMWARE_REVISION, List.of("read"),
                        StandardGatt.SERIAL_NUMBER, List.of("read")));
    }

    @Override
    public final synchronized byte[] read(UUID characteristic) {
        if (characteristic.equals(TimuFrames.LABEL)) {
            return label.clone();
        } else if (characteristic.equals(StandardGatt.BATTERY_LEVEL)) {
            return new byte[] {(byte) batteryPercent};
        } else if (characteristic.equals(StandardGatt.MODEL_NUMBER)) {
            return "simulated".getBytes(StandardCharsets.UTF_8);
        } else if (characteristic.equals(StandardGatt.FIRMWARE_REVISION)) {
            return "1.0".getBytes(StandardCharsets.UTF_8);
        } else if (characteristic.equals(StandardGatt.SERIAL_NUMBER)) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
        return TimuFrames.info(EPOCH, batch);
    }

    @Override
    public final synchronized void write(UUID characteristic, byte[] value) {
        if (characteristic.equals(TimuFrames.LABEL)) {
            label = value.clone();
        } else if (value.length > 1 && characteristic.equals(TimuFrames.TIME_SYNC)) {
            answerTime(value);
        } else if (value.length > 0 && characteristic.equals(TimuFrames.CONTROL)) {
            control(value);
        }
    }

    private void control(byte[] request) {
        int operation = request[0];
        if (operation == START && request.length > 2) {
            batch = request[2] <= 0 ? USUAL_BATCH : request[2];
            answer(TimuFrames.CONTROL, (byte) (0x80 | START), OK, request[1], (byte) batch);
            lostBefore = hasStreamed;
            hasStreamed = true;
            stream.start(batch);
        } else if (operation == STOP) {
            stream.stop();
            answer(TimuFrames.CONTROL, (byte) (0x80 | STOP), OK);
        } else if (operation == IDENTIFY || operation == SET_CONNECTION) {
            identified += operation == IDENTIFY ? 1 : 0;
            answer(TimuFrames.CONTROL, (byte) (0x80 | operation), OK);
        } else {
            answer(TimuFrames.CONTROL, (byte) (0x80 | operation), BAD_OPERATION);
        }
    }

    private void answerTime(byte[] request) {
        ByteBuffer reply = ByteBuffer.allocate(14).order(ByteOrder.LITTLE_ENDIAN);
        reply.put((byte) 0x81)
                .put(request[1])
                .putLong(worn.deviceMicros(System.nanoTime()))
                .putInt(0);
        answer(TimuFrames.TIME_SYNC, reply.array());
    }

    /** Notifies if the central is there and has subscribed. */
    protected final synchronized boolean answer(UUID characteristic, byte... bytes) {
        return air != null && air.send(characteristic, bytes);
    }

    private synchronized void sendFrame() {
        long counter = worn.counter();
        List<ImuSample> samples = stream.take();
        if (samples.isEmpty()) {
            return;
        }
        byte[] frame = TimuFrames.batch(EPOCH, counter, lostBefore, samples);
        if (loseNext) {
            loseNext = false;
            lostBefore = true;
        } else {
            framesSent += send(counter, frame) ? 1 : 0;
            lostBefore = false;
        }
    }

    /** Sends a frame of the stream; false where nobody takes it. */
    protected boolean send(long firstCounter, byte[] frame) {
        return answer(TimuFrames.STREAM, frame);
    }

    /** The next frame is lost on the device: its samples are counted and never sent. */
    public final synchronized void loseNextFrame() {
        loseNext = true;
    }

    /** The charge changes, which is told. */
    public final synchronized void batteryPercent(int percent) {
        batteryPercent = percent;
        answer(StandardGatt.BATTERY_LEVEL, (byte) percent);
    }

    /** Somebody knocks on it twice. */
    public final void tap() {
        worn.tap();
    }

    /** How often it was asked to blink. */
    public final synchronized int identified() {
        return identified;
    }

    /** Frames that left since the beginning. */
    public final long framesSent() {
        return framesSent;
    }

    public final synchronized boolean isConnected() {
        return air != null;
    }

    @Override
    public final synchronized void connected(Notifications to) {
        air = to;
    }

    @Override
    public final synchronized void disconnected() {
        stream.stop();
        air = null;
    }
}
