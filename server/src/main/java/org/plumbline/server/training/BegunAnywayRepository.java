package org.plumbline.server.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sets begun all the same in SQL. */
@Repository
class BegunAnywayRepository {
    private static final String BEGUN =
            "select lifter_id, set_id, chosen_at, on_day, question, sentence, exercise, simulated,"
                    + " load_kg, cap_kg from begun_anyway";

    private final JdbcClient jdbc;

    BegunAnywayRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param place among all that was asked before the set, from 0 */
    void insert(BegunAnyway chosen, int place) {
        jdbc.sql(
                        "insert into begun_anyway (id, lifter_id, set_id, chosen_at, on_day, question, sentence, exercise, simulated, load_kg, cap_kg, place)"
                                + " values (:id, :lifter, :set, :chosen, :day, :question, :sentence, :exercise, :simulated, :load, :cap, :place)")
                .param("id", UUID.randomUUID())
                .param("lifter", chosen.lifterId())
                .param("set", chosen.setId())
                .param("chosen", chosen.chosenAt().atOffset(ZoneOffset.UTC))
                .param("day", chosen.day())
                .param("question", chosen.question().word())
                .param("sentence", chosen.sentence())
                .param("exercise", chosen.exercise())
                .param("simulated", chosen.simulated())
                .param("load", chosen.loadKg())
                .param("cap", chosen.capKg())
                .param("place", place)
                .update();
    }

    /** Of any of these people on one of these days, the newest first, and of one set the weightiest. */
    List<BegunAnyway> between(Collection<UUID> lifters, LocalDate from, LocalDate to) {
        return lifters.isEmpty()
                ? List.of()
                : jdbc.sql(BEGUN + " where lifter_id in (:lifters) and on_day between :from and :to"
                                + " order by chosen_at desc, place, id")
                        .param("lifters", lifters)
                        .param("from", from)
                        .param("to", to)
                        .query(BegunAnywayRepository::chosen)
                        .list();
    }

    /** Those of one set, in the order in which they were asked. */
    List<BegunAnyway> ofSet(UUID setId) {
        return jdbc.sql(BEGUN + " where set_id = :set order by chosen_at, place, id")
                .param("set", setId)
                .query(BegunAnywayRepository::chosen)
                .list();
    }

    /** Gives what is kept of one set to another. */
    void move(UUID from, UUID to) {
        jdbc.sql("update begun_anyway set set_id = :to where set_id = :from")
                .param("from", from)
                .param("to", to)
                .update();
    }

    private static BegunAnyway chosen(ResultSet row, int number) throws SQLException {
        return new BegunAnyway(
                row.getObject("lifter_id", UUID.class),
                row.getObject("set_id", UUID.class),
                row.getObject("chosen_at", OffsetDateTime.class).toInstant(),
                row.getObject("on_day", LocalDate.class),
                BegunAnyway.Question.ofWord(row.getString("question")),
                row.getString("sentence"),
                row.getString("exercise"),
                row.getBoolean("simulated"),
                row.getObject("load_kg", Double.class),
                row.getObject("cap_kg", Double.class));
    }
}
