package org.plumbline.core.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Recordings of real people, which are not part of the project: set VALIDATION_DATA to the folder that holds them. */
public final class ValidationData {
    private ValidationData() {}

    /** The folder; the test that asks is skipped, with the reason, where there is none. */
    public static Path folder() {
        String property = System.getProperty("VALIDATION_DATA");
        String folder = property != null ? property : System.getenv("VALIDATION_DATA");
        assumeTrue(folder != null, "VALIDATION_DATA is not set: no recordings of real people to compare with");
        return Path.of(folder);
    }

    /** The rows of the index, by column name. */
    public static List<Map<String, String>> index() {
        try {
            List<String> lines = Files.readAllLines(folder().resolve("index.csv"));
            String[] columns = lines.get(0).split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < columns.length; i++) {
                    row.put(columns[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The numbers of a gzip'd CSV file without its first line. */
    public static List<double[]> table(Path file) throws IOException {
        List<double[]> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            String line = reader.readLine();
            while ((line = reader.readLine()) != null) {
                rows.add(Arrays.stream(line.split(",", -1))
                        .mapToDouble(cell -> cell.equals("nan") ? Double.NaN : Double.parseDouble(cell))
                        .toArray());
            }
        }
        return rows;
    }
}
