package org.plumbline.server.wearable.peer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** An object on the bus with the properties of one or more interfaces. */
public abstract class ExportedObject implements Properties {
    private final DBusConnection connection;
    private final String path;
    private final Map<String, Map<String, Variant<?>>> interfaces = new ConcurrentHashMap<>();

    ExportedObject(DBusConnection connection, String path) {
        this.connection = connection;
        this.path = path;
    }

    Map<String, Map<String, Variant<?>>> interfaces() {
        Map<String, Map<String, Variant<?>>> copy = new HashMap<>();
        interfaces.forEach((name, properties) -> copy.put(name, new HashMap<>(properties)));
        return copy;
    }

    /** Adds an interface without telling anyone. */
    void give(String interfaceName, Map<String, Variant<?>> properties) {
        interfaces.put(interfaceName, new ConcurrentHashMap<>(properties));
    }

    /** Changes properties and tells everyone. */
    void change(String interfaceName, Map<String, Variant<?>> changed) {
        Map<String, Variant<?>> properties = interfaces.get(interfaceName);
        if (properties != null) {
            properties.putAll(changed);
        }
        try {
            connection.sendMessage(new PropertiesChanged(path, interfaceName, changed, List.of()));
        } catch (DBusException unsendable) {
            throw new IllegalStateException(unsendable);
        }
    }

    @Override
    public String getObjectPath() {
        return path;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <A> A Get(String interfaceName, String property) {
        return (A) GetAll(interfaceName).get(property).getValue();
    }

    @Override
    public <A> void Set(String interfaceName, String property, A value) {
        Object plain = value instanceof Variant<?> variant ? variant.getValue() : value;
        change(interfaceName, Map.of(property, new Variant<>(plain)));
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        return interfaces.getOrDefault(interfaceName, Map.of());
    }
}
