package org.plumbline.server.wearable.radio;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * An open radio. Calls may come from any thread and return at once; a radio carries them out in their order on its one
 * control thread. What comes of {@link #connect} and {@link #disconnect} is told to the listener. A future fails with a
 * {@link org.plumbline.server.wearable.LinkException} that says why in plain words.
 *
 * <p>A session neither reconnects nor scans again by itself: that is for the layer above, which knows what the person wants.
 */
public interface RadioSession extends AutoCloseable {
    /** Begins to scan. Only devices that are heard now are told, not those that are merely remembered. */
    void startScan();

    /** Ends the scan. */
    void stopScan();

    /**
     * Connects and finds the device's services; ends a scan first, since controllers do both at once badly. Ends in
     * {@link ConnectionState#CONNECTED} or {@link ConnectionState#DISCONNECTED}; after {@link #disconnect} it waits until that is
     * told, and where the device is connected or being connected it does nothing.
     */
    void connect(String address);

    /** Disconnects, or gives up connecting. Told as {@link ConnectionState#DISCONNECTED}; the device stays known. */
    void disconnect(String address);

    /** What a connected device has: the identifiers of its services and of their characteristics. */
    CompletableFuture<Set<UUID>> identifiers(String address);

    /** Reads a characteristic, up to 512 bytes. */
    CompletableFuture<byte[]> read(String address, UUID characteristic);

    /** Writes a characteristic; done when the device has confirmed it, or when it is sent where the device confirms nothing. */
    CompletableFuture<Void> write(String address, UUID characteristic, byte[] value);

    /** Turns on notifications of a characteristic, once for a connection; they end with it. */
    CompletableFuture<Void> subscribe(String address, UUID characteristic);

    /** Notifications of a device that were dropped since the session began because the listener was too slow. */
    long droppedNotifications(String address);

    /** Disconnects everything and lets go of the radio; nothing is told once this has returned. Closing twice is harmless. */
    @Override
    void close();
}
