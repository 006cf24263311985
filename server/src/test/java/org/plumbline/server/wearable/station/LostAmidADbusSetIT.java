package org.plumbline.server.wearable.station;

import java.util.Optional;

/** With the radio in plain Java. */
class LostAmidADbusSetIT extends LostAmidASetContract {
    LostAmidADbusSetIT() {
        super("dbus");
    }

    @Override
    Optional<String> missing() {
        return Optional.empty();
    }
}
