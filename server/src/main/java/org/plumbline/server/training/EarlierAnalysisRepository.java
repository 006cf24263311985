package org.plumbline.server.training;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.core.AnalysisResult;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Earlier results of sets in SQL. */
@Repository
class EarlierAnalysisRepository {
    private final JdbcClient jdbc;

    EarlierAnalysisRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts aside the result that stands. */
    void keep(UUID setId, AnalysisResult standing, int flagged, Instant replacedAt) {
        jdbc.sql("insert into earlier_analysis (id, set_id, analysed_at, replaced_at, software, algorithm, repetitions,"
                        + " flagged, analysis) select cast(:id as uuid), s.id, coalesce(s.analysed_at, s.ended_at),"
                        + " cast(:replaced as timestamp(6) with time zone), cast(:software as varchar(60)),"
                        + " cast(:algorithm as varchar(60)), cast(:repetitions as integer), cast(:flagged as integer),"
                        + " s.analysis from training_set s where s.id = :set")
                .param("id", UUID.randomUUID())
                .param("set", setId)
                .param("replaced", SetRepository.at(replacedAt))
                .param("software", standing.software().version())
                .param("algorithm", standing.software().algorithm())
                .param("repetitions", standing.repetitions().size())
                .param("flagged", flagged)
                .update();
    }

    /** Notes when the result that stands was found. */
    void analysed(UUID setId, Instant at) {
        jdbc.sql("update training_set set analysed_at = :at where id = :set")
                .param("at", SetRepository.at(at))
                .param("set", setId)
                .update();
    }

    /** Newest first. */
    List<EarlierAnalysis> of(UUID setId) {
        return jdbc.sql("select id, analysed_at, replaced_at, software, algorithm, repetitions, flagged"
                        + " from earlier_analysis where set_id = :set order by replaced_at desc, id")
                .param("set", setId)
                .query((row, number) -> {
                    OffsetDateTime analysedAt = row.getObject("analysed_at", OffsetDateTime.class);
                    return new EarlierAnalysis(
                            row.getObject("id", UUID.class),
                            analysedAt == null ? null : analysedAt.toInstant(),
                            row.getObject("replaced_at", OffsetDateTime.class).toInstant(),
                            row.getString("software"),
                            row.getString("algorithm"),
                            row.getInt("repetitions"),
                            row.getInt("flagged"));
                })
                .list();
    }

    Optional<AnalysisResult> find(UUID setId, UUID id) {
        return jdbc.sql("select analysis from earlier_analysis where set_id = :set and id = :id")
                .param("set", setId)
                .param("id", id)
                .query((row, number) -> StoredJson.read(row.getString(1), AnalysisResult.class))
                .optional();
    }

    /** Identities of the sets that are over and have samples, in the order they were done. */
    List<UUID> analysable(Instant since, List<UUID> lifters) {
        return jdbc.sql("select s.id from training_set s where s.state <> 'running' and s.deleted_at is null"
                        + " and s.analysis is not null and s.started_at >= :since"
                        + (lifters.isEmpty() ? "" : " and s.lifter_id in (:lifters)")
                        + " and exists (select 1 from sample_chunk c where c.set_id = s.id)"
                        + " order by s.started_at, s.id")
                .param("since", SetRepository.at(since))
                .param("lifters", lifters)
                .query(UUID.class)
                .list();
    }

    /** The person with that e-mail address or name. */
    List<UUID> people(String named) {
        return jdbc.sql("select id from person where lower(email) = lower(:named) or lower(name) = lower(:named)")
                .param("named", named)
                .query(UUID.class)
                .list();
    }
}
