package org.plumbline.server.wearable.radio.dbus;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.ControlThread;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.StandardGatt;

/** Connections to devices, and whose value a change on the bus is. On the control thread, but for {@link #value}. */
final class BluezLinks {
    /** BlueZ keeps that service to itself and exports {@link Battery1} in its place. */
    private static final UUID BATTERY_LEVEL = StandardGatt.BATTERY_LEVEL;

    private static final Duration SERVICES_PATIENCE = Duration.ofSeconds(20);
    private static final Duration DISCONNECTION_PATIENCE = Duration.ofSeconds(2);
    private static final Duration AFTER_FAREWELL = Duration.ofMillis(50);

    private final ControlThread control;
    private final RadioListener listener;
    private final Map<String, BluezLink> links = new HashMap<>();

    /** By path of a characteristic, or of a device for its battery. */
    private final Map<String, Source> sources = new ConcurrentHashMap<>();

    private @Nullable BluezAdapter adapter;

    private record Source(String address, UUID characteristic) {}

    BluezLinks(ControlThread control, RadioListener listener) {
        this.control = control;
        this.listener = listener;
    }

    void adapterCame(BluezAdapter came) {
        adapter = came;
    }

    void adapterLost(String reason) {
        adapter = null;
        List.copyOf(links.values()).forEach(link -> end(link, reason));
    }

    void connect(String address) {
        BluezLink present = links.get(address);
        if (present != null) {
            if (present.farewell != null) {
                control.after(AFTER_FAREWELL, () -> connect(address));
            }
            return;
        }
        listener.state(address, ConnectionState.CONNECTING, "");
        BluezAdapter on = adapter;
        if (on == null) {
            listener.state(address, ConnectionState.DISCONNECTED, "the Bluetooth service is not there");
            return;
        }
        try {
            String path = on.device(address).orElse(null);
            if (path == null) {
                listener.state(address, ConnectionState.DISCONNECTED, "Bluetooth does not know it: scan first");
                return;
            }
            BluezLink link = new BluezLink(address, path);
            links.put(address, link);
            CompletableFuture<?> unused = on.bus()
                    .call(path, Device1.class, "Connect")
                    .whenComplete((nothing, failure) -> control.run(() -> {
                        if (failure == null) {
                            link.attached = true;
                            awaitServices(link);
                        } else {
                            abandon(link, "connecting failed: " + BluezBus.reason(failure));
                        }
                    }));
        } catch (LinkException unanswered) {
            listener.state(address, ConnectionState.DISCONNECTED, BluezBus.reason(unanswered));
        }
    }

    private void awaitServices(BluezLink link) {
        takeServices(link);
        control.after(SERVICES_PATIENCE, () -> {
            if (!link.connected) {
                abandon(link, "its services were not found in " + SERVICES_PATIENCE.toSeconds() + " s");
            }
        });
    }

    /** Takes the characteristics if BlueZ has found them all. */
    private void takeServices(BluezLink link) {
        if (adapter == null || links.get(link.address) != link || link.connected || link.farewell != null) {
            return;
        }
        try {
            BluezObjects objects = adapter.bus().objects();
            BluezProperties device = objects.of(link.path, Device1.NAME);
            if (device == null || !device.flag("ServicesResolved")) {
                return;
            }
            link.services = objects.services(link.path);
            link.characteristics = objects.characteristics(link.path);
            if (objects.of(link.path, Battery1.NAME) != null) {
                link.characteristics.putIfAbsent(BATTERY_LEVEL, link.path);
            }
            link.connected = true;
            listener.state(link.address, ConnectionState.CONNECTED, "");
        } catch (LinkException unanswered) {
            abandon(link, BluezBus.reason(unanswered));
        }
    }

    void disconnect(String address) {
        BluezLink link = links.get(address);
        if (link != null) {
            abandon(link, "as asked");
        }
    }

    void disconnectAll(String reason) {
        List.copyOf(links.values()).forEach(link -> abandon(link, reason));
    }

    /** Ends a link from this side. */
    private void abandon(BluezLink link, String reason) {
        if (links.get(link.address) != link || link.farewell != null) {
            return;
        }
        link.farewell = reason;
        if (adapter != null) {
            CompletableFuture<?> unused = adapter.bus()
                    .call(link.path, Device1.class, "Disconnect")
                    .whenComplete((nothing, gone) -> control.run(() -> end(link, reason)));
        }
        control.after(DISCONNECTION_PATIENCE, () -> end(link, reason));
    }

    private void end(BluezLink link, String reason) {
        if (links.remove(link.address, link)) {
            sources.values().removeIf(source -> source.address().equals(link.address));
            String why = link.farewell == null ? reason : link.farewell;
            listener.state(link.address, ConnectionState.DISCONNECTED, why);
        }
    }

    /**
     * The link of a connected device.
     *
     * @throws LinkException where it is not connected
     */
    BluezLink connected(String address) throws LinkException {
        BluezLink link = links.get(address);
        if (link == null || !link.connected || link.farewell != null || adapter == null) {
            throw new LinkException("not connected");
        }
        return link;
    }

    /** Values of that characteristic are told from now on; false where they are already. */
    boolean listen(BluezLink link, UUID characteristic, String path) {
        return sources.put(path, new Source(link.address, characteristic)) == null;
    }

    /** Called on the thread of signals: copies, stamps, hands over. */
    void value(String path, String interfaceName, BluezProperties changed, long nowNanos) {
        Source source = sources.get(path);
        if (source == null) {
            return;
        }
        byte[] value = null;
        if (interfaceName.equals(GattCharacteristic1.NAME)) {
            value = changed.bytes("Value");
        } else if (interfaceName.equals(Battery1.NAME) && changed.has("Percentage")) {
            value = new byte[] {(byte) changed.number("Percentage", 0)};
        }
        if (value != null) {
            listener.notification(source.address(), source.characteristic(), value, nowNanos);
        }
    }

    void changed(String path, BluezProperties changed) {
        BluezLink link = at(path);
        if (link == null) {
            return;
        }
        if (changed.has("Connected") && !changed.flag("Connected") && (link.attached || link.farewell != null)) {
            end(link, "the device went out of reach or was switched off");
        } else if (changed.flag("ServicesResolved")) {
            takeServices(link);
        }
    }

    void batteryAdded(String path) {
        BluezLink link = at(path);
        if (link != null && link.connected) {
            link.characteristics.putIfAbsent(BATTERY_LEVEL, path);
        }
    }

    /** BlueZ forgot a device: its address if it was linked, or null. */
    @Nullable
    String forget(String path) {
        BluezLink link = at(path);
        if (link == null) {
            return null;
        }
        end(link, "the device went out of reach");
        return link.address;
    }

    private @Nullable BluezLink at(String path) {
        for (BluezLink link : links.values()) {
            if (link.path.equals(path)) {
                return link;
            }
        }
        return null;
    }
}
