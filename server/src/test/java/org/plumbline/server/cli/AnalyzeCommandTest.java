package org.plumbline.server.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.server.exchange.AnalysisJson;
import tools.jackson.databind.JsonNode;

/** The commands that run the analysis, over a simulated set with rounding on the third of four repetitions. */
class AnalyzeCommandTest {
    @TempDir
    private static Path folder;

    private static Path recording;

    @BeforeAll
    static void simulate() {
        recording = folder.resolve("set.csv");
        CommandRun run = CommandRun.of("simulate", "--out", recording, "--reps", 4, "--round-on", "3:15");
        assertEquals(0, run.exitCode(), run.err());
    }

    @Test
    void theReportNamesEveryRepetitionAndTheFlagWithItsEvidence() {
        CommandRun run = CommandRun.of("analyze", recording);

        assertEquals("", run.err());
        assertEquals(0, run.exitCode());
        assertTrue(run.out().contains("deadlift, two sensors, "), run.out());
        assertTrue(run.out().contains(", 4 repetitions"), run.out());
        assertTrue(run.out().contains(" rep     start  duration  peak flexion"), run.out());
        assertTrue(
                run.out()
                        .matches(
                                "(?s).*rounding under load \\d+\\.\\d°, limit \\d+\\.\\d°, at \\d+\\.\\d s, \\w+ confidence.*"),
                run.out());
    }

    @Test
    void ofHoldsTheReportSaysForHowLongAndHowFarTheySagged() {
        Path planks = folder.resolve("planks.csv");
        CommandRun.of("simulate", "--out", planks, "--exercise", "side_plank", "--reps", 2);

        CommandRun run = CommandRun.of("analyze", planks);

        assertTrue(run.out().contains(", 2 holds"), run.out());
        assertTrue(run.out().contains("hold     start          held           sag"), run.out());
        assertTrue(run.out().matches("(?s).*\n   1 +\\d+\\.\\d s +\\d+\\.\\d s +\\d+\\.\\d°\n.*"), run.out());
        assertFalse(run.out().contains("peak flexion"), run.out());
    }

    @Test
    void theReportGradesTheCalibrationAndSaysWhyAMetricIsMissing() {
        CommandRun run = CommandRun.of("analyze", recording);

        assertTrue(run.out().matches("(?s).*neutral pose: (good|fair|poor).*bending axis: .*"), run.out());
        assertTrue(run.out().contains("Not assessed"), run.out());
        assertTrue(run.out().contains("Peak flexion above your first reps"), "metrics are named for people");
    }

    @Test
    void theJsonHasTheShapeOfTheResult() {
        CommandRun run = CommandRun.of("analyze", recording, "--json");

        assertEquals("", run.err());
        assertEquals(0, run.exitCode());
        JsonNode result = AnalysisJson.mapper().readTree(run.out());
        assertEquals(
                List.of(
                        "recording",
                        "software",
                        "quality",
                        "calibration",
                        "repetitions",
                        "setAside",
                        "unfinished",
                        "set"),
                List.copyOf(result.propertyNames()));
        assertEquals("two-sensor", result.at("/recording/mode").asString());
        assertEquals(4, result.at("/set/repetitionCount").asInt());
        assertTrue(
                StreamSupport.stream(result.at("/repetitions/2/flags").spliterator(), false)
                        .anyMatch(flag -> flag.get("flag").asString().equals("rounding_under_load")),
                run.out());
    }

    @Test
    void theExerciseOfTheCommandComesBeforeThatOfTheFile() {
        CommandRun run = CommandRun.of("analyze", recording, "--json", "--exercise", "squat");

        assertEquals(0, run.exitCode());
        assertEquals(
                "squat",
                AnalysisJson.mapper()
                        .readTree(run.out())
                        .at("/recording/exercise")
                        .asString());
    }

    @Test
    void whatWasReadableIsAnalysedWhereARowIsMalformed() throws IOException {
        Path broken = folder.resolve("broken.csv");
        Files.writeString(broken, Files.readString(recording) + "pelvis,1,NaN\n");

        CommandRun run = CommandRun.of("analyze", broken, "--json");

        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("broken.csv, line "), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertEquals(
                4,
                AnalysisJson.mapper()
                        .readTree(run.out())
                        .at("/set/repetitionCount")
                        .asInt());
    }

    @Test
    void poseWritesTheAnglesAsRisingTimesWithinTheRange() throws IOException {
        Path target = folder.resolve("pose.csv");

        CommandRun run = CommandRun.of("pose", recording, "--out", target);

        assertEquals("", run.err());
        assertEquals(0, run.exitCode());
        List<String> lines = Files.readAllLines(target);
        assertEquals("time_s,pelvis_tilt,lumbar_flexion,lateral_bend,axial_rotation,trunk_inclination", lines.get(0));
        double lastS = -1;
        double peakFlexionDeg = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertEquals(6, cells.length, line);
            double timeS = Double.parseDouble(cells[0]);
            assertTrue(timeS > lastS, line);
            lastS = timeS;
            if (!cells[2].isEmpty()) {
                peakFlexionDeg = Math.max(peakFlexionDeg, Double.parseDouble(cells[2]));
            }
        }
        double rateHz =
                (lines.size() - 2) / (lastS - Double.parseDouble(lines.get(1).split(",")[0]));
        assertTrue(rateHz >= 50 && rateHz <= 100.5, rateHz + " Hz");
        assertTrue(peakFlexionDeg > 20 && peakFlexionDeg < 90, peakFlexionDeg + " degrees");
    }
}
