package org.plumbline.server.wearable.radio.tinyb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tinyb.BluetoothAdapter;
import tinyb.BluetoothDevice;
import tinyb.BluetoothException;
import tinyb.BluetoothManager;
import tinyb.BluetoothObject;
import tinyb.TransportType;

/**
 * The adapters and devices there are now. They are asked for anew each time, and whoever asks lets go of them at once: those from
 * before a restart of BlueZ are dead, and nothing tells so. On the control thread.
 */
final class TinyBAdapters {
    private @Nullable BluetoothManager manager;

    /** Loads TinyB. */
    void reach() {
        manager = BluetoothManager.getBluetoothManager();
    }

    List<BluetoothAdapter> all() {
        BluetoothManager asked = manager;
        if (asked == null) {
            return List.of();
        }
        try {
            return asked.getAdapters();
        } catch (BluetoothException none) {
            return List.of();
        }
    }

    static List<BluetoothDevice> devices(BluetoothAdapter adapter) {
        try {
            return adapter.getDevices();
        } catch (BluetoothException none) {
            return List.of();
        }
    }

    static String address(BluetoothDevice device) {
        return device.getAddress().toUpperCase(Locale.ROOT);
    }

    /** The device of that address, or null where BlueZ does not know it. */
    @Nullable
    BluetoothDevice device(String address) {
        List<BluetoothAdapter> adapters = all();
        BluetoothDevice found = null;
        for (BluetoothDevice device : adapters.isEmpty() ? List.<BluetoothDevice>of() : devices(adapters.get(0))) {
            if (found == null && address(device).equals(address)) {
                found = device;
            } else {
                device.close();
            }
        }
        adapters.forEach(BluetoothObject::close);
        return found;
    }

    static void discover(BluetoothAdapter adapter) {
        try {
            adapter.setDiscoveryFilter(new ArrayList<>(), 0, 0, TransportType.LE);
            adapter.startDiscovery();
        } catch (BluetoothException busy) {
            // the next look tries again
            return;
        }
    }

    void stopDiscovery() {
        List<BluetoothAdapter> adapters = all();
        try {
            for (BluetoothAdapter adapter : adapters) {
                // the manager's own way to stop starts instead
                adapter.stopDiscovery();
            }
        } catch (BluetoothException over) {
            return;
        } finally {
            adapters.forEach(BluetoothObject::close);
        }
    }
}
