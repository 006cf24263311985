package org.plumbline.core.form;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A channel of form that changed in a repetition: what a form-drift index (M23) comes from, told again from stored values.
 *
 * @param metric what changed
 * @param usual what it was held against, in the unit of the metric
 * @param value what it was in the repetition
 * @param limit from where on the change counts
 * @param size how much worse it is than usual, in smallest changes that the channel can tell
 */
public record FormChange(Metric metric, double usual, double value, double limit, double size) {
    /** Stored values are rounded to a hundredth, and so is what follows from them. */
    private static final double SAME_INDEX = 0.05;

    /**
     * A repetition as it is stored.
     *
     * @param metrics its values by name of the metric in JSON
     * @param cautioned whether a flag of it reached caution, so that it is none of those that stand for the usual
     */
    public record Measured(Map<String, Double> metrics, boolean cautioned) {
        double value(Metric metric) {
            return metrics.getOrDefault(metric.jsonName(), Double.NaN);
        }
    }

    /**
     * What changed in the last of some repetitions, of channels that see the same movement the one that changed most; the largest
     * change first, and how fast the trunk moved after how it moved. Empty where nothing did, and where the stored index does not come out again: then the usual was another one.
     *
     * @param set the repetitions of one set, from its first
     * @param spineSeen whether both sensors on the trunk were there
     * @param approved the usual that somebody approved, or null where the first repetitions of the set are it
     * @param limit limit of the index, in smallest changes
     */
    public static List<FormChange> ofLast(
            List<Measured> set, boolean spineSeen, @Nullable FormBaseline approved, double limit) {
        List<DriftChannel> channels = DriftChannel.of(spineSeen ? SensorView.TRUNK_AND_PELVIS : SensorView.TRUNK_ONLY);
        SetReference reference = new SetReference();
        UsualForm usual = new UsualForm(approved, reference);
        FormDriftIndex drift = new FormDriftIndex();
        Map<DriftChannel, FormChange> now = Map.of();
        for (Measured repetition : set) {
            now = changes(repetition, channels, usual, limit);
            drift.next(worsenings(now));
            reference.add(metrics(repetition), !repetition.cautioned());
        }
        double stored = set.isEmpty() ? Double.NaN : set.get(set.size() - 1).value(Metric.FORM_DRIFT_INDEX);
        FormDriftIndex.Worsening found = drift.found();
        if (found == null || !(Math.abs(found.index() - stored) <= SAME_INDEX)) {
            return List.of();
        }
        Map<DriftChannel, FormChange> beyond = new LinkedHashMap<>(now);
        beyond.values().removeIf(change -> change.size() < limit);
        return FormDriftIndex.largestFirst(worsenings(beyond)).stream()
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(channel -> channel.family() == DriftChannel.Family.PACE))
                .map(beyond::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
    }

    private static Map<DriftChannel, FormDriftIndex.Worsening> worsenings(Map<DriftChannel, FormChange> changes) {
        Map<DriftChannel, FormDriftIndex.Worsening> worsenings = new LinkedHashMap<>();
        changes.forEach(
                (channel, change) -> worsenings.put(channel, new FormDriftIndex.Worsening(change.size(), Double.NaN)));
        return worsenings;
    }

    private static Map<DriftChannel, FormChange> changes(
            Measured repetition, List<DriftChannel> channels, UsualForm usual, double limit) {
        Map<DriftChannel, FormChange> changes = new LinkedHashMap<>();
        for (DriftChannel channel : channels) {
            double centre = usual.centre(channel.metric());
            double deviation = usual.deviation(channel.metric());
            double value = repetition.value(channel.metric());
            double index = channel.index(value, centre, deviation);
            if (!Double.isNaN(index)) {
                double way = channel.worse() == 0 ? Math.signum(index) : channel.worse();
                double edge = centre + way * limit * channel.unit(centre, deviation);
                double size = Math.max(0, channel.worsening(index));
                changes.put(channel, new FormChange(channel.metric(), centre, value, edge, size));
            }
        }
        return changes;
    }

    private static RepetitionMetrics metrics(Measured repetition) {
        RepetitionMetrics metrics = new RepetitionMetrics();
        for (Metric metric : Metric.values()) {
            double value = repetition.value(metric);
            if (!Double.isNaN(value)) {
                metrics.put(metric, value);
            }
        }
        return metrics;
    }
}
