package org.plumbline.core.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.SampleFlag;

class MovesenseDecoderTest {
    private static final int REFERENCE = 0x63;
    private static final byte[] CAPTURED = Bytes.hex("0263 aca10200"
            + "94b578bf399b8840cdb20d41 55ff7cbf6a60884092c70c41 82627cbfa2e988405da00c41 8bf871bf71248940c38c0c41"
            + "48e17abf713daabf3333b3be c3f568bf713daabf3e0ad7be ae4721bff628bcbf3e0ad7be ae4721bf3333b3bf3e0ad7be");
    private static final byte[] COMPUTED = Bytes.hex("0263 88130000"
            + "00000000000080bf00001c41 0000003f000080bf00001c41 0000803f000080bf00001c41 0000c03f000080bf00001c41"
            + "000020410000a0c10000003f 000030410000a0c10000003f 000040410000a0c10000003f 000050410000a0c10000003f");
    private static final byte[] PART_1 = Bytes.hex("0263 70170000"
            + "00000000 00000000 00001c41 0000803e 00000000 00001c41 0000003f 00000000 00001c41 0000403f 00000000 00001c41"
            + "0000803f 00000000 00001c41 0000a03f 00000000 00001c41 0000c03f 00000000 00001c41 0000e03f 00000000 00001c41"
            + "0000803f 000000c0 0000003f 00000040 000000c0 0000003f 00004040 000000c0 0000003f 00008040 000000c0 0000003f"
            + "0000a040 00");
    private static final byte[] PART_2 = Bytes.hex("0363"
            + "0000c0 0000003f 0000c040 000000c0 0000003f 0000e040 000000c0 0000003f 00000041 000000c0 0000003f");

    private Decoded decoded = new Decoded();
    private MovesenseDecoder decoder = at(52);
    private long arrivalMicros = 3_000_000;

    @Test
    void decodesACapturedFrame() {
        give(CAPTURED);
        assertEquals(4, decoded.size());
        decoded.assertForceMs2(0, -0.971521, 4.268948, 8.856153);
        decoded.assertForceMs2(1, -0.988271, 4.261769, 8.798723);
        decoded.assertForceMs2(2, -0.985878, 4.278520, 8.789151);
        decoded.assertForceMs2(3, -0.945199, 4.285698, 8.784366);
        decoded.assertRateDegPerS(0, -0.98, -1.33, -0.35);
        decoded.assertRateDegPerS(1, -0.91, -1.33, -0.42);
        decoded.assertRateDegPerS(2, -0.63, -1.47, -0.42);
        decoded.assertRateDegPerS(3, -0.63, -1.40, -0.42);
        assertEquals(172_460_000, decoded.get(0).timeMicros);
        assertEquals(172_460_000 + 19_231, decoded.get(1).timeMicros);
    }

    @Test
    void decodesAComputedFrame() {
        give(COMPUTED);
        assertComputed();
        assertTrue(decoder.counts().nothingDropped());
    }

    @Test
    void putsAFrameTogetherThatTheSensorCutAnywhere() {
        for (int cut = 3; cut < COMPUTED.length; cut++) {
            startAnew(52);
            decoder.accept(COMPUTED, 0, cut, arrivalMicros);
            assertEquals(0, decoded.size());
            byte[] rest =
                    Bytes.join(new byte[] {3, REFERENCE}, java.util.Arrays.copyOfRange(COMPUTED, cut, COMPUTED.length));
            give(rest);
            assertComputed();
        }
    }

    @Test
    void putsAFrameTogetherThatIsCutInsideANumber() {
        startAnew(104);
        give(PART_1);
        give(PART_2);
        assertEquals(8, decoded.size());
        for (int index = 0; index < 8; index++) {
            decoded.assertForceMs2(index, 0.25 * index, 0, 9.75);
            decoded.assertRateDegPerS(index, 1 + index, -2, 0.5);
            assertEquals(6_000_000 + Math.round(index * 1e6 / 104), decoded.get(index).timeMicros);
        }
    }

    @Test
    void findsItsWayAfterGarbage() {
        for (String garbage : new String[] {"00", "02", "0263", "026301", "0363 0102", "ff00ff00", "0264 0000", "01"}) {
            startAnew(52);
            give(Bytes.hex(garbage));
            give(COMPUTED);
            assertEquals(4, decoded.size(), "after " + garbage);
            assertComputed();
        }
    }

    @Test
    void discardsAFrameWhoseSecondPartNeverCame() {
        startAnew(104);
        give(at(PART_1, 6000 - 77));
        give(PART_2);
        give(at(PART_1, 6000));
        give(at(PART_1, 6077));
        give(PART_2);
        assertEquals(16, decoded.size());
        assertEquals(1, decoder.counts().dropped(DropReason.INCOMPLETE));
        assertEquals(SampleFlag.GAP_BEFORE, decoded.get(8).flags);
        assertEquals(8, decoder.counts().lostSamples());
        assertEquals(1, decoder.counts().gaps());
    }

    @Test
    void takesStepsOfWholeMillisecondsForNoLossAndOfTwoFramesForOne() {
        int[] times = {1000, 1077, 1154, 1231, 1308, 1462, 1538};
        for (int time : times) {
            give(at(COMPUTED, time));
        }
        assertEquals(4, decoder.counts().lostSamples());
        assertEquals(SampleFlag.GAP_BEFORE, decoded.get(20).flags);
        assertEquals(0, decoded.get(16).flags);
    }

    @Test
    void learnsHowFarOffTheSensorsRateIs() {
        double frameMs = 8000 / 104.0 * 1.03;
        startAnew(104);
        byte[] frame = new byte[2 + 4 + 192];
        frame[0] = 2;
        frame[1] = REFERENCE;
        for (int index = 0; index < 600; index++) {
            give(at(frame, Math.round(index * frameMs)));
        }
        assertEquals(0, decoder.counts().gaps());
        int last = decoded.size() - 8;
        double period = (decoded.get(last + 7).timeMicros - decoded.get(last).timeMicros) / 7.0;
        assertEquals(1e6 / 104 * 1.03, period, 20);
    }

    @Test
    void readsTheAnswerToTheSubscription() {
        give(Bytes.hex("0163C800"));
        assertEquals(200, decoder.status());
        assertTrue(decoder.counts().nothingDropped());
    }

    @Test
    void refusesARateThatTheSensorDoesNotHave() {
        assertThrows(IllegalArgumentException.class, () -> at(100));
        assertThrows(IllegalArgumentException.class, () -> at(0));
    }

    /** The sensor's other streams have the same arrays; only both together give a sample. */
    @Test
    void readsTheCapturedFramesOfOneSensorAlone() {
        byte[] acc = Bytes.hex("03de0100 55ab8bbf69f78d4081dd0a41 2b1387bf975a8d4020840b41"
                + "e79190bf076d8e401bf10a41 2b1387bf316e8d40b9660b41");
        byte[] gyr = Bytes.hex("03de0100 295c8f3f666606c03e0a57be ae47a13f85eb01c0295c8fbe"
                + "ae47a13fc3f5e8bf295c8fbe 295c8f3f85ebf1bf3e0a57be");
        assertEquals(122_371, LittleEndian.u32(acc, 0));
        give(Bytes.join(Bytes.hex("0263"), acc, java.util.Arrays.copyOfRange(gyr, 4, gyr.length)));
        decoded.assertForceMs2(0, -1.091166, 4.436451, 8.679078);
        decoded.assertForceMs2(3, -1.055272, 4.419701, 8.712579);
        decoded.assertRateDegPerS(0, 1.12, -2.10, -0.21);
        decoded.assertRateDegPerS(3, 1.12, -1.89, -0.21);
    }

    @Test
    void writesItsCommands() {
        assertArrayEquals(Bytes.hex("0001"), MovesenseCommands.hello(1));
        assertArrayEquals(
                Bytes.join(
                        Bytes.hex("0163"),
                        "/Meas/IMU6/104".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        Bytes.zeros(1)),
                MovesenseCommands.subscribe(REFERENCE, 104));
        assertArrayEquals(Bytes.hex("0263"), MovesenseCommands.unsubscribe(REFERENCE));
    }

    private void assertComputed() {
        assertEquals(4, decoded.size());
        assertEquals(5_000_000, decoded.get(0).timeMicros);
        for (int index = 0; index < 4; index++) {
            decoded.assertForceMs2(index, 0.5 * index, -1, 9.75);
            decoded.assertRateDegPerS(index, 10 + index, -20, 0.5);
        }
    }

    private static byte[] at(byte[] frame, long millis) {
        byte[] moved = frame.clone();
        LittleEndian.putU16(moved, 2, (int) millis);
        LittleEndian.putU16(moved, 4, (int) (millis >> 16));
        return moved;
    }

    private MovesenseDecoder at(int rateHz) {
        return new MovesenseDecoder(0, REFERENCE, rateHz, decoded);
    }

    private void startAnew(int rateHz) {
        decoded = new Decoded();
        decoder = at(rateHz);
    }

    private void give(byte[] bytes) {
        arrivalMicros += 76_923;
        decoder.accept(bytes, 0, bytes.length, arrivalMicros);
    }
}
