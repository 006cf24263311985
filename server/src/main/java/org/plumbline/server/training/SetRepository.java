package org.plumbline.server.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.recording.RecordingHeader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions and sets in SQL. */
@Repository
class SetRepository {
    private static final String COLUMNS =
            "s.id, s.lifter_id, s.session_id, s.exercise, s.title, s.source, s.demo, s.simulated,"
                    + " s.state, s.started_at, s.ended_at, s.load_kg, s.recording_header, s.known_calibration, s.known_form, s.begun_after_samples";

    private final JdbcClient jdbc;

    SetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The lifter's latest session if a set of it began after {@code since}. */
    Optional<UUID> openSession(UUID lifterId, Instant since) {
        return jdbc.sql("select session_id from training_set where lifter_id = :lifter and started_at > :since"
                        + " order by started_at desc fetch first 1 rows only")
                .param("lifter", lifterId)
                .param("since", at(since))
                .query(UUID.class)
                .optional();
    }

    UUID insertSession(UUID lifterId, Instant startedAt) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into training_session (id, lifter_id, started_at) values (:id, :lifter, :started)")
                .param("id", id)
                .param("lifter", lifterId)
                .param("started", at(startedAt))
                .update();
        return id;
    }

    void insert(TrainingSet set) {
        jdbc.sql("insert into training_set (id, session_id, lifter_id, exercise, title, source, demo, simulated, state,"
                        + " started_at, load_kg, recording_header, known_calibration, known_form) values (:id, :session, :lifter, :exercise, :title,"
                        + " :source, :demo, :simulated, :state, :started, :load, :header, :calibration, :known)")
                .param("id", set.id())
                .param("session", set.sessionId())
                .param("lifter", set.lifterId())
                .param("exercise", set.exercise())
                .param("title", set.title())
                .param("source", set.source().word())
                .param("demo", set.demo())
                .param("simulated", set.simulated())
                .param("state", set.state().word())
                .param("started", at(set.startedAt()))
                .param("load", set.loadKg())
                .param("header", StoredJson.write(set.header()))
                .param(
                        "calibration",
                        set.calibration() == null
                                ? null
                                : StoredJson.write(set.calibration().toNumbers()))
                .param("known", set.knownForm().equals(KnownForm.NOTHING) ? null : StoredJson.write(set.knownForm()))
                .update();
    }

    void begun(UUID id, long afterSamples) {
        jdbc.sql("update training_set set begun_after_samples = :samples where id = :id")
                .param("samples", afterSamples)
                .param("id", id)
                .update();
    }

    void end(UUID id, SetState state, @Nullable Instant endedAt, @Nullable AnalysisResult analysis) {
        jdbc.sql("update training_set set state = :state, ended_at = :ended, analysis = :analysis where id = :id")
                .param("state", state.word())
                .param("ended", endedAt == null ? null : at(endedAt))
                .param("analysis", analysis == null ? null : StoredJson.write(analysis))
                .param("id", id)
                .update();
    }

    /** Holds a set until the transaction ends. */
    void hold(UUID id) {
        jdbc.sql("select id from training_set where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    void delete(UUID id) {
        Optional<UUID> session = sessionOf(id);
        jdbc.sql("delete from training_set where id = :id").param("id", id).update();
        session.ifPresent(one -> jdbc.sql("delete from training_session where id = :session and not exists"
                        + " (select 1 from training_set s where s.session_id = training_session.id)")
                .param("session", one)
                .update());
    }

    /** Removes all sets and sessions of a lifter. */
    void eraseOf(UUID lifterId) {
        jdbc.sql("delete from training_set where lifter_id = :lifter")
                .param("lifter", lifterId)
                .update();
        jdbc.sql("delete from training_session where lifter_id = :lifter")
                .param("lifter", lifterId)
                .update();
    }

    /** The session of a set, deleted or not. */
    Optional<UUID> sessionOf(UUID id) {
        return jdbc.sql("select session_id from training_set where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    Optional<TrainingSet> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from training_set s where s.id = :id and s.deleted_at is null")
                .param("id", id)
                .query((row, number) -> set(row))
                .optional();
    }

    /** Those of these sets that are there, in no order. */
    List<TrainingSet> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select " + COLUMNS + " from training_set s where s.id in (:ids) and s.deleted_at is null")
                        .param("ids", ids)
                        .query((row, number) -> set(row))
                        .list();
    }

    boolean exists(UUID id) {
        return jdbc.sql("select count(*) from training_set where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    boolean lifterExists(UUID lifterId) {
        return jdbc.sql("select count(*) from person where id = :id")
                        .param("id", lifterId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void load(UUID id, @Nullable Double loadKg) {
        jdbc.sql("update training_set set load_kg = :load where id = :id")
                .param("load", loadKg)
                .param("id", id)
                .update();
    }

    void hide(UUID id, Instant at) {
        jdbc.sql("update training_set set deleted_at = :at where id = :id and deleted_at is null")
                .param("at", at(at))
                .param("id", id)
                .update();
    }

    boolean unhide(UUID lifterId, UUID id) {
        return jdbc.sql("update training_set set deleted_at = null where id = :id and lifter_id = :lifter"
                                + " and deleted_at is not null")
                        .param("id", id)
                        .param("lifter", lifterId)
                        .update()
                > 0;
    }

    List<TrainingSet> hidden(UUID lifterId) {
        return jdbc.sql("select " + COLUMNS + " from training_set s where s.lifter_id = :lifter"
                        + " and s.deleted_at is not null order by s.deleted_at desc, s.id")
                .param("lifter", lifterId)
                .query((row, number) -> set(row))
                .list();
    }

    void deleteHiddenBefore(Instant moment) {
        jdbc.sql("select id from training_set where deleted_at < :moment")
                .param("moment", at(moment))
                .query(UUID.class)
                .list()
                .forEach(this::delete);
    }

    /** When the lifter's last set ended. */
    Optional<Instant> lastEnd(UUID lifterId) {
        return jdbc
                .sql(
                        "select ended_at from training_set where lifter_id = :lifter and deleted_at is null and ended_at is not null"
                                + " order by started_at desc fetch first 1 rows only")
                .param("lifter", lifterId)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(OffsetDateTime::toInstant);
    }

    Optional<AnalysisResult> analysis(UUID id) {
        return jdbc.sql("select analysis from training_set where id = :id and analysis is not null")
                .param("id", id)
                .query((row, number) -> StoredJson.read(row.getString(1), AnalysisResult.class))
                .optional();
    }

    List<TrainingSet> running() {
        return jdbc.sql("select " + COLUMNS + " from training_set s where s.state = 'running'")
                .query((row, number) -> set(row))
                .list();
    }

    /** Whether a set goes with the rehab part of its lifter's record. */
    boolean isOfRehab(UUID id) {
        return jdbc.sql("select count(*) from rehab_set where set_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Those of these sets that do. */
    Set<UUID> ofRehab(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : jdbc.sql("select set_id from rehab_set where set_id in (:ids)")
                        .param("ids", ids)
                        .query(UUID.class)
                        .set();
    }

    void setOfRehab(UUID id, boolean rehab) {
        jdbc.sql("delete from rehab_set where set_id = :id").param("id", id).update();
        if (rehab) {
            jdbc.sql("insert into rehab_set (set_id) values (:id)")
                    .param("id", id)
                    .update();
        }
    }

    /** Identities of the demo sets, newest first. */
    List<UUID> demoSets() {
        return jdbc.sql("select id from training_set where demo = true order by started_at desc")
                .query(UUID.class)
                .list();
    }

    /** A live flag may speak of a way up that was no repetition in the end: putting down the bar, standing up. */
    private static final String OF_A_REPETITION =
            "exists (select 1 from repetition r where r.set_id = f.set_id and r.repetition_number = f.repetition_number)";

    List<SetListing> newest(UUID lifterId, int limit, int offset) {
        return newest(lifterId, SummaryFilter.ALL, limit, offset);
    }

    List<SetListing> newest(UUID lifterId, SummaryFilter filter, int limit, int offset) {
        return jdbc.sql(LISTING + " where s.deleted_at is null and s.lifter_id = :lifter" + filter.clause("s.", "s.id")
                        + NEWEST_FIRST)
                .param("lifter", lifterId)
                .params(filter.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> listing(row))
                .list();
    }

    private static final String NEWEST_FIRST =
            " order by s.started_at desc, s.id offset :offset rows fetch first :limit rows only";

    /** Only a set that still runs has no summary, and is counted; what it is judged by is not known before its end. */
    private static final String LISTING = "select " + COLUMNS
            + ", case when m.set_id is null then (select count(*) from repetition r where r.set_id = s.id)"
            + "  else m.repetitions end as repetitions"
            + ", coalesce(m.assessed, 0) as assessed"
            + ", case when m.set_id is null then (select count(distinct f.repetition_number) from form_flag f"
            + "   where f.set_id = s.id and f.flag_level >= 2 and " + OF_A_REPETITION
            + ") else m.flagged end as flagged"
            + ", case when m.set_id is null then (select coalesce(max(f.flag_level), 0) from form_flag f"
            + "   where f.set_id = s.id and (f.repetition_number = 0 or " + OF_A_REPETITION + "))"
            + "  else m.strongest_level end as strongest"
            + ", m.rpe, m.repetitions_in_reserve, m.peak_flexions, m.figures, m.sensor_trouble"
            + ", (select count(*) from training_set e where e.session_id = s.session_id and e.deleted_at is null"
            + "   and e.started_at <= s.started_at) as in_session"
            + " from training_set s left join set_summary m on m.set_id = s.id";

    private static SetListing listing(ResultSet row) throws SQLException {
        return new SetListing(
                set(row),
                row.getInt("repetitions"),
                row.getInt("assessed"),
                row.getInt("flagged"),
                row.getInt("strongest"),
                new Effort(row.getObject("rpe", Double.class), row.getObject("repetitions_in_reserve", Integer.class)),
                SetSummaryRepository.peaks(row.getString("peak_flexions")),
                SetSummaryRepository.peaks(row.getString("figures")),
                row.getInt("in_session"),
                SensorTrouble.ofWord(row.getString("sensor_trouble")));
    }

    private static TrainingSet set(ResultSet row) throws SQLException {
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        String calibration = row.getString("known_calibration");
        String known = row.getString("known_form");
        return new TrainingSet(
                row.getObject("id", UUID.class),
                row.getObject("lifter_id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getString("exercise"),
                row.getString("title"),
                SetSource.ofWord(row.getString("source")),
                row.getBoolean("demo"),
                row.getBoolean("simulated"),
                SetState.ofWord(row.getString("state")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                row.getObject("load_kg", Double.class),
                StoredJson.read(row.getString("recording_header"), RecordingHeader.class),
                calibration == null ? null : KeptCalibrations.ofJson(calibration),
                known == null ? KnownForm.NOTHING : StoredJson.read(known, KnownForm.class),
                row.getObject("begun_after_samples", Long.class));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
