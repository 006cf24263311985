package org.plumbline.core.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.stream.Stream;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;

/**
 * What fuzzing gives a decoder and the clock behind it, and what must hold whatever it gives.
 *
 * <p>The input is a list of notifications, each with three bytes before it: two for its length and, in the upper bits, for
 * what happens before it; one for how long it takes to come.
 */
final class FuzzedStream {
    private static final int HEAD_BYTES = 3;
    private static final int LENGTH_BITS = 0x03FF;
    private static final int DISCONNECTED_BIT = 0x0400;
    private static final int LONG_PAUSE_BIT = 0x0800;
    private static final int IN_THE_MIDDLE_BIT = 0x1000;

    private static final long TICK_MICROS = 1_000;

    /** Some hours at most: longer than half a wrap of any device's time. */
    private static final long LONG_TICK_MICROS = 60_000_000;

    private static final int MOST_SENSORS = 4;

    /** A compressed frame of Polar may give three channels of one bit: that is eight samples in three bytes. */
    private static final double MOST_SAMPLES_A_BYTE = 8 / 3.0;

    private final DecoderStreams family;
    private final PacketDecoder decoder;
    private final ClockMapper mapper;
    private final long[] lastMicros = new long[MOST_SENSORS];
    private long arrivalMicros = 1_000_000;
    private long bytesGiven;
    private long decoded;
    private long mapped;

    private FuzzedStream(DecoderStreams family) {
        this.family = family;
        Arrays.fill(lastMicros, Long.MIN_VALUE);
        mapper = new ClockMapper(MOST_SENSORS, this::mapped);
        decoder = family.decoder(this::decoded);
    }

    /** Good streams, whole and with a hole, a silence and a lost connection in them. */
    static Stream<byte[]> seeds(DecoderStreams family) {
        return Stream.of(seed(family, 12, 0), seed(family, 12, DISCONNECTED_BIT), seed(family, 12, LONG_PAUSE_BIT));
    }

    static void check(DecoderStreams family, byte[] input) {
        new FuzzedStream(family).run(input);
    }

    private static byte[] seed(DecoderStreams family, int notifications, int before) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int index = 0; index < notifications; index++) {
            if (index != notifications / 3) {
                byte[] bytes = family.notification(index);
                int head = bytes.length | (index == notifications / 2 ? before : 0);
                out.write(head);
                out.write(head >> 8);
                out.write((int) ((family.arrivalMicros(index + 1) - family.arrivalMicros(index)) / TICK_MICROS));
                out.write(bytes, 0, bytes.length);
            }
        }
        return out.toByteArray();
    }

    private void run(byte[] input) {
        int at = 0;
        while (input.length - at >= HEAD_BYTES) {
            int head = LittleEndian.u16(input, at);
            boolean longPause = (head & LONG_PAUSE_BIT) != 0;
            arrivalMicros += LittleEndian.u8(input, at + 2) * (longPause ? LONG_TICK_MICROS : TICK_MICROS);
            at += HEAD_BYTES;
            int length = Math.min(head & LENGTH_BITS, input.length - at);
            if ((head & DISCONNECTED_BIT) != 0) {
                decoder.disconnected();
            }
            bytesGiven += length;
            if ((head & IN_THE_MIDDLE_BIT) != 0) {
                decoder.accept(input, at, at + length, arrivalMicros);
            } else {
                // a copy without room around it: reading beyond its end throws
                decoder.accept(Arrays.copyOfRange(input, at, at + length), 0, length, arrivalMicros);
            }
            at += length;
        }
        decoder.finish();
        mapper.finish();
        checkCounts();
    }

    private void decoded(ImuSample sample) {
        decoded++;
        double size = Math.abs(sample.accX) + Math.abs(sample.accY) + Math.abs(sample.accZ);
        double rate = Math.abs(sample.gyrX) + Math.abs(sample.gyrY) + Math.abs(sample.gyrZ);
        assertTrue(size <= 3 * SensorUnits.MOST_MS2, () -> "specific force " + sample.accX + " " + sample.accY);
        assertTrue(
                rate <= 3 * SensorUnits.MOST_DEG_PER_S * SensorUnits.RAD_PER_DEG,
                () -> "angular rate " + sample.gyrX + " " + sample.gyrY);
        assertTrue(sample.sensorIndex >= 0 && sample.sensorIndex < MOST_SENSORS, () -> "sensor " + sample.sensorIndex);
        assertTrue(sample.arrivalMicros <= arrivalMicros, "arrives before it was sent");
        mapper.accept(sample);
    }

    private void mapped(ImuSample sample) {
        mapped++;
        assertTrue(sample.timeMicros > lastMicros[sample.sensorIndex], "mapped time does not rise");
        lastMicros[sample.sensorIndex] = sample.timeMicros;
    }

    private void checkCounts() {
        PacketCounts counts = decoder.counts();
        assertEquals(decoded, counts.samples());
        assertTrue(decoded <= MOST_SAMPLES_A_BYTE * bytesGiven, () -> decoded + " samples of " + bytesGiven + " bytes");
        assertTrue(counts.lostSamples() >= counts.gaps(), "a gap without a lost sample");
        long dropped = 0;
        for (DropReason reason : DropReason.values()) {
            assertTrue(counts.dropped(reason) >= 0);
            dropped += counts.dropped(reason);
        }
        assertEquals(dropped == 0, counts.nothingDropped());
        long repeated = 0;
        for (int sensor = 0; sensor < MOST_SENSORS; sensor++) {
            repeated += mapper.dropped(sensor);
        }
        assertEquals(decoded, mapped + repeated, () -> family + ": samples went missing in the clock");
    }
}
