package org.plumbline.server.wearable.radio.dbus;

import java.util.Optional;
import org.plumbline.server.wearable.LinkException;

/** An adapter that is there, on a bus that answers. */
record BluezAdapter(BluezBus bus, String path) {
    Optional<String> device(String address) throws LinkException {
        return bus.objects().device(path, address);
    }

    boolean has(String objectPath) {
        return objectPath.startsWith(path + "/");
    }
}
