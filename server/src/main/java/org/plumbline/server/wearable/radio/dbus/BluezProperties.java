package org.plumbline.server.wearable.radio.dbus;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/** Reads properties as D-Bus brings them: wrapped, of several types for one thing, or not at all. */
record BluezProperties(Map<String, Variant<?>> properties) {
    private @Nullable Object value(String name) {
        Variant<?> variant = properties.get(name);
        return variant == null ? null : variant.getValue();
    }

    boolean has(String name) {
        return properties.containsKey(name);
    }

    String text(String name) {
        return value(name) instanceof String text ? text : "";
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(value(name));
    }

    /** {@code otherwise} where the property is missing, as the signal of a device that is not heard is. */
    int number(String name, int otherwise) {
        return value(name) instanceof Number number ? number.intValue() : otherwise;
    }

    Set<UUID> uuids(String name) {
        Set<UUID> uuids = new HashSet<>();
        Object value = value(name);
        if (value instanceof String[] texts) {
            value = List.of(texts);
        }
        if (value instanceof List<?> texts) {
            for (Object text : texts) {
                uuids.add(UUID.fromString(text.toString()));
            }
        }
        return uuids;
    }

    /** A copy of the bytes, or null where there are none; dbus-java brings an array of bytes as either of two types. */
    static byte @Nullable [] bytes(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (value instanceof List<?> boxed) {
            byte[] bytes = new byte[boxed.size()];
            for (int i = 0; i < bytes.length; i++) {
                if (!(boxed.get(i) instanceof Byte one)) {
                    return null;
                }
                bytes[i] = one;
            }
            return bytes;
        }
        return null;
    }

    byte @Nullable [] bytes(String name) {
        return bytes(value(name));
    }
}
