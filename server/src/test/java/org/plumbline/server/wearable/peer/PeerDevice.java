package org.plumbline.server.wearable.peer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.types.Variant;
import org.plumbline.server.wearable.radio.StandardGatt;
import org.plumbline.server.wearable.radio.dbus.Battery1;
import org.plumbline.server.wearable.radio.dbus.Device1;
import org.plumbline.server.wearable.radio.simulated.Peripheral;

/** A device as this BlueZ knows it. Its services appear when it is connected, and stay while it is known. */
public final class PeerDevice extends ExportedObject implements Device1, Battery1, Peripheral.Notifications {
    private final BluezPeer bluez;
    private final DBusConnection connection;
    private final Peripheral peripheral;
    private final List<ExportedObject> attributes = new ArrayList<>();
    private final CountDownLatch gone = new CountDownLatch(1);
    private volatile Duration connectDelay = Duration.ZERO;
    private boolean connected;

    PeerDevice(BluezPeer bluez, DBusConnection connection, String adapter, Peripheral peripheral) {
        super(connection, adapter + "/dev_" + peripheral.address().replace(':', '_'));
        this.bluez = bluez;
        this.connection = connection;
        this.peripheral = peripheral;
        String[] uuids = peripheral.advertised().stream().map(UUID::toString).toArray(String[]::new);
        give(
                Device1.NAME,
                Map.ofEntries(
                        Map.entry("Address", new Variant<>(peripheral.address())),
                        Map.entry("AddressType", new Variant<>("random")),
                        Map.entry("Name", new Variant<>(peripheral.name())),
                        Map.entry("Alias", new Variant<>(peripheral.name())),
                        Map.entry("Paired", new Variant<>(false)),
                        Map.entry("Trusted", new Variant<>(false)),
                        Map.entry("Blocked", new Variant<>(false)),
                        Map.entry("LegacyPairing", new Variant<>(false)),
                        Map.entry("RSSI", new Variant<>((short) peripheral.rssiDbm())),
                        Map.entry("Connected", new Variant<>(false)),
                        Map.entry("ServicesResolved", new Variant<>(false)),
                        Map.entry("UUIDs", new Variant<>(uuids)),
                        Map.entry("Adapter", new Variant<>(new DBusPath(adapter)))));
    }

    String address() {
        return peripheral.address();
    }

    /** The device and what it has, each with its path. */
    synchronized List<ExportedObject> objects() {
        List<ExportedObject> all = new ArrayList<>(List.of(this));
        all.addAll(attributes);
        return all;
    }

    /** A connection takes so long from now on. */
    void connectDelay(Duration delay) {
        connectDelay = delay;
    }

    @Override
    public void Connect() {
        try {
            if (gone.await(connectDelay.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new DBusExecutionException("le-connection-abort-by-local");
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new DBusExecutionException("interrupted");
        }
        synchronized (this) {
            if (connected) {
                return;
            }
            connected = true;
            change(Device1.NAME, Map.of("Connected", new Variant<>(true)));
            if (attributes.isEmpty()) {
                exportAttributes();
            }
            if (peripheral.services().containsKey(StandardGatt.BATTERY)) {
                byte percent = peripheral.read(StandardGatt.BATTERY_LEVEL)[0];
                give(Battery1.NAME, Map.of("Percentage", new Variant<>(percent)));
                bluez.tellAdded(
                        getObjectPath(), Map.of(Battery1.NAME, interfaces().get(Battery1.NAME)));
            }
            change(Device1.NAME, Map.of("ServicesResolved", new Variant<>(true)));
        }
        peripheral.connected(this);
    }

    private void exportAttributes() {
        int handle = 0x10;
        for (Map.Entry<UUID, Map<UUID, List<String>>> service :
                peripheral.services().entrySet()) {
            if (service.getKey().equals(StandardGatt.BATTERY)) {
                // BlueZ keeps it to itself
                continue;
            }
            String servicePath = getObjectPath() + String.format("/service%04x", handle++);
            add(new PeerService(connection, servicePath, getObjectPath(), service.getKey()));
            for (Map.Entry<UUID, List<String>> characteristic :
                    service.getValue().entrySet()) {
                add(new PeerCharacteristic(
                        connection,
                        servicePath + String.format("/char%04x", handle++),
                        servicePath,
                        characteristic.getKey(),
                        characteristic.getValue(),
                        peripheral));
            }
        }
    }

    private void add(ExportedObject attribute) {
        attributes.add(attribute);
        bluez.export(attribute);
    }

    @Override
    public void Disconnect() {
        drop();
    }

    /** The connection is over, by whichever side. */
    void drop() {
        peripheral.disconnected();
        synchronized (this) {
            if (!connected) {
                return;
            }
            connected = false;
            for (ExportedObject attribute : attributes) {
                if (attribute instanceof PeerCharacteristic characteristic) {
                    characteristic.stop();
                }
            }
            change(Device1.NAME, Map.of("ServicesResolved", new Variant<>(false)));
            change(Device1.NAME, Map.of("Connected", new Variant<>(false)));
        }
    }

    /** The device is known no more: a connection attempt under way fails. */
    void release() {
        gone.countDown();
        peripheral.disconnected();
    }

    @Override
    public boolean send(UUID characteristic, byte[] value) {
        if (characteristic.equals(StandardGatt.BATTERY_LEVEL)) {
            change(Battery1.NAME, Map.of("Percentage", new Variant<>(value[0])));
            return true;
        }
        // lock-free: the list is complete before anything is sent
        for (ExportedObject attribute : attributes) {
            if (attribute instanceof PeerCharacteristic one && one.uuid().equals(characteristic)) {
                return one.send(value);
            }
        }
        return false;
    }
}
