package org.plumbline.server.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything the database keeps of a person, found by following the keys that lead to them, so that no table can be
 * forgotten: what a new part of the product keeps is in the export the day it is written.
 *
 * <p>Left out are rows of another's record that only name this person: what a coach approved, a therapist signed.
 */
@Service
public class PersonTables {
    /** Keys into person that say whose row it is; every other one names somebody who did something to it. */
    private static final List<String> OWNERS = List.of("person_id", "lifter_id", "owner_id");

    /** Tables whose owner such a key does not say. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            // lifter_id is whoever corrected, the set says whose count it is
            "correction", "set_id",
            // a therapist's notes are theirs
            "therapist_note", "author_id");

    /** Never given out: what opens doors. */
    private static final List<String> SECRETS = List.of("password_hash", "token_hash");

    /** Rows that a database sends at a time. */
    private static final int FETCHED = 200;

    private static final ColumnMapRowMapper COLUMNS = new ColumnMapRowMapper();

    private final JdbcClient jdbc;

    PersonTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key of one table into another. */
    private record Key(String table, String column, String target, String targetColumn) {}

    /** Takes the rows of a person, one after another, those of a table together. */
    @FunctionalInterface
    public interface Reader {
        /** @throws IOException where it cannot be written; nothing more is read then */
        void row(String table, Map<String, @Nullable Object> row) throws IOException;
    }

    /**
     * Reads the rows of a person, table by table, without ever holding more than a few.
     *
     * @param skip tables that are given out in another form, with all that hangs on them left in
     */
    @Transactional(readOnly = true)
    public void read(UUID personId, List<String> skip, Reader reader) throws IOException {
        try {
            conditions().forEach((table, condition) -> {
                if (!skip.contains(table)) {
                    jdbc.sql("select t.* from " + table + " t where " + condition)
                            .param("person", personId)
                            .withFetchSize(FETCHED)
                            .query((RowCallbackHandler) row -> reading(table, COLUMNS.mapRow(row, 0), reader));
                }
            });
        } catch (UncheckedIOException unwritten) {
            throw unwritten.getCause();
        }
    }

    private static void reading(String table, Map<String, @Nullable Object> row, Reader reader) {
        row.keySet().removeIf(column -> SECRETS.contains(column.toLowerCase(Locale.ROOT)));
        try {
            reader.row(table, row);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    /** For each table that hangs on a person, the condition that finds their rows of {@code t}. */
    private Map<String, String> conditions() {
        List<Key> keys = keys();
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("person", "t.id = :person");
        Deque<String> reached = new ArrayDeque<>(List.of("person"));
        while (!reached.isEmpty()) {
            String target = reached.remove();
            for (Key key : keys) {
                if (key.target().equals(target) && !conditions.containsKey(key.table()) && owns(key)) {
                    String inner = target.equals("person")
                            ? "t." + key.column() + " = :person"
                            : "t." + key.column() + " in (select t." + key.targetColumn() + " from " + target
                                    + " t where " + conditions.get(target) + ")";
                    conditions.put(key.table(), inner);
                    reached.add(key.table());
                }
            }
        }
        return conditions;
    }

    /** Whether a row of the table belongs to what its key leads to. */
    private static boolean owns(Key key) {
        String exception = EXCEPTIONS.get(key.table());
        if (exception != null) {
            return key.column().equals(exception);
        }
        return !key.target().equals("person") || OWNERS.contains(key.column());
    }

    private List<Key> keys() {
        return jdbc.sql("select lower(f.table_name) as from_table, lower(f.column_name) as from_column,"
                        + " lower(t.table_name) as to_table, lower(t.column_name) as to_column"
                        + " from information_schema.referential_constraints r"
                        + " join information_schema.key_column_usage f on f.constraint_schema = r.constraint_schema"
                        + " and f.constraint_name = r.constraint_name"
                        + " join information_schema.key_column_usage t"
                        + " on t.constraint_schema = r.unique_constraint_schema"
                        + " and t.constraint_name = r.unique_constraint_name"
                        + " and t.ordinal_position = f.position_in_unique_constraint"
                        + " order by from_table, from_column")
                .query((row, number) -> new Key(
                        row.getString("from_table"),
                        row.getString("from_column"),
                        row.getString("to_table"),
                        row.getString("to_column")))
                .list();
    }
}
