package org.plumbline.server.wearable.gateway.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

/** Writes the fields of a message, big-endian. What is too long is an error of the caller, but a text, which is shortened. */
public final class FrameWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

    FrameWriter() {}

    FrameWriter u8(int value) {
        out.write(value);
        return this;
    }

    FrameWriter u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    FrameWriter i16(int value) {
        return u16(Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value)));
    }

    FrameWriter i32(int value) {
        return u16(value >>> 16).u16(value);
    }

    FrameWriter i64(long value) {
        return i32((int) (value >>> 32)).i32((int) value);
    }

    FrameWriter uuid(UUID value) {
        return i64(value.getMostSignificantBits()).i64(value.getLeastSignificantBits());
    }

    FrameWriter uuids(Set<UUID> values) {
        if (values.size() > GatewayCodec.MOST_UUIDS) {
            throw new IllegalArgumentException("too many identifiers for one message: " + values.size());
        }
        u16(values.size());
        values.forEach(this::uuid);
        return this;
    }

    FrameWriter text(String value) {
        String shortened = value;
        byte[] bytes = shortened.getBytes(StandardCharsets.UTF_8);
        while (bytes.length > GatewayCodec.MOST_TEXT_BYTES) {
            int characters = Math.min(shortened.length() - 1, GatewayCodec.MOST_TEXT_BYTES);
            characters -= Character.isHighSurrogate(shortened.charAt(characters - 1)) ? 1 : 0;
            shortened = shortened.substring(0, characters);
            bytes = shortened.getBytes(StandardCharsets.UTF_8);
        }
        u16(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    FrameWriter bytes(byte[] value) {
        if (value.length > GatewayCodec.MOST_VALUE_BYTES) {
            throw new IllegalArgumentException(
                    "a value may have " + GatewayCodec.MOST_VALUE_BYTES + " bytes, but has " + value.length);
        }
        u16(value.length);
        out.writeBytes(value);
        return this;
    }

    byte[] frame() {
        return out.toByteArray();
    }
}
