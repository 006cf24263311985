package org.plumbline.server.wearable.radio;

/** Where the connection to a device stands. */
public enum ConnectionState {
    /** Being connected, or its services being found. */
    CONNECTING,
    /** Connected, its services found: characteristics can be read, written and subscribed to. */
    CONNECTED,
    /** Not connected; may be connected again. */
    DISCONNECTED,
    /** Not connected and forgotten by the radio: must be heard in a scan before it can be connected again. */
    VANISHED
}
