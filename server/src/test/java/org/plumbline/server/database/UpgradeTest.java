package org.plumbline.server.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.SamplePeople;
import org.plumbline.server.support.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has lifted with an earlier version keeps everything when the server is replaced by a newer one. */
class UpgradeTest {
    /** Tables that have another name since. */
    private static final Map<String, String> RENAMED = Map.of("lifter", "person");

    /** Columns that have another name since. */
    private static final Map<String, String> RENAMED_COLUMNS = Map.of("lifter.demo", "sample");

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-01T12:00:00Z");

    @BothDatabases(migrated = false)
    void aDatabaseOfVersion4KeepsEveryRow(TestDatabase database) throws IOException {
        database.migrateTo(4);
        StoredRows stored = StoredRows.read("/upgrade/v4.json");
        stored.insertInto(database.jdbc());
        Map<String, List<Map<String, Object>>> before = new TreeMap<>();
        for (String table : stored.tables()) {
            List<Map<String, Object>> rows = named(table, StoredRows.rows(database.jdbc(), table));
            assertTrue(!rows.isEmpty(), table + " has a row to be kept");
            before.put(table, rows);
        }

        database.migrate();

        Set<String> tables = Set.copyOf(database.jdbc()
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list());
        before.forEach((table, rows) -> {
            String now = tables.contains(table) ? table : RENAMED.get(table);
            List<Map<String, Object>> after = StoredRows.rows(database.jdbc(), now);
            Set<String> columns = after.get(0).keySet();
            rows.get(0)
                    .keySet()
                    .forEach(column ->
                            assertTrue(columns.contains(column), "column " + table + "." + column + " is gone"));
            Set<?> kept = Set.copyOf(only(after, rows.get(0).keySet()));
            // a migration may bring rows of its own
            assertTrue(kept.containsAll(only(rows, columns)), () -> table + ": " + kept);
        });
    }

    /** What came after version 4: accounts, sharing, reviews. */
    @BothDatabases(migrated = false)
    void aDatabaseOfVersion9KeepsWhatPeopleSharedAndSaid(TestDatabase database) throws IOException {
        database.migrateTo(4);
        StoredRows.read("/upgrade/v4.json").insertInto(database.jdbc());
        database.migrateTo(9);
        JdbcClient jdbc = database.jdbc();
        Object person = first(jdbc, "select id from person where not sample");
        Object other = first(jdbc, "select id from person where sample");
        Object set = first(jdbc, "select id from training_set order by started_at");
        OffsetDateTime at = OffsetDateTime.parse("2026-11-01T12:00:00Z");
        UUID comment = UUID.randomUUID();
        UUID review = UUID.randomUUID();
        UUID share = UUID.randomUUID();
        jdbc.sql("insert into record_share (id, owner_id, viewer_id, kind, granted_at) values (?, ?, ?, 'form', ?)")
                .params(share, person, other, at)
                .update();
        jdbc.sql("insert into repetition_comment (id, set_id, moment_s, author_id, content, written_at)"
                        + " values (?, ?, 12.5, ?, 'Straighter than last week.', ?)")
                .params(comment, set, other, at)
                .update();
        jdbc.sql(
                        "insert into flag_review (id, set_id, reviewer_id, repetition_number, flag, flag_level, metric, measured,"
                                + " limit_value, unit, time_s, verdict, reason, reviewed_at)"
                                + " values (?, ?, ?, 2, 'TWIST', 2, 'axial_twist_deg', 8.5, 7, 'deg', 14.25, 'confirmed', 'seen', ?)")
                .params(review, set, other, at)
                .update();
        Map<String, List<Map<String, Object>>> before = new TreeMap<>();
        for (String table : List.of("person", "training_set", "record_share", "repetition_comment", "flag_review")) {
            before.put(table, StoredRows.rows(jdbc, table));
        }

        database.migrate();

        before.forEach((table, rows) -> assertEquals(
                Set.copyOf(rows),
                Set.copyOf(only(StoredRows.rows(jdbc, table), rows.get(0).keySet())),
                table));
        assertEquals(
                at.toInstant(),
                StoredRows.rows(jdbc, "repetition_comment").get(0).get("seen_at"),
                "nobody is told of an old comment as if it were new");
    }

    @BothDatabases(migrated = false)
    void aDatabaseOfVersion25LeavesBendsOfATestOutOfTrainingAndAsksForAFormChangeAnew(TestDatabase database) {
        database.migrateTo(25);
        JdbcClient jdbc = database.jdbc();
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        UUID session = UUID.randomUUID();
        jdbc.sql("insert into training_session (id, lifter_id, started_at) values (?, ?, ?)")
                .params(session, lifter, AT)
                .update();
        UUID bends = set(jdbc, lifter, session, "trunk_movement", "line-7");
        UUID older = set(jdbc, lifter, session, "deadlift", "line-7");
        UUID newer = set(jdbc, lifter, session, "deadlift", "line-8");
        for (String exercise : List.of("trunk_movement", "deadlift")) {
            jdbc.sql(
                            "insert into session_summary (session_id, lifter_id, exercise, load_kg, simulated, started_at, sets,"
                                    + " repetitions, assessed, flagged, flexion_mean_deg, flexion_sets, twist_sets)"
                                    + " select session_id, lifter_id, exercise, load_kg, simulated, max(started_at), count(*),"
                                    + " sum(repetitions), sum(assessed), sum(flagged), null, 0, 0 from set_summary where exercise = ?"
                                    + " group by session_id, lifter_id, exercise, load_kg, simulated")
                    .params(exercise)
                    .update();
        }
        jdbc.sql("insert into range_of_motion_test (id, person_id, set_id, taken_at, simulated, placement, algorithm)"
                        + " values (?, ?, ?, ?, false, 'pelvis + thorax', 'line-7')")
                .params(UUID.randomUUID(), lifter, bends, AT)
                .update();
        jdbc.sql("insert into range_of_motion_test (id, person_id, taken_at, simulated, placement, algorithm)"
                        + " values (?, ?, ?, false, 'pelvis + thorax', 'line-7')")
                .params(UUID.randomUUID(), lifter, AT)
                .update();

        database.migrate();

        assertEquals(
                List.of(bends),
                jdbc.sql("select set_id from rehab_set").query(UUID.class).list());
        Map<String, Object> sum = jdbc.sql("select exercise, sets, repetitions from session_summary")
                .query()
                .singleRow();
        assertEquals("deadlift", sum.get("exercise"), "bends of a test are no training");
        assertEquals(2L, ((Number) sum.get("sets")).longValue());
        assertEquals(10L, ((Number) sum.get("repetitions")).longValue());
        Map<UUID, Boolean> assessed = new HashMap<>();
        jdbc.sql("select set_id, form_drift_index from set_summary").query(row -> {
            assessed.put(row.getObject("set_id", UUID.class), row.getObject("form_drift_index") != null);
        });
        assertEquals(
                Map.of(bends, false, older, false, newer, true),
                assessed,
                "the form change of before meant something else");
    }

    @BothDatabases(migrated = false)
    void aDatabaseOfVersion32SumsUpAnewTheSetsWhoseAnglesWereUncertain(TestDatabase database) {
        database.migrateTo(32);
        JdbcClient jdbc = database.jdbc();
        UUID lifter = SamplePeople.add(jdbc, "Ada");
        UUID session = UUID.randomUUID();
        jdbc.sql("insert into training_session (id, lifter_id, started_at) values (?, ?, ?)")
                .params(session, lifter, AT)
                .update();
        UUID uncertain = set(jdbc, lifter, session, "deadlift", "line-10");
        UUID certain = set(jdbc, lifter, session, "deadlift", "line-10");
        repetition(jdbc, uncertain, "The sensors' angles are uncertain.");
        repetition(jdbc, certain, "");

        database.migrate();

        assertEquals(
                List.of(certain),
                jdbc.sql("select set_id from set_summary").query(UUID.class).list());
    }

    private static void repetition(JdbcClient jdbc, UUID set, String reason) {
        jdbc.sql("insert into repetition (set_id, repetition_number, completed_at, result, lumbar_flexion_curve,"
                        + " trunk_inclination_curve) values (?, 1, ?, ?, ?, ?)")
                .params(set, AT, "{\"quality\":{\"reasons\":[\"" + reason + "\"]}}", new byte[0], new byte[0])
                .update();
    }

    private static UUID set(JdbcClient jdbc, UUID lifter, UUID session, String exercise, String algorithm) {
        UUID set = UUID.randomUUID();
        jdbc.sql(
                        "insert into training_set (id, session_id, lifter_id, exercise, source, demo, simulated, state, started_at,"
                                + " load_kg, recording_header, analysis) values (?, ?, ?, ?, 'sensors', false, false, 'finished', ?,"
                                + " 100, '{}', ?)")
                .params(
                        set,
                        session,
                        lifter,
                        exercise,
                        AT,
                        "{\"software\":{\"version\":\"1\",\"algorithm\":\"" + algorithm + "\"}}")
                .update();
        jdbc.sql("insert into set_summary (set_id, session_id, lifter_id, exercise, source, state, demo, simulated,"
                        + " started_at, load_kg, repetitions, assessed, flagged, strongest_level, form_drift_index, peak_flexions)"
                        + " values (?, ?, ?, ?, 'sensors', 'finished', false, false, ?, 100, 5, 5, 0, 0, 1.6, '[]')")
                .params(set, session, lifter, exercise, AT)
                .update();
        return set;
    }

    private static Object first(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql + " fetch first 1 rows only").query().singleValue();
    }

    /** The rows with the names that the columns have now. */
    private static List<Map<String, Object>> named(String table, List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> named = new LinkedHashMap<>();
                    row.forEach((column, value) ->
                            named.put(RENAMED_COLUMNS.getOrDefault(table + "." + column, column), value));
                    return named;
                })
                .toList();
    }

    private static List<Map<String, Object>> only(List<Map<String, Object>> rows, Set<String> columns) {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> some = new LinkedHashMap<>(row);
                    some.keySet().retainAll(columns);
                    return some;
                })
                .toList();
    }
}
