package org.plumbline.server.training;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.NotAssessedReason;

/**
 * The words for what the monitor finds: one place, so that the live screen, the log and the charts say the same. They
 * say what changed and against which limit, and offer one thing to do; they never say what it might do to a body.
 */
public final class FormWords {
    /** In place of a level where form was not judged. */
    public static final int NOT_ASSESSED = -1;

    private static final String TOO_LITTLE_DATA = "the data do not allow it";

    private static final Map<FlagName, Words> WORDS = new EnumMap<>(FlagName.class);

    static {
        put(
                FlagName.ROUNDING_UNDER_LOAD,
                "Rounding under load",
                "The lower back bent further after the lift had begun.",
                "Brace before you pull.");
        put(
                FlagName.DEEP_FLEXION,
                "Deep flexion",
                "The lower back came near the end of your own range.",
                "Start with the hips a little lower.");
        put(
                FlagName.FLEXION_DRIFT,
                "Drift over the set",
                "The lower back bends further than in your first reps.",
                "Reset your start.");
        put(
                FlagName.BASELINE_DEVIATION,
                "Away from your usual",
                "The lower back bent further than in the reps you approved as your usual.",
                "Compare the set-up with your usual one.");
        put(
                FlagName.NEUTRAL_LOST,
                "Tuck at the bottom",
                "The lower back bent over the last part of the way down.",
                "Stop the descent a little higher.");
        put(
                FlagName.TWIST_UNDER_LOAD,
                "Twist under load",
                "The ribs turned against the pelvis under load.",
                "Set both feet and hands even.");
        put(
                FlagName.SIDE_BEND,
                "Side bend",
                "The ribs bent sideways against the pelvis under load.",
                "Set both feet and hands even.");
        put(
                FlagName.FLEXION_WITH_TWIST,
                "Flexion with twist",
                "The lower back was flexed and turned at once.",
                "Set even, then brace.");
        put(
                FlagName.MOMENTUM,
                "Momentum",
                "The way up began harder, or went less smoothly, than the others.",
                "Take the slack out first.");
        put(FlagName.TEMPO, "Tempo", "A part of the rep was off the tempo you chose.", "Count each part along.");
        put(
                FlagName.SPEED_LOSS,
                "Speed loss",
                "The trunk comes up slower than in your fastest rep of this set.",
                "Rest longer before the next set.");
        put(
                FlagName.FORM_BREAKDOWN,
                "Form changed",
                "The rep changed in more than one way, or in the same way twice.",
                "Look at what changed before the next set.");
        put(FlagName.RANGE_LOSS, "Shorter range", "The rep covered less than your first ones.", "Lower the load.");
        put(
                FlagName.LOCKOUT_EXTENSION,
                "Arching at the top",
                "The lower back went behind your neutral stance near the top.",
                "Keep the ribs down at the top.");
        put(
                FlagName.HIP_SHOOT,
                "Hips first",
                "The trunk tipped forward as the way up began.",
                "Push the floor away with the chest up.");
        put(
                FlagName.REHAB_LIMIT,
                "Limit set for you",
                "A limit that was set for you was reached.",
                "Stay inside the limit set for you.");
        put(FlagName.QUALITY, "Signal", "The signal was too weak to say more.", "Check that the sensors sit firmly.");
        put(
                FlagName.TRUNK_DEVIATION,
                "Trunk off your usual",
                "The trunk leaned otherwise than in the reps you approved as your usual.",
                "Compare the set-up with your usual one.");
        put(
                FlagName.PELVIC_TUCK,
                "Pelvis tips back at the bottom",
                "The pelvis tipped backwards over the last part of the way down.",
                "Stop the descent a little higher.");
    }

    /** In place of the words of the flag where it rests on that metric, by JSON name: a flag may rest on more than one. */
    private static final Map<FlagName, Map<String, Words>> BY_METRIC = new EnumMap<>(FlagName.class);

    static {
        put(
                FlagName.NEUTRAL_LOST,
                Metric.LUMBAR_FLEXION_RANGE,
                "Lower back moved",
                "The lower back bent and straightened over the rep.",
                "Brace, and keep the lower back still.");
        put(
                FlagName.MOMENTUM,
                Metric.TRUNK_INCLINATION_RANGE,
                "Trunk swing",
                "The trunk swung along with the weight.",
                "Keep the trunk still and let the arms pull.");
        put(
                FlagName.MOMENTUM,
                Metric.SMOOTHNESS_LOSS,
                "Less smooth",
                "The way up went less smoothly than the others.",
                "Move evenly all the way up.");
        put(
                FlagName.TRUNK_DEVIATION,
                Metric.HOLD_SAG,
                "Hold left its line",
                "The trunk left the line it had as the hold began.",
                "Come back into line, or end the hold.");
        put(
                FlagName.TWIST_UNDER_LOAD,
                Metric.TRUNK_TURN_RANGE,
                "Turn under load",
                "The trunk turned under load.",
                "Set both feet and hands even.");
    }

    private static void put(FlagName flag, Metric metric, String title, String sentence, String action) {
        BY_METRIC
                .computeIfAbsent(flag, any -> new HashMap<>())
                .put(metric.jsonName(), new Words(title, sentence, action));
    }

    private static void put(FlagName flag, String title, String sentence, String action) {
        WORDS.put(flag, new Words(title, sentence, action));
    }

    private record Words(String title, String sentence, String action) {}

    private FormWords() {}

    /** Name of a flag, for example {@code Rounding under load}. */
    public static String title(FormFlag flag) {
        return words(flag).title();
    }

    /** What the repetition did, with its value, for example {@code rounded 12° after the lift began}. */
    public static String finding(FormFlag flag) {
        @Nullable MetricWords metric = MetricWords.of(flag.metric());
        String finding = metric == null ? "changed by %s" : metric.finding();
        String found = switch (flag.flag()) {
            case QUALITY -> "had a weak signal";
            case FLEXION_WITH_TWIST -> finding + " while flexed";
            case TEMPO -> finding + ", off the tempo you chose";
            case REHAB_LIMIT -> finding + ", against the limit set for you";
            default -> finding;
        };
        return String.format(Locale.ROOT, found, amount(Math.abs(flag.value()), flag.unit()));
    }

    /** What a flag means, in a sentence. */
    public static String sentence(FormFlag flag) {
        return words(flag).sentence();
    }

    /** What a metric measures, in a sentence; empty where this version does not know it. */
    public static String metricSentence(String metric) {
        @Nullable MetricWords words = MetricWords.of(metric);
        return words == null ? "" : words.sentence();
    }

    /** Why a metric of a repetition was not assessed, as the end of a sentence. */
    public static String whyNotAssessed(AnalysisResult result, AnalysisResult.Repetition repetition, String metric) {
        @Nullable String reason = repetition.notAssessedBecause().get(metric);
        for (NotAssessedReason known : NotAssessedReason.values()) {
            if (known.jsonName().equals(reason)) {
                return known.words();
            }
        }
        return notAssessedBecause(metric, result.recording().mode());
    }

    /**
     * Why a metric was not assessed, as the end of a sentence: for results that give no reason of their own.
     *
     * @param metric JSON name
     * @param mode mode of the recording
     */
    public static String notAssessedBecause(String metric, String mode) {
        @Nullable Metric known = MetricWords.known(metric);
        if (known == null) {
            return "this version does not know it";
        }
        if (!mode.equals("two-sensor") && known.needsTwoSensors()) {
            return "one sensor cannot see how the lower back bends";
        }
        return switch (known) {
            case PELVIS_TILT_RANGE, PELVIC_TUCK ->
                mode.equals("two-sensor") ? TOO_LITTLE_DATA : "no sensor sits on the pelvis";
            case FLEXION_DRIFT,
                    TRUNK_SPEED_LOSS,
                    RANGE_LOSS,
                    SMOOTHNESS_LOSS,
                    CURVE_VARIABILITY,
                    FORM_DRIFT_INDEX,
                    YANK_INDEX -> "there is nothing yet to compare with";
            case BASELINE_DEVIATION, TRUNK_DEVIATION -> "no usual has been approved";
            case PERCENT_OF_MAX_FLEXION, DEEP_FLEXION_TIME -> "no slow bow shows the fullest one";
            case FLEXION_DOSE -> "it takes a slow bow and a load";
            case HOLD_DURATION, HOLD_SAG -> "the exercise is not a hold";
            default -> TOO_LITTLE_DATA;
        };
    }

    /** One thing to do about it. */
    public static String action(FormFlag flag) {
        return words(flag).action();
    }

    /** Name of a metric. */
    public static String metric(String metric) {
        @Nullable MetricWords words = MetricWords.of(metric);
        return words == null ? sentence(spaced(metric)) : words.name();
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
            case "deg/s²" -> whole(value) + " °/s²";
            case "s" -> String.format(Locale.ROOT, "%.1f s", value);
            case "×" -> String.format(Locale.ROOT, "%.1f×", value);
            case "SD" -> String.format(Locale.ROOT, "%.1f usual spreads", value);
            case "kg·s" -> whole(value) + " kg·s";
            case "" -> String.format(Locale.ROOT, "%.2f", value);
            default -> String.format(Locale.ROOT, "%.1f %s", value, unit).strip();
        };
    }

    /**
     * What the reader of a flag should know of its channel: {@code a change below 4° cannot be told from noise}.
     *
     * @param change the minimal detectable change; NaN where not known, 0 in sets of earlier versions
     */
    public static String detectable(double change, String unit) {
        return Double.isFinite(change) && change > 0
                ? "a change below " + amount(change, unit) + " cannot be told from noise"
                : "how small a change can be told from noise is not known";
    }

    /** Whether a flag's value stands out of what is known of the noise of its channel; a notice that does not is for the log only. */
    public static boolean standsOut(FormFlag flag) {
        return !(Math.abs(flag.value()) < flag.minimalDetectableChange());
    }

    /** Name of an exercise, for example {@code Romanian deadlift}. */
    public static String exercise(String exercise) {
        return sentence(spaced(exercise));
    }

    private static Words words(FormFlag flag) {
        @Nullable Words ofMetric = BY_METRIC.getOrDefault(flag.flag(), Map.of()).get(flag.metric());
        @Nullable Words words = ofMetric == null ? WORDS.get(flag.flag()) : ofMetric;
        return words == null ? new Words(sentence(spaced(flag.flag().jsonName())), "", "") : words;
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
