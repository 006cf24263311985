package org.plumbline.server.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;
import org.plumbline.server.review.chart.ChartedSet;
import org.plumbline.server.training.Assessment;
import org.plumbline.server.training.FormWords;
import org.plumbline.server.training.LimitNames;
import org.plumbline.server.training.LimitValue;
import org.plumbline.server.web.Words;

/**
 * A metric of one repetition, in words.
 *
 * @param metric JSON name
 * @param name what a person calls it
 * @param sentence what it measures
 * @param value its value with unit, or null where not assessed
 * @param uncertainty how near the true value is, {@code ± 6°}, or null where nobody knows
 * @param limit the limits it is held to, or null where there are none
 * @param level 0 to 3, {@link FormWords#NOT_ASSESSED} where nothing can be said, {@link FormWords#SWITCHED_OFF} where nobody wanted it
 *     judged, {@link FormWords#UNDER_ROUNDING} where the flag of rounding says it
 */
record MetricRow(
        String metric,
        String name,
        String sentence,
        @Nullable String value,
        @Nullable String uncertainty,
        @Nullable String limit,
        int level) {

    /**
     * Every metric of a repetition that has a limit or a value: those with a limit first, in the order of the rules.
     *
     * @param off rules that somebody had switched off
     * @param maxFlexionDeg the person's largest flexion in that set, degrees; NaN where not known
     */
    static List<MetricRow> of(
            String exercise,
            AnalysisResult.Repetition repetition,
            LimitNames names,
            List<FormRule> off,
            boolean twoSensors,
            double maxFlexionDeg) {
        List<MetricRow> limited = new ArrayList<>();
        List<MetricRow> others = new ArrayList<>();
        List<Metric> order = new ArrayList<>(names.limits().prescribed().keySet());
        Arrays.stream(FormRule.values()).map(FormRule::metric).forEach(order::add);
        order.addAll(Arrays.asList(Metric.values()));
        for (Metric metric : order.stream().distinct().toList()) {
            @Nullable Double value = repetition.metrics().get(metric.jsonName());
            boolean named = repetition.notAssessed().contains(metric.jsonName());
            boolean asked = names.limits().prescribed().containsKey(metric);
            if (value == null && !named && !asked) {
                continue;
            }
            MetricRow row = row(exercise, repetition, names, off, twoSensors, maxFlexionDeg, metric, value);
            (row.limit() == null ? others : limited).add(row);
        }
        limited.addAll(others.stream().filter(row -> row.value() != null).toList());
        return limited;
    }

    private static MetricRow row(
            String exercise,
            AnalysisResult.Repetition repetition,
            LimitNames names,
            List<FormRule> off,
            boolean twoSensors,
            double maxFlexionDeg,
            Metric metric,
            @Nullable Double value) {
        List<FormFlag> flags = repetition.flags().stream()
                .filter(flag -> flag.metric().equals(metric.jsonName()))
                .toList();
        int flagged = flags.stream().mapToInt(FormFlag::level).max().orElse(0);
        // of a limit that is not the reader's to know, its flag says what it says everywhere
        @Nullable
        String limit = Optional.ofNullable(limitOf(names.limits(), twoSensors, metric))
                .orElseGet(() -> flags.stream()
                        .filter(flag -> flag.flag() == FlagName.REHAB_LIMIT)
                        .findFirst()
                        .map(flag -> Words.say("review.flag.limit", FormWords.limit(flag.limit(), flag.unit())))
                        .orElse(null));
        boolean isOff = limit == null
                && flagged == 0
                && off.stream().anyMatch(rule -> rule.metric() == metric && ChartedSet.isSeen(rule, twoSensors));
        boolean judged = value != null
                && limit != null
                && Assessment.isTrusted(exercise, repetition)
                && Assessment.isWithin(names.limits(), metric, value);
        boolean underRounding =
                limit != null && Assessment.isUnderRounding(exercise, names.limits(), repetition, metric);
        @Nullable
        String amount =
                value == null ? null : FormWords.amountAmong(value, levels(names, flags, metric), metric.unit());
        return new MetricRow(
                metric.jsonName(),
                FormWords.metric(metric.jsonName()),
                FormWords.metricSentence(metric.jsonName())
                        + (LimitValue.isMeasured(metric, exercise) ? "" : " " + Words.say("rep.unmeasured")),
                amount != null && underRounding ? Words.say("rep.under-rounding", amount) : amount,
                uncertainty(metric, maxFlexionDeg),
                isOff ? Words.say("rep.limit.off") : limit,
                flagged > 0 || judged ? flagged : unjudged(isOff, underRounding));
    }

    private static int unjudged(boolean isOff, boolean underRounding) {
        if (underRounding) {
            return FormWords.UNDER_ROUNDING;
        }
        return isOff ? FormWords.SWITCHED_OFF : FormWords.NOT_ASSESSED;
    }

    /** Whether it lies beyond a limit, by whichever flag that is said. */
    boolean isBeyond() {
        return limit != null && (level > 0 || level == FormWords.UNDER_ROUNDING);
    }

    /** Where the true value lies in 19 of 20 readings. */
    static @Nullable String uncertainty(Metric metric, double maxFlexionDeg) {
        double change = metric.minimalDetectableChange(maxFlexionDeg);
        if (!Double.isFinite(change)) {
            return null;
        }
        double half = Metric.uncertaintyOfReading(change);
        String amount = metric.unit().equals("s") || metric.unit().equals("×") || half >= 1
                ? FormWords.amount(half, metric.unit())
                : String.format(Locale.ROOT, "%.1f %s", half, metric.unit()).strip();
        return "± " + amount;
    }

    private static List<Double> levels(LimitNames names, List<FormFlag> flags, Metric metric) {
        return Stream.concat(
                        names.levels(metric.jsonName()).stream(),
                        flags.stream().map(FormFlag::limit).map(Math::abs))
                .toList();
    }

    private static @Nullable String limitOf(FormLimits limits, boolean twoSensors, Metric metric) {
        List<String> parts = new ArrayList<>();
        @Nullable Double most = limits.prescribed().get(metric);
        if (most != null) {
            parts.add(Words.say("rep.limit.prescribed", FormWords.limit(most, metric.unit())));
        }
        for (FormRule rule : FormRule.values()) {
            @Nullable FlagLevels ofRule = limits.of(rule);
            if (rule.metric() == metric
                    && ofRule != null
                    && ChartedSet.isSeen(rule, twoSensors)
                    && rule.isOfItsMetricAlone()
                    && rule != FormRule.TEMPO) {
                parts.add(LimitWords.rule(rule, ofRule, limits));
                break;
            }
        }
        return parts.isEmpty() ? null : String.join(", ", parts);
    }
}
