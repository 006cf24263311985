package org.plumbline.core.form;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The form-drift index (M23) of one repetition after the other: how far two independent channels are beyond the usual for the worse,
 * the lesser of the two, or one channel in this repetition and the one before. One channel of one repetition is told by its own metric.
 */
final class FormDriftIndex {
    /** How much worse each channel of form was in the repetition before. */
    private Map<Metric, Double> before = new EnumMap<>(Metric.class);

    private @Nullable Worsening worst;
    private Worsening running = Worsening.NONE;
    private @Nullable Worsening found;

    /** Takes how much worse than usual the channels are in the next repetition, as far as they were seen. */
    void next(Map<DriftChannel, Worsening> channels) {
        worst = null;
        running = Worsening.NONE;
        Map<Metric, Double> now = new EnumMap<>(Metric.class);
        channels.forEach((channel, worsening) -> {
            // pace alone is told by the loss of speed and by momentum
            if (channel.family() != DriftChannel.Family.PACE) {
                worst = worst == null ? worsening : worst.larger(worsening);
                now.put(channel.metric(), worsening.index());
                running = running.larger(worsening.atMost(before.getOrDefault(channel.metric(), 0.0)));
            }
        });
        before = now;
        List<Map.Entry<DriftChannel, Worsening>> families = largestFirst(channels);
        Worsening second =
                families.size() < 2 ? Worsening.NONE : families.get(1).getValue();
        found = worst == null ? null : running.larger(second);
    }

    /** The channel of each family that is worst, the worst of them first. */
    static List<Map.Entry<DriftChannel, Worsening>> largestFirst(Map<DriftChannel, Worsening> channels) {
        Map<DriftChannel.Family, Map.Entry<DriftChannel, Worsening>> largest = new EnumMap<>(DriftChannel.Family.class);
        channels.entrySet()
                .forEach(channel -> largest.merge(
                        channel.getKey().family(),
                        channel,
                        (one, other) ->
                                other.getValue().index() > one.getValue().index() ? other : one));
        return largest.values().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<DriftChannel, Worsening> channel) ->
                                channel.getValue().index())
                        .reversed())
                .collect(Collectors.toList());
    }

    /** The index of the newest repetition; null where no channel of form was seen in it. */
    @Nullable
    Worsening found() {
        return found;
    }

    /** The channel of form that is worst in it, whatever the others say; null where none was seen. */
    @Nullable
    Worsening worst() {
        return worst;
    }

    /** The channel of form that is worse in it and in the one before. */
    Worsening running() {
        return running;
    }

    /**
     * How much worse a channel is than usual.
     *
     * @param index in changes that the channel can tell
     * @param sigma root mean square error to expect of that; NaN where not known
     */
    record Worsening(double index, double sigma) {
        static final Worsening NONE = new Worsening(0, Double.NaN);

        Worsening larger(Worsening other) {
            return other.index > index ? other : this;
        }

        Worsening atMost(double most) {
            return new Worsening(Math.min(index, most), sigma);
        }
    }
}
