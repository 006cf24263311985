package org.plumbline.server.wearable.station;

import java.util.Optional;
import java.util.UUID;
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
 * @param owner whose it is, empty where it is the house's
 */
record KnownSensor(
        String address,
        String name,
        DeviceFamily family,
        Optional<SensorPlacement> placement,
        boolean wanted,
        Optional<UUID> owner) {
    KnownSensor at(Optional<SensorPlacement> place) {
        return new KnownSensor(address, name, family, place, wanted, owner);
    }

    KnownSensor wanted(boolean now) {
        return new KnownSensor(address, name, family, placement, now, owner);
    }

    KnownSensor ownedBy(Optional<UUID> person) {
        return new KnownSensor(address, name, family, placement, wanted, person);
    }

    boolean isOf(UUID person) {
        return owner.filter(person::equals).isPresent();
    }

    /** Whether that person may see it, place it and wear it. */
    boolean isOpenTo(UUID person) {
        return owner.isEmpty() || isOf(person);
    }
}
