package org.plumbline.server.wearable.station;

import java.util.Optional;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.packet.DeviceFamily;

/**
 * A sensor that was paired, remembered by its address.
 *
 * @param address its Bluetooth address
 * @param name what it advertised
 * @param family how it is spoken to
 * @param placement where it sits, empty until somebody has said
 * @param wanted whether it is to be connected
 */
record KnownSensor(
        String address, String name, DeviceFamily family, Optional<SensorPlacement> placement, boolean wanted) {
    KnownSensor at(Optional<SensorPlacement> place) {
        return new KnownSensor(address, name, family, place, wanted);
    }

    KnownSensor wanted(boolean now) {
        return new KnownSensor(address, name, family, placement, now);
    }
}
