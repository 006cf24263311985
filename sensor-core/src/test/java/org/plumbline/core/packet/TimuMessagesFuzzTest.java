package org.plumbline.core.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

class TimuMessagesFuzzTest {
    private static final int LEAST_INFO_BYTES = 28;

    /** The first byte says how many of the others are the description; frames are what follows. */
    @MethodSource("seeds")
    @FuzzTest
    void holdsWhateverComes(byte[] input) {
        int length = input.length == 0 ? 0 : Math.min(LittleEndian.u8(input, 0), input.length - 1);
        int from = Math.min(1, input.length);
        checkReplies(input, from);
        TimuInfo info = TimuInfo.read(input, from, from + length);
        if (info == null) {
            return;
        }
        assertTrue(length >= LEAST_INFO_BYTES);
        assertTrue(2 * info.ratesHz().size() + 20 * info.sensors().size() <= length);
        for (TimuSensor sensor : info.sensors()) {
            assertTrue(sensor.isUsable());
            assertTrue(sensor.groupDelayMs() >= 0 && sensor.accelerationRangeG() >= 0);
        }
        decodeWith(info, Arrays.copyOfRange(input, from + length, input.length));
    }

    private static void checkReplies(byte[] input, int from) {
        TimuControl.Reply reply = TimuControl.Reply.read(input, from, input.length);
        if (reply != null) {
            assertTrue(reply.request() >= 0 && reply.request() < 128);
            assertTrue(reply.first() >= -1 && reply.first() < 256 && reply.second() >= -1 && reply.second() < 256);
            assertEquals(reply.second() >= 0, input.length - from > 3);
        }
        TimuTimeSync.Reply synchronised = TimuTimeSync.Reply.read(input, from, input.length);
        if (synchronised != null) {
            assertTrue(synchronised.turnaroundMicros() >= 0 && synchronised.sequence() >= 0);
        }
        TimuTimeSync.Beacon beacon = TimuTimeSync.Beacon.read(input, from, input.length);
        assertTrue(beacon == null || beacon.counter() >= 0);
    }

    /** Frames that wait for a description, and frames after it. */
    private static void decodeWith(TimuInfo info, byte[] frame) {
        long[] samples = new long[1];
        TimuDecoder decoder = new TimuDecoder(0, sample -> {
            samples[0]++;
            assertTrue(Double.isFinite(sample.accX + sample.accY + sample.accZ));
            assertTrue(Double.isFinite(sample.gyrX + sample.gyrY + sample.gyrZ));
        });
        decoder.accept(frame, 0, frame.length, 1_000);
        decoder.describe(info);
        decoder.accept(frame, 0, frame.length, 2_000);
        decoder.finish();
        assertEquals(samples[0], decoder.counts().samples());
        assertTrue(samples[0] <= 2L * frame.length);
    }

    static Stream<byte[]> seeds() {
        byte[] one = {(byte) TimuPackets.INFO.length};
        byte[] two = {(byte) TimuPackets.INFO_OF_TWO.length};
        byte[] none = {0};
        return Stream.of(
                Bytes.join(one, TimuPackets.INFO, TimuPackets.V1),
                Bytes.join(two, TimuPackets.INFO_OF_TWO, TimuPackets.V4),
                Bytes.join(none, Bytes.hex("81000104")),
                Bytes.join(none, Bytes.hex("8107809698000000000010270000")),
                Bytes.join(none, Bytes.hex("8200809698000000000010270000")));
    }
}
