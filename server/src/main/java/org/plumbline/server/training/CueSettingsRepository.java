package org.plumbline.server.training;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cue settings in SQL. */
@Repository
class CueSettingsRepository {
    private final JdbcClient jdbc;

    CueSettingsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CueSettings> of(UUID personId) {
        return jdbc.sql(
                        "select cue_mode, tone, vibration, end_cue, silenced, rest_s from cue_setting where person_id = :person")
                .param("person", personId)
                .query((row, number) -> new CueSettings(
                        CueMode.ofWord(row.getString("cue_mode")),
                        row.getBoolean("tone"),
                        row.getBoolean("vibration"),
                        row.getBoolean("end_cue"),
                        row.getBoolean("silenced"),
                        row.getInt("rest_s")))
                .optional();
    }

    void put(UUID personId, CueSettings settings) {
        jdbc.sql("delete from cue_setting where person_id = :person")
                .param("person", personId)
                .update();
        jdbc.sql("insert into cue_setting (person_id, cue_mode, tone, vibration, end_cue, silenced, rest_s)"
                        + " values (:person, :mode, :tone, :vibration, :end, :silenced, :rest)")
                .param("person", personId)
                .param("mode", settings.mode().word())
                .param("tone", settings.tone())
                .param("vibration", settings.vibration())
                .param("end", settings.endCue())
                .param("silenced", settings.silenced())
                .param("rest", settings.restS())
                .update();
    }

    /** Sets of an exercise a lifter began since then and before the given one. */
    int setsBefore(UUID setId, UUID lifterId, String exercise, Instant since) {
        return jdbc.sql("select count(*) from training_set where lifter_id = :lifter and exercise = :exercise"
                        + " and started_at >= :since and id <> :set")
                .param("lifter", lifterId)
                .param("exercise", exercise)
                .param("since", SetRepository.at(since))
                .param("set", setId)
                .query(Integer.class)
                .single();
    }
}
