package org.plumbline.server.wearable.gateway.protocol;

/** One message between a gateway and the server; one binary frame of the WebSocket. */
public sealed interface GatewayMessage permits FromGateway, ToGateway {
    /** The first byte of its frame. */
    int type();

    /** Writes the fields that follow the first byte, where there are any. */
    default void write(FrameWriter out) {}
}
