package org.plumbline.server.rehab.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Restrictions, their reviews and the lines of a flare-up in SQL. */
@Repository
class RestrictionRepository {
    private final JdbcClient jdbc;

    RestrictionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID insert(UUID personId, UUID therapist, NewRestriction restriction, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "insert into restriction (id, person_id, therapist_id, what, reason, exercise, starts_on, review_on, expires,"
                                + " written_at) values (:id, :person, :therapist, :what, :reason, :exercise, :starts, :review,"
                                + " :expires, :now)")
                .param("id", id)
                .param("person", personId)
                .param("therapist", therapist)
                .param("what", restriction.what().strip())
                .param("reason", restriction.reason().strip())
                .param("exercise", restriction.exercise())
                .param("starts", restriction.startsOn())
                .param("review", restriction.reviewOn())
                .param("expires", restriction.expires())
                .param("now", Days.sql(now))
                .update();
        return id;
    }

    void review(UUID id, UUID by, Instant at, @Nullable LocalDate next, @Nullable String note) {
        jdbc.sql(
                        "insert into restriction_review (id, restriction_id, reviewed_by, reviewed_at, lifted, next_review_on, note)"
                                + " values (:id, :restriction, :by, :at, :lifted, :next, :note)")
                .param("id", UUID.randomUUID())
                .param("restriction", id)
                .param("by", by)
                .param("at", Days.sql(at))
                .param("lifted", next == null)
                .param("next", next)
                .param("note", note)
                .update();
        if (next == null) {
            jdbc.sql("update restriction set lifted_at = :at where id = :id")
                    .param("at", Days.sql(at))
                    .param("id", id)
                    .update();
        } else {
            jdbc.sql("update restriction set review_on = :next where id = :id")
                    .param("next", next)
                    .param("id", id)
                    .update();
        }
    }

    /** Those of these people, the next review first. */
    List<Restriction> of(List<UUID> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select r.*, t.name as therapist_name, (select max(v.reviewed_at) from restriction_review v"
                        + " where v.restriction_id = r.id) as last_reviewed_at"
                        + " from restriction r left join person t on t.id = r.therapist_id"
                        + " where r.person_id in (:people) order by r.review_on, r.written_at, r.id")
                .param("people", people)
                .query((row, number) -> restriction(row))
                .list();
    }

    List<RestrictionReview> reviews(UUID personId) {
        return jdbc.sql("select v.*, p.name as reviewer_name from restriction_review v"
                        + " join restriction r on r.id = v.restriction_id left join person p on p.id = v.reviewed_by"
                        + " where r.person_id = :person order by v.reviewed_at desc, v.id")
                .param("person", personId)
                .query((row, number) -> new RestrictionReview(
                        row.getObject("restriction_id", UUID.class),
                        new Signature(
                                row.getString("reviewer_name"),
                                Objects.requireNonNull(
                                        Days.instant(row.getObject("reviewed_at", OffsetDateTime.class)))),
                        row.getBoolean("lifted"),
                        row.getObject("next_review_on", LocalDate.class),
                        row.getString("note")))
                .list();
    }

    List<FlareUpLine> flareUpLines() {
        return jdbc.sql("select what, reason from flare_up_line order by line_number")
                .query((row, number) -> new FlareUpLine(row.getString(1), row.getString(2)))
                .list();
    }

    /** Lets nobody else change the lines until the transaction ends. Where there are none, two who write some have the same keys. */
    void holdFlareUpLines() {
        // one row that is always there: the lines themselves are deleted and written anew
        jdbc.sql("select content from setting where name = 'flare_up_lines' for update")
                .query(String.class)
                .single();
    }

    List<FlareUpLine> replaceFlareUpLines(List<FlareUpLine> lines) {
        jdbc.sql("delete from flare_up_line").update();
        for (int i = 0; i < lines.size(); i++) {
            jdbc.sql("insert into flare_up_line (line_number, what, reason) values (:number, :what, :reason)")
                    .param("number", i + 1)
                    .param("what", lines.get(i).what())
                    .param("reason", lines.get(i).reason())
                    .update();
        }
        return lines;
    }

    private static Restriction restriction(ResultSet row) throws SQLException {
        return new Restriction(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("therapist_name"),
                row.getString("what"),
                row.getString("reason"),
                row.getString("exercise"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("review_on", LocalDate.class),
                row.getBoolean("expires"),
                row.getObject("lifted_at") != null,
                Days.instant(row.getObject("last_reviewed_at", OffsetDateTime.class)));
    }
}
