package org.plumbline.server.training;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What lifters said of their sets, in SQL. */
@Repository
class SetEffortRepository {
    private final JdbcClient jdbc;

    SetEffortRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SetSaid> find(UUID setId) {
        return jdbc.sql("select rpe, repetitions_in_reserve, note, load_corrected, load_before_kg from set_effort"
                        + " where set_id = :set")
                .param("set", setId)
                .query((row, number) -> new SetSaid(
                        new Effort(
                                row.getObject("rpe", Double.class),
                                row.getObject("repetitions_in_reserve", Integer.class)),
                        row.getString("note"),
                        row.getBoolean("load_corrected"),
                        row.getObject("load_before_kg", Double.class)))
                .optional();
    }

    SetSaid put(UUID setId, SetSaid said, Instant at) {
        jdbc.sql("delete from set_effort where set_id = :set")
                .param("set", setId)
                .update();
        jdbc.sql("insert into set_effort (set_id, rpe, repetitions_in_reserve, note, load_corrected, load_before_kg,"
                        + " said_at) values (:set, :rpe, :reserve, :note, :corrected, :before, :at)")
                .param("set", setId)
                .param("rpe", said.effort().rpe())
                .param("reserve", said.effort().repetitionsInReserve())
                .param("note", said.note())
                .param("corrected", said.loadCorrected())
                .param("before", said.loadBeforeKg())
                .param("at", SetRepository.at(at))
                .update();
        return said;
    }
}
