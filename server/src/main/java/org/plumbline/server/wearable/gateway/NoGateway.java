package org.plumbline.server.wearable.gateway;

import java.time.Duration;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;

/** The link is set to something that needs no gateway, so none is started. */
record NoGateway(String link) implements GatewayOrigin {
    @Override
    public void need() throws LinkException {
        throw new LinkException(absence().reason());
    }

    @Override
    public LinkAvailability absence() {
        return LinkAvailability.unusable("No gateway is used: wearable.link is " + link + ".");
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }
}
