package org.plumbline.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrientCommandTest {
    @TempDir
    private Path folder;

    @Test
    void everyRowOfTheRecordingGetsOneRowInTheSameOrder() throws IOException {
        Path recording = Files.writeString(folder.resolve("set.csv"), SmallRecording.TEXT);
        Path target = folder.resolve("out.csv");

        CommandRun run = CommandRun.of("orient", recording, "--out", target);

        assertEquals(
                "note: set.csv: line 9: time_us 10000 of pelvis equals the one before it; both rows are kept"
                        + System.lineSeparator(),
                run.err());
        assertEquals(0, run.exitCode());
        List<String> lines = Files.readAllLines(target);
        assertEquals("time_us,sensor,w,x,y,z", lines.get(0));
        assertEquals(
                List.of("0,pelvis", "200,wrist", "10000,pelvis", "10000,pelvis", "10200,wrist"),
                lines.subList(1, lines.size()).stream()
                        .map(line -> line.substring(0, line.indexOf(',', line.indexOf(',') + 1)))
                        .toList());
    }

    @Test
    void theOrientationTurnsWhatPointsUpInTheSensorToEarthUp() throws IOException {
        Path recording = Files.writeString(folder.resolve("set.csv"), SmallRecording.TEXT);
        Path target = folder.resolve("out.csv");

        CommandRun.of("orient", recording, "--out", target);

        for (String line : Files.readAllLines(target).subList(1, 6)) {
            String[] cells = line.split(",");
            double w = Double.parseDouble(cells[2]);
            double x = Double.parseDouble(cells[3]);
            double y = Double.parseDouble(cells[4]);
            double z = Double.parseDouble(cells[5]);
            double upZ = cells[1].equals("pelvis") ? w * w - x * x - y * y + z * z : 2 * (x * z - w * y);
            assertEquals(1, upZ, 1e-6, line);
        }
    }

    @Test
    void smoothedOrientationsKeepTheRowsAndTheirOrder() throws IOException {
        Path recording = Files.writeString(folder.resolve("set.csv"), SmallRecording.TEXT);
        Path target = folder.resolve("out.csv");

        CommandRun run = CommandRun.of("orient", recording, "--smooth", "2", "--out", target);

        assertEquals(0, run.exitCode());
        assertEquals(
                List.of("time_us,sensor", "0,pelvis", "200,wrist", "10000,pelvis", "10000,pelvis", "10200,wrist"),
                Files.readAllLines(target).stream()
                        .map(line -> line.substring(0, line.indexOf(',', line.indexOf(',') + 1)))
                        .toList());
    }

    @Test
    void itSaysWhereTheInclinationWasNotKnown() throws IOException {
        StringBuilder text = new StringBuilder("# trunk-imu-recording: 1\n# sensor: pelvis rate_hz=100\n"
                + "sensor,time_us,acc_x,acc_y,acc_z,gyr_x,gyr_y,gyr_z\n");
        for (int i = 0; i < 600; i++) {
            long micros = 10_000L * i + (i < 300 ? 0 : 2_000_000);
            text.append("pelvis,")
                    .append(micros)
                    .append(",0.1,")
                    .append(0.01 * (i % 7))
                    .append(",9.8,0.01,0.0,0.0\n");
        }
        Path recording = Files.writeString(folder.resolve("gap.csv"), text);

        CommandRun run = CommandRun.of("orient", recording, "--out", folder.resolve("out.csv"));

        assertEquals(0, run.exitCode());
        assertTrue(
                run.err()
                        .matches(
                                "(?s).*note: gap.csv: after gaps the inclination of pelvis was not known in \\d+ of 600 rows,"
                                        + " first at 5\\.0 s: do not rely on those orientations\\R"),
                run.err());
    }

    @Test
    void aLagTooShortIsRefused() throws IOException {
        Path recording = Files.writeString(folder.resolve("set.csv"), SmallRecording.TEXT);

        CommandRun run = CommandRun.of("orient", recording, "--smooth", "0", "--out", folder.resolve("out.csv"));

        assertEquals(2, run.exitCode());
        assertTrue(run.err().contains("--smooth must be 0.1 seconds or more, but is 0.0"), run.err());
    }

    @Test
    void whatWasReadableIsWrittenWhereARowIsMalformed() throws IOException {
        Path recording =
                Files.writeString(folder.resolve("set.csv"), SmallRecording.TEXT + "pelvis,20000,NaN,0,0,0,0,0\n");
        Path target = folder.resolve("out.csv.gz");

        CommandRun run = CommandRun.of("orient", recording, "--out", target);

        assertEquals(2, run.exitCode());
        assertTrue(
                run.err()
                        .endsWith(
                                "set.csv, line 11, column 3: expected acc_x as a number in m/s², found 'NaN' (5 rows before"
                                        + " it were read and kept)" + System.lineSeparator()),
                run.err());
        try (InputStream in = new GZIPInputStream(Files.newInputStream(target))) {
            assertEquals(
                    6,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .count());
        }
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count(), "a temporary file was left");
        }
    }
}
