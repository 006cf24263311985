package org.plumbline.server.cli;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.RecordingAnalysis;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.SignalDoubt;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.repetition.SetAside;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.NotAssessed;
import org.plumbline.server.training.SetStory;

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
        boolean holds = ExerciseProfile.isHold(recording.exercise());
        line("%s", recording.title() == null ? fileName : recording.title());
        line(
                "%s, %s, %.1f s, %s",
                words(recording.exercise()),
                mode(recording.mode()),
                recording.durationS(),
                count(result.set().repetitionCount(), holds ? "hold" : "repetition"));
        table(result.repetitions(), holds);
        setAside(result.setAside());
        set(result);
        notAssessed(result);
        sensors(result.quality().sensors());
        calibration(result.calibration());
        // the malformed row is told on the error stream, once
        messages(
                "Worth knowing",
                result.quality().messages().stream()
                        .filter(message -> !message.equals(outcome.malformed()))
                        .toList());
    }

    private void table(List<AnalysisResult.Repetition> repetitions, boolean holds) {
        if (repetitions.isEmpty()) {
            return;
        }
        line("");
        String row = holds ? "%4s %9s %13s %13s" : "%4s %9s %9s %13s";
        line(row, holds ? "hold" : "rep", "start", holds ? "held" : "duration", holds ? "sag" : "peak flexion");
        boolean several = repetitions.get(repetitions.size() - 1).set() > 1;
        int set = 0;
        for (AnalysisResult.Repetition repetition : repetitions) {
            if (several && repetition.set() != set) {
                set = repetition.set();
                line("set %d", set);
            }
            line(
                    row,
                    repetition.number(),
                    seconds(repetition.startS()),
                    holds
                            ? measured(repetition, Metric.HOLD_DURATION)
                            : seconds(repetition.endS() - repetition.startS()),
                    measured(repetition, holds ? Metric.HOLD_SAG : Metric.LUMBAR_FLEXION_PEAK));
            for (SignalDoubt doubt : repetition.quality().reasons()) {
                line("     signal %s: %s", repetition.quality().grade(), doubt.sentence());
            }
            for (FormFlag flag : repetition.flags()) {
                line("     %s", flag(flag));
            }
        }
    }

    private static String measured(AnalysisResult.Repetition repetition, Metric metric) {
        @Nullable Double value = repetition.metrics().get(metric.jsonName());
        return value == null || value.isNaN() ? "not assessed" : amount(value, metric.unit());
    }

    private void setAside(List<SetAside> movements) {
        if (movements.isEmpty()) {
            return;
        }
        line("");
        line("Not counted");
        for (SetAside movement : movements) {
            line("  %s to %s: %s", seconds(movement.startS()), seconds(movement.endS()), movement.reason());
        }
    }

    private void set(AnalysisResult result) {
        List<String> story = SetStory.of(result, null);
        if (story.isEmpty() && result.set().flags().isEmpty()) {
            return;
        }
        line("");
        line("Over the set");
        for (FormFlag flag : result.set().flags()) {
            line("  %s", flag(flag));
        }
        for (String sentence : story) {
            line("  %s", sentence);
        }
    }

    private void notAssessed(AnalysisResult result) {
        List<NotAssessed> missing = NotAssessed.of(result);
        if (missing.isEmpty()) {
            return;
        }
        line("");
        line("Not assessed");
        for (NotAssessed one : missing) {
            line("  %s: %s", one.reason(), one.what());
        }
    }

    private void calibration(AnalysisResult.CalibrationSummary calibration) {
        line("");
        line("Calibration");
        Set<String> said = new HashSet<>();
        graded("neutral pose", calibration.neutral(), said);
        graded("bending axis", calibration.axis(), said);
        @Nullable Double maximum = calibration.maxFlexionDeg();
        graded("fullest bow" + (maximum == null ? "" : " " + amount(maximum, "deg")), calibration.maximum(), said);
        for (String message : calibration.messages()) {
            if (!said.contains(message)) {
                line("  %s", message);
            }
        }
    }

    private void graded(String part, AnalysisResult.Graded graded, Set<String> said) {
        @Nullable String reason = graded.reason();
        line("  %s: %s%s", part, graded.quality(), reason == null || !said.add(reason) ? "" : ". " + reason);
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
        if (flag.flag() == FlagName.QUALITY) {
            return "note: " + FormWords.title(flag).toLowerCase(Locale.ROOT) + ": " + FormWords.finding(flag);
        }
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
        return String.format(Locale.ROOT, "%.1f%s", value, sign).stripTrailing();
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }

    private void line(String format, @Nullable Object... values) {
        String text = String.format(Locale.ROOT, format, values).stripTrailing();
        // titles come from files; nothing in them may steer a terminal
        out.println(text.replaceAll("\\p{Cc}", " "));
    }
}
