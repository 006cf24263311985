package org.plumbline.server.wearable.gateway.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.server.wearable.radio.DiscoveredDevice;

/** Every message there is goes through a frame and back, and what is no message is refused with a reason. */
class GatewayCodecTest {
    private static final int ROUNDS = 300;

    /** Every message of the two directions, found by their sealed interfaces: a new one is tested by itself. */
    static Stream<Class<?>> messages() {
        return Stream.of(FromGateway.class, ToGateway.class).flatMap(GatewayCodecTest::records);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(GatewayCodecTest::records);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageComesBackAsItWasSent(Class<?> type) throws Exception {
        Random random = new Random(type.getName().hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            GatewayMessage message = random(type, random);
            byte[] frame = GatewayCodec.encode(message);
            GatewayMessage back = decode(type, frame);

            assertEquals(type, back.getClass());
            for (RecordComponent field : type.getRecordComponents()) {
                assertTrue(
                        java.util.Objects.deepEquals(
                                field.getAccessor().invoke(message),
                                field.getAccessor().invoke(back)),
                        () -> field + ": " + message + " came back as " + back);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageCutShortOrTooLongIsRefused(Class<?> type) throws Exception {
        byte[] frame = GatewayCodec.encode(random(type, new Random(1)));
        for (int length = 0; length < frame.length; length++) {
            byte[] cut = Arrays.copyOf(frame, length);
            assertThrows(GatewayFormatException.class, () -> decode(type, cut));
        }
        byte[] longer = Arrays.copyOf(frame, frame.length + 1);
        assertThrows(GatewayFormatException.class, () -> decode(type, longer));
    }

    @Test
    void anyBytesAreAMessageOrRefusedButNeverThrowAnythingElse() {
        Random random = new Random(7);
        int[] types = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0x41, 0x43, 0x45, 0x46, 0x47, 0x4A, 0, 255};
        for (int round = 0; round < 200_000; round++) {
            byte[] frame = new byte[1 + random.nextInt(60)];
            random.nextBytes(frame);
            frame[0] = (byte) types[random.nextInt(types.length)];
            try {
                decode(round % 2 == 0 ? FromGateway.class : ToGateway.class, frame);
            } catch (GatewayFormatException refused) {
                assertTrue(refused.getMessage().length() > 10, refused.getMessage());
            }
        }
    }

    @Test
    void theExampleOfTheReferenceHolds() {
        String address = "C0:FF:EE:00:00:01";
        assertArrayEquals(
                HexFormat.of()
                        .parseHex("46" + "00000007" + "0011"
                                + HexFormat.of().formatHex(address.getBytes(StandardCharsets.US_ASCII))
                                + "00002a1900001000800000805f9b34fb"),
                GatewayCodec.encode(
                        new ToGateway.Read(7, address, UUID.fromString("00002a19-0000-1000-8000-00805f9b34fb"))));
        assertArrayEquals(
                HexFormat.of().parseHex("090000000700015a"),
                GatewayCodec.encode(new FromGateway.Value(7, new byte[] {90})));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7f: no message begins with 0x7F here",
                "0304: no state of a radio has the number 4",
                "020200000000: expected 0 or 1, found 2",
                "0b000000010002c328: a text is not UTF-8",
                "0900000001ffff: at most 512 bytes of a value are allowed, found 65535",
                "0a00000001ffff: at most 1024 identifiers are allowed, found 65535",
                "080000000100: 1 bytes stand after the end of the message",
                "08000000: the message ends early: 4 more bytes expected, 3 found"
            })
    void whatIsWrongIsSaid(String hexAndWords) {
        String[] parts = hexAndWords.split(": ", 2);
        byte[] frame = HexFormat.of().parseHex(parts[0]);
        GatewayFormatException refused = assertThrows(
                GatewayFormatException.class, () -> GatewayCodec.decodeFromGateway(ByteBuffer.wrap(frame)));
        assertEquals(parts[1], refused.getMessage());
    }

    @Test
    void aFrameThatIsTooLongIsRefusedUnread() {
        byte[] frame = new byte[GatewayCodec.MOST_FRAME_BYTES + 1];
        assertThrows(GatewayFormatException.class, () -> GatewayCodec.decodeFromGateway(ByteBuffer.wrap(frame)));
    }

    @Test
    void aLongReasonIsShortenedBetweenCharacters() throws Exception {
        for (String letter : List.of("a", "ä", "€", "𝄞")) {
            FromGateway.Failed sent = new FromGateway.Failed(1, "x" + letter.repeat(2000));
            FromGateway.Failed back = (FromGateway.Failed) decode(FromGateway.class, GatewayCodec.encode(sent));
            assertTrue(sent.reason().startsWith(back.reason()), back.reason());
            assertTrue(back.reason().length() > 250, letter);
        }
    }

    private static GatewayMessage decode(Class<?> type, byte[] frame) throws GatewayFormatException {
        return FromGateway.class.isAssignableFrom(type)
                ? GatewayCodec.decodeFromGateway(ByteBuffer.wrap(frame))
                : GatewayCodec.decodeToGateway(ByteBuffer.wrap(frame));
    }

    private static GatewayMessage random(Class<?> type, Random random) throws Exception {
        List<Class<?>> types = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (RecordComponent field : type.getRecordComponents()) {
            types.add(field.getType());
            boolean version = field.getName().equals("version");
            values.add(version ? random.nextInt(1 << 16) : value(field.getType(), random));
        }
        var constructor = type.getDeclaredConstructor(types.toArray(new Class<?>[0]));
        return (GatewayMessage) constructor.newInstance(values.toArray());
    }

    private static Object value(Class<?> type, Random random) {
        if (type == int.class) {
            return random.nextInt();
        } else if (type == long.class) {
            return random.nextLong();
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == String.class) {
            return text(random);
        } else if (type == UUID.class) {
            return new UUID(random.nextLong(), random.nextLong());
        } else if (type == Set.class) {
            return uuids(random);
        } else if (type == byte[].class) {
            byte[] bytes = new byte[random.nextInt(GatewayCodec.MOST_VALUE_BYTES + 1)];
            random.nextBytes(bytes);
            return bytes;
        } else if (type == DiscoveredDevice.class) {
            return new DiscoveredDevice(text(random), text(random), (short) random.nextInt(), uuids(random));
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        throw new AssertionError("no random " + type);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(60);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(random.nextInt(4) == 0 ? 0x1F600 + random.nextInt(60) : 32 + random.nextInt(2000));
        }
        return text.toString();
    }

    private static Set<UUID> uuids(Random random) {
        Set<UUID> uuids = new HashSet<>();
        int count = random.nextInt(10) == 0 ? GatewayCodec.MOST_UUIDS : random.nextInt(20);
        while (uuids.size() < count) {
            uuids.add(new UUID(random.nextLong(), random.nextLong()));
        }
        return uuids;
    }
}
