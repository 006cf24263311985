package org.plumbline.core.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.SampleFlag;

class DotDecoderTest {
    private static final byte[] RATES =
            Bytes.join(Bytes.hex("d8052244 0000003f 000080be 00001c41 00002841 0000a2c1 0000003e"), Bytes.zeros(12));
    private static final byte[] BEFORE_WRAP =
            Bytes.join(Bytes.hex("bfe0ffff 00000000 00000000 00001d41"), Bytes.zeros(24));
    private static final byte[] AFTER_WRAP =
            Bytes.join(Bytes.hex("da210000 0000803d 00000000 00001d41 0000803f 000080bf 0000003f"), Bytes.zeros(12));
    private static final byte[] CUSTOM_5 = Bytes.join(
            Bytes.hex("80841e00 0000803f"),
            Bytes.zeros(12),
            Bytes.hex("0000003e 000000bf 00001c41 0000c03f 000010c0 0000c842"),
            Bytes.zeros(19));

    private Decoded decoded = new Decoded();
    private DotDecoder decoder = of(DotPayload.RATE_QUANTITIES);
    private long arrivalMicros = 7_000_000;

    @Test
    void decodesRateQuantities() {
        give(RATES);
        assertRates();
        assertTrue(decoder.counts().nothingDropped());
    }

    @Test
    void putsAPayloadTogetherThatARelayCutAnywhere() {
        for (int cut = 1; cut < RATES.length; cut++) {
            startAnew(DotPayload.RATE_QUANTITIES);
            decoder.accept(RATES, 0, cut, arrivalMicros);
            decoder.accept(RATES, cut, RATES.length, arrivalMicros);
            assertRates();
        }
        for (int cut = 1; cut < CUSTOM_5.length; cut++) {
            startAnew(DotPayload.CUSTOM_5);
            decoder.accept(CUSTOM_5, 0, cut, arrivalMicros);
            decoder.accept(CUSTOM_5, cut, CUSTOM_5.length, arrivalMicros);
            assertCustom5();
        }
    }

    @Test
    void findsItsWayAfterGarbageOfAnyLength() {
        for (int length = 1; length < 80; length++) {
            startAnew(DotPayload.RATE_QUANTITIES);
            byte[] garbage = new byte[length];
            java.util.Arrays.fill(garbage, (byte) 0xA5);
            give(garbage);
            give(RATES);
            assertRates();
            assertEquals(1, dropped(), length + " bytes of garbage");
        }
    }

    /** What a connection gives that allows 23 bytes: the first 20 of every payload. */
    @Test
    void takesNoTwoCutPayloadsForOne() {
        byte[] moving = RATES.clone();
        for (int sample = 0; sample < 50; sample++) {
            moving[0] += 3;
            decoder.accept(moving, 0, 20, arrivalMicros + sample * 100L);
        }
        assertEquals(0, decoded.size());
    }

    @Test
    void unwrapsItsTime() {
        give(BEFORE_WRAP);
        give(AFTER_WRAP);
        assertEquals(4_294_959_295L, decoded.get(0).timeMicros);
        assertEquals(16_667, decoded.get(1).timeMicros - decoded.get(0).timeMicros);
        decoded.assertForceMs2(0, 0, 0, 9.8125);
        decoded.assertForceMs2(1, 0.0625, 0, 9.8125);
        decoded.assertRateDegPerS(1, 1, -1, 0.5);
        assertEquals(0, decoded.get(1).flags);
        assertEquals(0, decoder.counts().gaps());
    }

    @Test
    void decodesCustomMode5() {
        startAnew(DotPayload.CUSTOM_5);
        give(CUSTOM_5);
        assertCustom5();
    }

    @Test
    void seesLossAsAStepOfTheTime() {
        for (int step : new int[] {0, 1, 2, 5, 6}) {
            give(at(1_000_000 + Math.round(step * 1e6 / 60)));
        }
        assertEquals(2, decoder.counts().lostSamples());
        assertEquals(1, decoder.counts().gaps());
        assertEquals(SampleFlag.GAP_BEFORE, decoded.get(3).flags);
        assertEquals(0, decoded.get(4).flags);
    }

    @Test
    void dropsWhatComesTwiceAndGoesOnAfterARestart() {
        give(at(9_000_000));
        give(at(9_000_000));
        give(at(20_000));
        assertEquals(2, decoded.size());
        assertEquals(1, decoder.counts().dropped(DropReason.REPEATED));
        assertEquals(SampleFlag.TIME_RESTART, decoded.get(1).flags);
    }

    @Test
    void findsTheEndOfARangeThatNobodyTells() {
        for (int sample = 0; sample < 6; sample++) {
            byte[] payload = at(1_000_000 + 16_667L * sample);
            int bits = Float.floatToIntBits(sample < 2 ? 100 + sample : 156.9f);
            LittleEndian.putU16(payload, 4, bits);
            LittleEndian.putU16(payload, 6, bits >> 16);
            give(payload);
        }
        for (int sample = 0; sample < 6; sample++) {
            assertEquals(sample < 4 ? 0 : SampleFlag.ACCELERATION_CLIPPED, decoded.get(sample).flags, "" + sample);
        }
    }

    @Test
    void dropsWhatIsNoReading() {
        byte[] notANumber = RATES.clone();
        notANumber[6] = (byte) 0xC0;
        notANumber[7] = (byte) 0x7F;
        give(notANumber);
        assertEquals(1, decoder.counts().dropped(DropReason.IMPLAUSIBLE));
        assertEquals(0, decoded.size());
    }

    @Test
    void refusesPayloadsWithoutSpecificForce() {
        assertThrows(IllegalArgumentException.class, () -> of(DotPayload.FREE_ACCELERATION));
        assertThrows(IllegalArgumentException.class, () -> of(DotPayload.EXTENDED_QUATERNION));
    }

    /** Payloads that cannot be used all the same begin with the same time, and the captured ones are at 60 Hz. */
    @Test
    void readsTheTimesOfTheCapturedPackets() {
        byte[] first = Bytes.hex("d8052244 af964040 6b2aa740 5add14c0 00000000");
        byte[] second = Bytes.hex("f3462244 0da53c40 9c13a640 f01009c0 00000000");
        assertEquals(DotPayload.FREE_ACCELERATION.bytes(), first.length);
        assertEquals(1_143_080_408L, LittleEndian.u32(first, 0));
        assertEquals(1_143_097_075L, LittleEndian.u32(second, 0));
        assertVector(first, 3.009197, 5.223928, -2.326010);
        assertVector(second, 2.947574, 5.189894, -2.141659);
    }

    @Test
    void writesItsCommands() {
        assertArrayEquals(
                Bytes.join(Bytes.hex("10"), Bytes.zeros(23), Bytes.hex("3C00"), Bytes.zeros(6)),
                DotCommands.outputRate(60));
        assertArrayEquals(Bytes.hex("010115"), DotCommands.start(DotPayload.RATE_QUANTITIES));
        assertArrayEquals(Bytes.hex("01011A"), DotCommands.start(DotPayload.CUSTOM_5));
        assertArrayEquals(Bytes.hex("010015"), DotCommands.stop(DotPayload.RATE_QUANTITIES));
        assertArrayEquals(
                Bytes.hex("020701CCBBAACD22D402"), DotCommands.startSynchronisation(Bytes.hex("D422CDAABBCC")));
        assertArrayEquals(Bytes.hex("020102FB"), DotCommands.stopSynchronisation());
        assertArrayEquals(Bytes.hex("020108F5"), DotCommands.synchronisationStatus());
    }

    private static void assertVector(byte[] payload, double x, double y, double z) {
        assertEquals(x, LittleEndian.f32(payload, 4), 1e-5 * Math.abs(x));
        assertEquals(y, LittleEndian.f32(payload, 8), 1e-5 * Math.abs(y));
        assertEquals(z, LittleEndian.f32(payload, 12), 1e-5 * Math.abs(z));
    }

    private void assertRates() {
        assertEquals(1, decoded.size());
        assertEquals(1_143_080_408L, decoded.get(0).timeMicros);
        decoded.assertForceMs2(0, 0.5, -0.25, 9.75);
        decoded.assertRateDegPerS(0, 10.5, -20.25, 0.125);
    }

    private void assertCustom5() {
        assertEquals(1, decoded.size());
        assertEquals(2_000_000, decoded.get(0).timeMicros);
        decoded.assertForceMs2(0, 0.125, -0.5, 9.75);
        decoded.assertRateDegPerS(0, 1.5, -2.25, 100);
    }

    private static byte[] at(long micros) {
        byte[] payload = RATES.clone();
        LittleEndian.putU16(payload, 0, (int) micros);
        LittleEndian.putU16(payload, 2, (int) (micros >> 16));
        return payload;
    }

    private long dropped() {
        long sum = 0;
        for (DropReason reason : DropReason.values()) {
            sum += decoder.counts().dropped(reason);
        }
        return sum;
    }

    private DotDecoder of(DotPayload payload) {
        return new DotDecoder(0, payload, 60, decoded);
    }

    private void startAnew(DotPayload payload) {
        decoded = new Decoded();
        decoder = of(payload);
    }

    private void give(byte[] bytes) {
        arrivalMicros += 16_667;
        decoder.accept(bytes, 0, bytes.length, arrivalMicros);
    }
}
