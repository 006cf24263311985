package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Statements, clearances and notes in SQL. */
@Repository
class PatientFileRepository {
    private final JdbcClient jdbc;

    PatientFileRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addStatement(UUID personId, UUID therapist, String content, Instant at) {
        jdbc.sql("insert into patient_statement (id, person_id, therapist_id, content, written_at)"
                        + " values (:id, :person, :therapist, :content, :at)")
                .param("id", UUID.randomUUID())
                .param("person", personId)
                .param("therapist", therapist)
                .param("content", content)
                .param("at", Days.sql(at))
                .update();
    }

    Optional<PatientFile.Statement> statement(UUID personId) {
        return jdbc.sql("select s.content, s.written_at, t.name from patient_statement s"
                        + " left join person t on t.id = s.therapist_id where s.person_id = :person"
                        + " order by s.written_at desc, s.id fetch first 1 rows only")
                .param("person", personId)
                .query((row, number) -> new PatientFile.Statement(
                        row.getString(1), new Signature(row.getString(3), at(row.getObject(2, OffsetDateTime.class)))))
                .optional();
    }

    void addNote(UUID personId, UUID author, String content, Instant at) {
        jdbc.sql("insert into therapist_note (id, person_id, author_id, content, written_at)"
                        + " values (:id, :person, :author, :content, :at)")
                .param("id", UUID.randomUUID())
                .param("person", personId)
                .param("author", author)
                .param("content", content)
                .param("at", Days.sql(at))
                .update();
    }

    boolean removeNote(UUID personId, UUID author, UUID id) {
        return jdbc.sql("delete from therapist_note where id = :id and person_id = :person and author_id = :author")
                        .param("id", id)
                        .param("person", personId)
                        .param("author", author)
                        .update()
                == 1;
    }

    List<PatientFile.Note> notes(UUID personId, UUID author) {
        return jdbc.sql("select id, content, written_at from therapist_note"
                        + " where person_id = :person and author_id = :author order by written_at desc, id")
                .param("person", personId)
                .param("author", author)
                .query((row, number) -> new PatientFile.Note(
                        row.getObject(1, UUID.class), row.getString(2), at(row.getObject(3, OffsetDateTime.class))))
                .list();
    }

    UUID addClearance(UUID personId, UUID by, PatientFile.NewClearance clearance, Instant at) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        "insert into clearance (id, person_id, recorded_by, given_by, given_on, scope, expires_on, recorded_at)"
                                + " values (:id, :person, :by, :givenBy, :givenOn, :scope, :expires, :at)")
                .param("id", id)
                .param("person", personId)
                .param("by", by)
                .param("givenBy", clearance.givenBy().strip())
                .param("givenOn", clearance.givenOn())
                .param("scope", clearance.scope().strip())
                .param("expires", clearance.expiresOn())
                .param("at", Days.sql(at))
                .update();
        return id;
    }

    boolean withdrawClearance(UUID personId, UUID id, Instant at, String reason) {
        return jdbc.sql("update clearance set withdrawn_at = :at, withdrawn_reason = :reason"
                                + " where id = :id and person_id = :person and withdrawn_at is null")
                        .param("at", Days.sql(at))
                        .param("reason", reason)
                        .param("id", id)
                        .param("person", personId)
                        .update()
                == 1;
    }

    List<Clearance> clearances(UUID personId) {
        return jdbc.sql(
                        "select c.*, p.name as recorder_name from clearance c left join person p on p.id = c.recorded_by"
                                + " where c.person_id = :person order by c.given_on desc, c.recorded_at desc, c.id")
                .param("person", personId)
                .query((row, number) -> new Clearance(
                        row.getObject("id", UUID.class),
                        row.getString("given_by"),
                        row.getObject("given_on", LocalDate.class),
                        row.getString("scope"),
                        row.getObject("expires_on", LocalDate.class),
                        new Signature(
                                row.getString("recorder_name"), at(row.getObject("recorded_at", OffsetDateTime.class))),
                        row.getString("withdrawn_reason")))
                .list();
    }

    private static Instant at(OffsetDateTime time) {
        return Objects.requireNonNull(time).toInstant();
    }
}
