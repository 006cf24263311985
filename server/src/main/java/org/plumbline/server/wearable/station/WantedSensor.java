package org.plumbline.server.wearable.station;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.server.wearable.device.SensorProtocol;

/** A known sensor, its samples, and what keeps it connected. The station guards what changes. */
final class WantedSensor {
    /** Which one it was of those that were paired. */
    final long order;

    volatile KnownSensor sensor;
    final SensorStream stream;

    /** Null while nobody wants it connected. */
    volatile @Nullable SensorLoop loop;

    WantedSensor(KnownSensor sensor, long order) {
        this.order = order;
        this.sensor = sensor;
        this.stream = new SensorStream(sensor.family());
    }

    boolean isStreaming() {
        SensorLoop running = loop;
        return running != null && running.state() == SensorState.STREAMING;
    }

    SensorStatus status(UUID viewer, long nowNanos) {
        SensorLoop running = loop;
        SensorProtocol protocol = stream.protocol();
        return new SensorStatus(
                sensor.address(),
                sensor.name(),
                Families.name(sensor.family()),
                sensor.placement().map(SensorPlacement::fileName).orElse(null),
                sensor.isOf(viewer),
                running == null ? SensorState.OFF : running.state(),
                running == null ? "" : running.reason(),
                protocol.canBlink(),
                Double.isNaN(protocol.rateHz()) ? null : protocol.rateHz(),
                stream.signal(nowNanos));
    }
}
