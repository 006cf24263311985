package org.plumbline.server.wearable.gateway;

import java.time.Duration;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;

/** Where the gateway comes from, and what to say while there is none. */
interface GatewayOrigin {
    /**
     * Somebody needs the radio now.
     *
     * @throws LinkException where no gateway can be expected, with the reason
     */
    void need() throws LinkException;

    /** What to say while no gateway is connected. */
    LinkAvailability absence();

    /** How long one who needs the radio may wait for it. */
    Duration patience();
}
