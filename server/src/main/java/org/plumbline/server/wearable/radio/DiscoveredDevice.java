package org.plumbline.server.wearable.radio;

import java.util.Set;
import java.util.UUID;

/**
 * A device heard in a scan.
 *
 * @param address its Bluetooth address, for example {@code C0:FF:EE:00:00:01}
 * @param name the name it advertises, empty where it has not said one
 * @param rssiDbm strength of its signal, dBm; nearer is higher, usually −30 to −100
 * @param serviceUuids the services it advertises
 */
public record DiscoveredDevice(String address, String name, int rssiDbm, Set<UUID> serviceUuids) {
    public DiscoveredDevice {
        serviceUuids = Set.copyOf(serviceUuids);
    }
}
