package org.plumbline.core.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.SampleFlag;

class TimuDecoderTest {
    private static final double MS2_PER_LSB = 0.0023928226;
    private static final double RAD_PER_S_PER_LSB = 0.0012217305;

    private Decoded decoded = new Decoded();
    private TimuDecoder decoder = new TimuDecoder(0, decoded);
    private long arrivalMicros = 50_000_000;

    @BeforeEach
    void describe() {
        decoder.describe(TimuPackets.info(TimuPackets.INFO_OF_TWO));
    }

    @Test
    void decodesABatchOfTwoSamples() {
        give(TimuPackets.V1);
        assertV1();
        assertTrue(decoder.counts().nothingDropped());
    }

    @Test
    void putsAFrameTogetherThatARelayCutAnywhere() {
        for (byte[] frame : new byte[][] {TimuPackets.V1, TimuPackets.V2, TimuPackets.V3, TimuPackets.V4}) {
            for (int cut = 1; cut < frame.length; cut++) {
                startAnew();
                decoder.accept(frame, 0, cut, arrivalMicros);
                assertEquals(0, decoded.size(), "cut at " + cut);
                decoder.accept(frame, cut, frame.length, arrivalMicros);
                assertEquals(frame == TimuPackets.V1 ? 2 : 1, decoded.size(), "cut at " + cut);
            }
        }
        for (int cut = 1; cut < TimuPackets.V1.length; cut++) {
            startAnew();
            decoder.accept(TimuPackets.V1, 0, cut, arrivalMicros);
            decoder.accept(TimuPackets.V1, cut, TimuPackets.V1.length, arrivalMicros);
            assertV1();
        }
    }

    @Test
    void putsAFrameTogetherThatComesByteByByte() {
        for (int at = 0; at < TimuPackets.V1.length; at++) {
            decoder.accept(TimuPackets.V1, at, at + 1, arrivalMicros);
        }
        assertV1();
    }

    @Test
    void findsItsWayAfterGarbageOfAnyLength() {
        for (int length = 1; length < 60; length++) {
            startAnew();
            byte[] garbage = new byte[length];
            java.util.Arrays.fill(garbage, (byte) 0x10);
            give(garbage);
            give(TimuPackets.V1);
            assertV1();
            assertFalse(decoder.counts().nothingDropped());
        }
    }

    @Test
    void doesNotTakeTwoFramesCutInTheMiddleForOne() {
        byte[] second = TimuPackets.batch(0, 7, 2, 1002, 10_019_230, 9615);
        decoder.accept(TimuPackets.V1, 0, 19, arrivalMicros);
        decoder.accept(second, 0, 19, arrivalMicros + 1000);
        assertEquals(0, decoded.size());
        give(second);
        assertEquals(2, decoded.size());
        assertEquals(2, decoder.counts().dropped(DropReason.INCOMPLETE));
    }

    @Test
    void saysWhatIsClippedAndThatSamplesAreMissing() {
        give(TimuPackets.V2);
        assertEquals(1, decoded.get(0).sensorIndex);
        decoded.assertForceMs2(0, 78.40562, 0, -78.40802);
        decoded.assertRateRadPerS(0, -40.033664, 0, 0.122173);
        assertEquals(4_294_963_200L, decoded.get(0).timeMicros);
        assertEquals(
                SampleFlag.GAP_BEFORE | SampleFlag.ACCELERATION_CLIPPED | SampleFlag.ANGULAR_RATE_CLIPPED,
                decoded.get(0).flags);
    }

    @Test
    void decodesCompactFramesWhoseCounterWrapsWithoutALoss() {
        give(TimuPackets.V3);
        give(TimuPackets.V4);
        decoded.assertForceMs2(0, 0, 0, 4098 * MS2_PER_LSB);
        decoded.assertForceMs2(1, 12 * MS2_PER_LSB, -34 * MS2_PER_LSB, 4102 * MS2_PER_LSB);
        decoded.assertRateRadPerS(1, 14 * RAD_PER_S_PER_LSB, -29 * RAD_PER_S_PER_LSB, 143 * RAD_PER_S_PER_LSB);
        assertEquals(10_000_000, decoded.get(0).timeMicros);
        assertEquals(10_009_615, decoded.get(1).timeMicros);
        assertEquals(0, decoded.get(1).flags);
        assertEquals(0, decoder.counts().gaps());
    }

    @Test
    void keepsTheCountersOfTwoSensorsApart() {
        give(TimuPackets.V3);
        give(TimuPackets.V4);
        give(TimuPackets.V5);
        assertEquals(1, decoded.get(2).sensorIndex);
        decoded.assertForceMs2(2, 12 * MS2_PER_LSB, -34 * MS2_PER_LSB, 4102 * MS2_PER_LSB);
        assertEquals(0, decoder.counts().gaps());
        assertTrue(decoder.counts().nothingDropped());
    }

    @Test
    void unwrapsTheTimeOfTheFrames() {
        give(TimuPackets.batch(0, 7, 8, 100, 4_294_920_000L, 9615));
        give(TimuPackets.batch(0, 7, 8, 108, 4_294_920_000L + 76_920 - (1L << 32), 9615));
        assertEquals(4_294_920_000L + 76_920, decoded.get(8).timeMicros);
        assertEquals(0, decoded.get(8).flags);
        assertEquals(0, decoder.counts().restarts());
    }

    @Test
    void countsLossExactly() {
        give(TimuPackets.batch(0, 7, 8, 100, 1_000_000, 9615));
        give(TimuPackets.batch(0, 7, 8, 119, 1_182_685, 9615));
        assertEquals(SampleFlag.GAP_BEFORE, decoded.get(8).flags);
        assertEquals(0, decoded.get(9).flags);
        assertEquals(11, decoder.counts().lostSamples());
        assertEquals(1, decoder.counts().gaps());
    }

    @Test
    void dropsAFrameThatComesTwice() {
        give(TimuPackets.V1);
        give(TimuPackets.V1);
        assertEquals(2, decoded.size());
        assertEquals(1, decoder.counts().dropped(DropReason.REPEATED));
    }

    @Test
    void goesOnWhenTheBoardStartsAnew() {
        give(TimuPackets.batch(0, 7, 8, 5_000, 90_000_000, 9615));
        give(TimuPackets.batch(0x20, 7, 8, 0, 90_100_000, 9615));
        give(TimuPackets.batch(0, 7, 8, 8, 90_176_920, 9615));
        give(TimuPackets.batch(0, 7, 8, 0, 12_000, 9615));
        assertEquals(SampleFlag.TIME_RESTART, decoded.get(8).flags);
        assertEquals(0, decoded.get(16).flags);
        assertEquals(SampleFlag.TIME_RESTART, decoded.get(24).flags);
        assertEquals(12_000, decoded.get(24).timeMicros);
        assertEquals(2, decoder.counts().restarts());
        assertEquals(0, decoder.counts().lostSamples());
    }

    @Test
    void keepsFramesOfANewConfigurationUntilItIsDescribed() {
        give(TimuPackets.V1);
        give(TimuPackets.batch(0, 8, 4, 1002, 10_019_230, 9615));
        give(TimuPackets.batch(0, 8, 4, 1006, 10_057_690, 9615));
        assertEquals(2, decoded.size());
        assertTrue(decoder.needsInfo());
        byte[] changed = TimuPackets.INFO_OF_TWO.clone();
        changed[2] = 8;
        decoder.describe(TimuPackets.info(changed));
        assertEquals(10, decoded.size());
        assertFalse(decoder.needsInfo());
        assertEquals(0, decoder.counts().gaps());
        assertTrue(decoder.counts().nothingDropped());
    }

    @Test
    void dropsFramesWhoseDescriptionNeverComes() {
        for (int frame = 0; frame < 1000; frame++) {
            give(TimuPackets.batch(0, 9, 4, 4L * frame, 38_460L * frame, 9615));
        }
        decoder.describe(TimuPackets.info(TimuPackets.INFO_OF_TWO));
        assertEquals(0, decoded.size());
        assertEquals(1000, decoder.counts().dropped(DropReason.WRONG_CONFIGURATION));
    }

    @Test
    void rejectsWhatTheProfileDoesNotAllow() {
        give(Bytes.join(TimuPackets.V1, Bytes.zeros(1)));
        assertEquals(1, decoder.counts().dropped(DropReason.WRONG_LENGTH));
        give(TimuPackets.batch(0, 7, 0, 0, 0, 9615));
        assertEquals(2, decoder.counts().dropped(DropReason.WRONG_LENGTH));
        give(Bytes.join(new byte[] {0x12}, Bytes.zeros(19)));
        assertEquals(1, decoder.counts().dropped(DropReason.UNKNOWN_TYPE));
        decoder.accept(TimuPackets.V1, 0, 30, arrivalMicros);
        decoder.finish();
        assertEquals(1, decoder.counts().dropped(DropReason.INCOMPLETE));
        give(TimuPackets.batch(2, 7, 1, 0, 0, 9615));
        assertEquals(1, decoder.counts().dropped(DropReason.WRONG_CONFIGURATION), "a sensor Info does not describe");
        assertEquals(0, decoded.size());
    }

    @Test
    void marksTheFirstSampleAfterALostConnection() {
        give(TimuPackets.batch(0, 7, 8, 100, 1_000_000, 9615));
        decoder.disconnected();
        give(TimuPackets.batch(0, 7, 8, 108, 1_076_920, 9615));
        assertEquals(SampleFlag.GAP_BEFORE, decoded.get(8).flags);
    }

    private void assertV1() {
        assertEquals(2, decoded.size());
        decoded.assertForceMs2(0, 0, 0, 9.80579);
        decoded.assertRateRadPerS(0, 0, 0, 0);
        decoded.assertForceMs2(1, 0.02871, -0.08136, 9.81536);
        decoded.assertRateRadPerS(1, 0.017104, -0.035430, 0.174707);
        assertEquals(10_000_000, decoded.get(0).timeMicros);
        assertEquals(10_009_615, decoded.get(1).timeMicros);
        assertEquals(0, decoded.get(0).sensorIndex);
    }

    private void startAnew() {
        decoded = new Decoded();
        decoder = new TimuDecoder(0, decoded);
        describe();
    }

    private void give(byte[] frame) {
        arrivalMicros += 10_000;
        decoder.accept(frame, 0, frame.length, arrivalMicros);
    }
}
