package org.plumbline.server.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.PersonTables;
import tools.jackson.databind.json.JsonMapper;

/** Rows as they come, into one JSON and one CSV file a table. The files are there until this is closed. */
final class TableFiles implements PersonTables.Reader, AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final TemporaryFiles temporary;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private @Nullable Table open;

    TableFiles(TemporaryFiles temporary) {
        this.temporary = temporary;
    }

    /** A table whose rows are coming. */
    private record Table(String name, Writer json, CsvWriter csv) {
        void close() throws IOException {
            json.write(']');
            json.close();
            csv.close();
        }
    }

    @Override
    public void row(String name, Map<String, @Nullable Object> row) throws IOException {
        Table table = open;
        boolean first = table == null || !table.name().equals(name);
        if (table == null || first) {
            table = begin(name);
            table.csv().writeRecord(row.keySet());
        }
        table.json().write(first ? '[' : ',');
        table.json().write(MAPPER.writeValueAsString(row));
        table.csv().writeRecord(row.values().stream().map(TableFiles::cell).toList());
    }

    private Table begin(String name) throws IOException {
        end();
        Table table = new Table(
                name, writer(file(name + ".json")), CsvWriter.builder().build(writer(file(name + ".csv"))));
        open = table;
        return table;
    }

    /** What is no character is written as a question mark: one row of it must not keep the others from their owner. */
    private static Writer writer(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
    }

    private Path file(String name) throws IOException {
        Path file = temporary.make("export");
        files.put(name, file);
        return file;
    }

    private void end() throws IOException {
        Table table = open;
        if (table != null) {
            open = null;
            table.close();
        }
    }

    /** The files that are whole, by name. */
    Map<String, Path> written() throws IOException {
        end();
        return files;
    }

    @Override
    public void close() throws IOException {
        try {
            end();
        } finally {
            for (Path file : files.values()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof byte[] bytes ? Base64.getEncoder().encodeToString(bytes) : value.toString();
    }
}
