package org.plumbline.server.wearable.station;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many sensors stream, and what was dropped on the way here. */
@Component
class StationMeters implements MeterBinder {
    private final SensorStation station;

    StationMeters(SensorStation station) {
        this.station = station;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("plumbline.sensors.paired", station, SensorStation::paired)
                .description("Sensors that are paired")
                .register(registry);
        Gauge.builder("plumbline.sensors.streaming", station, SensorStation::streaming)
                .description("Sensors that stream")
                .register(registry);
        FunctionCounter.builder("plumbline.notifications.dropped", station, SensorStation::droppedNotifications)
                .description(
                        "Notifications of sensors that were dropped because their reader was too slow: should be 0")
                .register(registry);
    }
}
