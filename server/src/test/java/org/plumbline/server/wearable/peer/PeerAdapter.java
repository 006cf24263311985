package org.plumbline.server.wearable.peer;

import java.util.Map;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.types.Variant;
import org.plumbline.server.wearable.radio.dbus.Adapter1;

/** A controller that hears its devices while it scans. */
public final class PeerAdapter extends ExportedObject implements Adapter1 {
    private final BluezPeer bluez;
    private volatile boolean scanning;

    PeerAdapter(BluezPeer bluez, DBusConnection connection, String path) {
        super(connection, path);
        this.bluez = bluez;
        give(
                NAME,
                Map.of(
                        "Address", new Variant<>("00:AA:01:00:00:00"),
                        "Name", new Variant<>("peer"),
                        "Alias", new Variant<>("peer"),
                        "Powered", new Variant<>(true),
                        "Discoverable", new Variant<>(false),
                        "Pairable", new Variant<>(false),
                        "Discovering", new Variant<>(false),
                        "UUIDs", new Variant<>(new String[0])));
    }

    boolean isScanning() {
        return scanning;
    }

    @Override
    public void StartDiscovery() {
        scanning = true;
        change(NAME, Map.of("Discovering", new Variant<>(true)));
        bluez.hearDevices();
    }

    @Override
    public void StopDiscovery() {
        scanning = false;
        change(NAME, Map.of("Discovering", new Variant<>(false)));
    }

    @Override
    public void SetDiscoveryFilter(Map<String, Variant<?>> filter) {
        // every simulated device is a low-energy one
    }
}
