package org.plumbline.server.wearable.station;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether sensors can be reached. A server without a radio is well: its sets are uploaded, or it waits for a gateway. */
@Component("wearable")
class WearableHealth implements HealthIndicator {
    private final SensorStation station;

    WearableHealth(SensorStation station) {
        this.station = station;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("radio", station.radio())
                .withDetail("working", station.isWorking())
                .withDetail("reason", station.reason())
                .build();
    }
}
