package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A range-of-motion test as programs see it, with what may be said against the first one it can be compared with. */
record MotionJson(
        UUID id,
        @Nullable UUID set,
        Instant takenAt,
        boolean simulated,
        String placement,
        String algorithm,
        @Nullable String recordedBy,
        @Nullable String note,
        List<Range> ranges) {
    /**
     * A range.
     *
     * @param metric name of the metric
     * @param sinceFirst more, less, cannot_be_told or not_comparable; null of the first test
     * @param changeDeg by how much it changed; null unless more or less
     */
    record Range(
            String metric,
            int bends,
            @Nullable Double medianDeg,
            @Nullable Double leastDeg,
            @Nullable Double mostDeg,
            double detectableDeg,
            @Nullable String notAssessedBecause,
            @Nullable String sinceFirst,
            @Nullable Double changeDeg) {}

    /** @param tests newest first */
    static List<MotionJson> of(List<MotionTest> tests) {
        List<MotionJson> json = new ArrayList<>();
        for (MotionTest test : tests) {
            json.add(new MotionJson(
                    test.id(),
                    test.setId(),
                    test.takenAt(),
                    test.simulated(),
                    test.placement(),
                    test.algorithm(),
                    test.recordedBy(),
                    test.note(),
                    test.ranges().stream()
                            .map(range -> range(range, tests, test))
                            .toList()));
        }
        return json;
    }

    private static Range range(MotionRange range, List<MotionTest> tests, MotionTest test) {
        @Nullable
        MotionChange change =
                MotionChange.sinceFirst(range.metric(), tests, test).orElse(null);
        boolean told =
                change != null && (change.kind() == MotionChange.Kind.MORE || change.kind() == MotionChange.Kind.LESS);
        return new Range(
                range.metric().jsonName(),
                range.bends(),
                range.medianDeg(),
                range.leastDeg(),
                range.mostDeg(),
                range.detectableDeg(),
                range.notAssessed() == null ? null : range.notAssessed().word(),
                change == null ? null : change.kind().name().toLowerCase(Locale.ROOT),
                told && change != null ? Double.valueOf(change.byDeg()) : null);
    }
}
