package org.plumbline.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.FormListener;
import org.plumbline.core.RecordingAnalysis;
import org.plumbline.core.recording.RecordingReader;

/** Repetitions found in every recording with a trunk sensor, against the truth of the index. */
final class RecordingAccuracy {
    /** Recordings in which nothing is lifted: each is analysed as every one of the lifts. */
    private static final String WALKING = "walking";

    private static final List<String> LIFTS = List.of("deadlift", "squat");

    private final Path data;
    private final PrintStream out;

    /** What became of the recordings of one data set and exercise. */
    private static final class Tally {
        int recordings;
        int withTruth;
        int within;
        int found;
        int truth;
        int failed;
    }

    RecordingAccuracy(Path data, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    void print() throws IOException {
        Map<String, Tally> tallies = new TreeMap<>();
        List<String> off = new ArrayList<>();
        for (IndexedRecording recording : IndexedRecording.readIndex(data)) {
            if (!recording.hasSensor("pelvis", "lumbar", "thorax", "upper_thorax")) {
                continue;
            }
            if (recording.exercise().equals(WALKING)) {
                for (String exercise : LIFTS) {
                    judge(recording, WALKING + " as " + exercise, exercise, tallies, off);
                }
            } else {
                judge(recording, recording.exercise(), null, tallies, off);
            }
        }
        printTallies(tallies);
        out.println("Recordings whose count is off:\n\n| recording | truth | found |\n|---|---|---|");
        off.forEach(row -> out.println("| " + row + " |"));
        out.println();
    }

    /** @param analysedAs exercise in place of the recording's own, or null */
    private void judge(
            IndexedRecording recording,
            String name,
            @Nullable String analysedAs,
            Map<String, Tally> tallies,
            List<String> off) {
        String key = recording.dataSet() + " | " + name + " | " + recording.sensors();
        Tally tally = tallies.computeIfAbsent(key, k -> new Tally());
        tally.recordings++;
        int count = count(recording, analysedAs);
        if (count < 0) {
            tally.failed++;
            off.add(recording.file() + " | " + truth(recording) + " | could not be analysed");
        } else if (recording.repetitions() >= 0) {
            tally.withTruth++;
            tally.truth += recording.repetitions();
            tally.found += count;
            if (Math.abs(count - recording.repetitions()) <= recording.tolerance()) {
                tally.within++;
            } else {
                off.add(recording.file() + " (" + name + ") | " + truth(recording) + " | " + count);
            }
        }
    }

    private void printTallies(Map<String, Tally> tallies) {
        out.println("## Repetitions in recordings of real people\n");
        out.println("| data set | exercise | sensors | recordings | analysed | with truth | count within tolerance "
                + "| true repetitions | found |");
        out.println("|---|---|---|---|---|---|---|---|---|");
        tallies.forEach((key, tally) -> out.printf(
                "| %s | %d | %d | %d | %s | %s | %s |%n",
                key,
                tally.recordings,
                tally.recordings - tally.failed,
                tally.withTruth,
                tally.withTruth == 0 ? "–" : tally.within + " of " + tally.withTruth,
                tally.withTruth == 0 ? "–" : Integer.toString(tally.truth),
                tally.withTruth == 0 ? "–" : Integer.toString(tally.found)));
        out.println();
    }

    private static String truth(IndexedRecording recording) {
        return recording.repetitions() < 0
                ? "not known"
                : recording.repetitions() + (recording.tolerance() > 0 ? " ± " + recording.tolerance() : "");
    }

    private int count(IndexedRecording recording, @Nullable String exercise) {
        Path file = data.resolve(recording.file());
        try {
            AnalysisResult result = RecordingAnalysis.analyze(
                            () -> RecordingReader.open(file), exercise, new FormListener() {})
                    .result();
            return result.set().repetitionCount();
        } catch (IOException | RuntimeException broken) {
            out.println("Not analysed: " + recording.file() + ": " + broken + "\n");
            return -1;
        }
    }
}
