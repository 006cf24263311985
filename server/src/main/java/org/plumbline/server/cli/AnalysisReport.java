package org.plumbline.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.RecordingAnalysis;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;

/** The result of an analysis as a report to read in a terminal. */
final class AnalysisReport {
    private static final String[] LEVEL_WORDS = {"on target", "note", "caution", "end the set"};

    private final PrintWriter out;

    AnalysisReport(PrintWriter out) {
        this.out = out;
    }

    void print(String fileName, RecordingAnalysis.Outcome outcome) {
        AnalysisResult result = outcome.result();
        AnalysisResult.Recording recording = result.recording();
        line("%s", recording.title() == null ? fileName : recording.title());
        line(
                "%s, %s, %.1f s, %s",
                words(recording.exercise()),
                mode(recording.mode()),
                recording.durationS(),
                count(result.set().repetitionCount(), "repetition"));
        table(result.repetitions());
        set(result.set());
        notAssessed(result);
        sensors(result.quality().sensors());
        messages("Calibration", result.calibration().messages());
        // the malformed row is told on the error stream, once
        messages(
                "Worth knowing",
                result.quality().messages().stream()
                        .filter(message -> !message.equals(outcome.malformed()))
                        .toList());
    }

    private void table(List<AnalysisResult.Repetition> repetitions) {
        if (repetitions.isEmpty()) {
            return;
        }
        line("");
        line("%4s %9s %9s %13s", "rep", "start", "duration", "peak flexion");
        for (AnalysisResult.Repetition repetition : repetitions) {
            @Nullable Double peak = repetition.metrics().get(Metric.LUMBAR_FLEXION_PEAK.jsonName());
            line(
                    "%4d %9s %9s %13s",
                    repetition.number(),
                    seconds(repetition.startS()),
                    seconds(repetition.endS() - repetition.startS()),
                    peak == null || peak.isNaN() ? "not assessed" : amount(peak, "deg"));
            for (FormFlag flag : repetition.flags()) {
                line("     %s", flag(flag));
            }
        }
    }

    private void set(AnalysisResult.SetSummary set) {
        if (set.flags().isEmpty() && set.speedLossPercent() == null && set.suggestStopAfter() == null) {
            return;
        }
        line("");
        line("The set");
        for (FormFlag flag : set.flags()) {
            line("  %s", flag(flag));
        }
        if (set.speedLossPercent() != null) {
            line("  speed lost on the way up by the last repetition: %s", amount(set.speedLossPercent(), "%"));
        }
        if (set.suggestStopAfter() != null) {
            line("  ending the set was suggested after repetition %d", set.suggestStopAfter());
        }
    }

    /** Once for the set where it is the same for all repetitions, which it nearly always is. */
    private void notAssessed(AnalysisResult result) {
        List<String> names = result.repetitions().stream()
                .flatMap(repetition -> repetition.notAssessed().stream())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return;
        }
        line("");
        line(
                "Not assessed: %s",
                String.join(", ", names.stream().map(AnalysisReport::spaced).toList()));
        line("  %s", reason(result.recording().mode()));
    }

    private static String reason(String mode) {
        return switch (mode) {
            case "one-sensor" -> "one sensor cannot tell how the lower back bends; that takes a second one";
            case "none" -> "no sensor of the recording sits on the trunk";
            default -> "the data of some repetitions does not allow it; see the remarks below";
        };
    }

    private void sensors(List<AnalysisResult.SensorQuality> sensors) {
        if (sensors.isEmpty()) {
            return;
        }
        line("");
        line("Sensors");
        for (AnalysisResult.SensorQuality sensor : sensors) {
            String gaps =
                    sensor.gaps().isEmpty() ? "" : ", " + count(sensor.gaps().size(), "gap");
            String clipped = sensor.clipped() == 0 ? "" : ", " + sensor.clipped() + " samples at the end of the range";
            line(
                    "  %s: %.1f Hz, %.1f %% lost%s%s",
                    words(sensor.placement()), sensor.rateHz(), sensor.lostPercent(), gaps, clipped);
        }
    }

    private void messages(String title, List<String> messages) {
        if (messages.isEmpty()) {
            return;
        }
        line("");
        line("%s", title);
        for (String message : messages) {
            line("  %s", message);
        }
    }

    private static String flag(FormFlag flag) {
        String level = LEVEL_WORDS[Math.max(0, Math.min(LEVEL_WORDS.length - 1, flag.level()))];
        return String.format(
                Locale.ROOT,
                "%s: %s %s, limit %s, at %s, %s confidence",
                level,
                words(flag.flag().jsonName()),
                amount(flag.value(), flag.unit()),
                amount(flag.limit(), flag.unit()),
                seconds(flag.timeS()),
                flag.confidence().jsonName());
    }

    private static String mode(String mode) {
        return switch (mode) {
            case "two-sensor" -> "two sensors";
            case "one-sensor" -> "one sensor";
            default -> "no sensor on the trunk";
        };
    }

    private static String count(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    private static String amount(double value, String unit) {
        String sign = unit.equals("deg") ? "°" : " " + unit;
        return String.format(Locale.ROOT, "%.1f%s", value, sign);
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }

    /** {@code lumbarFlexionPeakDeg} as words, without the unit. */
    private static String spaced(String metric) {
        return metric.replaceAll("(DegPerS|Deg|Percent)$", "")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
    }

    private void line(String format, @Nullable Object... values) {
        String text = String.format(Locale.ROOT, format, values).stripTrailing();
        // titles come from files; nothing in them may steer a terminal
        out.println(text.replaceAll("\\p{Cc}", " "));
    }
}
