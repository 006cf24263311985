package org.plumbline.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.FormListener;
import org.plumbline.core.RecordingAnalysis;
import org.plumbline.core.recording.RecordingReader;

/**
 * Start and end of repetitions against windows that people drew by hand, which overlap by up to 0.2 s; where the count is
 * exact, the first repetition found is compared with the first window and so on.
 */
final class RepetitionWindowAccuracy {
    private static final Pattern BLOCK = Pattern.compile("\"rep_windows_s\":\\s*(\\[\\s*\\[.*?]\\s*])", Pattern.DOTALL);
    private static final Pattern WINDOW = Pattern.compile("\\[\\s*([-0-9.]+)\\s*,\\s*([-0-9.]+)\\s*]");

    private final Path data;
    private final PrintStream out;

    /** Begin and end, seconds. */
    private record Window(double startS, double endS) {}

    RepetitionWindowAccuracy(Path data, PrintStream out) {
        this.data = data;
        this.out = out;
    }

    void print() throws IOException {
        List<Double> starts = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        int exact = 0;
        int recordings = 0;
        for (IndexedRecording recording : IndexedRecording.readIndex(data)) {
            List<Window> windows = windows(data.resolve(recording.file()));
            if (windows.isEmpty()) {
                continue;
            }
            recordings++;
            List<AnalysisResult.Repetition> found = repetitions(data.resolve(recording.file()));
            if (found.size() != windows.size()) {
                continue;
            }
            exact++;
            for (int i = 0; i < found.size(); i++) {
                starts.add(Math.abs(found.get(i).startS() - windows.get(i).startS()));
                ends.add(Math.abs(found.get(i).endS() - windows.get(i).endS()));
            }
        }
        out.println("### Start and end of repetitions against windows drawn by hand\n");
        out.println("| | repetitions | median error | 90 % within |\n|---|---|---|---|");
        row("start", starts);
        row("end", ends);
        out.println("\nOf " + recordings + " recordings with windows, the " + exact + " with an exact count.\n");
    }

    private void row(String name, List<Double> errors) {
        double[] values = errors.stream().mapToDouble(Double::doubleValue).toArray();
        out.printf(
                Locale.ROOT,
                "| %s | %d | %.2f s | %.2f s |%n",
                name,
                values.length,
                new Percentile(50).evaluate(values),
                new Percentile(90).evaluate(values));
    }

    private static List<Window> windows(Path recording) throws IOException {
        Path sidecar =
                recording.resolveSibling(String.valueOf(recording.getFileName()).replace(".csv.gz", ".truth.json"));
        List<Window> windows = new ArrayList<>();
        if (Files.exists(sidecar)) {
            Matcher block = BLOCK.matcher(Files.readString(sidecar));
            if (block.find()) {
                Matcher window = WINDOW.matcher(block.group(1));
                while (window.find()) {
                    windows.add(new Window(Double.parseDouble(window.group(1)), Double.parseDouble(window.group(2))));
                }
            }
        }
        return windows;
    }

    private static List<AnalysisResult.Repetition> repetitions(Path file) throws IOException {
        return RecordingAnalysis.analyze(() -> RecordingReader.open(file), null, new FormListener() {})
                .result()
                .repetitions();
    }
}
