package org.plumbline.server.wearable.peer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a simulated device is and does, as seen through the air: advertises, is read, is written, notifies. */
public interface Peripheral {
    String address();

    String name();

    /** Services it advertises. */
    List<UUID> advertised();

    /** Characteristics of each service, with their flags as BlueZ names them. */
    Map<UUID, Map<UUID, List<String>>> services();

    /** Charge in percent; BlueZ shows it by an interface of its own. */
    int batteryPercent();

    byte[] read(UUID characteristic);

    void write(UUID characteristic, byte[] value);

    /** The central has connected; {@code air} takes notifications until {@link #disconnected}. */
    void connected(Notifications air);

    void disconnected();

    /** Sends notifications. */
    interface Notifications {
        /** Notifies if the central has subscribed; false where it has not. */
        boolean send(UUID characteristic, byte[] value);
    }
}
