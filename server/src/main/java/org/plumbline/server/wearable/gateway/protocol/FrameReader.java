package org.plumbline.server.wearable.gateway.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Reads the fields of a message, big-endian. Throws nothing but {@link GatewayFormatException}, whatever the bytes. */
final class FrameReader {
    private static final int UUID_BYTES = 16;

    private final ByteBuffer in;

    FrameReader(ByteBuffer frame) {
        in = frame.slice();
    }

    private void need(int bytes) throws GatewayFormatException {
        if (in.remaining() < bytes) {
            throw new GatewayFormatException(
                    "the message ends early: " + bytes + " more bytes expected, " + in.remaining() + " found");
        }
    }

    int u8() throws GatewayFormatException {
        need(1);
        return in.get() & 0xff;
    }

    boolean flag() throws GatewayFormatException {
        int value = u8();
        if (value > 1) {
            throw new GatewayFormatException("expected 0 or 1, found " + value);
        }
        return value == 1;
    }

    int u16() throws GatewayFormatException {
        need(Short.BYTES);
        return in.getShort() & 0xffff;
    }

    int i16() throws GatewayFormatException {
        need(Short.BYTES);
        return in.getShort();
    }

    int i32() throws GatewayFormatException {
        need(Integer.BYTES);
        return in.getInt();
    }

    long i64() throws GatewayFormatException {
        need(Long.BYTES);
        return in.getLong();
    }

    UUID uuid() throws GatewayFormatException {
        need(UUID_BYTES);
        return new UUID(in.getLong(), in.getLong());
    }

    Set<UUID> uuids() throws GatewayFormatException {
        int count = bounded("identifiers", u16(), GatewayCodec.MOST_UUIDS);
        need(count * UUID_BYTES);
        Set<UUID> uuids = new HashSet<>();
        for (int i = 0; i < count; i++) {
            uuids.add(uuid());
        }
        return uuids;
    }

    String text() throws GatewayFormatException {
        byte[] bytes = take(bounded("bytes of a text", u16(), GatewayCodec.MOST_TEXT_BYTES));
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new GatewayFormatException("a text is not UTF-8");
        }
    }

    byte[] bytes() throws GatewayFormatException {
        return take(bounded("bytes of a value", u16(), GatewayCodec.MOST_VALUE_BYTES));
    }

    private byte[] take(int length) throws GatewayFormatException {
        need(length);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static int bounded(String what, int count, int most) throws GatewayFormatException {
        if (count > most) {
            throw new GatewayFormatException("at most " + most + " " + what + " are allowed, found " + count);
        }
        return count;
    }

    void end() throws GatewayFormatException {
        if (in.hasRemaining()) {
            throw new GatewayFormatException(in.remaining() + " bytes stand after the end of the message");
        }
    }
}
