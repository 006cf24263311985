package org.plumbline.core.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sees form leave the lifter's usual over a set: the form-drift index (M23), its breakdown (F12) and the trends. Says nothing
 * where it cannot know.
 */
final class FatigueMonitor {
    /** From the repetition on that is called the first, at least this share of them is beyond the usual. */
    private static final double BEYOND_SHARE = 2.0 / 3;

    private final FormBasis basis;
    private final SetReference reference;
    private final UsualForm usual;
    private final List<DriftChannel> channels;
    private final Map<Metric, List<Double>> series = new EnumMap<>(Metric.class);
    private final List<Double> indices = new ArrayList<>();
    private final List<Double> worsenings = new ArrayList<>();
    private FormDriftIndex drift = new FormDriftIndex();

    FatigueMonitor(FormBasis basis, SetReference reference) {
        this.basis = basis;
        this.reference = reference;
        usual = new UsualForm(basis.baseline(), reference);
        channels = DriftChannel.of(basis.view());
    }

    void clear() {
        series.clear();
        indices.clear();
        worsenings.clear();
        drift = new FormDriftIndex();
    }

    /**
     * Takes the next repetition and completes it with its form-drift index, by which its form is judged. Not given where there is no
     * reference yet, or where no channel of form was seen.
     */
    void add(RepetitionMetrics metrics) {
        Map<DriftChannel, FormDriftIndex.Worsening> seen = new LinkedHashMap<>();
        for (DriftChannel channel : channels) {
            remember(channel.metric(), metrics.value(channel.metric()));
            double centre = usual.centre(channel.metric());
            double deviation = usual.deviation(channel.metric());
            double index = channel.index(metrics.value(channel.metric()), centre, deviation);
            if (!Double.isNaN(index)) {
                double sigma = metrics.sigma(channel.metric()) / channel.unit(centre, deviation);
                seen.put(channel, new FormDriftIndex.Worsening(Math.max(0, channel.worsening(index)), sigma));
            }
        }
        remember(Metric.TRUNK_EXTENSION_SPEED, metrics.value(Metric.TRUNK_EXTENSION_SPEED));
        drift.next(seen);
        FormDriftIndex.Worsening worst = drift.worst();
        worsenings.add(worst == null ? Double.NaN : worst.index());
        FormDriftIndex.Worsening found = drift.found();
        indices.add(found == null ? Double.NaN : found.index());
        if (found != null) {
            metrics.put(Metric.FORM_DRIFT_INDEX, found.index(), found.sigma());
        }
    }

    private void remember(Metric metric, double value) {
        series.computeIfAbsent(metric, unused -> new ArrayList<>()).add(value);
    }

    /** Whether a channel is beyond its noise for the second time running. */
    boolean isRunning() {
        return drift.running().index() >= 1;
    }

    FatigueSummary summary(double fastestDegPerS) {
        List<FormTrend> trends = new ArrayList<>();
        series.forEach((metric, values) -> {
            RobustTrend trend = RobustTrend.of(values);
            if (trend.count() >= RobustTrend.FEWEST) {
                trends.add(new FormTrend(
                        metric.jsonName(),
                        trend.slope(),
                        trend.slopeLow(),
                        trend.slopeHigh(),
                        trend.probability(),
                        trend.count(),
                        trend.confidence()));
            }
        });
        double index = indices.stream()
                .filter(one -> !one.isNaN())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(Double.NaN);
        List<LimitForecast> forecasts = forecasts(fastestDegPerS);
        RepetitionsLeft left = soonest(forecasts);
        return new FatigueSummary(
                Double.isNaN(index) ? null : Math.round(index * 100) / 100.0,
                leavesUsualFrom(),
                beyondUsual(),
                List.copyOf(trends),
                left,
                left == null ? whyUnknown(trends, forecasts) : null);
    }

    private @Nullable Integer leavesUsualFrom() {
        int last = worsenings.size() - 1;
        if (last < 1 || !isBeyond(last)) {
            return null;
        }
        Integer leaves = null;
        int among = 1;
        for (int from = last - 1; from >= 0; from--) {
            if (isBeyond(from)) {
                among++;
                if (among >= BEYOND_SHARE * (last + 1 - from)) {
                    leaves = from + 1;
                }
            }
        }
        return leaves;
    }

    /** Those beyond the usual with another one next to them: what comes after them takes none of it back. */
    private List<Integer> beyondUsual() {
        List<Integer> beyond = new ArrayList<>();
        for (int i = 0; i < worsenings.size(); i++) {
            if (isBeyond(i) && (isBeyond(i - 1) || isBeyond(i + 1))) {
                beyond.add(i + 1);
            }
        }
        return List.copyOf(beyond);
    }

    private boolean isBeyond(int index) {
        return index >= 0 && index < worsenings.size() && worsenings.get(index) > 1;
    }

    /** What has a caution to be reached; a metric that only has a notice has none. */
    private List<LimitForecast> forecasts(double fastestDegPerS) {
        List<LimitForecast> forecasts = new ArrayList<>();
        add(
                forecasts,
                Metric.LUMBAR_FLEXION_PEAK,
                FormRule.FLEXION_DRIFT,
                reference.centre(Metric.LUMBAR_FLEXION_PEAK),
                1);
        add(forecasts, Metric.FLEXION_GAIN_LOADED, FormRule.ROUNDING, 0, 1);
        add(forecasts, Metric.TRUNK_EXTENSION_SPEED, FormRule.SPEED_LOSS, fastestDegPerS, -fastestDegPerS / 100);
        return forecasts;
    }

    /** Adds the way to {@code zero + scale · caution}. */
    private void add(List<LimitForecast> forecasts, Metric metric, FormRule rule, double zero, double scale) {
        FlagLevels levels = basis.limits().of(rule);
        if (levels != null && !Double.isNaN(levels.caution()) && rule.isSeenBy(basis.view())) {
            RobustTrend trend = RobustTrend.of(series.getOrDefault(metric, List.of()));
            forecasts.add(new LimitForecast(metric, trend, zero + scale * levels.caution(), Math.signum(scale)));
        }
    }

    private static @Nullable RepetitionsLeft soonest(List<LimitForecast> forecasts) {
        RepetitionsLeft soonest = null;
        for (LimitForecast forecast : forecasts) {
            RepetitionsLeft left = forecast.left();
            if (left != null && (soonest == null || left.least() < soonest.least())) {
                soonest = left;
            }
        }
        return soonest;
    }

    private static String whyUnknown(List<FormTrend> trends, List<LimitForecast> forecasts) {
        if (trends.isEmpty()) {
            return "Fewer than " + RobustTrend.FEWEST + " repetitions could be assessed.";
        }
        if (forecasts.stream().anyMatch(LimitForecast::isPassed)) {
            return "The trend has already passed a limit.";
        }
        return "No trend towards a limit is clear.";
    }
}
