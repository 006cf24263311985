package org.plumbline.server.wearable.station;

import java.util.Optional;
import org.junit.jupiter.api.Tag;

/** With the radio in plain Java. */
@Tag("long")
class LostAmidADbusSetIT extends LostAmidASetContract {
    LostAmidADbusSetIT() {
        super("dbus");
    }

    @Override
    Optional<String> missing() {
        return Optional.empty();
    }
}
