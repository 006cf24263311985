package org.plumbline.server.wearable.station;

import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.server.wearable.DiscoveredSensor;

/** A wanted sensor of which it is known where it sits. */
record PlacedSensor(KnownSensor sensor, SensorPlacement placement, SensorStream stream, SensorLoop loop) {
    DiscoveredSensor discovered() {
        String note = sensor.name() + ", " + Families.name(sensor.family());
        return new DiscoveredSensor(
                sensor.address(),
                sensor.name(),
                new SensorDescription(placement, stream.protocol().rateHz(), note));
    }
}
