package org.plumbline.server.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sets with their summaries, flags and repetitions, made up for tests of the repositories. */
final class ReviewRows {
    private ReviewRows() {}

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static UUID session(JdbcClient jdbc, UUID lifter, Instant startedAt) {
        UUID session = UUID.randomUUID();
        jdbc.sql("insert into training_session (id, lifter_id, started_at) values (:id, :lifter, :at)")
                .param("id", session)
                .param("lifter", lifter)
                .param("at", at(startedAt))
                .update();
        return session;
    }

    /** A set of deadlifts that is over, in a session of its own. */
    static UUID set(JdbcClient jdbc, UUID lifter, Instant startedAt, int flagged, double flexionDeg) {
        return set(jdbc, lifter, session(jdbc, lifter, startedAt), startedAt, "deadlift", flagged, flexionDeg);
    }

    static UUID set(
            JdbcClient jdbc,
            UUID lifter,
            UUID session,
            Instant startedAt,
            String exercise,
            int flagged,
            double flexionDeg) {
        UUID set = UUID.randomUUID();
        jdbc.sql(
                        "insert into training_set (id, session_id, lifter_id, exercise, source, demo, simulated, state, started_at,"
                                + " load_kg, recording_header) values (:id, :session, :lifter, :exercise, 'sensors', false, false,"
                                + " 'finished', :at, 100, '{}')")
                .param("id", set)
                .param("session", session)
                .param("lifter", lifter)
                .param("exercise", exercise)
                .param("at", at(startedAt))
                .update();
        jdbc.sql("insert into set_summary (set_id, session_id, lifter_id, exercise, source, state, demo, simulated,"
                        + " started_at, load_kg, repetitions, assessed, flagged, strongest_level, peak_flexion_median_deg,"
                        + " peak_flexions) values (:id, :session, :lifter, :exercise, 'sensors', 'finished', false, false,"
                        + " :at, 100, 5, 5, :flagged, 2, :flexion, '[]')")
                .param("id", set)
                .param("session", session)
                .param("lifter", lifter)
                .param("exercise", exercise)
                .param("at", at(startedAt))
                .param("flagged", flagged)
                .param("flexion", flexionDeg)
                .update();
        return set;
    }

    static void repetition(JdbcClient jdbc, UUID set, int number) {
        jdbc.sql("insert into repetition (set_id, repetition_number, completed_at, result, lumbar_flexion_curve,"
                        + " trunk_inclination_curve) values (:set, :number, :at, '{}', :none, :none)")
                .param("set", set)
                .param("number", number)
                .param("at", at(Instant.EPOCH))
                .param("none", new byte[0])
                .update();
    }

    static void flag(JdbcClient jdbc, UUID set, int number, int repetition, int level, double timeS) {
        jdbc.sql(
                        "insert into form_flag (set_id, flag_number, repetition_number, flag, flag_level, metric, measured,"
                                + " limit_value, unit, time_s, confidence, minimal_detectable_change) values (:set, :number,"
                                + " :repetition, 'rounding_under_load', :level, 'flexionGainLoadedDeg', 12, 8, 'deg', :time, 'high', 4)")
                .param("set", set)
                .param("number", number)
                .param("repetition", repetition)
                .param("level", level)
                .param("time", timeS)
                .update();
    }
}
