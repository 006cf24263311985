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
 */
public record SummaryFilter(
        @Nullable String exercise,
        @Nullable Instant from,
        @Nullable Instant before) {
    /** All sets. */
    public static final SummaryFilter ALL = new SummaryFilter(null, null, null);

    /** Sets of one exercise. */
    public static SummaryFilter of(String exercise) {
        return new SummaryFilter(exercise, null, null);
    }

    /** Sets from a moment on. */
    public static SummaryFilter since(Instant from) {
        return new SummaryFilter(null, from, null);
    }

    /** @param of what the columns are called by: empty, or a name and a dot */
    String clause(String of) {
        return (exercise == null ? "" : " and " + of + "exercise = :exercise")
                + (from == null ? "" : " and " + of + "started_at >= :from")
                + (before == null ? "" : " and " + of + "started_at < :before");
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
