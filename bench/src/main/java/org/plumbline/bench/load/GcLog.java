package org.plumbline.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the collector did, from its log: {@code [12.345s][info][gc] GC(7) Pause Young (...) 123M->45M(256M) 6.789ms}. */
record GcLog(List<Pause> pauses) {
    private static final Pattern PAUSE =
            Pattern.compile("\\[(\\d+[.,]\\d+)s\\].* Pause .* (\\d+)M->(\\d+)M\\((\\d+)M\\) (\\d+[.,]\\d+)ms");

    /** A pause: when, seconds since the start; megabytes in use after it; how long, milliseconds. */
    record Pause(double atS, int usedMb, double tookMs) {}

    static GcLog read(Path file) throws IOException {
        List<Pause> pauses = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                pauses.add(new Pause(number(pause.group(1)), Integer.parseInt(pause.group(3)), number(pause.group(5))));
            }
        }
        return new GcLog(pauses);
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }

    /** Those after so many of the first. */
    GcLog after(int count) {
        return new GcLog(pauses.subList(Math.min(count, pauses.size()), pauses.size()));
    }

    double totalMs() {
        return pauses.stream().mapToDouble(Pause::tookMs).sum();
    }

    double longestMs() {
        return pauses.stream().mapToDouble(Pause::tookMs).max().orElse(0);
    }

    /** Least in use after a pause: what lives. */
    int leastUsedMb() {
        return pauses.stream().mapToInt(Pause::usedMb).min().orElse(0);
    }
}
