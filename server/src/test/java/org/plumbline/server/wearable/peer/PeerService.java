package org.plumbline.server.wearable.peer;

import java.util.Map;
import java.util.UUID;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.types.Variant;
import org.plumbline.server.wearable.radio.dbus.GattService1;

/** A service of a simulated device. */
public final class PeerService extends ExportedObject implements GattService1 {
    PeerService(DBusConnection connection, String path, String device, UUID uuid) {
        super(connection, path);
        give(
                NAME,
                Map.of(
                        "UUID", new Variant<>(uuid.toString()),
                        "Device", new Variant<>(new DBusPath(device)),
                        "Primary", new Variant<>(true)));
    }
}
