package org.plumbline.server.training;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.NotAssessedReason;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.web.Words;

/**
 * The words for what the monitor finds: one place, so that the live screen, the log and the charts say the same. They
 * say what changed and against which limit, and offer one thing to do; they never say what it might do to a body.
 */
public final class FormWords {
    /** In place of a level where form was not judged. */
    public static final int NOT_ASSESSED = -1;

    /** In the place of a level where the rule that would judge was switched off. */
    public static final int SWITCHED_OFF = -2;

    /** In the place of a level where a value beyond its limit has no flag of its own, for that of rounding says it already. */
    public static final int UNDER_ROUNDING = -3;

    /** The highest level there is. */
    public static final int STRONGEST = 3;

    private static final int MOST_DECIMALS = 3;

    private static final Map<String, Metric> METRICS =
            Stream.of(Metric.values()).collect(Collectors.toMap(Metric::jsonName, metric -> metric));

    /** Names of the exercises that are known, by what they are stored as. */
    private static final Map<String, String> TITLES =
            ExerciseProfile.all().stream().collect(Collectors.toMap(ExerciseProfile::name, ExerciseProfile::title));

    /** The ends of the keys of units. */
    private static final Map<String, String> UNIT_WORDS = Map.of(
            "deg", "deg",
            "%", "percent",
            "deg/s", "deg_per_s",
            "deg/s²", "deg_per_s2",
            "s", "seconds",
            "×", "times",
            "SD", "spreads",
            "kg·s", "kg_s");

    private static final Pattern UNIT_AT_END = Pattern.compile("(Deg|Percent|DegPerS)$");
    private static final Pattern NEXT_WORD = Pattern.compile("([a-z])([A-Z])");

    private FormWords() {}

    /** Name of a flag, for example {@code Rounding under load}. */
    public static String title(FormFlag flag) {
        return of(flag, "title").orElseGet(() -> sentence(spaced(flag.flag().jsonName())));
    }

    /** What the repetition did, with its value, for example {@code rounded 12° after the lift began}. */
    public static String finding(FormFlag flag) {
        return finding(flag, LimitNames.NOBODY);
    }

    /** A flag's value, on its side of every limit of its metric: the same wherever it stands. */
    public static String amount(FormFlag flag, LimitNames names) {
        List<Double> limits = new ArrayList<>(names.levels(flag.metric()));
        limits.add(Math.abs(flag.limit()));
        return amountAmong(Math.abs(flag.value()), limits, flag.unit());
    }

    /** Name of a flag; of a limit that somebody set, with their name. */
    public static String title(FormFlag flag, LimitNames names) {
        @Nullable String setBy = names.of(flag);
        return setBy == null ? title(flag) : Words.say("flag.rehab_limit." + side(flag), setBy);
    }

    /** What the repetition did; of a limit that somebody set, with their name. */
    public static String finding(FormFlag flag, LimitNames names) {
        @Nullable String setBy = names.of(flag);
        String amount = amount(flag, names);
        return setBy == null
                ? finding(flag, amount)
                : withNoise(
                        flag,
                        Words.say(
                                "finding.rehab_limit." + side(flag),
                                Words.find("metric." + flag.metric() + ".finding", amount)
                                        .orElseGet(() -> Words.say("finding.unknown", amount)),
                                setBy));
    }

    /** What cannot be told from noise is never said without that. Of a signal and of a tempo the value itself is no change. */
    private static String withNoise(FormFlag flag, String finding) {
        boolean change = flag.flag() != FlagName.QUALITY && flag.flag() != FlagName.TEMPO;
        return change && !standsOut(flag) ? Words.say("finding.noise", finding) : finding;
    }

    /** A notice is given before the limit, a caution beyond it. */
    private static String side(FormFlag flag) {
        return flag.level() >= 2 ? "outside" : "near";
    }

    /** What several repetitions did, with the largest value of them. */
    public static String findingUpTo(FormFlag flag, LimitNames names) {
        return finding(flag, Words.say("amount.up_to", amount(flag, names)));
    }

    private static String finding(FormFlag flag, String amount) {
        String finding = Words.find("metric." + flag.metric() + ".finding", amount)
                .orElseGet(() -> Words.say("finding.unknown", amount));
        return withNoise(
                flag,
                switch (flag.flag()) {
                    case QUALITY -> quality(flag);
                    case FLEXION_WITH_TWIST -> Words.say("finding.flexion_with_twist", finding);
                    case TEMPO -> Words.say("finding.tempo", finding);
                    case REHAB_LIMIT -> Words.say("finding.rehab_limit.unnamed." + side(flag), finding);
                    default -> finding;
                });
    }

    /** What a flag means, in a sentence. */
    public static String sentence(FormFlag flag) {
        return of(flag, "sentence").orElse("");
    }

    /** What a metric measures, in a sentence; empty where this version does not know it. */
    public static String metricSentence(String metric) {
        return Words.find("metric." + metric + ".sentence").orElse("");
    }

    /** Why a metric of a repetition was not assessed, as the end of a sentence. */
    public static String whyNotAssessed(AnalysisResult result, AnalysisResult.Repetition repetition, String metric) {
        @Nullable String reason = repetition.notAssessedBecause().get(metric);
        for (NotAssessedReason known : NotAssessedReason.values()) {
            if (known.jsonName().equals(reason)) {
                return Words.find("not_assessed." + known.jsonName()).orElse(known.words());
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
        @Nullable Metric known = METRICS.get(metric);
        if (known == null) {
            return Words.say("not_assessed.unknown_metric");
        }
        if (!mode.equals("two-sensor") && known.needsTwoSensors()) {
            return Words.say("not_assessed.lower_back_by_one_sensor");
        }
        return switch (known) {
            case PELVIS_TILT_RANGE, PELVIC_TUCK ->
                Words.say(mode.equals("two-sensor") ? "not_assessed.too_little_data" : "not_assessed.no_pelvis_sensor");
            case FLEXION_DRIFT,
                    TRUNK_SPEED_LOSS,
                    RANGE_LOSS,
                    SMOOTHNESS_LOSS,
                    CURVE_VARIABILITY,
                    FORM_DRIFT_INDEX,
                    YANK_INDEX -> Words.say("not_assessed.nothing_to_compare");
            case BASELINE_DEVIATION, TRUNK_DEVIATION -> Words.say("not_assessed.no_usual");
            case PERCENT_OF_MAX_FLEXION, DEEP_FLEXION_TIME -> Words.say("not_assessed.no_bow");
            case FLEXION_DOSE -> Words.say("not_assessed.no_bow_or_load");
            case HOLD_DURATION, HOLD_SAG -> Words.say("not_assessed.no_hold");
            default -> Words.say("not_assessed.too_little_data");
        };
    }

    /** One thing to do about it. */
    public static String action(FormFlag flag) {
        return of(flag, "action").orElse("");
    }

    /** Name of a metric. */
    public static String metric(String metric) {
        return Words.find("metric." + metric + ".name").orElseGet(() -> sentence(spaced(metric)));
    }

    /** A weak signal counts what it kept from being judged, and names the first. */
    private static String quality(FormFlag flag) {
        long count = Math.max(1, Math.round(Math.abs(flag.value())));
        String first = metric(flag.metric());
        return Words.say(
                "finding.quality", count, Character.toLowerCase(first.charAt(0)) + first.substring(1), count - 1);
    }

    /** What repetitions come to: their strongest level, {@link #NOT_ASSESSED} where that says nothing because they were not judged. */
    public static int found(int strongest, boolean judged) {
        return strongest == 0 && !judged ? NOT_ASSESSED : strongest;
    }

    /**
     * Word of a level in the log, where nothing can be ended any more.
     *
     * @param holds whether it is of holds, of which a target is the length and not the form
     */
    public static String levelInLog(int level, boolean holds) {
        if (level >= STRONGEST) {
            return Words.say("level.3.log");
        }
        return level == NOT_ASSESSED ? Words.say("level.not_assessed") : HoldWords.say(holds, "level." + level);
    }

    /** What stands in a list in place of a level where the set was stopped for pain. */
    public static String stoppedForPain() {
        return Words.say("level.stopped_for_pain");
    }

    /** A unit by itself, as it stands beside a value: {@code °/s}. */
    public static String symbol(String unit) {
        return unit.replace("deg", "°");
    }

    /** A value with its unit, as short as it can be read: {@code 12°}, {@code 18 %}, {@code 2.1 s}. */
    public static String amount(double value, String unit) {
        return switch (unit) {
            case "deg" -> Words.say("amount.deg", whole(value));
            case "%" -> Words.say("amount.percent", whole(value));
            case "deg/s" -> Words.say("amount.deg_per_s", whole(value));
            case "deg/s²" -> Words.say("amount.deg_per_s2", whole(value));
            case "s" -> Words.say("amount.seconds", decimal(value));
            case "×" -> Words.say("amount.times", decimal(value));
            case "SD" -> Words.say("amount.spreads", decimal(value));
            case "metrics" -> Words.say("amount.metrics", Math.round(value));
            case "kg·s" -> Words.say("amount.kg_s", whole(value));
            case "" -> String.format(Locale.ROOT, "%.2f", value);
            default -> (decimal(value) + " " + unit).strip();
        };
    }

    /** How far something changed, with its unit; where that cannot be told from noise, that it cannot. */
    public static String change(double value, Metric metric) {
        return Math.abs(value) < metric.minimalDetectableChange(Double.NaN)
                ? Words.say("amount.noise")
                : amount(value, metric.unit());
    }

    /**
     * A value among limits: as short as it can be read and still lie on its own side of each of them. What a rounding gives or takes
     * must not say that a limit was passed, or that it was not; rather than by one more digit it is then told apart by rounding away
     * from the limit.
     */
    public static String amountAmong(double value, Collection<Double> limits, String unit) {
        int shortest = decimals(unit);
        if (isOnItsSide(round(value, shortest), value, limits)) {
            return amount(value, unit);
        }
        for (int decimals = shortest + 1; decimals <= MOST_DECIMALS; decimals++) {
            double step = Math.pow(10, -decimals);
            double nearest = round(value, decimals);
            for (double read : new double[] {nearest, nearest - step, nearest + step}) {
                if (Math.abs(read - value) < step && isOnItsSide(read, value, limits)) {
                    return withUnit(number(read, decimals), unit);
                }
            }
        }
        return withUnit(number(value, MOST_DECIMALS), unit);
    }

    private static double round(double value, int decimals) {
        return Double.parseDouble(number(value, decimals));
    }

    private static boolean isOnItsSide(double read, double value, Collection<Double> limits) {
        return limits.stream()
                .allMatch(limit -> Math.signum(difference(read, limit)) == Math.signum(difference(value, limit)));
    }

    /** A limit as it was set: {@code 10°}, {@code 10.5°}. */
    public static String limit(double limit, String unit) {
        return amountAmong(limit, List.of(limit), unit);
    }

    /** What the arithmetic adds is no difference. */
    private static double difference(double value, double limit) {
        double difference = value - limit;
        return Math.abs(difference) < 1e-6 ? 0 : difference;
    }

    private static int decimals(String unit) {
        return switch (unit) {
            case "deg", "%", "deg/s", "deg/s²", "kg·s", "metrics" -> 0;
            case "" -> 2;
            default -> 1;
        };
    }

    private static String number(double value, int decimals) {
        return decimals == 0 ? whole(value) : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String withUnit(String number, String unit) {
        return Words.find("amount." + UNIT_WORDS.getOrDefault(unit, ""), number)
                .orElseGet(() -> (number + " " + unit).strip());
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /**
     * What the reader of a flag should know of its channel: {@code a change below 4° cannot be told from noise}.
     *
     * @param change the minimal detectable change; NaN where not known, 0 in sets of earlier versions
     */
    public static String detectable(double change, String unit) {
        return Double.isFinite(change) && change > 0
                ? Words.say("detectable.known", amount(change, unit))
                : Words.say("detectable.unknown");
    }

    /** Whether a flag's value stands out of what is known of the noise of its channel; a notice that does not is for the log only. */
    public static boolean standsOut(FormFlag flag) {
        return !(Math.abs(flag.value()) < flag.minimalDetectableChange());
    }

    /** Name of an exercise, for example {@code Romanian deadlift}. */
    public static String exercise(String exercise) {
        return Words.find("exercise." + exercise)
                .or(() -> Optional.ofNullable(TITLES.get(exercise)))
                .orElseGet(() -> sentence(spaced(exercise)));
    }

    /** A flag may rest on more than one metric, and say something of its own of one of them. */
    private static Optional<String> of(FormFlag flag, String part) {
        String key = "flag." + flag.flag().jsonName() + ".";
        return Words.find(key + flag.metric() + "." + part).or(() -> Words.find(key + part));
    }

    private static String whole(double value) {
        return String.valueOf(Math.round(value));
    }

    /** Splits {@code speed_loss} and {@code speedLossDeg} into words; the unit at the end goes. */
    private static String spaced(String name) {
        String unitless = UNIT_AT_END.matcher(name).replaceAll("");
        return NEXT_WORD.matcher(unitless).replaceAll("$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
