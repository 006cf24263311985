package org.plumbline.server.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What many lifters did, summed up in SQL: one query however many they are and however much they lift. It reads the summaries of
 * sessions, in which there are neither replays nor deleted sets.
 */
@Repository
class RosterRepository {
    private final JdbcClient jdbc;

    RosterRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An exercise in a session of a lifter with one load. Means are over its sets, NaN where nothing was assessed.
     *
     * @param lifterId who
     * @param sessionId the session
     * @param exercise name of the exercise
     * @param startedAt when its last set began
     * @param loadKg load, or null where it is not known
     * @param sets sets
     * @param repetitions repetitions
     * @param assessed repetitions whose form was judged
     * @param flagged repetitions with a caution or more
     * @param simulated whether it is simulated
     * @param flexionDeg mean of the sets' median peak flexion
     * @param flexionSets sets in which it was assessed
     * @param twistDeg mean of the sets' median twist
     * @param twistSets sets in which it was assessed
     */
    record Part(
            UUID lifterId,
            UUID sessionId,
            String exercise,
            Instant startedAt,
            @Nullable Double loadKg,
            int sets,
            int repetitions,
            int assessed,
            int flagged,
            boolean simulated,
            double flexionDeg,
            int flexionSets,
            double twistDeg,
            int twistSets) {}

    List<Part> parts(Collection<UUID> lifterIds, Instant since) {
        // the lifters as a table: of a list in brackets H2 compares every row it finds with every one of them
        return jdbc.sql("select m.* from unnest(cast(:lifters as uuid array)) l(id) join session_summary m"
                        + " on m.lifter_id = l.id and m.started_at >= :since")
                .param("lifters", lifterIds.toArray(UUID[]::new))
                .param("since", RepetitionCommentRepository.at(since))
                .query(RosterRepository::part)
                .list();
    }

    /** Those of these lifters who have a set running that began since. */
    Set<UUID> lifting(Collection<UUID> lifterIds, Instant since) {
        return jdbc.sql(
                        "select distinct s.lifter_id from unnest(cast(:lifters as uuid array)) l(id) join training_set s"
                                + " on s.lifter_id = l.id and s.started_at >= :since"
                                + " where s.state = 'running' and s.deleted_at is null")
                .param("lifters", lifterIds.toArray(UUID[]::new))
                .param("since", RepetitionCommentRepository.at(since))
                .query(UUID.class)
                .set();
    }

    private static Part part(ResultSet row, int number) throws SQLException {
        return new Part(
                row.getObject("lifter_id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getString("exercise"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                row.getObject("load_kg", Double.class),
                row.getInt("sets"),
                row.getInt("repetitions"),
                row.getInt("assessed"),
                row.getInt("flagged"),
                row.getBoolean("simulated"),
                orNaN(row, "flexion_mean_deg"),
                row.getInt("flexion_sets"),
                orNaN(row, "twist_mean_deg"),
                row.getInt("twist_sets"));
    }

    private static double orNaN(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
