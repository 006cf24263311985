package org.plumbline.server.wearable.peer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.types.Variant;
import org.plumbline.server.wearable.radio.dbus.GattCharacteristic1;
import org.plumbline.server.wearable.radio.simulated.Peripheral;

/** A characteristic of a simulated device. */
public final class PeerCharacteristic extends ExportedObject implements GattCharacteristic1 {
    private final UUID uuid;
    private final Peripheral peripheral;
    private volatile boolean notifying;

    PeerCharacteristic(
            DBusConnection connection,
            String path,
            String service,
            UUID uuid,
            List<String> flags,
            Peripheral peripheral) {
        super(connection, path);
        this.uuid = uuid;
        this.peripheral = peripheral;
        give(
                NAME,
                Map.of(
                        "UUID", new Variant<>(uuid.toString()),
                        "Service", new Variant<>(new DBusPath(service)),
                        "Flags", new Variant<>(flags.toArray(new String[0])),
                        "Notifying", new Variant<>(false),
                        "Value", new Variant<>(new byte[0], "ay")));
    }

    UUID uuid() {
        return uuid;
    }

    boolean send(byte[] value) {
        if (notifying) {
            change(NAME, Map.of("Value", new Variant<>(value, "ay")));
        }
        return notifying;
    }

    void stop() {
        notifying = false;
    }

    @Override
    public byte[] ReadValue(Map<String, Variant<?>> options) {
        return peripheral.read(uuid);
    }

    @Override
    public void WriteValue(byte[] value, Map<String, Variant<?>> options) {
        peripheral.write(uuid, value);
    }

    @Override
    public void StartNotify() {
        notifying = true;
        change(NAME, Map.of("Notifying", new Variant<>(true)));
        peripheral.subscribed(uuid);
    }

    @Override
    public void StopNotify() {
        notifying = false;
        change(NAME, Map.of("Notifying", new Variant<>(false)));
    }
}
