package org.plumbline.core.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.SampleFlag;

class ThingyDecoderTest {
    /** Its accelerometer's part is captured from a sensor at rest, the rest computed. */
    private static final byte[] AT_REST = Bytes.hex("faff f4ff f603 2000 c0ff 1000 a000 c0fe 0000");

    private static final byte[] AT_THE_LIMIT = Bytes.hex("0004 00fe ff07 800c 00e7 0100 0000 0000 0000");

    private Decoded decoded = new Decoded();
    private ThingyDecoder decoder = new ThingyDecoder(0, 100, decoded);

    @Test
    void decodesASampleAndTurnsItsAccelerometerOver() {
        give(AT_REST);
        decoder.finish();
        assertAtRest();
    }

    @Test
    void putsASampleTogetherThatARelayCutAnywhere() {
        for (int cut = 1; cut < AT_REST.length; cut++) {
            startAnew();
            decoder.accept(AT_REST, 0, cut, 1_000_000);
            decoder.accept(AT_REST, cut, AT_REST.length, 1_000_000);
            decoder.finish();
            assertAtRest();
        }
    }

    @Test
    void findsItsWayAfterGarbageOfAnyLength() {
        for (int length = 1; length < 40; length++) {
            startAnew();
            if (length != AT_REST.length) {
                decoder.accept(new byte[length], 0, length, 900_000);
                give(AT_REST);
                decoder.finish();
                assertAtRest();
            }
        }
    }

    @Test
    void saysWhenTheAccelerometerIsAtItsTwoG() {
        give(AT_THE_LIMIT);
        decoder.finish();
        decoded.assertForceG(0, -1.0, 0.5, -1.999023);
        decoded.assertRateDegPerS(0, 100, -200, 0.03125);
        assertEquals(SampleFlag.ACCELERATION_CLIPPED, decoded.get(0).flags);
    }

    @Test
    void holdsItsFirstSecondAndAHalfAndThenKnowsItsRate() {
        for (int sample = 1; sample <= 300; sample++) {
            decoder.accept(AT_REST, 0, AT_REST.length, Math.round(sample * 1e6 / 57));
            boolean learning = sample < 1.5 * 57;
            if (learning || sample > 2 * 57) {
                assertEquals(learning ? 0 : sample, decoded.size());
            }
        }
        double period = (decoded.get(299).timeMicros - decoded.get(0).timeMicros) / 299.0;
        assertEquals(1e6 / 57, period, 30);
    }

    @Test
    void writesItsConfiguration() {
        assertArrayEquals(Bytes.hex("e803 f401 f401 6400 01"), ThingyCommands.motionRate(100));
    }

    private void assertAtRest() {
        assertEquals(1, decoded.size());
        decoded.assertForceG(0, 0.005859375, 0.01171875, -0.990234375);
        decoded.assertRateDegPerS(0, 1, -2, 0.5);
    }

    private void startAnew() {
        decoded = new Decoded();
        decoder = new ThingyDecoder(0, 100, decoded);
    }

    private void give(byte[] bytes) {
        decoder.accept(bytes, 0, bytes.length, 1_000_000);
    }
}
