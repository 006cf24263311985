package org.plumbline.core.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.SampleFlag;

class Capture2GoDecoderTest {
    private static final byte[] PACKAGE =
            Bytes.hex("02f1dadd2373320200002a36fe9c97170000dfff64001000dfff64002000dfff6400"
                    + "3000dfff64004000dfff64005000dfff64006000dfff64007000dfff640000000000000800009cff0008000038ff00080000d4fe0008"
                    + "000070fe000800000cfe00080000a8fd0008000044fd0008fffff7ff7fffff07000004");
    private static final byte[] STATUS = Bytes.hex("0279953dcd13010201000000000000000101000000000000015763");
    private static final long FIRST_MICROS = 1_700_000_000_000_000L;

    private Decoded decoded = new Decoded();
    private Capture2GoDecoder decoder = new Capture2GoDecoder(0, decoded);
    private long arrivalMicros = 1_000_000;

    @Test
    void decodesEightSamplesOfAPackage() {
        give(onAir(PACKAGE));
        assertPackage();
        assertTrue(decoder.counts().nothingDropped());
    }

    @Test
    void decodesAPackageThatGoesOnInTheNextNotification() {
        for (int cut = 0; cut <= PACKAGE.length; cut++) {
            startAnew();
            give(onAir(Arrays.copyOf(PACKAGE, cut)));
            give(onAir(Arrays.copyOfRange(PACKAGE, cut, PACKAGE.length)));
            assertPackage();
            assertTrue(decoder.counts().nothingDropped(), "cut at " + cut);
        }
    }

    @Test
    void decodesAPackageAfterGarbage() {
        for (String garbage :
                new String[] {"00", "02", "0202", "0201020304", "02000000000a0102", "ffffff", "02ffffffff00"}) {
            startAnew();
            give(onAir(Bytes.join(Bytes.hex(garbage), PACKAGE)));
            give(onAir(later(80_000_000)));
            give(onAir(later(160_000_000)));
            assertEquals(24, decoded.size(), "after " + garbage);
            assertFirstPackage();
            assertEquals(Bytes.hex(garbage).length, decoder.counts().dropped(DropReason.GARBAGE_BYTE));
        }
    }

    @Test
    void dropsAPackageWithOneWrongBitAndTakesTheNext() {
        for (int bit = 0; bit < 8 * PACKAGE.length; bit++) {
            startAnew();
            byte[] damaged = PACKAGE.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            give(onAir(damaged));
            for (int index = 0; index < 3; index++) {
                give(onAir(later(80_000_000L * (index + 1))));
            }
            assertEquals(24, decoded.size(), "bit " + bit);
            assertEquals(FIRST_MICROS + 80_000, decoded.get(0).timeMicros);
        }
    }

    @Test
    void passesOverRealTimePackages() {
        give(Bytes.join(Bytes.hex("fe"), STATUS, PACKAGE));
        assertPackage();
        give(Bytes.join(Bytes.hex("fd"), STATUS, STATUS, later(80_000_000)));
        assertEquals(16, decoded.size());
        assertTrue(decoder.counts().nothingDropped());
        give(Bytes.hex("fe02"));
        give(Bytes.hex("0102"));
        assertEquals(1, decoder.counts().dropped(DropReason.WRONG_LENGTH));
        assertEquals(1, decoder.counts().dropped(DropReason.UNKNOWN_TYPE));
    }

    @Test
    void readsTheBattery() {
        assertEquals(-1, decoder.batteryPercent());
        give(onAir(STATUS));
        assertEquals(87, decoder.batteryPercent());
    }

    @Test
    void seesLossAndRepetitionByTheTime() {
        give(onAir(PACKAGE));
        give(onAir(PACKAGE));
        give(onAir(later(240_000_000)));
        assertEquals(16, decoded.size());
        assertEquals(1, decoder.counts().dropped(DropReason.REPEATED));
        assertEquals(16, decoder.counts().lostSamples());
        assertEquals(SampleFlag.GAP_BEFORE, decoded.get(8).flags & SampleFlag.GAP_BEFORE);
    }

    @Test
    void takesAClockThatWasSetForARestartAndNoLoss() {
        give(onAir(later(-3600_000_000_000L)));
        give(onAir(PACKAGE));
        give(onAir(later(-50_000_000_000L)));
        assertEquals(24, decoded.size());
        assertEquals(2, decoder.counts().restarts());
        assertEquals(0, decoder.counts().lostSamples());
    }

    @Test
    void writesItsCommands() {
        assertArrayEquals(
                Bytes.hex("0225b7fe3e1e2001000000000000000000000200000001000000000000000000000000000001"),
                Capture2GoMessages.measurementMode(
                        Capture2GoMessages.Rate.HZ_100, Capture2GoMessages.Synchronisation.NONE, 0));
        assertArrayEquals(
                Bytes.hex("020adc5d2f1e2001000000000000000000000200000001000000018877665544332211000001"),
                Capture2GoMessages.measurementMode(
                        Capture2GoMessages.Rate.HZ_100,
                        Capture2GoMessages.Synchronisation.SENDER,
                        0x1122334455667788L));
        assertArrayEquals(Bytes.hex("02096be66e007000"), Capture2GoMessages.getDeviceInfo());
        assertArrayEquals(Bytes.hex("023d7f658c005001"), Capture2GoMessages.startStreaming());
        assertArrayEquals(Bytes.hex("02bf1d53be005201"), Capture2GoMessages.stopStreaming());
        assertArrayEquals(Bytes.hex("0235f5bc44005801"), Capture2GoMessages.stopAndClear());
        assertArrayEquals(Bytes.hex("02d373d7af000002"), Capture2GoMessages.getStatus());
        assertArrayEquals(
                Bytes.hex("02c12b8da508700100002a36fe9c9717"), Capture2GoMessages.setTime(1_700_000_000_000_000_000L));
    }

    private void assertPackage() {
        assertEquals(8, decoded.size());
        assertFirstPackage();
    }

    private void assertFirstPackage() {
        for (int index = 0; index < 8; index++) {
            assertEquals(FIRST_MICROS + 10_000L * index, decoded.get(index).timeMicros);
            assertEquals(SampleFlag.ACCELERATION_CLIPPED, decoded.get(index).flags);
        }
        decoded.assertRateRadPerS(0, 0, -0.0351537, 0.1065264);
        decoded.assertRateRadPerS(7, 0.1193096, -0.0351537, 0.1065264);
        decoded.assertForceMs2(0, 0, 0, 9.81);
        decoded.assertForceMs2(7, 0, -3.3530273, 9.81);
    }

    /** The package with another time and the checksum of that. */
    private static byte[] later(long nanos) {
        byte[] moved = PACKAGE.clone();
        LittleEndian.putI64(moved, 8, FIRST_MICROS * 1000 + nanos);
        CRC32 crc = new CRC32();
        crc.update(moved, 6, moved.length - 6);
        LittleEndian.putU16(moved, 1, (int) crc.getValue());
        LittleEndian.putU16(moved, 3, (int) (crc.getValue() >> 16));
        return moved;
    }

    private static byte[] onAir(byte[] ofBuffer) {
        return Bytes.join(Bytes.hex("ff"), ofBuffer);
    }

    private void startAnew() {
        decoded = new Decoded();
        decoder = new Capture2GoDecoder(0, decoded);
    }

    private void give(byte[] bytes) {
        arrivalMicros += 80_000;
        decoder.accept(bytes, 0, bytes.length, arrivalMicros);
    }
}
