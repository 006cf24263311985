package org.plumbline.server.wearable.radio.simulated;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a simulated device is and does, as seen through the air: advertises, is read, is written, notifies. */
public interface Peripheral {
    String address();

    String name();

    /** Services it advertises. */
    List<UUID> advertised();

    /** Strength of its signal, dBm. */
    default int rssiDbm() {
        return -58;
    }

    /** Characteristics of each service, with their flags as BlueZ names them. */
    Map<UUID, Map<UUID, List<String>>> services();

    byte[] read(UUID characteristic);

    void write(UUID characteristic, byte[] value);

    /** The central has connected; {@code air} takes notifications until {@link #disconnected}. */
    void connected(Notifications air);

    /** The central wants the notifications of a characteristic. */
    default void subscribed(UUID characteristic) {}

    /** Nothing is sent any more once this has returned. */
    void disconnected();

    /** Sends notifications. */
    interface Notifications {
        /** Notifies if the central has subscribed; false where it has not. */
        boolean send(UUID characteristic, byte[] value);
    }
}
