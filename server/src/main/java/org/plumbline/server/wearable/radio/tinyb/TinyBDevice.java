package org.plumbline.server.wearable.radio.tinyb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.ListenerQueue;
import tinyb.BluetoothDevice;
import tinyb.BluetoothException;
import tinyb.BluetoothGattCharacteristic;
import tinyb.BluetoothGattService;
import tinyb.BluetoothNotification;

/**
 * One connection to a device, from its beginning to its end. Holds every object of TinyB that takes part, and each callback:
 * a characteristic that nobody holds falls silent when the garbage collector runs. Only callbacks run elsewhere than on the
 * control thread.
 */
final class TinyBDevice {
    private final String address;
    private final BluetoothDevice device;
    private final ListenerQueue listener;
    private final List<BluetoothGattService> services = new ArrayList<>();
    private final Map<UUID, BluetoothGattCharacteristic> characteristics = new HashMap<>();
    private final Set<UUID> identifiers = new HashSet<>();
    private final Set<UUID> subscribed = new HashSet<>();
    private final List<BluetoothNotification<?>> callbacks = new ArrayList<>();
    private final AtomicLong lastValueNanos = new AtomicLong(System.nanoTime());
    private volatile boolean over;
    private boolean connected;
    private @Nullable String farewell;

    TinyBDevice(String address, BluetoothDevice device, ListenerQueue listener) {
        this.address = address;
        this.device = device;
        this.listener = listener;
    }

    String address() {
        return address;
    }

    boolean isConnected() {
        return connected;
    }

    /** Whether this side has ended it and waits to hear that it is over. */
    boolean isEnding() {
        return farewell != null;
    }

    /** Blocks until BlueZ has connected or given up. */
    void connect(Runnable lost) throws LinkException {
        BluetoothNotification<Boolean> callback = isConnected -> {
            if (!isConnected && !over) {
                lost.run();
            }
        };
        callbacks.add(callback);
        try {
            device.enableConnectedNotifications(callback);
            if (!device.connect()) {
                throw new LinkException("connecting failed");
            }
        } catch (BluetoothException refused) {
            throw new LinkException("connecting failed: " + refused.getMessage(), refused);
        }
    }

    /** Takes the characteristics once BlueZ has found all services; false before. Only here are services enumerated. */
    boolean takeServices() {
        if (!device.getServicesResolved()) {
            return false;
        }
        services.addAll(device.getServices());
        for (BluetoothGattService service : services) {
            identifiers.add(UUID.fromString(service.getUUID()));
            for (BluetoothGattCharacteristic characteristic : service.getCharacteristics()) {
                BluetoothGattCharacteristic twin =
                        characteristics.putIfAbsent(UUID.fromString(characteristic.getUUID()), characteristic);
                if (twin != null) {
                    characteristic.close();
                }
            }
        }
        identifiers.addAll(characteristics.keySet());
        connected = true;
        return true;
    }

    /** Of its services and their characteristics. */
    Set<UUID> identifiers() {
        return Set.copyOf(identifiers);
    }

    byte[] read(UUID characteristic) throws LinkException {
        return find(characteristic).readValue();
    }

    void write(UUID characteristic, byte[] value) throws LinkException {
        if (!find(characteristic).writeValue(value)) {
            throw new LinkException("the device refused to be written");
        }
    }

    /** Once for a connection: turning notifications on and off while values flow damages TinyB's memory. */
    void subscribe(UUID characteristic) throws LinkException {
        BluetoothGattCharacteristic source = find(characteristic);
        if (!subscribed.add(characteristic)) {
            return;
        }
        BluetoothNotification<byte[]> callback = value -> {
            // on the thread of all callbacks: copy, stamp, hand over, leave
            long now = System.nanoTime();
            try {
                if (!over && value != null) {
                    lastValueNanos.set(now);
                    listener.notification(address, characteristic, value.clone(), now);
                }
            } catch (Throwable unforeseen) {
                // must not reach native code, and there is nobody here to tell
                return;
            }
        };
        callbacks.add(callback);
        source.enableValueNotifications(callback);
    }

    private BluetoothGattCharacteristic find(UUID characteristic) throws LinkException {
        BluetoothGattCharacteristic found = characteristics.get(characteristic);
        if (found == null) {
            throw new LinkException("the device has no characteristic " + characteristic);
        }
        return found;
    }

    /** Whether it is connected and no value has come for so long. */
    boolean isQuietFor(Duration silence) {
        return connected && System.nanoTime() - lastValueNanos.get() > silence.toNanos();
    }

    /** Ends the connection from this side; the callback that follows does not say why, {@code reason} does. */
    void disconnect(String reason) {
        farewell = reason;
        try {
            device.disconnect();
        } catch (BluetoothException gone) {
            // it is not there any more, which is what was wanted
            over = true;
        }
    }

    /** Why the connection ended: what this side said when it ended it, or else what was seen. */
    String reason(String seen) {
        return farewell == null ? seen : farewell;
    }

    /** From here on its callbacks tell nothing. Values no longer flow, so what would tell them can be let go. */
    void end() {
        over = true;
        connected = false;
        characteristics.values().forEach(BluetoothGattCharacteristic::close);
        characteristics.clear();
        services.forEach(BluetoothGattService::close);
        services.clear();
    }

    /** Not before the callback that told of the end has long returned: it runs inside this object. */
    void letGo() {
        device.close();
        callbacks.clear();
    }
}
