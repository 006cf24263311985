package org.plumbline.server.wearable.radio.recorded;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.wearable.radio.RadioState;

/**
 * One line of a notification recording.
 *
 * @param nanos when, on the monotonic clock of the host that recorded
 * @param kind what
 * @param address which device, empty for what is not about one
 * @param text the device's name, or the new state
 * @param reason why, for states and refusals
 * @param characteristic which one, for what is about one
 * @param bytes what was read, written or notified
 * @param identifiers services advertised, or all services and characteristics of a connected device
 * @param number signal strength in dBm, or how many lines are missing
 */
record RecordedEvent(
        long nanos,
        Kind kind,
        String address,
        String text,
        String reason,
        @Nullable UUID characteristic,
        byte[] bytes,
        Set<UUID> identifiers,
        int number) {
    private static final byte[] NOTHING = {};

    /** What a line tells. */
    enum Kind {
        DISCOVERED,
        STATE,
        RADIO,
        IDENTIFIERS,
        READ,
        WRITE,
        SUBSCRIBE,
        NOTIFICATION,
        REFUSED,
        MISSING
    }

    static RecordedEvent discovered(long nanos, DiscoveredDevice device) {
        return new RecordedEvent(
                nanos,
                Kind.DISCOVERED,
                device.address(),
                device.name(),
                "",
                null,
                NOTHING,
                device.serviceUuids(),
                device.rssiDbm());
    }

    static RecordedEvent state(long nanos, String address, ConnectionState state, String reason) {
        return new RecordedEvent(nanos, Kind.STATE, address, state.name(), reason, null, NOTHING, Set.of(), 0);
    }

    static RecordedEvent radio(long nanos, RadioState state, String reason) {
        return new RecordedEvent(nanos, Kind.RADIO, "", state.name(), reason, null, NOTHING, Set.of(), 0);
    }

    static RecordedEvent identifiers(long nanos, String address, Set<UUID> identifiers) {
        return new RecordedEvent(nanos, Kind.IDENTIFIERS, address, "", "", null, NOTHING, identifiers, 0);
    }

    /** A reading, writing, subscription or notification. */
    static RecordedEvent value(long nanos, Kind kind, String address, UUID characteristic, byte[] bytes) {
        return new RecordedEvent(nanos, kind, address, "", "", characteristic, bytes, Set.of(), 0);
    }

    static RecordedEvent refused(long nanos, String address, @Nullable UUID characteristic, String reason) {
        return new RecordedEvent(nanos, Kind.REFUSED, address, "", reason, characteristic, NOTHING, Set.of(), 0);
    }

    static RecordedEvent missing(long nanos, int lines) {
        return new RecordedEvent(nanos, Kind.MISSING, "", "", "", null, NOTHING, Set.of(), lines);
    }

    /** What it is about, for one that is about a characteristic. */
    UUID of() {
        if (characteristic == null) {
            throw new IllegalStateException(kind + " is about no characteristic");
        }
        return characteristic;
    }

    boolean isState(ConnectionState state) {
        return kind == Kind.STATE && text.equals(state.name());
    }
}
