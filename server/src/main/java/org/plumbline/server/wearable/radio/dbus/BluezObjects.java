package org.plumbline.server.wearable.radio.dbus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/** What BlueZ exports at one moment. Things are found by address and UUID: their paths change between its versions. */
final class BluezObjects {
    /** In path order, so that the first adapter is the same each time. */
    private final TreeMap<String, Map<String, Map<String, Variant<?>>>> objects = new TreeMap<>();

    BluezObjects(Map<DBusPath, Map<String, Map<String, Variant<?>>>> managed) {
        managed.forEach((path, interfaces) -> objects.put(path.getPath(), interfaces));
    }

    @Nullable
    BluezProperties of(String path, String interfaceName) {
        Map<String, Map<String, Variant<?>>> interfaces = objects.get(path);
        Map<String, Variant<?>> properties = interfaces == null ? null : interfaces.get(interfaceName);
        return properties == null ? null : new BluezProperties(properties);
    }

    /** Path of the first adapter that is on, or else of the first. */
    Optional<String> adapter() {
        Map<String, BluezProperties> adapters = all(Adapter1.NAME, "/");
        return adapters.entrySet().stream()
                .filter(adapter -> adapter.getValue().flag("Powered"))
                .findFirst()
                .or(() -> adapters.entrySet().stream().findFirst())
                .map(Map.Entry::getKey);
    }

    /** Devices an adapter knows, by path. */
    Map<String, BluezProperties> devices(String adapter) {
        return all(Device1.NAME, adapter + "/");
    }

    Optional<String> device(String adapter, String address) {
        return devices(adapter).entrySet().stream()
                .filter(device -> device.getValue().text("Address").equalsIgnoreCase(address))
                .findFirst()
                .map(Map.Entry::getKey);
    }

    /** Paths of a device's characteristics; the first of two that share a UUID. */
    Map<UUID, String> characteristics(String device) {
        Map<UUID, String> found = new HashMap<>();
        all(GattCharacteristic1.NAME, device + "/")
                .forEach((path, properties) -> found.putIfAbsent(UUID.fromString(properties.text("UUID")), path));
        return found;
    }

    /** Identifiers of a device's services. */
    Set<UUID> services(String device) {
        Set<UUID> found = new HashSet<>();
        all(GattService1.NAME, device + "/")
                .forEach((path, properties) -> found.add(UUID.fromString(properties.text("UUID"))));
        return found;
    }

    private Map<String, BluezProperties> all(String interfaceName, String prefix) {
        Map<String, BluezProperties> found = new TreeMap<>();
        for (String path : objects.keySet()) {
            BluezProperties properties = path.startsWith(prefix) ? of(path, interfaceName) : null;
            if (properties != null) {
                found.put(path, properties);
            }
        }
        return found;
    }
}
