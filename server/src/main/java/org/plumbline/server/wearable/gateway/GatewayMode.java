package org.plumbline.server.wearable.gateway;

/** Where the gateway comes from. */
public enum GatewayMode {
    /** The server starts it as a child and keeps it running. */
    CHILD,
    /** It runs on another box, or is started by somebody else, and connects by itself. */
    REMOTE
}
