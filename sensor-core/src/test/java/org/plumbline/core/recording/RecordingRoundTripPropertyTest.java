package org.plumbline.core.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;

class RecordingRoundTripPropertyTest {
    private static RecordingHeader randomHeader(SplittableRandom random) {
        List<SensorDescription> sensors = new ArrayList<>();
        for (SensorPlacement placement : SensorPlacement.values()) {
            if (random.nextBoolean()) {
                double rateHz = random.nextBoolean() ? random.nextDouble(0.001, 2000) : Double.NaN;
                sensors.add(new SensorDescription(placement, rateHz, random.nextBoolean() ? "" : "rücken, links = 1"));
            }
        }
        if (sensors.isEmpty()) {
            sensors.add(new SensorDescription(SensorPlacement.PELVIS, 100, ""));
        }
        List<RecordingMark> marks = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            double startS = random.nextDouble(100);
            marks.add(new RecordingMark("rep", startS, startS + random.nextDouble(1e-5, 3)));
        }
        Map<String, String> others = new LinkedHashMap<>();
        others.put("Source", "round: trip");
        return new RecordingHeader(
                random.nextBoolean() ? "Deadlift, dritter Satz" : null,
                random.nextBoolean() ? "deadlift" : null,
                "P01",
                random.nextBoolean() ? random.nextDouble(300) : null,
                sensors,
                marks,
                others);
    }

    private static double randomValue(SplittableRandom random, double limit) {
        return switch (random.nextInt(5)) {
            case 0 -> Math.rint(random.nextDouble(-limit, limit));
            case 1 -> Math.rint(random.nextDouble(-limit, limit) * 1e4) / 1e4;
            case 2 -> random.nextDouble(-1e-7, 1e-7);
            case 3 -> (float) random.nextDouble(-limit, limit);
            default -> random.nextInt(10) == 0 ? -0.0 : random.nextDouble(-limit, limit);
        };
    }

    private static List<ImuSample> randomSamples(SplittableRandom random, int sensors, boolean withArrival) {
        List<ImuSample> samples = new ArrayList<>();
        long micros = random.nextLong(2_000_000_000_000_000L);
        for (int i = 0; i < 500; i++) {
            ImuSample sample = new ImuSample();
            sample.sensorIndex = random.nextInt(sensors);
            micros += random.nextLong(20_000);
            sample.timeMicros = micros;
            sample.arrivalMicros =
                    withArrival && random.nextBoolean() ? random.nextLong(1_000_000) : ImuSample.NO_ARRIVAL;
            sample.accX = randomValue(random, 1000);
            sample.accY = randomValue(random, 1000);
            sample.accZ = randomValue(random, 1000);
            sample.gyrX = randomValue(random, 200);
            sample.gyrY = randomValue(random, 200);
            sample.gyrZ = randomValue(random, 200);
            samples.add(sample);
        }
        return samples;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatIsWrittenIsReadBackExactly(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        RecordingHeader header = randomHeader(random);
        boolean withArrival = random.nextBoolean();
        List<ImuSample> samples = randomSamples(random, header.sensors().size(), withArrival);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RecordingWriter writer = new RecordingWriter(bytes, header, withArrival)) {
            for (ImuSample sample : samples) {
                writer.write(sample);
            }
        }

        try (RecordingReader reader =
                RecordingReader.open(new ByteArrayInputStream(bytes.toByteArray()), "seed " + seed)) {
            assertEquals(header, reader.header());
            ImuSample read = new ImuSample();
            for (ImuSample written : samples) {
                reader.next(read);
                assertEquals(describe(written), describe(read), "seed " + seed);
            }
            assertEquals(false, reader.next(read));
        }
    }

    private static String describe(ImuSample sample) {
        return sample.sensorIndex + " " + sample.timeMicros + " " + sample.arrivalMicros + " " + sample.accX + " "
                + sample.accY + " " + sample.accZ + " " + sample.gyrX + " " + sample.gyrY + " " + sample.gyrZ;
    }

    @Test
    void writesGzipWhereTheNameSaysSo(@TempDir Path folder) throws IOException {
        RecordingHeader header = randomHeader(new SplittableRandom(1));
        for (String name : List.of("set.csv", "set.csv.gz")) {
            Path file = folder.resolve(name);
            try (RecordingWriter writer = new RecordingWriter(file, header, false)) {
                writer.write(new ImuSample());
            }
            byte[] start = Files.readAllBytes(file);
            assertEquals(name.endsWith(".gz"), start[0] == 0x1f && start[1] == (byte) 0x8b);
            try (RecordingReader reader = RecordingReader.open(file)) {
                assertEquals(true, reader.next(new ImuSample()));
            }
        }
    }

    @Test
    void aLineEndInATitleDoesNotBecomeALineOfTheFile() throws IOException {
        RecordingHeader header = new RecordingHeader(
                "one\n# sensor: bar\r\nbar,0",
                null,
                "P01",
                null,
                List.of(new SensorDescription(SensorPlacement.PELVIS, 100, "")),
                List.of(),
                Map.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RecordingWriter writer = new RecordingWriter(bytes, header, false)) {
            writer.write(new ImuSample());
        }
        try (RecordingReader reader = RecordingReader.open(new ByteArrayInputStream(bytes.toByteArray()), "set.csv")) {
            assertEquals("one # sensor: bar bar,0", reader.header().title());
            assertEquals(1, reader.header().sensors().size());
        }
    }

    @Test
    void refusesToWriteWhatCouldNotBeReadBack() throws IOException {
        RecordingHeader header = randomHeader(new SplittableRandom(1));
        try (RecordingWriter writer = new RecordingWriter(new ByteArrayOutputStream(), header, false)) {
            ImuSample sample = new ImuSample();
            sample.timeMicros = 1000;
            writer.write(sample);
            sample.timeMicros = 999;
            assertThrows(IllegalArgumentException.class, () -> writer.write(sample));
            sample.timeMicros = 1000;
            sample.accY = Double.NaN;
            assertThrows(IllegalArgumentException.class, () -> writer.write(sample));
            sample.accY = 1001;
            assertThrows(IllegalArgumentException.class, () -> writer.write(sample));
            sample.accY = 0;
            sample.sensorIndex = 99;
            assertThrows(IllegalArgumentException.class, () -> writer.write(sample));
        }
    }
}
