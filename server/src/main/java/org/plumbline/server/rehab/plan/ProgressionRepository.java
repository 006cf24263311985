package org.plumbline.server.rehab.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Steps asked for, in SQL. */
@Repository
class ProgressionRepository {
    private final JdbcClient jdbc;

    ProgressionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Progression asked, UUID askedBy) {
        jdbc.sql(
                        "insert into progression (id, person_id, series_id, version, asked_by, asked_at, sets, repetitions, hold_s,"
                                + " load_cap_kg, wish, state) values (:id, :person, :series, :version, :by, :at, :sets, :repetitions,"
                                + " :hold, :cap, :wish, :state)")
                .param("id", asked.id())
                .param("person", asked.personId())
                .param("series", asked.series())
                .param("version", asked.version())
                .param("by", askedBy)
                .param("at", Days.sql(asked.askedAt()))
                .param("sets", asked.sets())
                .param("repetitions", asked.repetitions())
                .param("hold", asked.holdS())
                .param("cap", asked.loadCapKg())
                .param("wish", asked.wish())
                .param("state", asked.state().word())
                .update();
    }

    /** Decides an open one; false where somebody has decided already. */
    boolean decide(UUID id, Progression.State state, UUID by, Instant at, @Nullable String reason) {
        return jdbc.sql("update progression set state = :state, decided_by = :by, decided_at = :at,"
                                + " decision_reason = :reason where id = :id and state = 'open'")
                        .param("state", state.word())
                        .param("by", by)
                        .param("at", Days.sql(at))
                        .param("reason", reason)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Those of these people, newest first. */
    List<Progression> of(List<UUID> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select g.*, a.name as asker_name, d.name as decider_name from progression g"
                        + " left join person a on a.id = g.asked_by left join person d on d.id = g.decided_by"
                        + " where g.person_id in (:people) order by g.asked_at desc, g.id")
                .param("people", people)
                .query((row, number) -> progression(row))
                .list();
    }

    private static Progression progression(ResultSet row) throws SQLException {
        Instant decided = Days.instant(row.getObject("decided_at", OffsetDateTime.class));
        return new Progression(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getObject("series_id", UUID.class),
                row.getInt("version"),
                row.getString("asker_name"),
                Objects.requireNonNull(Days.instant(row.getObject("asked_at", OffsetDateTime.class))),
                row.getInt("sets"),
                row.getInt("repetitions"),
                row.getObject("hold_s", Double.class),
                row.getObject("load_cap_kg", Double.class),
                row.getString("wish"),
                Progression.State.ofWord(row.getString("state")),
                decided == null ? null : new Signature(row.getString("decider_name"), decided),
                row.getString("decision_reason"));
    }
}
