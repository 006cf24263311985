package org.plumbline.server.training;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.server.web.Words;

/**
 * A stretch of a set whose stored samples are not those that were written. To whoever reads the set it is a gap.
 *
 * @param samples how many stood there
 * @param sensors positions of the sensors in the list of the set's sensors
 * @param fromS last sample before it, seconds of the set's stream; 0 where it is the first
 * @param toS first sample after it, or null where none follows
 */
public record UnreadableStretch(
        long samples,
        List<Integer> sensors,
        double fromS,
        @Nullable Double toS) {

    /** As a recording names it in its header: {@code pelvis,thorax 12.310 12.820}; without the last number to the end. */
    public String inRecording(List<SensorDescription> described) {
        return names(described, ",")
                + String.format(Locale.ROOT, " %.3f", fromS)
                + (toS == null ? "" : String.format(Locale.ROOT, " %.3f", toS));
    }

    /** As a person is told. */
    String say(List<SensorDescription> described) {
        String from = String.format(Locale.ROOT, "%.1f", fromS);
        return toS == null
                ? Words.say(
                        "training.samples.changed.end", names(described, ", ").replace('_', ' '), from)
                : Words.say(
                        "training.samples.changed",
                        names(described, ", ").replace('_', ' '),
                        from,
                        String.format(Locale.ROOT, "%.1f", toS));
    }

    private String names(List<SensorDescription> described, String between) {
        return String.join(
                between,
                sensors.stream()
                        .filter(index -> index < described.size())
                        .map(index -> described.get(index).placement().fileName())
                        .toList());
    }
}
