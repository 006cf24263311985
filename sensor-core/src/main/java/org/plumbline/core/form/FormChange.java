package org.plumbline.core.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        List<Seen> before = List.of();
        List<Seen> now = List.of();
        for (Measured repetition : set) {
            before = now;
            now = changes(repetition, channels, usual, limit);
            reference.add(metrics(repetition), !repetition.cautioned());
        }
        double stored = set.isEmpty() ? Double.NaN : set.get(set.size() - 1).value(Metric.FORM_DRIFT_INDEX);
        if (!(Math.abs(index(now, before) - stored) <= SAME_INDEX)) {
            return List.of();
        }
        return largestFirst(
                        now.stream().filter(seen -> seen.change.size() >= limit).collect(Collectors.toList()))
                .stream()
                .sorted(Comparator.comparing(Seen::isOfPace))
                .map(Seen::change)
                .collect(Collectors.toList());
    }

    /** A channel of a repetition. */
    private record Seen(DriftChannel channel, FormChange change) {
        boolean isOfPace() {
            return channel.family() == DriftChannel.Family.PACE;
        }
    }

    private static List<Seen> changes(Measured repetition, List<DriftChannel> channels, UsualForm usual, double limit) {
        List<Seen> changes = new ArrayList<>();
        for (DriftChannel channel : channels) {
            double centre = usual.centre(channel.metric());
            double deviation = usual.deviation(channel.metric());
            double value = repetition.value(channel.metric());
            double index = channel.index(value, centre, deviation);
            if (!Double.isNaN(index)) {
                double way = channel.worse() == 0 ? Math.signum(index) : channel.worse();
                double edge = centre + way * limit * channel.unit(centre, deviation);
                double size = Math.max(0, channel.worsening(index));
                changes.add(new Seen(channel, new FormChange(channel.metric(), centre, value, edge, size)));
            }
        }
        return changes;
    }

    /** The index as {@link FatigueMonitor} has it. */
    private static double index(List<Seen> now, List<Seen> before) {
        double running = 0;
        for (Seen one : now) {
            for (Seen earlier : before) {
                if (!one.isOfPace() && earlier.channel.equals(one.channel)) {
                    running = Math.max(running, Math.min(one.change.size(), earlier.change.size()));
                }
            }
        }
        List<Seen> families = largestFirst(now);
        return families.size() < 2
                ? running
                : Math.max(running, families.get(1).change.size());
    }

    /** The largest change of each family. */
    private static List<Seen> largestFirst(List<Seen> changes) {
        Map<DriftChannel.Family, Seen> largest = new EnumMap<>(DriftChannel.Family.class);
        changes.forEach(seen -> largest.merge(
                seen.channel.family(), seen, (one, other) -> other.change.size() > one.change.size() ? other : one));
        return largest.values().stream()
                .sorted(Comparator.comparingDouble((Seen seen) -> seen.change.size())
                        .reversed())
                .collect(Collectors.toList());
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
