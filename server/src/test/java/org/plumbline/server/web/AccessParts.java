package org.plumbline.server.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Parts of a lifter's record that routes name, made anew for every request: whoever may take one away leaves it to the next all
 * the same. They go into the tables as they would stand there after use of the pages.
 */
final class AccessParts {
    private static final OffsetDateTime NOW = Instant.now().atOffset(ZoneOffset.UTC);

    private final JdbcClient jdbc;
    private final UUID lifter;
    private final UUID coach;
    private final UUID therapist;
    private final UUID set;

    /**
     * @param coach wrote the comment and the judgement of the flag
     * @param therapist wrote everything of the rehabilitation
     */
    AccessParts(JdbcClient jdbc, UUID lifter, UUID coach, UUID therapist, UUID set) {
        this.jdbc = jdbc;
        this.lifter = lifter;
        this.coach = coach;
        this.therapist = therapist;
        this.set = set;
    }

    /** A path of the application with what it names of the record in it. */
    String fill(String path) {
        OffsetDateTime gone = path.endsWith("/restore") || path.endsWith("/put-back") ? NOW : null;
        String filled = path;
        if (path.startsWith("/pain/{id}/") || path.contains("/pain/{entry}")) {
            filled = with(filled, path.contains("{entry}") ? "entry" : "id", painEntry(gone));
        }
        if (path.startsWith("/symptoms/{id}")) {
            filled = with(filled, "id", symptomCheck());
        }
        if (path.contains("/comments/{id}")) {
            filled = with(filled, "id", comment(gone));
        }
        if (path.contains("/corrections/{id}")) {
            filled = with(filled, "id", correction());
        }
        if (path.contains("/reviews/{id}")) {
            filled = with(filled, "id", review());
        }
        if (path.contains("/activities/{id}") || path.startsWith("/log/{id}")) {
            filled = with(filled, "id", activity(gone));
        }
        if (path.contains("/administration/people/{id}")) {
            filled = with(filled, "id", person());
        }
        if (path.contains("{series}")) {
            filled = with(filled, "series", prescription());
        }
        if (path.contains("{progression}")) {
            filled = with(filled, "progression", progression());
        }
        if (path.contains("{criterion}")) {
            filled = with(filled, "criterion", criterion(gone, path.endsWith("/withdraw")));
        }
        if (path.contains("{restriction}")) {
            filled = with(filled, "restriction", restriction());
        }
        if (path.contains("{test}")) {
            filled = with(filled, "test", rangeOfMotion());
        }
        if (path.contains("{note}")) {
            filled = with(filled, "note", note());
        }
        if (path.contains("{limit}")) {
            filled = with(filled, "limit", limit());
        }
        return filled;
    }

    private static String with(String path, String name, UUID id) {
        return path.replace("{" + name + "}", id.toString());
    }

    private UUID painEntry(OffsetDateTime removedAt) {
        return put(
                "pain_entry",
                row("lifter_id", lifter, "said_at", NOW, "on_day", today(), "moment", "other", "score", 2)
                        .and(
                                "places",
                                "lower_back:middle",
                                "qualities",
                                "",
                                "painkiller",
                                false,
                                "removed_at",
                                removedAt));
    }

    private UUID symptomCheck() {
        return put(
                "symptom_check",
                row(
                                "lifter_id",
                                lifter,
                                "said_at",
                                NOW,
                                "on_day",
                                today(),
                                "because",
                                "start",
                                "tier",
                                "nothing_ticked")
                        .and("questions_version", 1));
    }

    private UUID comment(OffsetDateTime deletedAt) {
        return put(
                "repetition_comment",
                row("set_id", set, "moment_s", 1.0, "author_id", coach, "content", "Chest up.", "written_at", NOW)
                        .and("deleted_at", deletedAt));
    }

    private UUID correction() {
        return put(
                "correction",
                row("set_id", set, "kind", "not_repetition", "start_s", 1.0, "end_s", 2.0, "lifter_id", lifter)
                        .and("made_at", NOW));
    }

    private UUID review() {
        return put(
                "flag_review",
                row("set_id", set, "reviewer_id", coach, "repetition_number", 2, "flag", "rounding_under_load")
                        .and("flag_level", 2, "metric", "flexionGainLoadedDeg", "measured", 12.0, "limit_value", 8.0)
                        .and(
                                "unit",
                                "deg",
                                "time_s",
                                1.0,
                                "verdict",
                                "confirmed",
                                "reason",
                                "seen",
                                "reviewed_at",
                                NOW));
    }

    private UUID activity(OffsetDateTime deletedAt) {
        return put(
                "activity",
                row("lifter_id", lifter, "kind", "walking", "done_on", today(), "minutes", 20, "entered_at", NOW)
                        .and("deleted_at", deletedAt));
    }

    private UUID person() {
        return put(
                "person",
                row("name", "Somebody Else", "load_unit", "kg", "sample", false, "created_at", NOW)
                        .and(
                                "email",
                                UUID.randomUUID() + "@example.org",
                                "password_hash",
                                "{noop}x",
                                "roles",
                                "lifter"));
    }

    private UUID prescription() {
        UUID series = UUID.randomUUID();
        put(
                "prescription",
                row("person_id", lifter, "therapist_id", therapist, "series_id", series, "version", 1)
                        .and("exercise", "bird_dog", "sets", 3, "repetitions", 8, "times_a_week_least", 2)
                        .and("times_a_week_most", 3, "phase", "supervised", "starts_on", today(), "written_at", NOW));
        return series;
    }

    private UUID progression() {
        return put(
                "progression",
                row("person_id", lifter, "series_id", prescription(), "version", 1, "asked_by", lifter, "asked_at", NOW)
                        .and("sets", 4, "repetitions", 8, "state", "open"));
    }

    private UUID criterion(OffsetDateTime removedAt, boolean signed) {
        UUID criterion = put(
                "return_criterion",
                row("person_id", lifter, "therapist_id", therapist, "criterion", "Lifts a box", "written_at", NOW)
                        .and("removed_at", removedAt));
        if (signed) {
            put(
                    "criterion_signature",
                    row("criterion_id", criterion, "signed_by", therapist, "signed_at", NOW, "standing_of", criterion));
        }
        return criterion;
    }

    private UUID restriction() {
        return put(
                "restriction",
                row("person_id", lifter, "therapist_id", therapist, "what", "Deep squats", "reason", "Healing")
                        .and(
                                "starts_on",
                                today(),
                                "review_on",
                                today().plusDays(7),
                                "expires",
                                false,
                                "written_at",
                                NOW));
    }

    private UUID rangeOfMotion() {
        return put(
                "range_of_motion_test",
                row("person_id", lifter, "recorded_by", therapist, "set_id", set, "taken_at", NOW, "simulated", true)
                        .and("placement", "pelvis, thorax", "algorithm", "line-7"));
    }

    private UUID note() {
        return put(
                "therapist_note",
                row("person_id", lifter, "author_id", therapist, "content", "Calm.", "written_at", NOW));
    }

    private UUID limit() {
        return put(
                "personal_limit",
                row("lifter_id", lifter, "exercise", "deadlift", "metric", "lumbarFlexionPeakDeg", "most", 40.0)
                        .and("set_as", "lifter", "set_by", lifter, "set_at", NOW));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private UUID put(String table, Row row) {
        UUID id = UUID.randomUUID();
        row.values.put("id", id);
        jdbc.sql("insert into " + table + " (" + String.join(", ", row.values.keySet()) + ") values (:"
                        + String.join(", :", row.values.keySet()) + ")")
                .params(row.values)
                .update();
        return id;
    }

    private static Row row(Object... namesAndValues) {
        return new Row().and(namesAndValues);
    }

    /** Columns and what stands in them. */
    private static final class Row {
        private final Map<String, Object> values = new LinkedHashMap<>();

        Row and(Object... namesAndValues) {
            for (int i = 0; i < namesAndValues.length; i += 2) {
                values.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
            return this;
        }
    }
}
