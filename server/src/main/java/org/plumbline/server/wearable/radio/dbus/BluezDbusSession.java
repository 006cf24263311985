package org.plumbline.server.wearable.radio.dbus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.ControlThread;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.wearable.radio.ListenerQueue;
import org.plumbline.server.wearable.radio.RadioSession;
import org.plumbline.server.wearable.radio.RadioState;

/** Devices reached over one bus; everything but {@link #sources} belongs to the control thread. */
final class BluezDbusSession implements RadioSession, BluezBus.Events {
    /** Battery Level of the Bluetooth SIG. BlueZ keeps that service to itself and exports {@link Battery1} in its place. */
    private static final UUID BATTERY_LEVEL = UUID.fromString("00002a19-0000-1000-8000-00805f9b34fb");

    private static final Duration SERVICES_PATIENCE = Duration.ofSeconds(20);
    private static final Duration FIRST_REOPENING = Duration.ofSeconds(1);
    private static final Duration LONGEST_REOPENING = Duration.ofSeconds(30);
    private static final int NOT_HEARD = Integer.MIN_VALUE;

    private final String busAddress;
    private final ListenerQueue listener;
    private final ControlThread control = new ControlThread("dbus-radio");

    /** Whose value an object's change is: path of a characteristic, or of a device for its battery. */
    private final Map<String, Source> sources = new ConcurrentHashMap<>();

    private final Map<String, Link> links = new HashMap<>();
    /** Devices told in this session, by path. */
    private final Map<String, DiscoveredDevice> known = new HashMap<>();

    private @Nullable BluezBus bus;
    private @Nullable String adapter;
    private boolean scanning;

    private record Source(String address, UUID characteristic) {}

    /** A connection to a device from the call to its end. */
    private static final class Link {
        final String address;
        final String path;
        Map<UUID, String> characteristics = Map.of();
        boolean connected;

        Link(String address, String path) {
            this.address = address;
            this.path = path;
        }
    }

    private BluezDbusSession(String busAddress, ListenerQueue listener) {
        this.busAddress = busAddress;
        this.listener = listener;
    }

    static RadioSession open(String busAddress, ListenerQueue listener) throws LinkException {
        BluezDbusSession session = new BluezDbusSession(busAddress, listener);
        try {
            session.control
                    .call(() -> {
                        session.reach();
                        return true;
                    })
                    .get(30, TimeUnit.SECONDS);
            return session;
        } catch (ExecutionException | TimeoutException failure) {
            session.close();
            throw new LinkException(reason(failure), failure);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            session.close();
            throw new LinkException("Interrupted while opening the radio", impatient);
        }
    }

    /** Connects to the bus where that is not done, and takes the adapter where BlueZ runs. */
    private void reach() throws LinkException {
        if (bus == null) {
            bus = BluezBus.open(busAddress, this);
        }
        takeAdapter(bus);
    }

    private void takeAdapter(BluezBus on) throws LinkException {
        if (!on.serviceRuns()) {
            return;
        }
        BluezObjects objects = on.objects();
        String path = objects.adapter().orElse(null);
        BluezProperties properties = path == null ? null : objects.of(path, Adapter1.NAME);
        if (path == null || properties == null || path.equals(adapter)) {
            return;
        }
        if (!properties.flag("Powered")) {
            on.switchOn(path);
        }
        adapter = path;
        listener.radioState(RadioState.READY, "");
        if (scanning) {
            scan(on, path);
        }
    }

    @Override
    public void startScan() {
        control.run(() -> {
            scanning = true;
            if (bus != null && adapter != null) {
                scan(bus, adapter);
            }
        });
    }

    private void scan(BluezBus on, String path) {
        try {
            on.adapter(path).SetDiscoveryFilter(Map.of("Transport", new Variant<>("le")));
            on.adapter(path).StartDiscovery();
            on.objects().devices(path).forEach(this::heard);
        } catch (LinkException | DBusExecutionException refused) {
            if (scanning && !reason(refused).contains("InProgress")) {
                control.after(FIRST_REOPENING, () -> {
                    if (scanning && on == bus && path.equals(adapter)) {
                        scan(on, path);
                    }
                });
            }
        }
    }

    @Override
    public void stopScan() {
        control.run(this::endScan);
    }

    private void endScan() {
        boolean wasScanning = scanning;
        scanning = false;
        if (wasScanning && bus != null && adapter != null) {
            // a scan that is over already is no loss
            bus.call(adapter, Adapter1.class, "StopDiscovery").exceptionally(over -> null);
        }
    }

    private void heard(String path, BluezProperties properties) {
        int rssi = properties.number("RSSI", NOT_HEARD);
        String address = properties.text("Address").toUpperCase(Locale.ROOT);
        if (rssi != NOT_HEARD && !address.isEmpty()) {
            tell(path, new DiscoveredDevice(address, properties.text("Name"), rssi, properties.uuids("UUIDs")));
        }
    }

    private void tell(String path, DiscoveredDevice device) {
        if (scanning && !device.equals(known.put(path, device))) {
            listener.discovered(device);
        }
    }

    @Override
    public void connect(String address) {
        control.run(() -> beginLink(address));
    }

    private void beginLink(String address) {
        if (links.containsKey(address)) {
            return;
        }
        endScan();
        listener.state(address, ConnectionState.CONNECTING, "");
        BluezBus on = bus;
        if (on == null || adapter == null) {
            listener.state(address, ConnectionState.DISCONNECTED, "the Bluetooth service is not there");
            return;
        }
        try {
            String path = on.objects().device(adapter, address).orElse(null);
            if (path == null) {
                listener.state(address, ConnectionState.DISCONNECTED, "Bluetooth does not know it: scan first");
                return;
            }
            Link link = new Link(address, path);
            links.put(address, link);
            on.call(path, Device1.class, "Connect").whenComplete((nothing, failure) -> control.run(() -> {
                if (failure == null) {
                    findServices(link);
                } else {
                    abandon(link, "connecting failed: " + reason(failure));
                }
            }));
        } catch (LinkException unanswered) {
            listener.state(address, ConnectionState.DISCONNECTED, reason(unanswered));
        }
    }

    private void findServices(Link link) {
        if (links.get(link.address) != link || link.connected) {
            return;
        }
        if (!takeServices(link)) {
            control.after(SERVICES_PATIENCE, () -> {
                if (!link.connected) {
                    abandon(link, "its services were not found in " + SERVICES_PATIENCE.toSeconds() + " s");
                }
            });
        }
    }

    /** False while BlueZ has not found them all. */
    private boolean takeServices(Link link) {
        if (bus == null || links.get(link.address) != link || link.connected) {
            return true;
        }
        try {
            BluezObjects objects = bus.objects();
            BluezProperties device = objects.of(link.path, Device1.NAME);
            if (device == null || !device.flag("ServicesResolved")) {
                return false;
            }
            link.characteristics = objects.characteristics(link.path);
            if (objects.of(link.path, Battery1.NAME) != null) {
                link.characteristics.putIfAbsent(BATTERY_LEVEL, link.path);
            }
            link.connected = true;
            listener.state(link.address, ConnectionState.CONNECTED, "");
        } catch (LinkException unanswered) {
            abandon(link, reason(unanswered));
        }
        return true;
    }

    @Override
    public void disconnect(String address) {
        control.run(() -> {
            Link link = links.get(address);
            if (link != null) {
                abandon(link, "as asked");
            }
        });
    }

    /** Ends a link from this side. */
    private void abandon(Link link, String reason) {
        if (links.get(link.address) == link && bus != null) {
            bus.call(link.path, Device1.class, "Disconnect").exceptionally(gone -> null);
        }
        end(link, reason);
    }

    private void end(Link link, String reason) {
        if (links.remove(link.address, link)) {
            sources.values().removeIf(source -> source.address().equals(link.address));
            listener.state(link.address, ConnectionState.DISCONNECTED, reason);
        }
    }

    @Override
    public CompletableFuture<byte[]> read(String address, UUID characteristic) {
        return onCharacteristic(address, characteristic, path -> {
            if (isBattery(address, path)) {
                return CompletableFuture.completedFuture(batteryLevel(path));
            }
            return bus().<byte[]>call(path, GattCharacteristic1.class, "ReadValue", Map.of());
        });
    }

    @Override
    public CompletableFuture<Void> write(String address, UUID characteristic, byte[] value) {
        byte[] copy = value.clone();
        return onCharacteristic(
                address,
                characteristic,
                path -> bus().<Void>call(path, GattCharacteristic1.class, "WriteValue", copy, Map.of()));
    }

    @Override
    public CompletableFuture<Void> subscribe(String address, UUID characteristic) {
        return onCharacteristic(address, characteristic, path -> {
            // before the call: the first values may come before its answer
            boolean again = sources.put(path, new Source(address, characteristic)) != null;
            if (again || isBattery(address, path)) {
                return CompletableFuture.completedFuture(null);
            }
            return bus().<Void>call(path, GattCharacteristic1.class, "StartNotify");
        });
    }

    private <T> CompletableFuture<T> onCharacteristic(
            String address, UUID characteristic, Function<String, CompletableFuture<T>> action) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Consumer<Throwable> fail = failure -> answer.completeExceptionally(
                failure instanceof LinkException told ? told : new LinkException(reason(failure), failure));
        control.call(() -> {
                    Link link = links.get(address);
                    if (link == null || !link.connected) {
                        throw new LinkException("not connected");
                    }
                    String path = link.characteristics.get(characteristic);
                    if (path == null) {
                        throw new LinkException("the device has no characteristic " + characteristic);
                    }
                    return action.apply(path);
                })
                .whenComplete((begun, refused) -> {
                    if (refused != null) {
                        fail.accept(refused);
                        return;
                    }
                    begun.whenComplete((value, failure) -> {
                        if (failure == null) {
                            answer.complete(value);
                        } else {
                            fail.accept(failure);
                        }
                    });
                });
        return answer;
    }

    private BluezBus bus() {
        if (bus == null) {
            throw new IllegalStateException("the Bluetooth service is not there");
        }
        return bus;
    }

    private boolean isBattery(String address, String path) {
        Link link = links.get(address);
        return link != null && link.path.equals(path);
    }

    private byte[] batteryLevel(String path) {
        try {
            BluezProperties battery = bus().objects().of(path, Battery1.NAME);
            return new byte[] {(byte) (battery == null ? 0 : battery.number("Percentage", 0))};
        } catch (LinkException unanswered) {
            throw new IllegalStateException(reason(unanswered), unanswered);
        }
    }

    @Override
    public long droppedNotifications(String address) {
        return listener.dropped(address);
    }

    @Override
    public void changed(String path, String interfaceName, BluezProperties changed) {
        long now = System.nanoTime();
        Source source = sources.get(path);
        if (source != null && interfaceName.equals(GattCharacteristic1.NAME)) {
            byte[] value = changed.bytes("Value");
            if (value != null) {
                listener.notification(source.address(), source.characteristic(), value, now);
            }
        } else if (source != null && interfaceName.equals(Battery1.NAME) && changed.has("Percentage")) {
            byte[] percent = {(byte) changed.number("Percentage", 0)};
            listener.notification(source.address(), source.characteristic(), percent, now);
        } else if (interfaceName.equals(Device1.NAME)) {
            control.run(() -> deviceChanged(path, changed));
        }
    }

    private void deviceChanged(String path, BluezProperties changed) {
        DiscoveredDevice told = known.get(path);
        if (told != null && changed.has("RSSI")) {
            int rssi = changed.number("RSSI", told.rssiDbm());
            tell(path, new DiscoveredDevice(told.address(), told.name(), rssi, told.serviceUuids()));
        } else if (scanning && bus != null && (changed.has("RSSI") || changed.has("UUIDs") || changed.has("Name"))) {
            try {
                BluezProperties whole = bus.objects().of(path, Device1.NAME);
                if (whole != null) {
                    heard(path, whole);
                }
            } catch (LinkException unanswered) {
                // the next advertisement tries again
                return;
            }
        }
        Link link = linkAt(path);
        if (link == null) {
            return;
        }
        if (changed.has("Connected") && !changed.flag("Connected")) {
            end(link, "the device went out of reach or was switched off");
        } else if (changed.flag("ServicesResolved")) {
            takeServices(link);
        }
    }

    private @Nullable Link linkAt(String path) {
        return links.values().stream()
                .filter(link -> link.path.equals(path))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void added(String path, Map<String, Map<String, Variant<?>>> interfaces) {
        control.run(() -> {
            Map<String, Variant<?>> device = interfaces.get(Device1.NAME);
            if (device != null && adapter != null && path.startsWith(adapter + "/")) {
                heard(path, new BluezProperties(device));
            }
            if (interfaces.containsKey(Adapter1.NAME)) {
                retakeAdapter();
            }
            Link link = linkAt(path);
            if (link != null && link.connected && interfaces.containsKey(Battery1.NAME)) {
                link.characteristics.putIfAbsent(BATTERY_LEVEL, path);
            }
        });
    }

    @Override
    public void removed(String path, Iterable<String> interfaces) {
        control.run(() -> {
            for (String name : interfaces) {
                if (name.equals(Device1.NAME)) {
                    forget(path);
                } else if (name.equals(Adapter1.NAME) && path.equals(adapter)) {
                    lose("the Bluetooth adapter was unplugged");
                }
            }
        });
    }

    private void forget(String path) {
        Link link = linkAt(path);
        DiscoveredDevice told = known.remove(path);
        String address = link != null ? link.address : told != null ? told.address() : null;
        if (link != null) {
            end(link, "the device went out of reach");
        }
        if (address != null) {
            listener.state(address, ConnectionState.VANISHED, "Bluetooth no longer knows it: switch it on and scan");
        }
    }

    @Override
    public void serviceStopped() {
        control.run(() -> lose("the Bluetooth service stopped"));
    }

    @Override
    public void serviceStarted() {
        control.run(this::retakeAdapter);
    }

    private void retakeAdapter() {
        try {
            if (bus != null) {
                takeAdapter(bus);
            }
        } catch (LinkException notYet) {
            control.after(FIRST_REOPENING, this::retakeAdapter);
        }
    }

    private void lose(String reason) {
        List<Link> open = new ArrayList<>(links.values());
        open.forEach(link -> end(link, reason));
        known.clear();
        if (adapter != null) {
            adapter = null;
            listener.radioState(RadioState.LOST, reason);
        }
    }

    @Override
    public void busLost(String reason) {
        control.run(() -> {
            BluezBus dead = bus;
            bus = null;
            lose(reason);
            if (dead != null) {
                dead.close();
            }
            control.after(FIRST_REOPENING, () -> reopen(FIRST_REOPENING));
        });
    }

    private void reopen(Duration waited) {
        try {
            reach();
        } catch (LinkException stillDead) {
            Duration longer = waited.multipliedBy(2);
            Duration wait = longer.compareTo(LONGEST_REOPENING) > 0 ? LONGEST_REOPENING : longer;
            control.after(wait, () -> reopen(wait));
        }
    }

    private static String reason(Throwable failure) {
        Throwable told = failure;
        while ((told instanceof ExecutionException || told instanceof java.util.concurrent.CompletionException)
                && told.getCause() != null) {
            told = told.getCause();
        }
        if (told instanceof TimeoutException) {
            return "no answer in time";
        }
        String message = told.getMessage();
        return message == null ? told.toString() : message;
    }

    @Override
    public void close() {
        control.run(() -> {
            endScan();
            if (bus != null) {
                List.copyOf(links.values()).forEach(link -> abandon(link, "the radio was closed"));
                bus.closeWhenAnswered();
                bus = null;
            }
        });
        control.close();
        listener.close();
    }
}
