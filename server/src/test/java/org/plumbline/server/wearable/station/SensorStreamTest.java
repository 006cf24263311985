package org.plumbline.server.wearable.station;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.plumbline.core.packet.DeviceFamily;

class SensorStreamTest {
    private static final long LATE_NANOS = TimeUnit.SECONDS.toNanos(40);

    @Test
    void aSensorWhoseNotificationWasReadLateIsNotSilent() {
        SensorStream stream = new SensorStream(DeviceFamily.TIMU);
        stream.expect(System.nanoTime() - LATE_NANOS);
        assertTrue(stream.silentNanos(System.nanoTime()) >= LATE_NANOS);
        // what a radio received forty seconds ago and a busy server reads only now
        stream.notification(DeviceFamily.TIMU.stream(), new byte[0], System.nanoTime() - LATE_NANOS);
        assertTrue(stream.silentNanos(System.nanoTime()) < LATE_NANOS / 2, "it has been speaking all the time");
    }
}
