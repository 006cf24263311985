package org.plumbline.server.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Approved repetitions in SQL. */
@Repository
class ApprovedRepetitionRepository {
    private static final String APPROVALS =
            "select a.set_id, a.moment_s, a.approved_at, p.name, s.exercise, s.simulated from approved_repetition a"
                    + " join training_set s on s.id = a.set_id and s.deleted_at is null"
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
        return approved(jdbc.sql(APPROVALS + "a.set_id = :set order by a.moment_s")
                .param("set", setId)
                .query(ApprovedRepetitionRepository::approval)
                .list());
    }

    List<ApprovedRepetition> of(UUID lifterId, String exercise) {
        return approved(jdbc.sql(APPROVALS + "s.lifter_id = :lifter and s.exercise = :exercise"
                        + " order by s.started_at desc, a.set_id, a.moment_s")
                .param("lifter", lifterId)
                .param("exercise", exercise)
                .query(ApprovedRepetitionRepository::approval)
                .list());
    }

    private record Approval(
            UUID setId,
            double momentS,
            String exercise,
            boolean simulated,
            @Nullable String by,
            Instant at) {
        private ApprovedRepetition of(AnalysisResult.Repetition repetition) {
            return new ApprovedRepetition(setId, exercise, simulated, repetition, by, at);
        }
    }

    /** An approval speaks of the repetition around its moment; without one, because the count was corrected, of none. */
    private List<ApprovedRepetition> approved(List<Approval> approvals) {
        Map<UUID, List<AnalysisResult.Repetition>> repetitions =
                repetitions(approvals.stream().map(Approval::setId).collect(Collectors.toSet()));
        return approvals.stream()
                .flatMap(approval -> repetitions.getOrDefault(approval.setId(), List.of()).stream()
                        .filter(one -> approval.momentS() >= one.startS() && approval.momentS() <= one.endS())
                        .map(approval::of))
                .toList();
    }

    /** Each repetition of those sets, read once. */
    private Map<UUID, List<AnalysisResult.Repetition>> repetitions(Set<UUID> setIds) {
        Map<UUID, List<AnalysisResult.Repetition>> repetitions = new HashMap<>();
        if (!setIds.isEmpty()) {
            jdbc.sql("select set_id, result from repetition where set_id in (:sets) order by set_id, repetition_number")
                    .param("sets", setIds)
                    .query(row -> {
                        repetitions
                                .computeIfAbsent(row.getObject("set_id", UUID.class), set -> new ArrayList<>())
                                .add(StoredJson.read(row.getString("result"), AnalysisResult.Repetition.class));
                    });
        }
        return repetitions;
    }

    private static Approval approval(ResultSet row, int number) throws SQLException {
        return new Approval(
                row.getObject("set_id", UUID.class),
                row.getDouble("moment_s"),
                row.getString("exercise"),
                row.getBoolean("simulated"),
                row.getString("name"),
                row.getObject("approved_at", OffsetDateTime.class).toInstant());
    }
}
