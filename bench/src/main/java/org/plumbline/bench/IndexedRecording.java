package org.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of the index of the validation data.
 *
 * @param file path below the folder of the data
 * @param dataSet name of the data set
 * @param exercise exercise as the data set names it
 * @param sensors placements, joined by {@code +}
 * @param repetitions true count, −1 where not known
 * @param tolerance how far the true count itself may be off
 */
public record IndexedRecording(
        String file, String dataSet, String exercise, String sensors, int repetitions, int tolerance) {

    /** Every line of the index in the folder {@code data}. */
    public static List<IndexedRecording> readIndex(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("index.csv"));
        List<String> names = List.of(lines.get(0).split(",", -1));
        List<IndexedRecording> recordings = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            String count = fields[names.indexOf("reps")];
            String tolerance = fields[names.indexOf("tolerance")];
            recordings.add(new IndexedRecording(
                    fields[names.indexOf("file")],
                    fields[names.indexOf("dataset")],
                    fields[names.indexOf("exercise")],
                    fields[names.indexOf("sensors")],
                    count.isEmpty() ? -1 : Integer.parseInt(count),
                    tolerance.isEmpty() ? 0 : Integer.parseInt(tolerance)));
        }
        return recordings;
    }

    /** Whether one of the sensors sits at one of these placements. */
    public boolean hasSensor(String... placements) {
        for (String placement : sensors.split("\\+")) {
            for (String wanted : placements) {
                if (placement.equals(wanted)) {
                    return true;
                }
            }
        }
        return false;
    }
}
