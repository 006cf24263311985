package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;

class SampleChunkTest {
    private static final int SENSORS = 200;

    @Test
    void quantizedSamplesComeBackBitForBit() throws IOException {
        List<ImuSample> samples = samples(1000, 7);
        SampleChunk.Builder builder = new SampleChunk.Builder(1000);
        for (ImuSample sample : samples) {
            SampleChunk.quantize(sample);
            builder.add(sample);
        }

        SampleChunk.Reader reader = new SampleChunk.Reader(builder.take(), SENSORS);
        ImuSample read = new ImuSample();
        for (ImuSample sample : samples) {
            assertTrue(reader.next(read));
            assertSame(sample, read);
        }
        assertFalse(reader.next(read));
    }

    @Test
    void quantizingTwiceChangesNothingMore() {
        for (ImuSample sample : samples(1000, 8)) {
            SampleChunk.quantize(sample);
            ImuSample once = sample.copy();
            SampleChunk.quantize(sample);
            assertSame(once, sample);
        }
    }

    @Test
    void quantizingLeavesWhatASensorSaysAsAPersonWroteIt() {
        ImuSample sample = new ImuSample();
        sample.accZ = 9.81;
        sample.gyrX = -0.0123;
        SampleChunk.quantize(sample);
        assertEquals(9.81, sample.accZ);
        assertEquals(-0.0123, sample.gyrX);
    }

    @Test
    void anyFloatIsWrittenAsADecimalThatIsThisFloatAgainAndHasNoDigitTooMany() {
        Random random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            float value = i % 2 == 0 ? (float) (random.nextGaussian() * 20) : Float.intBitsToFloat(random.nextInt());
            double decimal = SampleChunk.decimal(value);
            assertEquals(Float.floatToIntBits(value), Float.floatToIntBits((float) decimal));
            int digits = digits(decimal);
            assertTrue(digits <= digits(Double.parseDouble(Float.toString(value))), value + " as " + decimal);
        }
    }

    private static int digits(double decimal) {
        return Double.isFinite(decimal)
                ? new BigDecimal(Double.toString(decimal)).stripTrailingZeros().precision()
                : 0;
    }

    @Test
    void headerIsAsDocumented() {
        SampleChunk.Builder builder = new SampleChunk.Builder(4);
        builder.add(new ImuSample());
        byte[] payload = builder.take();
        assertEquals(16 + 44, payload.length);
        assertEquals("PLSC", new String(payload, 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
        assertEquals(
                List.of((byte) 2, (byte) 0, (byte) 44, (byte) 0, (byte) 1),
                List.of(payload[4], payload[5], payload[6], payload[7], payload[8]));
        assertEquals(0, builder.count(), "the builder is empty again");
    }

    @Test
    void anyBitThatIsNotAsItWasWrittenIsNoticed() {
        SampleChunk.Builder builder = new SampleChunk.Builder(8);
        samples(8, 9).forEach(builder::add);
        byte[] payload = builder.take();
        for (int bit = 0; bit < payload.length * 8; bit++) {
            byte[] changed = payload.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(IOException.class, () -> new SampleChunk.Reader(changed, SENSORS), "bit " + bit);
        }
    }

    @Test
    void aChunkOfAnEarlierServerIsReadUnchecked() throws IOException {
        SampleChunk.Builder builder = new SampleChunk.Builder(8);
        samples(8, 10).forEach(builder::add);
        byte[] earlier = unchecked(builder);

        SampleChunk.Reader reader = new SampleChunk.Reader(earlier, SENSORS);
        ImuSample read = new ImuSample();
        int count = 0;
        while (reader.next(read)) {
            count++;
        }
        assertEquals(8, count);
    }

    @Test
    void aSampleOfASensorThatTheSetDoesNotHaveIsNoticedWithoutAChecksum() throws IOException {
        SampleChunk.Builder builder = new SampleChunk.Builder(8);
        samples(8, 12).forEach(sample -> {
            sample.sensorIndex = 1;
            builder.add(sample);
        });
        byte[] earlier = unchecked(builder);
        new SampleChunk.Reader(earlier, 2);
        earlier[16 + 3 * 44] = (byte) 200;

        IOException noticed = assertThrows(IOException.class, () -> new SampleChunk.Reader(earlier, 2));
        assertEquals("sample 3 is of sensor 200 of 2", noticed.getMessage());
    }

    @Test
    void aValueThatIsNotFiniteIsNoticedWithoutAChecksum() {
        for (float impossible : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            for (int axis = 0; axis < 6; axis++) {
                SampleChunk.Builder builder = new SampleChunk.Builder(8);
                samples(8, 13).forEach(builder::add);
                byte[] earlier = unchecked(builder);
                ByteBuffer.wrap(earlier)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putFloat(16 + 7 * 44 + 4 + 4 * axis, impossible);
                IOException noticed = assertThrows(IOException.class, () -> new SampleChunk.Reader(earlier, SENSORS));
                assertEquals("sample 7 has a value that is not a finite number", noticed.getMessage());
            }
        }
    }

    /** As earlier servers wrote it. */
    private static byte[] unchecked(SampleChunk.Builder builder) {
        byte[] earlier = builder.take();
        earlier[4] = 1;
        Arrays.fill(earlier, 12, 16, (byte) 0);
        return earlier;
    }

    @Test
    void bytesOfAnotherKindAreRefused() {
        SampleChunk.Builder builder = new SampleChunk.Builder(4);
        builder.add(new ImuSample());
        byte[] payload = builder.take();
        byte[] newer = payload.clone();
        newer[4] = 9;
        byte[] cut = Arrays.copyOf(payload, payload.length - 1);
        byte[] lying = payload.clone();
        lying[11] = (byte) 0x80;

        assertEquals(
                "not a sample chunk",
                assertThrows(IOException.class, () -> new SampleChunk.Reader(new byte[20], SENSORS))
                        .getMessage());
        assertTrue(assertThrows(IOException.class, () -> new SampleChunk.Reader(newer, SENSORS))
                .getMessage()
                .contains("version 9"));
        assertThrows(IOException.class, () -> new SampleChunk.Reader(cut, SENSORS));
        assertThrows(IOException.class, () -> new SampleChunk.Reader(lying, SENSORS));
        assertThrows(IOException.class, () -> new SampleChunk.Reader(new byte[0], SENSORS));
    }

    private static void assertSame(ImuSample expected, ImuSample actual) {
        assertEquals(expected.sensorIndex, actual.sensorIndex);
        assertEquals(expected.timeMicros, actual.timeMicros);
        assertEquals(expected.arrivalMicros, actual.arrivalMicros);
        assertEquals(expected.flags, actual.flags);
        assertEquals(expected.accX, actual.accX);
        assertEquals(expected.accY, actual.accY);
        assertEquals(expected.accZ, actual.accZ);
        assertEquals(expected.gyrX, actual.gyrX);
        assertEquals(expected.gyrY, actual.gyrY);
        assertEquals(expected.gyrZ, actual.gyrZ);
    }

    private static List<ImuSample> samples(int count, long seed) {
        Random random = new Random(seed);
        List<ImuSample> samples = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ImuSample sample = new ImuSample();
            sample.sensorIndex = random.nextInt(SENSORS);
            sample.timeMicros = random.nextLong();
            sample.arrivalMicros = i % 3 == 0 ? ImuSample.NO_ARRIVAL : random.nextLong();
            sample.flags = random.nextInt(0x10000) | SampleFlag.GAP_BEFORE;
            sample.accX = random.nextGaussian() * 30;
            sample.accY = random.nextGaussian() * 1e-6;
            sample.accZ = random.nextGaussian() * 1e6;
            sample.gyrX = random.nextGaussian();
            sample.gyrY = -0.0;
            sample.gyrZ = random.nextInt(32768) / 16.4;
            samples.add(sample);
        }
        return samples;
    }
}
