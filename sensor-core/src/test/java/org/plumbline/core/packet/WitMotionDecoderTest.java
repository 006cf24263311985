package org.plumbline.core.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.SampleFlag;

/** The frames are captured from a sensor (public recording of RGu0/WT901, MIT), the rest computed. */
class WitMotionDecoderTest {
    private static final byte[] FOUR_FRAMES = Bytes.hex("55612706bc0179065500e7fec4fa3e00eaff0000"
            + "55613806c7016b0698ff79fe74fb3e00eaff0000"
            + "55618006cc017f06b2feb8fe0dfc3e00eaff0000"
            + "55618206ad018c0696fe58ff65fc3e00eaff0000");
    private static final byte[] WITH_TIME = Bytes.hex("5561640038ff00081000dfff6400b60094fe00201a06160b23130b00");

    private Decoded decoded = new Decoded();
    private WitMotionDecoder decoder = decoderAt100Hz();

    @Test
    void decodesFourFramesOfANotification() {
        give(FOUR_FRAMES);
        assertFourFrames();
        assertTrue(decoder.counts().nothingDropped());
        assertEquals(0.340576, WitMotionFrame.angleDeg(FOUR_FRAMES, 0, 0), 5e-6);
        assertEquals(-0.120850, WitMotionFrame.angleDeg(FOUR_FRAMES, 0, 1), 5e-6);
    }

    @Test
    void decodesThemCutAnywhere() {
        for (int cut = 0; cut < FOUR_FRAMES.length; cut++) {
            startAnew();
            decoder.accept(FOUR_FRAMES, 0, cut, 1_000_000);
            decoder.accept(FOUR_FRAMES, cut, FOUR_FRAMES.length, 1_000_100);
            assertFourFrames();
            assertTrue(decoder.counts().nothingDropped(), "cut at " + cut);
        }
    }

    @Test
    void decodesThemByteByByte() {
        for (int at = 0; at < FOUR_FRAMES.length; at++) {
            decoder.accept(FOUR_FRAMES, at, at + 1, 1_000_000 + at);
        }
        assertFourFrames();
    }

    @Test
    void decodesThemAfterGarbageEvenWithAHeaderInIt() {
        for (String garbage : new String[] {"01020355040506", "00112233556100", "5561", "55", "556155615561"}) {
            startAnew();
            give(Bytes.join(Bytes.hex(garbage), FOUR_FRAMES));
            assertFourFrames();
            assertEquals(
                    Bytes.hex(garbage).length, decoder.counts().dropped(DropReason.GARBAGE_BYTE), "after " + garbage);
            assertEquals(1, decoder.counts().resynchronisations());
        }
    }

    @Test
    void decodesThemAfterGarbageAndCutAnywhere() {
        byte[] stream = Bytes.join(Bytes.hex("01020355040506"), FOUR_FRAMES);
        for (int cut = 0; cut < stream.length; cut++) {
            startAnew();
            decoder.accept(stream, 0, cut, 1_000_000);
            decoder.accept(stream, cut, stream.length, 1_000_100);
            give(FOUR_FRAMES);
            assertEquals(8, decoded.size(), "cut at " + cut);
            assertFirstFour();
        }
    }

    @Test
    void goesOnAfterBytesWereLostInsideAFrame() {
        give(FOUR_FRAMES);
        decoder.accept(FOUR_FRAMES, 0, 33, 1_040_000);
        give(FOUR_FRAMES);
        assertEquals(9, decoded.size());
        decoded.assertForceG(5, 0.769043, 0.216797, 0.809082);
        assertEquals(1, decoder.counts().resynchronisations());
    }

    @Test
    void decodesFramesWithACalendarTime() {
        give(WITH_TIME);
        assertWithTime();
        for (int cut = 1; cut < WITH_TIME.length; cut++) {
            startAnew();
            decoder.accept(WITH_TIME, 0, cut, 1_000_000);
            decoder.accept(WITH_TIME, cut, WITH_TIME.length, 1_000_100);
            assertWithTime();
        }
        startAnew();
        give(Bytes.join(Bytes.hex("01020355040506"), WITH_TIME));
        assertWithTime();
    }

    @Test
    void decodesAStreamOfFramesWithACalendarTime() {
        give(Bytes.join(WITH_TIME, WITH_TIME, WITH_TIME));
        give(Bytes.join(WITH_TIME, WITH_TIME));
        assertEquals(5, decoded.size());
        assertTrue(decoder.counts().nothingDropped());
    }

    @Test
    void givesNoSamplesOfAVibrationSensor() {
        byte[] frame = Bytes.join(Bytes.hex("5561"), Bytes.zeros(30));
        give(Bytes.join(frame, frame, frame));
        assertEquals(0, decoded.size());
        assertEquals(3, decoder.counts().dropped(DropReason.UNKNOWN_TYPE));
    }

    @Test
    void readsRegistersAmongTheFrames() {
        assertNull(decoder.registers());
        byte[] battery = Bytes.join(Bytes.hex("557164008A01"), Bytes.zeros(14));
        give(Bytes.join(FOUR_FRAMES, battery, FOUR_FRAMES));
        assertEquals(8, decoded.size());
        WitMotionRegisters registers = decoder.registers();
        assertNotNull(registers);
        assertEquals(WitMotionRegisters.BATTERY, registers.first());
        assertEquals(394, registers.value());
        assertEquals(90, WitMotionRegisters.batteryPercent(registers.value()));
        give(Bytes.join(Bytes.hex("55713A00680169007A00"), Bytes.zeros(10)));
        assertEquals(new WitMotionRegisters(0x3A, 360, 105, 122, 0), decoder.registers());
        assertTrue(decoder.counts().nothingDropped());
    }

    @Test
    void saysWhenARangeEnds() {
        give(Bytes.join(Bytes.hex("5561ff7f00000008000000000000000000000000"), FOUR_FRAMES));
        give(Bytes.join(Bytes.hex("5561000000000008008000000000000000000000"), FOUR_FRAMES));
        assertEquals(SampleFlag.ACCELERATION_CLIPPED, decoded.get(0).flags);
        assertEquals(SampleFlag.ANGULAR_RATE_CLIPPED, decoded.get(5).flags);
        assertEquals(0, decoded.get(6).flags);
    }

    @Test
    void writesItsCommands() {
        assertArrayEquals(Bytes.hex("FFAA6988B5"), WitMotionCommands.unlock());
        assertArrayEquals(Bytes.hex("FFAA000000"), WitMotionCommands.save());
        assertArrayEquals(Bytes.hex("FFAA030900"), WitMotionCommands.rate(WitMotionCommands.Rate.HZ_100));
        assertArrayEquals(Bytes.hex("FFAA960000"), WitMotionCommands.plainContent());
        assertArrayEquals(Bytes.hex("FFAA240100"), WitMotionCommands.sixAxisAlgorithm());
        assertArrayEquals(Bytes.hex("FFAA1F0300"), WitMotionCommands.bandwidth42Hz());
        assertArrayEquals(Bytes.hex("FFAA276400"), WitMotionCommands.read(WitMotionRegisters.BATTERY));
    }

    @Test
    void readsTheBatteryByTheVendorsTable() {
        assertEquals(100, WitMotionRegisters.batteryPercent(420));
        assertEquals(75, WitMotionRegisters.batteryPercent(392));
        assertEquals(5, WitMotionRegisters.batteryPercent(340));
        assertEquals(0, WitMotionRegisters.batteryPercent(339));
    }

    private void assertWithTime() {
        assertEquals(1, decoded.size());
        decoded.assertForceG(0, 0.048828, -0.097656, 1.0);
        decoded.assertRateDegPerS(0, 0.976563, -2.014160, 6.103516);
    }

    private void assertFourFrames() {
        assertEquals(4, decoded.size());
        assertFirstFour();
    }

    private void assertFirstFour() {
        decoded.assertForceG(0, 0.769043, 0.216797, 0.809082);
        decoded.assertRateDegPerS(0, 5.187988, -17.150879, -81.787109);
        decoded.assertForceG(1, 0.777344, 0.222168, 0.802246);
        decoded.assertRateDegPerS(1, -6.347656, -23.864746, -71.044922);
        decoded.assertForceG(2, 0.812500, 0.224609, 0.812012);
        decoded.assertRateDegPerS(2, -20.385742, -20.019531, -61.706543);
        decoded.assertForceG(3, 0.813477, 0.209473, 0.818359);
        decoded.assertRateDegPerS(3, -22.094727, -10.253906, -56.335449);
    }

    private WitMotionDecoder decoderAt100Hz() {
        return new WitMotionDecoder(0, WitMotionCommands.Rate.HZ_100, decoded);
    }

    private void startAnew() {
        decoded = new Decoded();
        decoder = decoderAt100Hz();
    }

    private void give(byte[] bytes) {
        decoder.accept(bytes, 0, bytes.length, 1_000_000);
    }
}
