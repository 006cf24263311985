package org.plumbline.core.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private Set<Metric> beyond = EnumSet.noneOf(Metric.class);
    private boolean breakdown;
    private boolean running;

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
        beyond = EnumSet.noneOf(Metric.class);
        breakdown = false;
        running = false;
    }

    /** Takes the next repetition and gives its form-drift index; NaN where there is no reference yet. */
    double add(RepetitionMetrics metrics) {
        double largest = Double.NaN;
        double worst = Double.NaN;
        Set<Metric> now = EnumSet.noneOf(Metric.class);
        Set<DriftChannel.Family> families = EnumSet.noneOf(DriftChannel.Family.class);
        running = false;
        for (DriftChannel channel : channels) {
            double value = metrics.value(channel.metric());
            remember(channel.metric(), value);
            double index = channel.index(value, usual.centre(channel.metric()), usual.deviation(channel.metric()));
            if (Double.isNaN(index)) {
                continue;
            }
            largest = Double.isNaN(largest) ? Math.abs(index) : Math.max(largest, Math.abs(index));
            double worsening = channel.worsening(index);
            // pace alone is told by the loss of speed and by momentum
            boolean ofForm = channel.family() != DriftChannel.Family.PACE;
            if (ofForm) {
                worst = Double.isNaN(worst) ? worsening : Math.max(worst, worsening);
            }
            if (worsening > 1) {
                now.add(channel.metric());
                families.add(channel.family());
                running |= beyond.contains(channel.metric()) && ofForm;
            }
        }
        remember(Metric.TRUNK_EXTENSION_SPEED, metrics.value(Metric.TRUNK_EXTENSION_SPEED));
        beyond = now;
        breakdown = running || families.size() >= 2;
        indices.add(largest);
        worsenings.add(worst);
        return largest;
    }

    private void remember(Metric metric, double value) {
        series.computeIfAbsent(metric, unused -> new ArrayList<>()).add(value);
    }

    /** Whether the last repetition breaks down: two independent channels beyond their noise, or one twice running. */
    boolean isBreakdown() {
        return breakdown;
    }

    /** Whether a channel is beyond its noise for the second time running. */
    boolean isRunning() {
        return running;
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
        double index = indices.isEmpty() ? Double.NaN : indices.get(indices.size() - 1);
        List<LimitForecast> forecasts = forecasts(fastestDegPerS);
        RepetitionsLeft left = soonest(forecasts);
        return new FatigueSummary(
                Double.isNaN(index) ? null : Math.round(index * 100) / 100.0,
                leavesUsualFrom(),
                List.copyOf(trends),
                left,
                left == null ? whyUnknown(trends, forecasts) : null);
    }

    private @Nullable Integer leavesUsualFrom() {
        int last = worsenings.size() - 1;
        if (last < 1 || !(worsenings.get(last) > 1)) {
            return null;
        }
        Integer leaves = null;
        int among = 1;
        for (int from = last - 1; from >= 0; from--) {
            if (worsenings.get(from) > 1) {
                among++;
                if (among >= BEYOND_SHARE * (last + 1 - from)) {
                    leaves = from + 1;
                }
            }
        }
        return leaves;
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
