package org.plumbline.server.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Summaries of sets in SQL. */
@Repository
class SetSummaryRepository {
    private final JdbcClient jdbc;

    SetSummaryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void noteTrouble(UUID setId, SensorTrouble trouble) {
        jdbc.sql("update set_summary set sensor_trouble = :trouble where set_id = :set")
                .param("trouble", trouble.word())
                .param("set", setId)
                .update();
    }

    /** What each repetition is known by where that is not the peak of flexion. */
    void noteFigures(UUID setId, List<@Nullable Double> figures) {
        jdbc.sql("update set_summary set figures = :figures where set_id = :set")
                .param("figures", StoredJson.write(figures))
                .param("set", setId)
                .update();
    }

    /** The same; empty where it is the peak of flexion. */
    List<@Nullable Double> figures(UUID setId) {
        return jdbc.sql("select figures from set_summary where set_id = :set and figures is not null")
                .param("set", setId)
                .query(String.class)
                .optional()
                .map(SetSummaryRepository::peaks)
                .orElse(List.of());
    }

    void delete(UUID setId) {
        jdbc.sql("delete from set_summary where set_id = :set")
                .param("set", setId)
                .update();
    }

    void insert(SetSummary summary) {
        jdbc.sql(
                        "insert into set_summary (set_id, session_id, lifter_id, exercise, title, source, state, demo, simulated,"
                                + " started_at, load_kg, repetitions, assessed, flagged, strongest_level, peak_flexion_median_deg,"
                                + " peak_flexion_worst_deg, twist_median_deg, twist_worst_deg, form_drift_index,"
                                + " speed_loss_percent, rpe, repetitions_in_reserve, peak_flexions) values (:set, :session, :lifter,"
                                + " :exercise, :title, :source, :state, :demo, :simulated, :started, :load, :repetitions,"
                                + " :assessed, :flagged, :strongest, :flexionMedian, :flexionWorst, :twistMedian, :twistWorst,"
                                + " :drift, :loss, :rpe, :reserve, :peaks)")
                .param("set", summary.setId())
                .param("session", summary.sessionId())
                .param("lifter", summary.lifterId())
                .param("exercise", summary.exercise())
                .param("title", summary.title())
                .param("source", summary.source().word())
                .param("state", summary.state().word())
                .param("demo", summary.demo())
                .param("simulated", summary.simulated())
                .param("started", SetRepository.at(summary.startedAt()))
                .param("load", summary.loadKg())
                .param("repetitions", summary.repetitions())
                .param("assessed", summary.assessedRepetitions())
                .param("flagged", summary.flaggedRepetitions())
                .param("strongest", summary.strongestLevel())
                .param("flexionMedian", summary.peakFlexionMedianDeg())
                .param("flexionWorst", summary.peakFlexionWorstDeg())
                .param("twistMedian", summary.twistMedianDeg())
                .param("twistWorst", summary.twistWorstDeg())
                .param("drift", summary.formDriftIndex())
                .param("loss", summary.speedLossPercent())
                .param("rpe", summary.effort().rpe())
                .param("reserve", summary.effort().repetitionsInReserve())
                .param("peaks", StoredJson.write(summary.peakFlexionsDeg()))
                .update();
    }

    Optional<SetSummary> find(UUID setId) {
        return jdbc.sql("select * from set_summary where set_id = :set")
                .param("set", setId)
                .query((row, number) -> summary(row))
                .optional();
    }

    /**
     * Sets that are over and have no summary yet, in the order of their identities.
     *
     * @param after the last set of the page before, or null
     */
    List<UUID> withoutSummary(@Nullable UUID after, int most) {
        return jdbc.sql(
                        "select s.id from training_set s where s.state <> 'running' and s.deleted_at is null and not exists"
                                + " (select 1 from set_summary m where m.set_id = s.id)"
                                + (after == null ? "" : " and s.id > :after")
                                + " order by s.id fetch first :most rows only")
                .params(after == null ? Map.of() : Map.of("after", after))
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    List<SetSummary> newest(UUID lifterId, SummaryFilter filter, int limit, int offset) {
        return jdbc.sql("select m.* from set_summary m where m.lifter_id = :lifter" + filter.clause("m.", "m.set_id")
                        + " order by m.started_at desc, m.set_id offset :offset rows fetch first :limit rows only")
                .param("lifter", lifterId)
                .params(filter.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> summary(row))
                .list();
    }

    /** @param early sets that were ended early, which are left out */
    Optional<SetSummary> newestWhole(UUID lifterId, SummaryFilter filter, Set<UUID> early) {
        return jdbc.sql("select m.* from set_summary m where m.lifter_id = :lifter" + filter.clause("m.", "m.set_id")
                        + without(early) + " order by m.started_at desc, m.set_id fetch first 1 rows only")
                .param("lifter", lifterId)
                .params(filter.parameters())
                .params(parameters(early))
                .query((row, number) -> summary(row))
                .optional();
    }

    /**
     * The newest of those sets with a known load and a repetition at least.
     *
     * @param early sets that were ended early, which are left out
     */
    Optional<SetSummary> lastLifted(UUID lifterId, SummaryFilter filter, Set<UUID> early) {
        return jdbc.sql(
                        "select m.* from set_summary m where m.lifter_id = :lifter and m.load_kg is not null and m.repetitions > 0"
                                + filter.clause("m.", "m.set_id")
                                + without(early)
                                + " order by m.started_at desc, m.set_id fetch first 1 rows only")
                .param("lifter", lifterId)
                .params(filter.parameters())
                .params(parameters(early))
                .query((row, number) -> summary(row))
                .optional();
    }

    /** The same of each exercise. */
    List<SetSummary> lastLiftedOfEach(UUID lifterId, SummaryFilter filter, Set<UUID> early) {
        return jdbc.sql("select * from (select m.*, row_number() over"
                        + " (partition by m.exercise order by m.started_at desc, m.set_id) as place from set_summary m"
                        + " where m.lifter_id = :lifter and m.load_kg is not null and m.repetitions > 0"
                        + filter.clause("m.", "m.set_id") + without(early)
                        + ") newest where place = 1 order by exercise")
                .param("lifter", lifterId)
                .params(filter.parameters())
                .params(parameters(early))
                .query((row, number) -> summary(row))
                .list();
    }

    private static String without(Set<UUID> early) {
        return early.isEmpty() ? "" : " and m.set_id not in (:early)";
    }

    private static Map<String, Object> parameters(Set<UUID> early) {
        return early.isEmpty() ? Map.of() : Map.of("early", early);
    }

    int count(UUID lifterId, SummaryFilter filter) {
        return jdbc.sql("select count(*) from set_summary m where m.lifter_id = :lifter"
                        + filter.clause("m.", "m.set_id"))
                .param("lifter", lifterId)
                .params(filter.parameters())
                .query(Integer.class)
                .single();
    }

    List<SetSummary> ofMany(Collection<UUID> lifterIds, Instant since) {
        SummaryFilter filter = SummaryFilter.since(since);
        return lifterIds.isEmpty()
                ? List.of()
                : jdbc.sql("select m.* from unnest(cast(:lifters as uuid array)) l(id) join set_summary m"
                                + " on m.lifter_id = l.id" + filter.clause("m.", "m.set_id")
                                + " order by m.started_at desc, m.set_id")
                        .param("lifters", lifterIds.toArray(UUID[]::new))
                        .params(filter.parameters())
                        .query((row, number) -> summary(row))
                        .list();
    }

    List<SetSummary> ofSession(UUID sessionId) {
        return jdbc.sql("select m.* from set_summary m join training_set s on s.id = m.set_id"
                        + " where s.session_id = :session order by m.started_at, m.set_id")
                .param("session", sessionId)
                .query((row, number) -> summary(row))
                .list();
    }

    /** Exercises a lifter has trained, the one done most first. */
    List<String> exercises(UUID lifterId) {
        return jdbc.sql("select m.exercise from set_summary m where m.lifter_id = :lifter and "
                        + SummaryFilter.notOfRehab("m.set_id")
                        + " group by m.exercise order by count(*) desc, m.exercise")
                .param("lifter", lifterId)
                .query(String.class)
                .list();
    }

    private static SetSummary summary(ResultSet row) throws SQLException {
        return new SetSummary(
                row.getObject("set_id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getObject("lifter_id", UUID.class),
                row.getString("exercise"),
                row.getString("title"),
                SetSource.ofWord(row.getString("source")),
                SetState.ofWord(row.getString("state")),
                row.getBoolean("demo"),
                row.getBoolean("simulated"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                number(row, "load_kg"),
                row.getInt("repetitions"),
                row.getInt("assessed"),
                row.getInt("flagged"),
                row.getInt("strongest_level"),
                number(row, "peak_flexion_median_deg"),
                number(row, "peak_flexion_worst_deg"),
                number(row, "twist_median_deg"),
                number(row, "twist_worst_deg"),
                number(row, "form_drift_index"),
                number(row, "speed_loss_percent"),
                new Effort(number(row, "rpe"), row.getObject("repetitions_in_reserve", Integer.class)),
                peaks(row.getString("peak_flexions")));
    }

    static List<@Nullable Double> peaks(@Nullable String json) {
        return json == null ? List.of() : Arrays.asList(StoredJson.read(json, Double[].class));
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Double.class);
    }
}
