package org.plumbline.server.rehab.pain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Check-ins in SQL. */
@Repository
class CheckInRepository {
    private static final String ROW =
            "select id, lifter_id, on_day, sleep, stress, soreness, painkiller, pain_entry_id, note,"
                    + " said_at from check_in";

    private final JdbcClient jdbc;

    CheckInRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A check-in, and the identity of its pain entry. */
    record Row(CheckIn checkIn, @Nullable UUID painEntryId) {}

    /** Writes the check-in of its day, in place of what was said before. */
    void put(CheckIn checkIn) {
        jdbc.sql("delete from check_in where lifter_id = :lifter and on_day = :day")
                .param("lifter", checkIn.lifterId())
                .param("day", checkIn.day())
                .update();
        PainEntry pain = checkIn.pain();
        jdbc.sql(
                        "insert into check_in (id, lifter_id, on_day, sleep, stress, soreness, painkiller, pain_entry_id, note, said_at)"
                                + " values (:id, :lifter, :day, :sleep, :stress, :soreness, :painkiller, :pain, :note, :said)")
                .param("id", checkIn.id())
                .param("lifter", checkIn.lifterId())
                .param("day", checkIn.day())
                .param("sleep", checkIn.sleep())
                .param("stress", checkIn.stress())
                .param("soreness", checkIn.soreness())
                .param("painkiller", checkIn.painkiller())
                .param("pain", pain == null ? null : pain.id())
                .param("note", checkIn.note())
                .param("said", PainRepository.at(checkIn.saidAt()))
                .update();
    }

    Optional<Row> of(UUID lifterId, LocalDate day) {
        return jdbc.sql(ROW + " where lifter_id = :lifter and on_day = :day")
                .param("lifter", lifterId)
                .param("day", day)
                .query(CheckInRepository::row)
                .optional();
    }

    /** The newest first. */
    List<Row> newest(UUID lifterId, int limit, int offset) {
        return jdbc.sql(ROW + " where lifter_id = :lifter order by on_day desc limit :limit offset :offset")
                .param("lifter", lifterId)
                .param("limit", limit)
                .param("offset", offset)
                .query(CheckInRepository::row)
                .list();
    }

    /** Days since then with this much soreness or more. */
    Set<LocalDate> soreDays(UUID lifterId, LocalDate since, int least) {
        return Set.copyOf(jdbc.sql("select on_day from check_in where lifter_id = :lifter and on_day >= :since"
                        + " and soreness >= :least")
                .param("lifter", lifterId)
                .param("since", since)
                .param("least", least)
                .query((row, number) -> row.getObject("on_day", LocalDate.class))
                .list());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new CheckIn(
                        row.getObject("id", UUID.class),
                        row.getObject("lifter_id", UUID.class),
                        row.getObject("on_day", LocalDate.class),
                        row.getObject("sleep", Integer.class),
                        row.getObject("stress", Integer.class),
                        row.getObject("soreness", Integer.class),
                        row.getBoolean("painkiller"),
                        null,
                        row.getString("note"),
                        row.getObject("said_at", OffsetDateTime.class).toInstant()),
                row.getObject("pain_entry_id", UUID.class));
    }
}
