package org.plumbline.server.wearable.radio.tinyb;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.wearable.radio.ListenerQueue;
import tinyb.BluetoothDevice;

/** What scans hear: each device is told once a scan, and again when something of it has changed. On the control thread. */
final class TinyBHearing {
    private final ListenerQueue listener;
    private final Map<String, DiscoveredDevice> told = new HashMap<>();
    private final Set<String> toldInThisScan = new HashSet<>();

    TinyBHearing(ListenerQueue listener) {
        this.listener = listener;
    }

    void scanBegins() {
        toldInThisScan.clear();
    }

    void hear(String address, BluetoothDevice device) {
        int rssi = device.getRSSI();
        // TinyB gives no signal as 0 dBm, which no real one reaches
        if (rssi == 0) {
            return;
        }
        Set<UUID> services = new HashSet<>();
        for (String uuid : device.getUUIDs()) {
            services.add(UUID.fromString(uuid));
        }
        String name = device.getName();
        DiscoveredDevice heard = new DiscoveredDevice(address, name == null ? "" : name, rssi, services);
        boolean news = !heard.equals(told.put(address, heard));
        if (toldInThisScan.add(address) || news) {
            listener.discovered(heard);
        }
    }

    void forget(String address) {
        told.remove(address);
    }

    void forgetAll() {
        told.clear();
    }
}
