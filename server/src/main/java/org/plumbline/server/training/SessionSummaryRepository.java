package org.plumbline.server.training;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What sessions came down to, in SQL: table {@code session_summary}, a line for each exercise and load of a session. Nothing
 * stands in it that does not follow from the summaries of the sets.
 */
@Repository
class SessionSummaryRepository {
    private final JdbcClient jdbc;

    SessionSummaryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Holds a session until the transaction ends. Two that sum it up at once would each delete the rows of before and not see
     * those of the other.
     */
    void hold(UUID sessionId) {
        jdbc.sql("select id from training_session where id = :session for update")
                .param("session", sessionId)
                .query(UUID.class)
                .optional();
    }

    /** Sums a session up anew from its sets. Whoever writes holds it. */
    void write(UUID sessionId) {
        jdbc.sql("delete from session_summary where session_id = :session")
                .param("session", sessionId)
                .update();
        jdbc.sql(
                        "insert into session_summary (session_id, lifter_id, exercise, load_kg, simulated, started_at, sets, repetitions,"
                                + " assessed, flagged, flexion_mean_deg, flexion_sets, twist_mean_deg, twist_sets)"
                                + " select session_id, lifter_id, exercise, load_kg, simulated, max(started_at), count(*),"
                                + " sum(repetitions), sum(assessed), sum(flagged), avg(peak_flexion_median_deg),"
                                + " count(peak_flexion_median_deg), avg(twist_median_deg), count(twist_median_deg)"
                                + " from set_summary where session_id = :session and source <> 'replay' and "
                                + SummaryFilter.notOfRehab("set_summary.set_id")
                                + " group by session_id, lifter_id, exercise, load_kg, simulated")
                .param("session", sessionId)
                .update();
    }
}
