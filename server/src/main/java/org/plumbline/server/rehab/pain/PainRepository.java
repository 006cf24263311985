package org.plumbline.server.rehab.pain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.rehab.pain.FollowUps.TrainingDay;
import org.plumbline.server.training.PainBounds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pain log in SQL. */
@Repository
class PainRepository {
    private static final String ENTRY =
            "select id, lifter_id, said_at, on_day, moment, score, places, qualities, onset, duration,"
                    + " painkiller, set_id, about_day, worse_with, eases_with, note from pain_entry";

    private final JdbcClient jdbc;

    PainRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    void insert(PainEntry entry) {
        jdbc.sql(
                        "insert into pain_entry (id, lifter_id, said_at, on_day, moment, score, places, qualities, onset, duration,"
                                + " painkiller, set_id, about_day, worse_with, eases_with, note) values (:id, :lifter, :said, :day,"
                                + " :moment, :score, :places, :qualities, :onset, :duration, :painkiller, :set, :about, :worse, :eases,"
                                + " :note)")
                .param("id", entry.id())
                .param("lifter", entry.lifterId())
                .param("said", at(entry.saidAt()))
                .param("day", entry.day())
                .param("moment", entry.moment().word())
                .param("score", entry.score())
                .param("places", PainPlace.join(entry.places()))
                .param("qualities", PainQuality.join(entry.qualities()))
                .param("onset", word(entry.onset()))
                .param("duration", word(entry.duration()))
                .param("painkiller", entry.maybeMasked())
                .param("set", entry.setId())
                .param("about", entry.aboutDay())
                .param("worse", entry.worseWith())
                .param("eases", entry.easesWith())
                .param("note", entry.note())
                .update();
    }

    /** Takes the place of an entry, under its identity. */
    void replace(PainEntry entry) {
        jdbc.sql("delete from pain_entry where id = :id and lifter_id = :lifter")
                .param("id", entry.id())
                .param("lifter", entry.lifterId())
                .update();
        insert(entry);
    }

    /** False where the person has no such entry. */
    boolean remove(UUID lifterId, UUID id, Instant now) {
        return jdbc.sql(
                                "update pain_entry set removed_at = :now where id = :id and lifter_id = :lifter and removed_at is null")
                        .param("now", at(now))
                        .param("id", id)
                        .param("lifter", lifterId)
                        .update()
                == 1;
    }

    boolean restore(UUID lifterId, UUID id) {
        return jdbc.sql("update pain_entry set removed_at = null where id = :id and lifter_id = :lifter")
                        .param("id", id)
                        .param("lifter", lifterId)
                        .update()
                == 1;
    }

    /** What was taken back before then is gone. */
    void forgetRemoved(UUID lifterId, Instant before) {
        jdbc.sql("delete from pain_entry where lifter_id = :lifter and removed_at < :before")
                .param("lifter", lifterId)
                .param("before", at(before))
                .update();
    }

    Optional<PainEntry> find(UUID lifterId, UUID id) {
        return jdbc.sql(ENTRY + " where id = :id and lifter_id = :lifter and removed_at is null")
                .param("id", id)
                .param("lifter", lifterId)
                .query(PainRepository::entry)
                .optional();
    }

    List<PainEntry> findAll(UUID lifterId, List<UUID> ids) {
        return jdbc.sql(ENTRY + " where id in (:ids) and lifter_id = :lifter and removed_at is null")
                .param("ids", ids)
                .param("lifter", lifterId)
                .query(PainRepository::entry)
                .list();
    }

    List<PainEntry> between(UUID lifterId, LocalDate from, LocalDate to) {
        return jdbc.sql(ENTRY + " where lifter_id = :lifter and on_day between :from and :to and removed_at is null"
                        + " order by said_at, id")
                .param("lifter", lifterId)
                .param("from", from)
                .param("to", to)
                .query(PainRepository::entry)
                .list();
    }

    /** What any of these people said before training that is red for them, oldest first. */
    List<PainEntry> redBefore(Collection<UUID> lifters, LocalDate from, LocalDate to) {
        return red(lifters, from, to).stream()
                .filter(entry -> entry.moment() == PainMoment.BEFORE)
                .toList();
    }

    /** Red by the bounds of each person, at any time of the day, oldest first. */
    List<PainEntry> red(Collection<UUID> lifters, LocalDate from, LocalDate to) {
        return of(
                        lifters,
                        from,
                        to,
                        "score > coalesce((select b.amber_most from pain_bounds b"
                                + " where b.lifter_id = pain_entry.lifter_id), :usual)")
                .param("usual", PainBounds.USUAL.amberMost())
                .query(PainRepository::entry)
                .list();
    }

    /** With which something was numb or tingling, oldest first. */
    List<PainEntry> numb(Collection<UUID> lifters, LocalDate from, LocalDate to) {
        return of(lifters, from, to, "qualities like :numb")
                .param("numb", "%" + PainQuality.NUMB.word() + "%")
                .query(PainRepository::entry)
                .list();
    }

    private JdbcClient.StatementSpec of(Collection<UUID> lifters, LocalDate from, LocalDate to, String condition) {
        return jdbc.sql(ENTRY + " where lifter_id in (:lifters) and on_day between :from and :to and removed_at is null"
                        + " and " + condition + " order by said_at, id")
                .param("lifters", lifters)
                .param("from", from)
                .param("to", to);
    }

    List<PainEntry> newest(UUID lifterId, int limit, int offset) {
        return jdbc.sql(ENTRY + " where lifter_id = :lifter and removed_at is null order by said_at desc, id"
                        + " limit :limit offset :offset")
                .param("lifter", lifterId)
                .param("limit", limit)
                .param("offset", offset)
                .query(PainRepository::entry)
                .list();
    }

    Optional<PainBounds> bounds(UUID lifterId) {
        return jdbc.sql("select green_most, amber_most from pain_bounds where lifter_id = :lifter")
                .param("lifter", lifterId)
                .query((row, number) -> new PainBounds(row.getInt("green_most"), row.getInt("amber_most")))
                .optional();
    }

    void putBounds(UUID lifterId, PainBounds bounds, UUID setBy, Instant now) {
        jdbc.sql("delete from pain_bounds where lifter_id = :lifter")
                .param("lifter", lifterId)
                .update();
        jdbc.sql("insert into pain_bounds (lifter_id, green_most, amber_most, set_by, set_at)"
                        + " values (:lifter, :green, :amber, :by, :now)")
                .param("lifter", lifterId)
                .param("green", bounds.greenMost())
                .param("amber", bounds.amberMost())
                .param("by", setBy)
                .param("now", at(now))
                .update();
    }

    /** The days somebody lifted, each with its last set; what nobody lifted does not count. */
    List<TrainingDay> trainingDays(UUID lifterId, Instant since, ZoneId zone) {
        Map<LocalDate, Instant> last = jdbc
                .sql("select started_at from training_set where lifter_id = :lifter and started_at >= :since"
                        + " and simulated = false and source <> 'replay' and deleted_at is null order by started_at")
                .param("lifter", lifterId)
                .param("since", at(since))
                .query((row, number) ->
                        row.getObject("started_at", OffsetDateTime.class).toInstant())
                .list()
                .stream()
                .collect(Collectors.toMap(
                        started -> started.atZone(zone).toLocalDate(), started -> started, (first, second) -> second));
        return last.entrySet().stream()
                .map(day -> new TrainingDay(day.getKey(), day.getValue()))
                .toList();
    }

    /** Whether the set is one of this person's. */
    boolean isSetOf(UUID lifterId, UUID setId) {
        return jdbc.sql("select count(*) from training_set where id = :set and lifter_id = :lifter")
                        .param("set", setId)
                        .param("lifter", lifterId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static @Nullable String word(@Nullable Worded choice) {
        return choice == null ? null : choice.word();
    }

    static List<String> words(Collection<? extends Worded> choices) {
        return choices.stream().map(Worded::word).toList();
    }

    private static PainEntry entry(ResultSet row, int number) throws SQLException {
        return new PainEntry(
                row.getObject("id", UUID.class),
                row.getObject("lifter_id", UUID.class),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                row.getObject("on_day", LocalDate.class),
                Worded.ofWord(PainMoment.class, "moment", row.getString("moment"))
                        .orElse(PainMoment.OTHER),
                row.getInt("score"),
                PainPlace.split(row.getString("places")),
                PainQuality.split(row.getString("qualities")),
                Worded.ofWord(PainOnset.class, "onset", row.getString("onset")).orElse(null),
                Worded.ofWord(PainDuration.class, "duration", row.getString("duration"))
                        .orElse(null),
                row.getBoolean("painkiller"),
                row.getObject("set_id", UUID.class),
                row.getObject("about_day", LocalDate.class),
                row.getString("worse_with"),
                row.getString("eases_with"),
                row.getString("note"));
    }
}
