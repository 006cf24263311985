package org.plumbline.server.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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

    /** By metric, because the reason nearly always holds for the set. */
    private void notAssessed(AnalysisResult result) {
        Map<String, List<Integer>> repetitions = new LinkedHashMap<>();
        for (AnalysisResult.Repetition repetition : result.repetitions()) {
            for (String metric : repetition.notAssessed()) {
                repetitions.computeIfAbsent(metric, unseen -> new ArrayList<>()).add(repetition.number());
            }
        }
        if (repetitions.isEmpty()) {
            return;
        }
        line("");
        line("Not assessed");
        repetitions.forEach((metric, numbers) -> line(
                "  %s, %s: %s",
                spaced(metric),
                numbers.size() == result.repetitions().size() ? "all repetitions" : "repetition " + joined(numbers),
                reason(metric, result.recording().mode())));
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String reason(String metric, String mode) {
        if (mode.equals("one-sensor") && needsTwoSensors(metric)) {
            return "one sensor cannot see how the lower back bends";
        }
        if (mode.equals("one-sensor") && metric.equals(Metric.PELVIS_TILT_RANGE.jsonName())) {
            return "no sensor sits on the pelvis";
        }
        if (metric.equals(Metric.FLEXION_DRIFT.jsonName()) || metric.equals(Metric.TRUNK_SPEED_LOSS.jsonName())) {
            return "there is nothing yet to compare with";
        }
        if (metric.equals(Metric.PERCENT_OF_MAX_FLEXION.jsonName())) {
            return "no slow bow shows the fullest one";
        }
        return "the data do not allow it; see the remarks below";
    }

    private static boolean needsTwoSensors(String metric) {
        for (Metric known : Metric.values()) {
            if (known.jsonName().equals(metric)) {
                return known.needsTwoSensors();
            }
        }
        return false;
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
        return metric.replaceAll("^pct", "percent of ")
                .replaceAll("(DegPerS|Deg|Percent)$", "")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
    }

    private void line(String format, @Nullable Object... values) {
        String text = String.format(Locale.ROOT, format, values).stripTrailing();
        // titles come from files; nothing in them may steer a terminal
        out.println(text.replaceAll("\\p{Cc}", " "));
    }
}
