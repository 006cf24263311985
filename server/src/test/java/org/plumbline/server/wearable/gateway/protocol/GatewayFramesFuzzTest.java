package org.plumbline.server.wearable.gateway.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames of the live socket between a gateway and the server, both ways. */
class GatewayFramesFuzzTest {
    private interface Decoder {
        GatewayMessage decode(ByteBuffer frame) throws GatewayFormatException;
    }

    @MethodSource("seeds")
    @FuzzTest
    void areReadWholeOrRefusedInWords(byte[] frame) {
        check(frame, GatewayCodec::decodeFromGateway);
        check(frame, GatewayCodec::decodeToGateway);
    }

    private static void check(byte[] frame, Decoder decoder) {
        GatewayMessage message;
        try {
            message = decoder.decode(ByteBuffer.wrap(frame));
        } catch (GatewayFormatException refused) {
            assertFalse(String.valueOf(refused.getMessage()).isBlank());
            return;
        }
        assertEquals(frame[0] & 0xff, message.type());
        if (isOneWayToSay(message)) {
            assertArrayEquals(frame, GatewayCodec.encode(message), "what was read is what was sent");
        }
    }

    /** A set of identifiers may come in any order, and one of them twice. */
    private static boolean isOneWayToSay(GatewayMessage message) {
        return !(message instanceof FromGateway.Discovered) && !(message instanceof FromGateway.Identifiers);
    }

    static Stream<byte[]> seeds() {
        UUID level = UUID.fromString("00002a19-0000-1000-8000-00805f9b34fb");
        Set<UUID> identifiers = new HashSet<>(Set.of(level));
        String address = "C0:FF:EE:00:00:01";
        return Stream.of(
                GatewayCodec.encode(new FromGateway.Hello(1, 5, "boot", "gateway 1")),
                GatewayCodec.encode(new FromGateway.Notification(address, level, 7, new byte[] {1, 2, 3})),
                GatewayCodec.encode(new FromGateway.Identifiers(7, identifiers)),
                GatewayCodec.encode(new FromGateway.Failed(7, "out of reach")),
                GatewayCodec.encode(new ToGateway.Write(7, address, level, new byte[] {9})),
                GatewayCodec.encode(new ToGateway.Scan()),
                HexFormat.of().parseHex("0BFFFFFFFF0001C3"));
    }
}
