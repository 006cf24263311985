package org.plumbline.server.wearable.peer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.plumbline.server.wearable.radio.simulated.TimuFrames;
import org.plumbline.server.wearable.radio.simulated.TimuPeripheral;
import org.plumbline.server.wearable.radio.simulated.WornSensor;

/** A TIMU sensor that remembers when each frame left, and can send many notifications at once. */
public final class WatchedTimu extends TimuPeripheral {
    private static final int TIME_AT = 8;

    private final Map<Long, Long> sentNanos = new ConcurrentHashMap<>();
    private final Map<Long, Long> sentAt = new ConcurrentHashMap<>();

    public WatchedTimu(String address, String name, WornSensor worn) {
        super(address, name, worn);
    }

    @Override
    protected boolean send(long firstCounter, byte[] frame) {
        long now = System.nanoTime();
        long deviceMicros = Integer.toUnsignedLong(
                ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).getInt(TIME_AT));
        sentNanos.put(firstCounter, now);
        sentAt.put(deviceMicros, now);
        boolean sent = super.send(firstCounter, frame);
        if (!sent) {
            sentNanos.remove(firstCounter);
            sentAt.remove(deviceMicros);
        }
        return sent;
    }

    /** Sends so many notifications at once. */
    public void burst(int notifications) {
        for (int i = 0; i < notifications; i++) {
            answer(TimuFrames.TIME_SYNC, ByteBuffer.allocate(20).putInt(16, i).array());
        }
    }

    /** The same by the time of its first sample on the sensor's clock, microseconds, lower 32 bits. */
    public Map<Long, Long> sentAt() {
        return Map.copyOf(sentAt);
    }

    /** {@link System#nanoTime} just before every frame sent so far was handed over, by its first counter. */
    public Map<Long, Long> sentNanos() {
        return Map.copyOf(sentNanos);
    }
}
