package org.plumbline.server.wearable.station;

import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.plumbline.server.wearable.radio.tinyb.TinyBRadio;

/** With the real natives of TinyB in the gateway's process. */
class LostAmidATinyBSetIT extends LostAmidASetContract {
    LostAmidATinyBSetIT() {
        super("tinyb");
    }

    @Override
    Optional<String> missing() {
        String reason = new TinyBRadio().probe().reason();
        // on a processor without natives nothing can be installed
        Assumptions.assumeTrue(!reason.contains("processor"), reason);
        return Optional.empty();
    }
}
