package org.plumbline.core.form;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;

/**
 * The limits for one person and exercise, each with its source and who set it. A rule that is not named does not apply. The
 * defaults are in {@link DefaultLimits}; none of them is a border of harm. Values never change; the methods give new ones.
 *
 * @param levels the levels by rule
 * @param prescribed what a therapist prescribed as the most of a metric (F16), in the unit of the metric
 * @param singleTwistDeg a single twist counts as caution only from here; less must recur in two of three repetitions
 */
public record FormLimits(Map<FormRule, FlagLevels> levels, Map<Metric, Double> prescribed, double singleTwistDeg) {
    /** No rule applies. */
    public static final FormLimits NONE = new FormLimits(Map.of(), Map.of(), DefaultLimits.SINGLE_TWIST_DEG);

    /** Notice is given from this share of a prescribed number (catalogue F16). */
    private static final double PRESCRIBED_NOTICE_SHARE = 0.9;

    public FormLimits {
        levels = unchangeable(levels, FormRule.class);
        prescribed = unchangeable(prescribed, Metric.class);
    }

    private static <K extends Enum<K>, V> Map<K, V> unchangeable(Map<K, V> map, Class<K> keys) {
        Map<K, V> copy = new EnumMap<>(keys);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }

    /** The default limits of an exercise; none for an exercise that nobody has set limits for. */
    public static FormLimits defaultsFor(ExerciseProfile profile) {
        return DefaultLimits.of(profile.name());
    }

    /** Whether any rule applies. */
    public boolean isEmpty() {
        return levels.isEmpty() && prescribed.isEmpty();
    }

    /** The levels of a rule, or null where it does not apply. */
    public @Nullable FlagLevels of(FormRule rule) {
        return levels.get(rule);
    }

    /** The same limits with other levels for one rule. */
    public FormLimits with(FormRule rule, FlagLevels other) {
        Map<FormRule, FlagLevels> changed = new EnumMap<>(FormRule.class);
        changed.putAll(levels);
        changed.put(rule, other);
        return new FormLimits(changed, prescribed, singleTwistDeg);
    }

    /** The same limits without one rule. */
    public FormLimits without(FormRule rule) {
        Map<FormRule, FlagLevels> changed = new EnumMap<>(FormRule.class);
        changed.putAll(levels);
        changed.remove(rule);
        return new FormLimits(changed, prescribed, singleTwistDeg);
    }

    /** The same limits, lowered to a therapist's where those are lower: a therapist's higher number raises nothing. */
    public FormLimits loweredTo(FormRule rule, double notice, double caution, double stop, String source) {
        FlagLevels theirs = new FlagLevels(notice, caution, stop, source, LimitOrigin.THERAPIST);
        FlagLevels own = levels.get(rule);
        return with(rule, own == null ? theirs : own.loweredTo(theirs));
    }

    /**
     * The same limits with a therapist's most of a metric (F16): notice from nine tenths of it, caution beyond it, stop
     * suggested beyond it twice running. Of two numbers the lower one holds.
     *
     * @param most in the unit of the metric, greater than 0; of a metric with a sign, its size
     */
    public FormLimits prescribing(Metric metric, double most) {
        if (!(most > 0)) {
            throw new IllegalArgumentException("a prescribed limit must be more than 0, but is " + most);
        }
        Map<Metric, Double> changed = new EnumMap<>(Metric.class);
        changed.putAll(prescribed);
        changed.merge(metric, most, Math::min);
        return new FormLimits(levels, changed, singleTwistDeg);
    }

    /** The limit of a metric: of what was prescribed of it and of the rules that look at it alone the lowest; empty without any. */
    public OptionalDouble limitOf(Metric metric) {
        @Nullable Double most = prescribed.get(metric);
        return DoubleStream.concat(cautions(metric), most == null ? DoubleStream.empty() : DoubleStream.of(most))
                .min();
    }

    /** Whether of all limits of a metric the one that was prescribed is lower than every other, and so the one that holds. */
    public boolean prescribedHolds(Metric metric) {
        @Nullable Double most = prescribed.get(metric);
        return most != null && cautions(metric).allMatch(caution -> most < caution);
    }

    /** Whether what was prescribed of a rule's metric is lower than the limit of the rule, and so holds beside it. */
    public boolean prescribedHolds(FormRule rule) {
        @Nullable Double most = prescribed.get(rule.metric());
        @Nullable FlagLevels own = levels.get(rule);
        return most != null && rule.isOfItsMetricAlone() && (own == null || most < own.limitOf(2));
    }

    private DoubleStream cautions(Metric metric) {
        return levels.entrySet().stream()
                .filter(rule ->
                        rule.getKey().metric() == metric && rule.getKey().isOfItsMetricAlone())
                .mapToDouble(rule -> rule.getValue().limitOf(2));
    }

    /** The levels of a prescribed metric: the caution is reached beyond the number, not at it. */
    FlagLevels levelsOfPrescribed(Metric metric) {
        double most = prescribed.getOrDefault(metric, Double.MAX_VALUE);
        return new FlagLevels(
                PRESCRIBED_NOTICE_SHARE * most,
                Math.nextUp(most),
                FlagLevels.ABSENT,
                "prescribed by a therapist",
                LimitOrigin.THERAPIST);
    }

    /** The limits of a warm-up set: deep flexion is noted there but never said. */
    public FormLimits forWarmUp() {
        FlagLevels deep = levels.get(FormRule.DEEP_FLEXION);
        if (deep == null) {
            return this;
        }
        return with(
                FormRule.DEEP_FLEXION,
                new FlagLevels(deep.limitOf(1), FlagLevels.ABSENT, FlagLevels.ABSENT, deep.source(), deep.origin()));
    }
}
