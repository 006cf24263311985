package org.plumbline.server.wearable.station;

/** Where a known sensor stands on its way from found to streaming. */
public enum SensorState {
    /** Nobody wants it connected. */
    OFF,
    /** It has not been heard yet. */
    SEARCHING,
    /** It is being connected, or waits for its turn. */
    CONNECTING,
    /** It is being set up and read back. */
    CONFIGURING,
    /** Its samples come. */
    STREAMING,
    /** It was streaming or being connected, and is not any more; it is tried again by itself. */
    LOST,
    /** It cannot be used, and is not tried again. */
    REFUSED
}
