package org.plumbline.bench.orientation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A table of truth that lies beside a recording.
 *
 * @param names names of the columns
 * @param rows the numbers, {@code nan} where nothing is known
 */
record ReferenceTable(List<String> names, List<double[]> rows) {

    /** Reads the table of that ending beside the recording. */
    static ReferenceTable read(Path recording, String ending) throws IOException {
        Path file =
                recording.resolveSibling(String.valueOf(recording.getFileName()).replace(".csv.gz", ending));
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String header = reader.readLine();
            if (header == null) {
                throw new IOException("nothing in " + file);
            }
            List<double[]> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = line.split(",", -1);
                double[] row = new double[fields.length];
                for (int i = 0; i < row.length; i++) {
                    row[i] = fields[i].equals("nan") ? Double.NaN : Double.parseDouble(fields[i]);
                }
                rows.add(row);
            }
            return new ReferenceTable(List.of(header.split(",", -1)), rows);
        }
    }

    long[] timesMicros() {
        int column = names.indexOf("time_us");
        return rows.stream().mapToLong(row -> Math.round(row[column])).toArray();
    }

    /** The optical vertical in the axes of the sensor at that placement. */
    ReferenceTrack verticalOf(String placement) {
        return new ReferenceTrack(
                timesMicros(), columns(placement + "_up_x", placement + "_up_y", placement + "_up_z"));
    }

    /** These columns of every row; an empty array where one of them is missing. */
    List<double[]> columns(String... wanted) {
        List<double[]> picked = new ArrayList<>(rows.size());
        for (double[] row : rows) {
            double[] values = new double[wanted.length];
            boolean whole = true;
            for (int i = 0; i < wanted.length; i++) {
                values[i] = row[names.indexOf(wanted[i])];
                whole &= !Double.isNaN(values[i]);
            }
            picked.add(whole ? values : new double[0]);
        }
        return picked;
    }
}
