package org.plumbline.server.wearable.radio.dbus;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.ControlThread;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.wearable.radio.RadioListener;

/** Scanning, and the devices heard. On the control thread only. */
final class BluezScan {
    private static final Duration NEXT_TRY = Duration.ofSeconds(1);
    private static final int NOT_HEARD = Integer.MIN_VALUE;

    private final ControlThread control;
    private final RadioListener listener;
    /** Devices told in this session, by path. */
    private final Map<String, DiscoveredDevice> told = new HashMap<>();

    private final Set<String> toldInThisScan = new HashSet<>();

    private @Nullable BluezAdapter adapter;
    private boolean scanning;

    BluezScan(ControlThread control, RadioListener listener) {
        this.control = control;
        this.listener = listener;
    }

    /** A scan that was going on goes on. */
    void adapterCame(BluezAdapter came) {
        adapter = came;
        if (scanning) {
            scan(came);
        }
    }

    void adapterLost() {
        adapter = null;
        told.clear();
    }

    void start() {
        toldInThisScan.clear();
        scanning = true;
        if (adapter != null) {
            scan(adapter);
        }
    }

    private void scan(BluezAdapter on) {
        if (!scanning || !on.equals(adapter)) {
            return;
        }
        try {
            Adapter1 remote = on.bus().adapter(on.path());
            remote.SetDiscoveryFilter(Map.of("Transport", new Variant<>("le")));
            remote.StartDiscovery();
            // heard already, and not to be told by a signal
            on.bus().objects().devices(on.path()).forEach(this::heard);
        } catch (LinkException | DBusExecutionException busy) {
            control.after(NEXT_TRY, () -> scan(on));
        }
    }

    void stop() {
        boolean wasScanning = scanning;
        scanning = false;
        if (wasScanning && adapter != null) {
            // a scan that is over already is no loss
            CompletableFuture<?> unused = adapter.bus()
                    .call(adapter.path(), Adapter1.class, "StopDiscovery")
                    .exceptionally(over -> null);
        }
    }

    void added(String path, BluezProperties device) {
        if (adapter != null && adapter.has(path)) {
            heard(path, device);
        }
    }

    void changed(String path, BluezProperties changed) {
        DiscoveredDevice known = told.get(path);
        boolean audible = changed.has("RSSI") || changed.has("Name") || changed.has("UUIDs");
        if (!scanning || adapter == null || !audible) {
            return;
        }
        if (known != null && !changed.has("Name") && !changed.has("UUIDs")) {
            int rssi = changed.number("RSSI", known.rssiDbm());
            tell(path, new DiscoveredDevice(known.address(), known.name(), rssi, known.serviceUuids()));
            return;
        }
        try {
            BluezProperties whole = adapter.bus().objects().of(path, Device1.NAME);
            if (whole != null) {
                heard(path, whole);
            }
        } catch (LinkException unanswered) {
            // its next advertisement comes within a second or two
            return;
        }
    }

    /** BlueZ forgot a device: its address if it was told, or null. */
    @Nullable
    String forget(String path) {
        DiscoveredDevice known = told.remove(path);
        return known == null ? null : known.address();
    }

    private void heard(String path, BluezProperties properties) {
        int rssi = properties.number("RSSI", NOT_HEARD);
        String address = properties.text("Address").toUpperCase(Locale.ROOT);
        if (rssi != NOT_HEARD && !address.isEmpty()) {
            tell(path, new DiscoveredDevice(address, properties.text("Name"), rssi, properties.uuids("UUIDs")));
        }
    }

    private void tell(String path, DiscoveredDevice device) {
        if (!scanning) {
            return;
        }
        boolean news = !device.equals(told.put(path, device));
        if (toldInThisScan.add(path) || news) {
            listener.discovered(device);
        }
    }
}
