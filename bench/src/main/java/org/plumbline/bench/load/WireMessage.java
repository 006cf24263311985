package org.plumbline.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Fields of the gateway protocol, {@code docs/reference/gateway-protocol.md}: big-endian, one message at a time. */
final class WireMessage {
    private static final int LONGEST = 4096;

    private final ByteBuffer buffer = ByteBuffer.allocate(LONGEST);

    WireMessage begin(int type) {
        buffer.clear();
        return u8(type);
    }

    WireMessage u8(int value) {
        buffer.put((byte) value);
        return this;
    }

    WireMessage u16(int value) {
        buffer.putShort((short) value);
        return this;
    }

    WireMessage i32(int value) {
        buffer.putInt(value);
        return this;
    }

    WireMessage i64(long value) {
        buffer.putLong(value);
        return this;
    }

    WireMessage text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    WireMessage bytes(byte[] value) {
        u16(value.length);
        buffer.put(value);
        return this;
    }

    WireMessage uuid(UUID value) {
        return i64(value.getMostSignificantBits()).i64(value.getLeastSignificantBits());
    }

    WireMessage uuids(List<UUID> values) {
        u16(values.size());
        values.forEach(this::uuid);
        return this;
    }

    /** The message so far, to be read. */
    ByteBuffer done() {
        return buffer.flip();
    }

    static String text(ByteBuffer from) {
        return new String(value(from), StandardCharsets.UTF_8);
    }

    static byte[] value(ByteBuffer from) {
        byte[] bytes = new byte[Short.toUnsignedInt(from.getShort())];
        from.get(bytes);
        return bytes;
    }

    static UUID uuid(ByteBuffer from) {
        return new UUID(from.getLong(), from.getLong());
    }
}
