package org.plumbline.server.wearable.radio;

import java.util.UUID;

/**
 * Hears a radio. Called on one thread of the session, in the order in which things happened. A listener that is slow delays
 * itself, never the radio: states wait for it, notifications beyond a bound are dropped and counted.
 */
public interface RadioListener {
    /** A device was heard while scanning; again when its signal or what it says has changed. */
    void discovered(DiscoveredDevice device);

    /** The connection to a device has changed; {@code reason} says why in plain words, empty where nobody would ask. */
    void state(String address, ConnectionState state, String reason);

    /**
     * A characteristic has notified.
     *
     * @param value the bytes, a copy of the listener's own
     * @param receivedNanos {@link System#nanoTime} in the lowest callback
     */
    void notification(String address, UUID characteristic, byte[] value, long receivedNanos);

    /** The radio itself is there or not; when it is lost, every device has been told as disconnected before. */
    void radioState(RadioState state, String reason);
}
