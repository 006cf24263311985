package org.plumbline.server.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The log of walking, mobility and the like. A deleted entry can be brought back as long as a deleted set. */
@Service
public class Activities {
    /** Entries from further back are of another life. */
    private static final int OLDEST_YEARS = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    Activities(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a lifter did, newest first. */
    public List<Activity> newest(UUID lifterId, int limit, int offset) {
        return jdbc.sql("select * from activity where lifter_id = :lifter and deleted_at is null"
                        + " order by done_on desc, entered_at desc, id"
                        + " offset :offset rows fetch first :limit rows only")
                .param("lifter", lifterId)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> activity(row))
                .list();
    }

    /** What a lifter did from a day on, newest first. */
    public List<Activity> since(UUID lifterId, LocalDate day) {
        return jdbc.sql("select * from activity where lifter_id = :lifter and deleted_at is null and done_on >= :day"
                        + " order by done_on desc, entered_at desc, id")
                .param("lifter", lifterId)
                .param("day", day)
                .query((row, number) -> activity(row))
                .list();
    }

    /**
     * Writes down what a lifter did.
     *
     * @param today the day it is where the lifter is
     * @throws IllegalArgumentException where it cannot be; the message is for the person
     */
    @Transactional
    public Activity add(
            UUID lifterId, Activity.Kind kind, LocalDate doneOn, int minutes, @Nullable String note, LocalDate today) {
        if (doneOn.isAfter(today)) {
            throw new IllegalArgumentException(Words.say("activity.day.later"));
        }
        if (doneOn.isBefore(today.minusYears(OLDEST_YEARS))) {
            throw new IllegalArgumentException(Words.say("activity.day.long.ago", OLDEST_YEARS));
        }
        Activity activity = new Activity(
                UUID.randomUUID(), kind, doneOn, minutes, note == null || note.isBlank() ? null : note.strip());
        jdbc.sql("insert into activity (id, lifter_id, kind, done_on, minutes, note, entered_at)"
                        + " values (:id, :lifter, :kind, :day, :minutes, :note, :now)")
                .param("id", activity.id())
                .param("lifter", lifterId)
                .param("kind", kind.word())
                .param("day", doneOn)
                .param("minutes", minutes)
                .param("note", activity.note())
                .param("now", SetRepository.at(now()))
                .update();
        return activity;
    }

    /** Hides an entry; false where there is none such. */
    @Transactional
    public boolean delete(UUID lifterId, UUID id) {
        jdbc.sql("delete from activity where deleted_at < :before")
                .param("before", SetRepository.at(now().minus(Duration.ofDays(SetDeletion.KEPT_DAYS))))
                .update();
        return jdbc.sql("update activity set deleted_at = :now where lifter_id = :lifter and id = :id"
                                + " and deleted_at is null")
                        .param("now", SetRepository.at(now()))
                        .param("lifter", lifterId)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Brings an entry back; false where none such is hidden. */
    @Transactional
    public boolean restore(UUID lifterId, UUID id) {
        return jdbc.sql("update activity set deleted_at = null where lifter_id = :lifter and id = :id"
                                + " and deleted_at is not null")
                        .param("lifter", lifterId)
                        .param("id", id)
                        .update()
                > 0;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Activity activity(ResultSet row) throws SQLException {
        return new Activity(
                row.getObject("id", UUID.class),
                Activity.Kind.ofWord(row.getString("kind")),
                row.getObject("done_on", LocalDate.class),
                row.getInt("minutes"),
                row.getString("note"));
    }
}
