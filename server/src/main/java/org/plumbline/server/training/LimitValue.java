package org.plumbline.server.training;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.RepetitionMeasurement;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.web.Words;

/**
 * A limit that somebody sets: the levels of a rule, a rule switched off, or the most of a metric.
 *
 * @param rule the rule, or null where the most of a metric is meant
 * @param levels its levels in the unit of its metric, or null where it is switched off
 * @param metric the metric, or null where a rule is meant
 * @param most the most of that metric, in its unit
 */
public record LimitValue(
        @Nullable FormRule rule,
        @Nullable FlagLevels levels,
        @Nullable Metric metric,
        @Nullable Double most) {
    /** Beyond every angle, duration, percentage and flexion dose in kg·s there is: a slip of the keyboard. */
    public static final double LARGEST = 10_000;

    /** @throws IllegalArgumentException where it is no limit; the message is for the person */
    public LimitValue {
        if ((rule == null) == (metric == null)) {
            throw new IllegalArgumentException(Words.say("limit.refused.which"));
        }
        if (metric != null && !(most != null && most > 0 && most <= LARGEST)) {
            throw new IllegalArgumentException(outOfBounds());
        }
        if (levels != null) {
            for (double level : new double[] {levels.notice(), levels.caution(), levels.stop()}) {
                if (!Double.isNaN(level) && !(level > 0 && level <= LARGEST)) {
                    throw new IllegalArgumentException(outOfBounds());
                }
            }
        }
    }

    /**
     * The levels of a rule; what is null is a level the flag does not have.
     *
     * @throws IllegalArgumentException where the levels fall or there is none
     */
    public static LimitValue levels(
            FormRule rule, @Nullable Double notice, @Nullable Double caution, @Nullable Double stop, Capacity as) {
        String source = "set by a " + as.word();
        FlagLevels levels;
        try {
            levels = new FlagLevels(number(notice), number(caution), number(stop), source, as.origin());
        } catch (IllegalArgumentException fallOrNone) {
            throw new IllegalArgumentException(Words.say("limit.refused.order"), fallOrNone);
        }
        return new LimitValue(rule, levels, null, null);
    }

    /** A rule that does not apply to this person. */
    public static LimitValue off(FormRule rule) {
        return new LimitValue(rule, null, null, null);
    }

    /** Whether it switches its rule off. */
    public boolean isOff() {
        return rule != null && levels == null;
    }

    /** The most of a metric, as a therapist prescribes it. */
    public static LimitValue most(Metric metric, double most) {
        return new LimitValue(null, null, metric, most);
    }

    /**
     * The metric of that name in JSON.
     *
     * @throws IllegalArgumentException where there is none such
     */
    public static Metric metricOf(String jsonName) {
        return Metric.ofJsonName(jsonName)
                .orElseThrow(() -> new IllegalArgumentException(Words.say("limit.refused.metric", jsonName)));
    }

    private static String outOfBounds() {
        return Words.say("limit.refused.bounds", String.valueOf(Math.round(LARGEST)));
    }

    /** Checks that it is for this person to set. */
    void checkFor(Capacity as) {
        if (metric != null && as != Capacity.THERAPIST) {
            throw new IllegalArgumentException(Words.say("limit.refused.therapist"));
        }
        if (as == Capacity.THERAPIST && isOff()) {
            throw new IllegalArgumentException(Words.say("limit.refused.off"));
        }
    }

    /** Checks that the exercise measures what a rule looks at: levels for it would never be looked at where it does not. */
    void checkIn(String exercise) {
        if (rule != null && levels != null && !isMeasured(rule.metric(), exercise)) {
            throw new IllegalArgumentException(Words.say(
                    "limit.refused.unmeasured",
                    FormWords.metric(rule.metric().jsonName()),
                    FormWords.exercise(exercise)));
        }
    }

    /** Whether an exercise measures a metric, whatever sensors are worn; of one that is not known that is not known either. */
    public static boolean isMeasured(Metric metric, String exercise) {
        return ExerciseProfile.ofName(exercise)
                .map(profile -> RepetitionMeasurement.isMeasured(metric, profile))
                .orElse(true);
    }

    /** The limits with this one put in. */
    FormLimits in(FormLimits limits, Capacity as) {
        if (metric != null && most != null) {
            return limits.prescribing(metric, most);
        }
        FormRule named = Objects.requireNonNull(rule);
        if (levels == null) {
            return limits.without(named);
        }
        return as == Capacity.THERAPIST
                ? limits.loweredTo(named, levels.notice(), levels.caution(), levels.stop(), levels.source())
                : limits.with(named, levels);
    }

    private static double number(@Nullable Double level) {
        return level == null ? FlagLevels.ABSENT : level;
    }
}
