package org.plumbline.server.wearable.peer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.types.Variant;
import org.plumbline.server.wearable.radio.simulated.Peripheral;

/**
 * A BlueZ with one adapter and the given devices, on a private bus. Devices become known when they are heard in a scan, as
 * with the real one; the switches make happen what happens in a gym.
 */
public final class BluezPeer implements ObjectManager, AutoCloseable {
    private static final String ADAPTER = "/org/bluez/hci0";
    private static final String NAME = "org.bluez";

    private final String busAddress;
    private final List<? extends Peripheral> peripherals;
    private final Map<String, Duration> connectDelays = new ConcurrentHashMap<>();
    private final Map<String, ExportedObject> objects = new ConcurrentHashMap<>();
    private final Map<String, PeerDevice> devices = new ConcurrentHashMap<>();
    private final Map<String, Boolean> outOfReach = new ConcurrentHashMap<>();
    private DBusConnection connection;
    private volatile PeerAdapter adapter;

    private BluezPeer(String busAddress, List<? extends Peripheral> peripherals) throws DBusException {
        this.busAddress = busAddress;
        this.peripherals = peripherals;
        this.connection = appear(false);
    }

    public static BluezPeer on(PrivateBus bus, List<? extends Peripheral> peripherals) {
        try {
            return new BluezPeer(bus.address(), peripherals);
        } catch (DBusException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private DBusConnection appear(boolean remembering) throws DBusException {
        DBusConnection bus =
                DBusConnectionBuilder.forAddress(busAddress).withShared(false).build();
        bus.exportObject("/", this);
        connection = bus;
        PeerAdapter appeared = new PeerAdapter(this, bus, ADAPTER);
        adapter = appeared;
        export(appeared);
        if (remembering) {
            hearDevices();
        }
        bus.requestBusName(NAME);
        return bus;
    }

    /** Scanning began: whoever is in reach is heard. */
    void hearDevices() {
        for (Peripheral peripheral : peripherals) {
            if (!outOfReach.containsKey(peripheral.address()) && !devices.containsKey(peripheral.address())) {
                PeerDevice device = new PeerDevice(this, connection, ADAPTER, peripheral);
                device.connectDelay(connectDelays.getOrDefault(peripheral.address(), Duration.ZERO));
                devices.put(peripheral.address(), device);
                export(device);
            }
        }
    }

    void export(ExportedObject object) {
        try {
            connection.exportObject(object.getObjectPath(), object);
        } catch (DBusException refused) {
            throw new IllegalStateException(refused);
        }
        objects.put(object.getObjectPath(), object);
        tellAdded(object.getObjectPath(), object.interfaces());
    }

    void tellAdded(String path, Map<String, Map<String, Variant<?>>> interfaces) {
        try {
            connection.sendMessage(new InterfacesAdded("/", new DBusPath(path), interfaces));
        } catch (DBusException unsendable) {
            throw new IllegalStateException(unsendable);
        }
    }

    @Override
    public Map<DBusPath, Map<String, Map<String, Variant<?>>>> GetManagedObjects() {
        Map<DBusPath, Map<String, Map<String, Variant<?>>>> managed = new HashMap<>();
        objects.forEach((path, object) -> managed.put(new DBusPath(path), object.interfaces()));
        return managed;
    }

    @Override
    public String getObjectPath() {
        return "/";
    }

    /** Connecting to the device takes so long. */
    public void connectsSlowly(String address, Duration delay) {
        connectDelays.put(address, delay);
        PeerDevice device = devices.get(address);
        if (device != null) {
            device.connectDelay(delay);
        }
    }

    /** The link to a device breaks; it stays in reach. */
    public void dropConnection(String address) {
        device(address).drop();
    }

    /** A device is switched off: its link breaks, and BlueZ forgets it. */
    public void vanish(String address) {
        outOfReach.put(address, true);
        PeerDevice device = device(address);
        device.drop();
        forget(device);
    }

    /** A device that had vanished is switched on: a scan hears it, the one that runs or the next. */
    public void comeBack(String address) {
        outOfReach.remove(address);
        if (adapter.isScanning()) {
            hearDevices();
        }
    }

    private void forget(PeerDevice device) {
        device.release();
        devices.remove(device.address());
        List<ExportedObject> gone = device.objects();
        for (int i = gone.size() - 1; i >= 0; i--) {
            ExportedObject object = gone.get(i);
            String path = object.getObjectPath();
            objects.remove(path);
            connection.unExportObject(path);
            try {
                connection.sendMessage(new InterfacesRemoved(
                        "/", new DBusPath(path), List.copyOf(object.interfaces().keySet())));
            } catch (DBusException unsendable) {
                throw new IllegalStateException(unsendable);
            }
        }
    }

    /** As when bluetoothd is killed: links break, the name is lost, nobody is told of single objects. */
    public void stopService() {
        devices.values().forEach(PeerDevice::release);
        devices.clear();
        objects.clear();
        connection.disconnect();
    }

    /** As when bluetoothd is started: new objects under a new owner of the name. */
    public void startService() {
        start(false);
    }

    /** The same, and it still knows its devices, as it does those it is bonded with. None is connected. */
    public void startServiceRemembering() {
        start(true);
    }

    private void start(boolean remembering) {
        try {
            connection = appear(remembering);
        } catch (DBusException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private PeerDevice device(String address) {
        PeerDevice device = devices.get(address);
        if (device == null) {
            throw new IllegalStateException("BlueZ does not know " + address);
        }
        return device;
    }

    @Override
    public void close() {
        devices.values().forEach(PeerDevice::release);
        connection.disconnect();
    }
}
