package org.plumbline.server.wearable.peer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;

/** A TIMU v1 sensor on a simulated lifter: 104 Hz, started by its control point, frames counted as they leave. */
public final class TimuPeripheral implements Peripheral {
    private static final int EPOCH = 1;
    private static final int USUAL_BATCH = 8;
    private static final int START = 1;
    private static final int STOP = 2;
    private static final byte OK = 0;
    private static final byte BAD_OPERATION = 1;

    private static final ScheduledExecutorService AIR = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "air");
        thread.setDaemon(true);
        return thread;
    });

    private final String address;
    private final String name;
    private final SimulatedWearable wearable;
    private final int sensorIndex;
    private final Map<Long, Long> sentNanos = new ConcurrentHashMap<>();
    private byte[] label = "upper back".getBytes(StandardCharsets.UTF_8);
    private @Nullable Notifications air;
    private @Nullable ScheduledFuture<?> streaming;
    private int batch = USUAL_BATCH;
    private long counter;
    private boolean loseNext;
    private boolean lostBefore;
    private volatile int batteryPercent = 90;
    private volatile long framesSent;

    /** @param sensorIndex 0 for the pelvis of the lifter, 1 for the thorax */
    public TimuPeripheral(String address, String name, int sensorIndex, SimulationScript script) {
        this.address = address;
        this.name = name;
        this.sensorIndex = sensorIndex;
        this.wearable =
                new SimulatedWearable(script, SensorConditions.realistic().withLostShare(0));
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<UUID> advertised() {
        return List.of(TimuFrames.SERVICE);
    }

    @Override
    public Map<UUID, Map<UUID, List<String>>> services() {
        return Map.of(
                TimuFrames.SERVICE,
                Map.of(
                        TimuFrames.STREAM, List.of("notify"),
                        TimuFrames.CONTROL, List.of("write", "notify"),
                        TimuFrames.INFO, List.of("read"),
                        TimuFrames.TIME_SYNC, List.of("write-without-response", "notify"),
                        TimuFrames.LABEL, List.of("read", "write")));
    }

    @Override
    public int batteryPercent() {
        return batteryPercent;
    }

    public void batteryPercent(int percent) {
        batteryPercent = percent;
    }

    @Override
    public synchronized byte[] read(UUID characteristic) {
        return characteristic.equals(TimuFrames.LABEL) ? label.clone() : TimuFrames.info(EPOCH, batch);
    }

    @Override
    public synchronized void write(UUID characteristic, byte[] value) {
        if (characteristic.equals(TimuFrames.LABEL)) {
            label = value.clone();
        } else if (characteristic.equals(TimuFrames.TIME_SYNC)) {
            answerTime(value);
        } else {
            control(value);
        }
    }

    private void control(byte[] request) {
        int operation = request[0];
        if (operation == START) {
            batch = request[2] == 0 ? USUAL_BATCH : request[2];
            answer(TimuFrames.CONTROL, (byte) (0x80 | START), OK, request[1], (byte) batch);
            stop();
            long periodNanos = TimeUnit.MICROSECONDS.toNanos((long) TimuFrames.PERIOD_MICROS * batch);
            streaming = AIR.scheduleAtFixedRate(this::sendFrame, periodNanos, periodNanos, TimeUnit.NANOSECONDS);
        } else if (operation == STOP) {
            stop();
            answer(TimuFrames.CONTROL, (byte) (0x80 | STOP), OK);
        } else {
            answer(TimuFrames.CONTROL, (byte) (0x80 | operation), BAD_OPERATION);
        }
    }

    private void answerTime(byte[] request) {
        long deviceMicros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime());
        ByteBuffer reply = ByteBuffer.allocate(14).order(ByteOrder.LITTLE_ENDIAN);
        reply.put((byte) 0x81).put(request[1]).putLong(deviceMicros).putInt(0);
        answer(TimuFrames.TIME_SYNC, reply.array());
    }

    private void answer(UUID characteristic, byte... bytes) {
        if (air != null) {
            air.send(characteristic, bytes);
        }
    }

    private synchronized void sendFrame() {
        List<ImuSample> samples = new ArrayList<>();
        ImuSample sample = new ImuSample();
        while (samples.size() < batch && wearable.next(sample)) {
            if (sample.sensorIndex == sensorIndex) {
                samples.add(sample.copy());
            }
        }
        Notifications to = air;
        if (to == null || samples.isEmpty()) {
            stop();
            return;
        }
        byte[] frame = TimuFrames.batch(EPOCH, counter, lostBefore, samples);
        if (loseNext) {
            loseNext = false;
            lostBefore = true;
        } else {
            sentNanos.put(counter, System.nanoTime());
            if (to.send(TimuFrames.STREAM, frame)) {
                framesSent++;
            } else {
                sentNanos.remove(counter);
            }
            lostBefore = false;
        }
        counter += samples.size();
    }

    /** The next frame is lost on the device: its samples are counted and never sent. */
    public synchronized void loseNextFrame() {
        loseNext = true;
    }

    /** Sends so many notifications at once. */
    public synchronized void burst(int notifications) {
        byte[] bytes = new byte[20];
        for (int i = 0; i < notifications && air != null; i++) {
            ByteBuffer.wrap(bytes).putInt(16, i);
            air.send(TimuFrames.TIME_SYNC, Arrays.copyOf(bytes, bytes.length));
        }
    }

    /** Frames that left since the beginning. */
    public long framesSent() {
        return framesSent;
    }

    /** {@link System#nanoTime} just before the frame with that first counter was handed to the bus. */
    public long sentNanos(long firstCounter) {
        return sentNanos.get(firstCounter);
    }

    /** When every frame sent so far was sent, by its first counter. */
    public Map<Long, Long> sentNanos() {
        return Map.copyOf(sentNanos);
    }

    public synchronized boolean isConnected() {
        return air != null;
    }

    private void stop() {
        ScheduledFuture<?> running = streaming;
        if (running != null) {
            running.cancel(false);
            streaming = null;
        }
    }

    @Override
    public synchronized void connected(Notifications to) {
        air = to;
    }

    @Override
    public synchronized void disconnected() {
        stop();
        air = null;
    }
}
