package org.plumbline.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of every table as an earlier version of the product wrote them, kept as JSON beside the tests. */
final class StoredRows {
    private final JsonNode tables;

    private StoredRows(JsonNode tables) {
        this.tables = tables;
    }

    static StoredRows read(String resource) throws IOException {
        try (InputStream in = StoredRows.class.getResourceAsStream(resource)) {
            return new StoredRows(JsonMapper.shared().readTree(Objects.requireNonNull(in, resource)));
        }
    }

    List<String> tables() {
        return List.copyOf(tables.propertyNames());
    }

    void insertInto(JdbcClient jdbc) {
        for (String table : tables()) {
            for (JsonNode row : tables.get(table)) {
                List<Object> values = new ArrayList<>();
                row.forEach(value -> values.add(value(value)));
                jdbc.sql("insert into " + table + " (" + String.join(", ", row.propertyNames()) + ") values ("
                                + "?, ".repeat(values.size() - 1) + "?)")
                        .params(values)
                        .update();
            }
        }
    }

    private static @Nullable Object value(JsonNode value) {
        if (value.has("uuid")) {
            return UUID.fromString(value.get("uuid").asString());
        }
        if (value.has("time")) {
            return Instant.parse(value.get("time").asString()).atOffset(ZoneOffset.UTC);
        }
        if (value.has("bytes")) {
            return Base64.getDecoder().decode(value.get("bytes").asString());
        }
        return switch (value.getNodeType()) {
            case NULL -> null;
            case BOOLEAN -> value.asBoolean();
            case NUMBER -> value.isIntegralNumber() ? (Object) value.asLong() : (Object) value.asDouble();
            default -> value.asString();
        };
    }

    /** What stands in a table now: rows by column, in no order, in a form that can be compared. */
    static List<Map<String, Object>> rows(JdbcClient jdbc, String table) {
        return jdbc.sql("select * from " + table)
                .query((row, number) -> columns(row))
                .list();
    }

    private static Map<String, Object> columns(ResultSet row) throws SQLException {
        ResultSetMetaData meta = row.getMetaData();
        Map<String, Object> columns = new LinkedHashMap<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            Object value = row.getObject(i);
            if (value instanceof byte[] bytes) {
                value = HexFormat.of().formatHex(bytes);
            } else if (value instanceof java.sql.Timestamp) {
                value = row.getObject(i, OffsetDateTime.class).toInstant();
            } else if (value instanceof OffsetDateTime time) {
                value = time.toInstant();
            } else if (value instanceof java.sql.Clob) {
                value = row.getString(i);
            }
            columns.put(meta.getColumnLabel(i), value);
        }
        return columns;
    }
}
