package org.plumbline.core.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;

class PolarDecoderTest {
    private static final byte[] RAW = Bytes.hex("02 0094357700000000 01 F7FFFFFFE703 F8FFFEFFE503");
    private static final byte[] COMPRESSED = Bytes.hex("02 6500000000000000 81 F1FF1400F003 06 01 7B0F08");
    private static final byte[] ANGULAR_RATE = Bytes.hex("05 FFFFFFFFFFFFFF7F 80 EAFF08000D00 03 01 DF00");

    private static final double RATE_HZ = 52;
    private static final long PERIOD_NANOS = Math.round(1e9 / RATE_HZ);
    private static final double FACTOR = 0.07;

    private final Decoded decoded = new Decoded();
    private final PolarDecoder decoder = new PolarDecoder(0, RATE_HZ, FACTOR, 0.000244, decoded);
    private long arrivalMicros = 1_000_000;

    @Test
    void readsARawFrame() {
        assertFrame(RAW, -9, -1, 999, -8, -2, 997);
        assertEquals(2_000_000_000L, LittleEndian.i64(RAW, PolarFrame.TIME_AT));
    }

    @Test
    void readsCompressedFrames() {
        assertFrame(COMPRESSED, -15, 20, 1008, -20, 17, 1008);
        assertFrame(ANGULAR_RATE, -22, 8, 13, -23, 11, 16);
    }

    @Test
    void spreadsTheTimesOfAFrameFromTheFrameBefore() {
        PolarFrame frame = new PolarFrame();
        assertTrue(frame.read(COMPRESSED, 0, COMPRESSED.length));
        PolarStream stream = new PolarStream(RATE_HZ);
        stream.startAfter(100);
        stream.add(frame, 1, 1e9, 0, 0, 101, 0);
        assertEquals(100, stream.nanos(0));
        assertEquals(101, stream.nanos(1));
    }

    @Test
    void readsDifferencesOfAnyWidth() {
        for (int bits = 1; bits <= 24; bits++) {
            int[] differences = {0, -1, 0, -(1 << (bits - 1)), (1 << (bits - 1)) - 1, 0};
            byte[] block = packed(differences, bits);
            byte[] bytes =
                    Bytes.join(Bytes.hex("02 0000000000000000 81 010002000300"), new byte[] {(byte) bits, 2}, block);
            PolarFrame frame = new PolarFrame();
            assertTrue(frame.read(bytes, 0, bytes.length));
            int[] value = {1, 2, 3};
            for (int sample = 0; sample < 3; sample++) {
                for (int channel = 0; channel < 3; channel++) {
                    value[channel] += sample == 0 ? 0 : differences[3 * (sample - 1) + channel];
                    assertEquals(value[channel], frame.value(sample, channel), bits + " bits");
                }
            }
        }
    }

    /** Found by fuzzing: it gave a specific force of thousands of g. */
    @Test
    void dropsAFrameWhoseDifferencesAddUpToWhatNoSensorMeasures() {
        int[] differences = {1 << 20, 0, 0};
        byte[] bytes = Bytes.join(
                Bytes.hex("02 0000000000000000 81 010002000300"), new byte[] {24, 1}, packed(differences, 24));
        decoder.accept(bytes, 0, bytes.length, arrivalMicros);
        assertEquals(1, decoder.counts().dropped(DropReason.IMPLAUSIBLE));
    }

    /** Found by fuzzing: between them lay a specific force of thousands of g. */
    @Test
    void joinsNoSamplesWhoseTimesAreFartherApartThanANumberHolds() {
        byte[] early = Bytes.hex("02 0000000000000080 01 0000 0000 E803");
        byte[] late = Bytes.hex("02 FFFFFFFFFFFFFF7F 01 0000 0000 FC03");
        byte[] turning = Bytes.hex("05 0000000000000000 00 0000 0000 0000");
        decoder.accept(early, 0, early.length, arrivalMicros);
        decoder.accept(late, 0, late.length, arrivalMicros + 1);
        decoder.accept(turning, 0, turning.length, arrivalMicros + 2);
        for (int index = 0; index < decoded.size(); index++) {
            assertTrue(Math.abs(decoded.get(index).accZ) < 20, () -> "specific force " + decoded.get(0).accZ);
        }
    }

    @Test
    void refusesAFrameThatIsNotWhole() {
        PolarFrame frame = new PolarFrame();
        for (int length = 16; length < COMPRESSED.length; length++) {
            boolean whole = frame.read(COMPRESSED, 0, length);
            assertEquals(length == 16, whole, length + " bytes");
        }
        assertFalse(frame.read(RAW, 0, RAW.length - 1));
    }

    @Test
    void joinsTheTwoStreamsAtTheTimesOfTheAngularRate() {
        giveForce(0, 4, 0);
        giveRate(0, 4, PERIOD_NANOS / 2);
        assertEquals(3, decoded.size());
        for (int index = 0; index < 3; index++) {
            ImuSample sample = decoded.get(index);
            decoded.assertForceG(index, (index + 0.5) / 1000, 0, 1);
            decoded.assertRateDegPerS(index, FACTOR * index, 0, 0);
            assertEquals((1_000_000_000L + index * PERIOD_NANOS + PERIOD_NANOS / 2) / 1000, sample.timeMicros, 1);
            assertEquals(0, sample.flags);
        }
        giveForce(4, 4, 0);
        assertEquals(4, decoded.size());
        assertTrue(decoder.counts().nothingDropped());
    }

    @Test
    void makesNoSampleAcrossALostFrameOfTheAcceleration() {
        giveForce(0, 4, 0);
        giveForce(8, 4, 0);
        giveRate(0, 12, PERIOD_NANOS / 2);
        assertEquals(6, decoded.size());
        assertEquals(5, decoder.counts().dropped(DropReason.UNPAIRED));
        assertEquals(4, decoder.counts().lostSamples());
        assertEquals(SampleFlag.GAP_BEFORE, decoded.get(3).flags);
    }

    @Test
    void findsItsWayAfterGarbageAndCutFrames() {
        for (int cut = 1; cut < COMPRESSED.length; cut++) {
            give(java.util.Arrays.copyOf(Bytes.join(Bytes.hex("07"), COMPRESSED), cut));
        }
        give(java.util.Arrays.copyOf(COMPRESSED, 9));
        giveForce(0, 4, 0);
        giveRate(0, 3, 0);
        assertEquals(3, decoded.size());
        decoded.assertForceG(2, 0.002, 0, 1);
        assertFalse(decoder.counts().nothingDropped());
    }

    @Test
    void goesOnAfterTheClockWasSetBack() {
        giveForce(1000, 4, 0);
        giveRate(1000, 4, 0);
        giveForce(0, 4, 0);
        giveRate(0, 4, 0);
        assertEquals(8, decoded.size());
        assertEquals(SampleFlag.TIME_RESTART, decoded.get(4).flags);
    }

    @Test
    void writesItsCommands() {
        assertArrayEquals(
                Bytes.hex("02 02 00 01 34 00 01 01 10 00 02 01 08 00 04 01 03"),
                PolarCommands.start(PolarMeasurement.ACCELERATION, 52));
        assertArrayEquals(
                Bytes.hex("02 05 00 01 34 00 01 01 10 00 02 01 D0 07 04 01 03"),
                PolarCommands.start(PolarMeasurement.ANGULAR_RATE, 52));
        assertArrayEquals(Bytes.hex("0105"), PolarCommands.settings(PolarMeasurement.ANGULAR_RATE));
        assertArrayEquals(Bytes.hex("0302"), PolarCommands.stop(PolarMeasurement.ACCELERATION));
    }

    private static void assertFrame(byte[] bytes, int... expected) {
        PolarFrame frame = new PolarFrame();
        assertTrue(frame.read(bytes, 0, bytes.length));
        assertEquals(expected.length / 3, frame.samples());
        for (int index = 0; index < expected.length; index++) {
            assertEquals(expected[index], frame.value(index / 3, index % 3));
        }
    }

    private static byte[] packed(int[] differences, int bits) {
        byte[] block = new byte[(differences.length * bits + 7) / 8];
        for (int index = 0; index < differences.length * bits; index++) {
            if ((differences[index / bits] >> index % bits & 1) != 0) {
                block[index / 8] |= (byte) (1 << index % 8);
            }
        }
        return block;
    }

    /** Samples of 1 g upwards whose x is the sample's number, mg. */
    private void giveForce(int first, int count, long shiftNanos) {
        byte[] frame = frame(2, 1, first, count, shiftNanos);
        for (int index = 0; index < count; index++) {
            LittleEndian.putU16(frame, 10 + 6 * index, first + index);
            LittleEndian.putU16(frame, 14 + 6 * index, 1000);
        }
        give(frame);
    }

    private void giveRate(int first, int count, long shiftNanos) {
        // a compressed frame whose differences are one in x
        byte[] frame = new byte[10 + 6 + 2 + (3 * 2 * (count - 1) + 7) / 8];
        System.arraycopy(frame(5, 0x80, first, count, shiftNanos), 0, frame, 0, 10);
        LittleEndian.putU16(frame, 10, first);
        frame[16] = 2;
        frame[17] = (byte) (count - 1);
        for (int index = 0; index < count - 1; index++) {
            int bit = 6 * index;
            frame[18 + bit / 8] |= (byte) (1 << bit % 8);
        }
        give(frame);
    }

    private static byte[] frame(int type, int kind, int first, int count, long shiftNanos) {
        byte[] frame = new byte[10 + 6 * count];
        frame[0] = (byte) type;
        LittleEndian.putI64(frame, 1, 1_000_000_000L + (first + count - 1) * PERIOD_NANOS + shiftNanos);
        frame[9] = (byte) kind;
        return frame;
    }

    private void give(byte[] bytes) {
        arrivalMicros += 70_000;
        decoder.accept(bytes, 0, bytes.length, arrivalMicros);
    }
}
