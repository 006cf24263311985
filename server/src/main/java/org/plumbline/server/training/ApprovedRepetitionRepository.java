package org.plumbline.server.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.core.AnalysisResult;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Approved repetitions in SQL. */
@Repository
class ApprovedRepetitionRepository {
    /** An approval speaks of the repetition around its moment; without one, because the count was corrected, of none. */
    private static final String APPROVED =
            "select a.set_id, a.moment_s, a.approved_at, p.name, s.exercise, s.simulated,"
                    + " r.result from approved_repetition a"
                    + " join training_set s on s.id = a.set_id and s.deleted_at is null"
                    + " join repetition r on r.set_id = a.set_id"
                    + " left join person p on p.id = a.approved_by where ";

    private final JdbcClient jdbc;

    ApprovedRepetitionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID setId, double momentS, UUID by, Instant at) {
        jdbc.sql("insert into approved_repetition (set_id, moment_s, approved_by, approved_at)"
                        + " values (:set, :moment, :by, :at)")
                .param("set", setId)
                .param("moment", momentS)
                .param("by", by)
                .param("at", SetRepository.at(at))
                .update();
    }

    /** Takes back every approval between two moments of a set. */
    int delete(UUID setId, double fromS, double toS) {
        return jdbc.sql("delete from approved_repetition where set_id = :set and moment_s between :from and :to")
                .param("set", setId)
                .param("from", fromS)
                .param("to", toS)
                .update();
    }

    List<ApprovedRepetition> ofSet(UUID setId) {
        return jdbc
                .sql(APPROVED + "a.set_id = :set order by r.repetition_number")
                .param("set", setId)
                .query((row, number) -> approved(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    List<ApprovedRepetition> of(UUID lifterId, String exercise) {
        return jdbc
                .sql(APPROVED + "s.lifter_id = :lifter and s.exercise = :exercise"
                        + " order by s.started_at desc, a.set_id, r.repetition_number")
                .param("lifter", lifterId)
                .param("exercise", exercise)
                .query((row, number) -> approved(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ApprovedRepetition> approved(ResultSet row) throws SQLException {
        AnalysisResult.Repetition repetition =
                StoredJson.read(row.getString("result"), AnalysisResult.Repetition.class);
        double moment = row.getDouble("moment_s");
        return moment < repetition.startS() || moment > repetition.endS()
                ? Optional.empty()
                : Optional.of(new ApprovedRepetition(
                        row.getObject("set_id", UUID.class),
                        row.getString("exercise"),
                        row.getBoolean("simulated"),
                        repetition,
                        row.getString("name"),
                        row.getObject("approved_at", OffsetDateTime.class).toInstant()));
    }
}
