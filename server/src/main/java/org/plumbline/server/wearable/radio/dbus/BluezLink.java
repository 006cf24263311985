package org.plumbline.server.wearable.radio.dbus;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A connection to a device, from the wish for it to its end. */
final class BluezLink {
    final String address;
    /** Of the device. */
    final String path;
    /** Paths, once the services are found; the device's own path for the battery level. */
    Map<UUID, String> characteristics = Map.of();

    /** Of its services, once they are found. */
    Set<UUID> services = Set.of();

    /** BlueZ has said that it is connected; what it says of an earlier connection is no longer to be heard. */
    boolean attached;

    /** Its services are found. */
    boolean connected;

    /** Why this side ends it, once it does. */
    @Nullable
    String farewell;

    BluezLink(String address, String path) {
        this.address = address;
        this.path = path;
    }
}
