package org.plumbline.server.training;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which sets of a lifter are meant.
 *
 * @param exercise name of the exercise, or null for all
 * @param from sets begun at this moment or later, or null
 * @param before sets begun before this moment, or null
 * @param replays whether stored recordings that were played count; they are no training
 */
public record SummaryFilter(
        @Nullable String exercise,
        @Nullable Instant from,
        @Nullable Instant before,
        boolean replays) {
    /** All sets. */
    public static final SummaryFilter ALL = new SummaryFilter(null, null, null);

    /** Every set of that exercise and time, replays too: what a list shows. */
    public SummaryFilter(@Nullable String exercise, @Nullable Instant from, @Nullable Instant before) {
        this(exercise, from, before, true);
    }

    /** Training sets of one exercise, without replays. */
    public static SummaryFilter of(String exercise) {
        return new SummaryFilter(exercise, null, null, false);
    }

    /** Training sets from a moment on, without replays. */
    public static SummaryFilter since(Instant from) {
        return new SummaryFilter(null, from, null, false);
    }

    /** @param of what the columns are called by: empty, or a name and a dot */
    String clause(String of) {
        return (exercise == null ? "" : " and " + of + "exercise = :exercise")
                + (from == null ? "" : " and " + of + "started_at >= :from")
                + (before == null ? "" : " and " + of + "started_at < :before")
                + (replays ? "" : " and " + of + "source <> 'replay'");
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (exercise != null) {
            parameters.put("exercise", exercise);
        }
        if (from != null) {
            parameters.put("from", SetRepository.at(from));
        }
        if (before != null) {
            parameters.put("before", SetRepository.at(before));
        }
        return parameters;
    }
}
