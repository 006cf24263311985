package org.plumbline.server.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.plumbline.server.support.BothDatabases;
import org.plumbline.server.support.TestDatabase;

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
