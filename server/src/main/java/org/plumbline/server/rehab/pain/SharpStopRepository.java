package org.plumbline.server.rehab.pain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stops for sharp pain in SQL. */
@Repository
class SharpStopRepository {
    /** A check of the same set counts too: a stop that was heard late may be written after it. */
    private static final String ANSWERED = "exists (select 1 from symptom_check c where c.lifter_id = s.lifter_id"
            + " and (c.said_at >= s.stopped_at or c.set_id = s.set_id))";

    private static final String STOP = "select s.id, s.lifter_id, s.stopped_at, s.on_day, s.set_id, " + ANSWERED
            + " as answered, (select max(e.score) from pain_entry e where e.set_id = s.set_id and e.removed_at is null)"
            + " as score from sharp_stop s";

    private final JdbcClient jdbc;

    SharpStopRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID lifterId, Instant stoppedAt, LocalDate day, @Nullable UUID setId) {
        jdbc.sql("insert into sharp_stop (id, lifter_id, stopped_at, on_day, set_id)"
                        + " values (:id, :lifter, :stopped, :day, :set)")
                .param("id", UUID.randomUUID())
                .param("lifter", lifterId)
                .param("stopped", PainRepository.at(stoppedAt))
                .param("day", day)
                .param("set", setId)
                .update();
    }

    boolean isKept(UUID lifterId, UUID setId) {
        return jdbc.sql("select count(*) from sharp_stop where lifter_id = :lifter and set_id = :set")
                        .param("lifter", lifterId)
                        .param("set", setId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    boolean isUnanswered(UUID lifterId) {
        return jdbc.sql("select count(*) from sharp_stop s where s.lifter_id = :lifter and not " + ANSWERED)
                        .param("lifter", lifterId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The stops of any of these people on one of these days. */
    Map<UUID, List<SharpStop>> between(Collection<UUID> lifters, LocalDate from, LocalDate to) {
        Map<UUID, List<SharpStop>> found = new HashMap<>();
        jdbc.sql(STOP + " where s.lifter_id in (:lifters) and s.on_day between :from and :to")
                .param("lifters", lifters)
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    found.computeIfAbsent(row.getObject("lifter_id", UUID.class), any -> new ArrayList<>())
                            .add(stop(row, 0));
                });
        return found;
    }

    /** The newest first. */
    List<SharpStop> since(UUID lifterId, LocalDate from) {
        return jdbc.sql(STOP + " where s.lifter_id = :lifter and s.on_day >= :since"
                        + " order by s.stopped_at desc, s.id")
                .param("lifter", lifterId)
                .param("since", from)
                .query(SharpStopRepository::stop)
                .list();
    }

    /** Those of one set; a set is stopped once, but what was kept twice is not hidden. */
    List<SharpStop> ofSet(UUID setId) {
        return jdbc.sql(STOP + " where s.set_id = :set order by s.stopped_at, s.id")
                .param("set", setId)
                .query(SharpStopRepository::stop)
                .list();
    }

    /** Those of these sets that were stopped. */
    Set<UUID> among(Collection<UUID> sets) {
        return jdbc.sql("select distinct set_id from sharp_stop where set_id in (:sets)")
                .param("sets", sets)
                .query(UUID.class)
                .set();
    }

    /** Those of a lifter's sets that were stopped. */
    Set<UUID> setsOf(UUID lifterId) {
        return jdbc.sql("select distinct set_id from sharp_stop where lifter_id = :lifter and set_id is not null")
                .param("lifter", lifterId)
                .query(UUID.class)
                .set();
    }

    private static SharpStop stop(ResultSet row, int number) throws SQLException {
        int score = row.getInt("score");
        boolean scored = !row.wasNull();
        return new SharpStop(
                row.getObject("id", UUID.class),
                row.getObject("stopped_at", OffsetDateTime.class).toInstant(),
                row.getObject("on_day", LocalDate.class),
                row.getObject("set_id", UUID.class),
                scored ? Integer.valueOf(score) : null,
                row.getBoolean("answered"));
    }
}
