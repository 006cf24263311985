package org.plumbline.server.rehab.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The checklist in SQL. */
@Repository
class CriterionRepository {
    private final JdbcClient jdbc;

    CriterionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID insert(UUID personId, UUID therapist, String criterion, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into return_criterion (id, person_id, therapist_id, criterion, written_at)"
                        + " values (:id, :person, :therapist, :criterion, :now)")
                .param("id", id)
                .param("person", personId)
                .param("therapist", therapist)
                .param("criterion", criterion)
                .param("now", Days.sql(now))
                .update();
        return id;
    }

    void remove(UUID id, Instant at) {
        jdbc.sql("update return_criterion set removed_at = :at where id = :id")
                .param("at", Days.sql(at))
                .param("id", id)
                .update();
    }

    void putBack(UUID personId, UUID id) {
        jdbc.sql("update return_criterion set removed_at = null where id = :id and person_id = :person")
                .param("id", id)
                .param("person", personId)
                .update();
    }

    void addEvidence(UUID criterion, Criterion.Evidence evidence, UUID by) {
        jdbc.sql("insert into criterion_evidence (id, criterion_id, kind, subject_id, note, added_by, added_at)"
                        + " values (:id, :criterion, :kind, :subject, :note, :by, :at)")
                .param("id", evidence.id())
                .param("criterion", criterion)
                .param("kind", evidence.kind().word())
                .param("subject", evidence.subjectId())
                .param("note", evidence.note())
                .param("by", by)
                .param("at", Days.sql(evidence.addedAt()))
                .update();
    }

    /** @throws org.springframework.dao.DuplicateKeyException where one stands already */
    void sign(UUID criterion, UUID by, Instant at, @Nullable String note) {
        jdbc.sql("insert into criterion_signature (id, criterion_id, standing_of, signed_by, signed_at, note)"
                        + " values (:id, :criterion, :criterion, :by, :at, :note)")
                .param("id", UUID.randomUUID())
                .param("criterion", criterion)
                .param("by", by)
                .param("at", Days.sql(at))
                .param("note", note)
                .update();
    }

    /** @return whether it stood until now */
    boolean withdraw(UUID signature, UUID by, Instant at, String reason) {
        int withdrawn = jdbc.sql(
                        "update criterion_signature set withdrawn_by = :by, withdrawn_at = :at, withdrawn_reason = :reason,"
                                + " standing_of = null where id = :id and withdrawn_at is null")
                .param("by", by)
                .param("at", Days.sql(at))
                .param("reason", reason)
                .param("id", signature)
                .update();
        return withdrawn > 0;
    }

    /** The list of a person, in the order it was written. */
    List<Criterion> of(UUID personId) {
        Map<UUID, List<Criterion.Evidence>> evidence = evidence(personId);
        Map<UUID, List<Criterion.Signed>> signatures = signatures(personId);
        return jdbc.sql("select c.*, t.name as therapist_name from return_criterion c"
                        + " left join person t on t.id = c.therapist_id"
                        + " where c.person_id = :person and c.removed_at is null order by c.written_at, c.id")
                .param("person", personId)
                .query((row, number) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Criterion(
                            id,
                            personId,
                            row.getString("criterion"),
                            row.getString("therapist_name"),
                            List.copyOf(evidence.getOrDefault(id, List.of())),
                            List.copyOf(signatures.getOrDefault(id, List.of())));
                })
                .list();
    }

    private Map<UUID, List<Criterion.Evidence>> evidence(UUID personId) {
        Map<UUID, List<Criterion.Evidence>> evidence = new HashMap<>();
        jdbc.sql("select e.*, p.name as adder_name from criterion_evidence e"
                        + " join return_criterion c on c.id = e.criterion_id left join person p on p.id = e.added_by"
                        + " where c.person_id = :person order by e.added_at, e.id")
                .param("person", personId)
                .query(row -> {
                    evidence.computeIfAbsent(row.getObject("criterion_id", UUID.class), any -> new ArrayList<>())
                            .add(new Criterion.Evidence(
                                    row.getObject("id", UUID.class),
                                    Criterion.EvidenceKind.ofWord(row.getString("kind")),
                                    row.getObject("subject_id", UUID.class),
                                    row.getString("note"),
                                    row.getString("adder_name"),
                                    at(row, "added_at")));
                });
        return evidence;
    }

    private Map<UUID, List<Criterion.Signed>> signatures(UUID personId) {
        Map<UUID, List<Criterion.Signed>> signatures = new HashMap<>();
        jdbc.sql("select g.*, s.name as signer_name, w.name as withdrawer_name from criterion_signature g"
                        + " join return_criterion c on c.id = g.criterion_id left join person s on s.id = g.signed_by"
                        + " left join person w on w.id = g.withdrawn_by"
                        + " where c.person_id = :person order by g.signed_at desc, g.id")
                .param("person", personId)
                .query(row -> {
                    Instant withdrawn = Days.instant(row.getObject("withdrawn_at", OffsetDateTime.class));
                    signatures
                            .computeIfAbsent(row.getObject("criterion_id", UUID.class), any -> new ArrayList<>())
                            .add(new Criterion.Signed(
                                    row.getObject("id", UUID.class),
                                    new Signature(row.getString("signer_name"), at(row, "signed_at")),
                                    row.getString("note"),
                                    withdrawn == null
                                            ? null
                                            : new Signature(row.getString("withdrawer_name"), withdrawn),
                                    row.getString("withdrawn_reason")));
                });
        return signatures;
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Days.instant(row.getObject(column, OffsetDateTime.class)));
    }
}
