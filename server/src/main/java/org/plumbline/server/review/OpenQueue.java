package org.plumbline.server.review;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Flags nobody has judged, as they are asked about: set by set, repetition by repetition, and each movement once. */
final class OpenQueue {
    private OpenQueue() {}

    /** A set in the queue. */
    record OpenSet(
            UUID id,
            UUID lifterId,
            String lifter,
            String exercise,
            @Nullable String load,
            String when,
            boolean simulated,
            List<OpenRepetition> repetitions) {}

    /** A repetition with all that it is asked about. */
    record OpenRepetition(int number, List<Line> lines) {
        /** The most serious level among them. */
        public int level() {
            return lines.stream().mapToInt(line -> line.first().level()).max().orElse(0);
        }
    }

    /**
     * What one movement raised: one flag, or what is said of the metric by the limits of the rules and by the prescribed one.
     *
     * @param flags JSON names of the flags, the most serious first
     * @param evidence their evidence, likewise
     */
    record Line(List<String> flags, String metric, List<Evidence> evidence) {
        /** The most serious, by which it is called. */
        public Evidence first() {
            return evidence.get(0);
        }

        /** What it broke besides. */
        public List<Evidence> others() {
            return evidence.subList(1, evidence.size());
        }
    }

    /** Puts a flag where it belongs: one movement that broke the limit of the rules and the prescribed one of the same metric is asked about once. */
    static void add(List<OpenRepetition> repetitions, OpenFlag open, Evidence evidence) {
        OpenRepetition repetition = repetitions.stream()
                .filter(one -> one.number() == open.repetition())
                .findFirst()
                .orElse(null);
        if (repetition == null) {
            repetition = new OpenRepetition(open.repetition(), new ArrayList<>());
            repetitions.add(repetition);
        }
        String name = open.flag().flag().jsonName();
        String metric = open.flag().metric();
        for (Line line : repetition.lines()) {
            if (line.metric().equals(metric)
                    && line.flags().stream().allMatch(other -> FlagReviews.differInWhoseLimit(name, other))) {
                line.flags().add(name);
                line.evidence().add(evidence);
                return;
            }
        }
        repetition.lines().add(new Line(new ArrayList<>(List.of(name)), metric, new ArrayList<>(List.of(evidence))));
    }
}
