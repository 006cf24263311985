package org.plumbline.server.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.recording.RecordingMark;
import org.plumbline.core.recording.RecordingReader;
import org.plumbline.core.simulation.SimulationScript;

class SimulateCommandTest {
    @TempDir
    private Path folder;

    @Test
    void writesARecordingThatIsReadWithoutAWarning() throws IOException {
        Path target = folder.resolve("set.csv.gz");

        CommandRun run = CommandRun.of(
                "simulate", "--out", target, "--exercise", "squat", "--reps", 3, "--load-kg", 80, "--round-on", "2:12");

        assertEquals("", run.err());
        assertEquals(0, run.exitCode());
        assertTrue(run.out().startsWith(target + ": 3 repetitions of squat, "), run.out());
        try (RecordingReader reader = RecordingReader.open(target)) {
            assertEquals("squat", reader.header().exercise());
            assertEquals(80.0, reader.header().loadKg());
            assertEquals(
                    List.of(SensorPlacement.PELVIS, SensorPlacement.THORAX),
                    reader.header().sensors().stream()
                            .map(SensorDescription::placement)
                            .sorted()
                            .toList());
            List<String> marks =
                    reader.header().marks().stream().map(RecordingMark::name).toList();
            assertTrue(marks.containsAll(List.of("neutral", "bend", "set")), marks.toString());
            ImuSample sample = new ImuSample();
            while (reader.next(sample)) {
                assertEquals(ImuSample.NO_ARRIVAL, sample.arrivalMicros);
            }
            assertEquals(List.of(), reader.warnings());
            double setEndS = reader.header().marks().stream()
                    .mapToDouble(RecordingMark::endS)
                    .max()
                    .orElseThrow();
            assertEquals(sample.timeMicros / 1e6, setEndS, 10, "the marks lie on the clock of the rows");
        }
    }

    @Test
    void equalOptionsGiveEqualRecordingsAndAnotherSeedAnother() throws IOException {
        byte[][] written = new byte[3][];
        for (int i = 0; i < written.length; i++) {
            Path target = folder.resolve("set" + i + ".csv");
            CommandRun.of("simulate", "--out", target, "--reps", 1, "--seed", i == 2 ? 8 : 7, "--tire", 5);
            written[i] = Files.readAllBytes(target);
        }

        assertArrayEquals(written[0], written[1]);
        assertFalse(java.util.Arrays.equals(written[0], written[2]));
    }

    private void assertRefused(String message, String... options) {
        Path target = folder.resolve("set.csv");
        Object[] args = new Object[options.length + 3];
        args[0] = "simulate";
        args[1] = "--out";
        args[2] = target;
        System.arraycopy(options, 0, args, 3, options.length);
        CommandRun run = CommandRun.of(args);

        assertEquals(message + System.lineSeparator(), run.err());
        assertEquals(2, run.exitCode());
        assertFalse(Files.exists(target));
    }

    @Test
    void whatCannotBeSimulatedIsSaid() {
        assertRefused(
                "exercise must be one of " + String.join(", ", SimulationScript.exercises()) + ", but is curl",
                "--exercise",
                "curl");
        assertRefused("repetitions must be 1 to 5000, but is 0", "--reps", "0");
        assertRefused(
                "repetition of rounding must be 1 to 5 (the repetitions of the set), but is 9", "--round-on", "9");
        assertRefused(
                "--twist-on: expected a repetition, or repetition:degrees such as 3:12, found 'second'",
                "--twist-on",
                "second");
        assertRefused("--load-kg: expected kilograms from 0, found -5.0", "--load-kg=-5");
    }
}
