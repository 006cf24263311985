package org.plumbline.server.wearable.gateway;

import java.time.Duration;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;

/** A gateway that is started elsewhere and comes by itself. */
final class RemoteGateway implements GatewayOrigin {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final GatewayToken token;

    RemoteGateway(GatewayToken token) {
        this.token = token;
    }

    @Override
    public void need() throws LinkException {
        if (token.isEmpty()) {
            throw new LinkException(absence().reason());
        }
    }

    @Override
    public LinkAvailability absence() {
        return LinkAvailability.unusable(
                token.isEmpty()
                        ? "A remote gateway needs a token, which this server has not been given:"
                                + " set wearable.gateway-token-file or the environment variable PLUMBLINE_GATEWAY_TOKEN."
                        : "No gateway is connected: start one on the machine that has the Bluetooth adapter"
                                + " (java -jar server.jar gateway --help).");
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }
}
