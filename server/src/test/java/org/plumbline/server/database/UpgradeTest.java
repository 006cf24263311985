package org.plumbline.server.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has lifted with an earlier version keeps everything when the server is replaced by a newer one. */
class UpgradeTest {
    /** Tables that have another name since. */
    private static final Map<String, String> RENAMED = Map.of("lifter", "person");

    /** Columns that have another name since. */
    private static final Map<String, String> RENAMED_COLUMNS = Map.of("lifter.demo", "sample");

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
            assertEquals(
                    Set.copyOf(only(rows, columns)),
                    Set.copyOf(only(after, rows.get(0).keySet())),
                    table);
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
