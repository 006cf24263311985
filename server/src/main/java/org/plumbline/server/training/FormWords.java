package org.plumbline.server.training;

import java.util.Locale;
import java.util.Map;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;

/**
 * The words for what the monitor finds: one place, so that the live screen, the log and the charts say the same. They
 * say what changed and against which limit, and offer one thing to do; they never say what it might do to a body.
 */
public final class FormWords {
    /** In place of a level where form was not judged. */
    public static final int NOT_ASSESSED = -1;

    private static final Map<FlagName, Words> WORDS = Map.ofEntries(
            Map.entry(
                    FlagName.ROUNDING_UNDER_LOAD,
                    new Words("Rounding under load", "rounded %s after the lift began", "Brace before you pull.")),
            Map.entry(
                    FlagName.DEEP_FLEXION,
                    new Words("Deep flexion", "reached %s of your fullest bow", "Start with the hips a little lower.")),
            Map.entry(
                    FlagName.FLEXION_DRIFT,
                    new Words("Drift over the set", "peaked %s above your first reps", "Reset your start.")),
            Map.entry(
                    FlagName.BASELINE_DEVIATION,
                    new Words(
                            "Away from your usual",
                            "was %s from your usual",
                            "Compare the set-up with your usual one.")),
            Map.entry(
                    FlagName.NEUTRAL_LOST,
                    new Words("Tuck at the bottom", "tucked %s at the bottom", "Stop the descent a little higher.")),
            Map.entry(
                    FlagName.TWIST_UNDER_LOAD,
                    new Words("Twist under load", "twisted %s under load", "Set both feet and hands even.")),
            Map.entry(
                    FlagName.SIDE_BEND, new Words("Side bend", "bent %s to the side", "Set both feet and hands even.")),
            Map.entry(
                    FlagName.FLEXION_WITH_TWIST,
                    new Words("Flexion with twist", "twisted %s while flexed", "Set even, then brace.")),
            Map.entry(FlagName.MOMENTUM, new Words("Momentum", "started with a jerk, %s", "Take the slack out first.")),
            Map.entry(FlagName.TEMPO, new Words("Tempo", "was off tempo, %s", "Count the way down.")),
            Map.entry(
                    FlagName.SPEED_LOSS,
                    new Words("Speed loss", "was %s slower than your fastest", "Rest longer before the next set.")),
            Map.entry(
                    FlagName.FORM_BREAKDOWN,
                    new Words("Form changed", "changed in more than one way, %s", "Consider ending the set.")),
            Map.entry(
                    FlagName.RANGE_LOSS,
                    new Words("Shorter range", "covered %s of your first range", "Lower the load.")),
            Map.entry(
                    FlagName.LOCKOUT_EXTENSION,
                    new Words("Leaning back at lockout", "leaned back %s at lockout", "Stand tall and stop there.")),
            Map.entry(
                    FlagName.HIP_SHOOT,
                    new Words("Hips first", "let the hips rise first, %s", "Push the floor away with the chest up.")),
            Map.entry(
                    FlagName.REHAB_LIMIT,
                    new Words("Set limit", "passed the limit set for you, %s", "Stay inside the limit set for you.")),
            Map.entry(
                    FlagName.QUALITY,
                    new Words("Signal", "had a weak signal, %s", "Check that both sensors sit firmly.")));

    private static final Map<String, String> METRICS = Map.of(
            Metric.LUMBAR_FLEXION_PEAK.jsonName(), "Peak lumbar flexion",
            Metric.PERCENT_OF_MAX_FLEXION.jsonName(), "Peak against your fullest bow",
            Metric.FLEXION_GAIN_LOADED.jsonName(), "Flexion gained after the lift began",
            Metric.FLEXION_DRIFT.jsonName(), "Peak flexion above your first reps",
            Metric.AXIAL_ROTATION_RANGE.jsonName(), "Twist, peak to peak",
            Metric.LATERAL_BEND_RANGE.jsonName(), "Side bend, peak to peak",
            Metric.TRUNK_EXTENSION_SPEED.jsonName(), "Trunk speed on the way up",
            Metric.TRUNK_SPEED_LOSS.jsonName(), "Speed lost against your fastest rep");

    /** @param finding what a repetition did, with a place for the value */
    private record Words(String title, String finding, String action) {}

    private FormWords() {}

    /** Name of a flag, for example {@code Rounding under load}. */
    public static String title(FlagName flag) {
        return words(flag).title();
    }

    /** What the repetition did, with its value, for example {@code rounded 12° after the lift began}. */
    public static String finding(FormFlag flag) {
        return String.format(Locale.ROOT, words(flag.flag()).finding(), amount(Math.abs(flag.value()), flag.unit()));
    }

    /** One thing to do about it. */
    public static String action(FlagName flag) {
        return words(flag).action();
    }

    /** Name of a metric. */
    public static String metric(String metric) {
        return METRICS.getOrDefault(metric, sentence(spaced(metric)));
    }

    /** Word of a level. */
    public static String level(int level) {
        return switch (level) {
            case NOT_ASSESSED -> "not assessed";
            case 0 -> "on target";
            case 1 -> "note";
            case 2 -> "caution";
            default -> "end the set";
        };
    }

    /** Word of a level in the log, where nothing can be ended any more. */
    public static String levelInLog(int level) {
        return level >= 3 ? "stop suggested" : level(level);
    }

    /** A value with its unit, as short as it can be read: {@code 12°}, {@code 18 %}, {@code 2.1 s}. */
    public static String amount(double value, String unit) {
        return switch (unit) {
            case "deg" -> whole(value) + "°";
            case "%" -> whole(value) + " %";
            case "deg/s" -> whole(value) + " °/s";
            case "s" -> String.format(Locale.ROOT, "%.1f s", value);
            default -> String.format(Locale.ROOT, "%.1f %s", value, unit).strip();
        };
    }

    /** Name of an exercise, for example {@code Romanian deadlift}. */
    public static String exercise(String exercise) {
        return sentence(spaced(exercise));
    }

    private static Words words(FlagName flag) {
        return WORDS.getOrDefault(flag, new Words(sentence(spaced(flag.jsonName())), "changed by %s", ""));
    }

    private static String whole(double value) {
        return String.valueOf(Math.round(value));
    }

    /** Splits {@code speed_loss} and {@code speedLossDeg} into words; the unit at the end goes. */
    private static String spaced(String name) {
        return name.replaceAll("(Deg|Percent|DegPerS)$", "")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .replace('_', ' ')
                .toLowerCase(Locale.ROOT);
    }

    private static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
