package org.plumbline.server.training;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.plumbline.core.recording.RecordingHeader;

/** How a set stands in a row of {@code training_set s}. */
final class TrainingSetRow {
    static final String COLUMNS = "s.id, s.lifter_id, s.session_id, s.exercise, s.title, s.source, s.demo, s.simulated,"
            + " s.state, s.started_at, s.ended_at, s.load_kg, s.recording_header, s.known_calibration, s.known_form, s.begun_after_samples";

    static final String SELECT = "select " + COLUMNS + " from training_set s where ";

    private TrainingSetRow() {}

    static TrainingSet read(ResultSet row, int number) throws SQLException {
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
}
