package org.plumbline.server.wearable.gateway.protocol;

import java.io.IOException;

/** A frame that is none of the protocol, with the reason in plain words. */
public final class GatewayFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    public GatewayFormatException(String message) {
        super(message);
    }
}
