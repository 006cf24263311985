package org.plumbline.server.training;

import java.time.Duration;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sessions and sets in SQL. */
@Repository
class SetRepository {
    private final JdbcClient jdbc;

    SetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds a lifter until the transaction ends: two sets that begin at once find one session. */
    void holdLifter(UUID lifterId) {
        jdbc.sql("select id from person where id = :id for update")
                .param("id", lifterId)
                .query(UUID.class)
                .optional();
    }

    /** The lifter's session of which a set began last within {@code pause} before a moment. */
    Optional<UUID> sessionBefore(UUID lifterId, Instant moment, Duration pause) {
        return session(lifterId, moment.minus(pause), moment, "desc");
    }

    /** The lifter's session of which a set began first within {@code pause} after a moment. */
    Optional<UUID> sessionAfter(UUID lifterId, Instant moment, Duration pause) {
        return session(lifterId, moment, moment.plus(pause), "asc");
    }

    private Optional<UUID> session(UUID lifterId, Instant from, Instant to, String order) {
        return jdbc.sql(
                        "select session_id from training_set where lifter_id = :lifter and started_at between :from and :to"
                                + " order by started_at " + order + " fetch first 1 rows only")
                .param("lifter", lifterId)
                .param("from", at(from))
                .param("to", at(to))
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

    /** Holds the sets of a session until the transaction ends. */
    void holdSession(UUID id) {
        jdbc.sql("select id from training_set where session_id = :session order by id for update")
                .param("session", id)
                .query(UUID.class)
                .list();
    }

    /** Moves all sets of a session to another one of their lifter; the session goes. */
    void moveSession(UUID from, UUID to) {
        for (String table : List.of("training_set", "set_summary")) {
            jdbc.sql("update " + table + " set session_id = :to where session_id = :from")
                    .param("from", from)
                    .param("to", to)
                    .update();
        }
        jdbc.sql("delete from training_session where id = :from")
                .param("from", from)
                .update();
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

    void keepFile(UUID id, String recordingHash, Instant broughtAt) {
        jdbc.sql("update training_set set recording_hash = :hash, brought_at = :brought where id = :id")
                .param("hash", recordingHash)
                .param("brought", at(broughtAt))
                .param("id", id)
                .update();
    }

    /** When a lifter brought the same file last; empty where never. */
    Optional<Instant> broughtBefore(UUID lifterId, String recordingHash) {
        return jdbc.sql(
                        "select max(coalesce(brought_at, started_at)) from training_set where lifter_id = :lifter and recording_hash = :hash"
                                + " and state <> :running and deleted_at is null")
                .param("lifter", lifterId)
                .param("hash", recordingHash)
                .param("running", SetState.RUNNING.word())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /** When a set began, if another one of its lifter began at that very moment. */
    Optional<Instant> beganTogether(UUID id) {
        return jdbc.sql("select s.started_at from training_set s join training_set o on o.lifter_id = s.lifter_id"
                        + " and o.started_at = s.started_at and o.id <> s.id and o.deleted_at is null where s.id = :id"
                        + " fetch first 1 rows only")
                .param("id", id)
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
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
        return jdbc.sql(TrainingSetRow.SELECT + "s.id = :id and s.deleted_at is null")
                .param("id", id)
                .query(TrainingSetRow::read)
                .optional();
    }

    /** Those of these sets that are there, in no order. */
    List<TrainingSet> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(TrainingSetRow.SELECT + "s.id in (:ids) and s.deleted_at is null")
                        .param("ids", ids)
                        .query(TrainingSetRow::read)
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

    /** When the lifter's last set ended that was lifted here. */
    Optional<Instant> lastEnd(UUID lifterId) {
        return jdbc
                .sql(
                        "select ended_at from training_set where lifter_id = :lifter and deleted_at is null and ended_at is not null"
                                + " and source not in ('replay', 'upload') order by started_at desc fetch first 1 rows only")
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

    /** The same without its repetitions, which are passed over while it is read: there may be more than memory holds. */
    Optional<AnalysisResult> overall(UUID id) {
        return jdbc.sql("select analysis from training_set where id = :id and analysis is not null")
                .param("id", id)
                .query((row, number) -> StoredJson.readOverall(row.getCharacterStream(1)))
                .optional();
    }

    List<TrainingSet> running() {
        return jdbc.sql(TrainingSetRow.SELECT + "s.state = 'running'")
                .query(TrainingSetRow::read)
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

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
