package org.plumbline.server.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What many lifters did, summed up in SQL: one query however many they are and however much they lift. Replays are no
 * training. A deleted set has no summary, so that the wide rows of the sets are not touched.
 */
@Repository
class RosterRepository {
    private final JdbcClient jdbc;

    RosterRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An exercise in a session of a lifter. Means are over its sets, NaN where nothing was assessed.
     *
     * @param lifterId who
     * @param sessionId the session
     * @param exercise name of the exercise
     * @param startedAt when its last set began
     * @param sets sets
     * @param repetitions repetitions
     * @param flagged repetitions with a caution or more
     * @param assessed repetitions whose form was judged
     * @param simulated whether any of it is simulated
     * @param flexionDeg mean of the sets' median peak flexion
     * @param twistDeg mean of the sets' median twist
     * @param heaviestKg heaviest load, or NaN
     */
    record Part(
            UUID lifterId,
            UUID sessionId,
            String exercise,
            Instant startedAt,
            int sets,
            int repetitions,
            int flagged,
            int assessed,
            boolean simulated,
            double flexionDeg,
            double twistDeg,
            double heaviestKg) {}

    List<Part> parts(Collection<UUID> lifterIds, Instant since, RosterFilter filter) {
        if (lifterIds.isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = new HashMap<>();
        String where = clause(filter, parameters);
        return jdbc.sql("select m.lifter_id, m.session_id, m.exercise, max(m.started_at) as started, count(*) as sets,"
                        + " sum(m.repetitions) as reps, sum(m.flagged) as flagged, sum(m.assessed) as assessed,"
                        + " max(case when m.simulated then 1 else 0 end) as simulated,"
                        + " avg(m.peak_flexion_median_deg) as flexion, avg(m.twist_median_deg) as twist,"
                        + " max(m.load_kg) as heaviest from set_summary m"
                        + " where m.lifter_id in (:lifters) and m.started_at >= :since"
                        + " and m.source <> 'replay'" + where
                        + " group by m.lifter_id, m.session_id, m.exercise")
                .params(parameters)
                .param("lifters", lifterIds)
                .param("since", RepetitionCommentRepository.at(since))
                .query(RosterRepository::part)
                .list();
    }

    /** What a filter asks of a row of {@code set_summary m}; its values go to the parameters. */
    static String clause(RosterFilter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder();
        add(where, parameters, " and m.exercise = :exercise", "exercise", filter.exercise());
        add(where, parameters, " and m.load_kg >= :least", "least", filter.leastKg());
        add(where, parameters, " and m.load_kg <= :most", "most", filter.mostKg());
        return where.toString();
    }

    private static void add(
            StringBuilder where, Map<String, Object> parameters, String clause, String name, @Nullable Object value) {
        if (value != null) {
            where.append(clause);
            parameters.put(name, value);
        }
    }

    private static Part part(ResultSet row, int number) throws SQLException {
        return new Part(
                row.getObject("lifter_id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getString("exercise"),
                row.getObject("started", OffsetDateTime.class).toInstant(),
                row.getInt("sets"),
                row.getInt("reps"),
                row.getInt("flagged"),
                row.getInt("assessed"),
                row.getInt("simulated") > 0,
                orNaN(row, "flexion"),
                orNaN(row, "twist"),
                orNaN(row, "heaviest"));
    }

    private static double orNaN(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
