package org.plumbline.core.recording;

import java.util.Locale;
import org.plumbline.core.imu.SensorPlacement;

/** Judges the line of column names. */
final class ColumnNames {
    private final LineReader lines;
    private final RecordingWarnings warnings;

    ColumnNames(LineReader lines, RecordingWarnings warnings) {
        this.lines = lines;
        this.warnings = warnings;
    }

    /** True where the optional column {@code arrival_us} is there. */
    boolean parse(String text) throws RecordingFormatException {
        if (text.indexOf('"') >= 0) {
            throw lines.problem(
                    0, "expected plain column names, found quoted fields: write " + RecordingFormat.COLUMNS);
        }
        if (text.indexOf(';') >= 0) {
            throw lines.problem(
                    0,
                    "expected commas between the columns, found semicolons: save the file with commas as separators");
        }
        if (text.indexOf('\t') >= 0 && text.indexOf(',') < 0) {
            throw lines.problem(
                    0, "expected commas between the columns, found tabs: save the file with commas as separators");
        }
        String[] found = text.split(",", -1);
        if (isRow(found)) {
            throw lines.problem(
                    0,
                    "expected the column names '" + RecordingFormat.COLUMNS + "', found a row: the line of column"
                            + " names is missing");
        }
        boolean odd = false;
        for (int i = 0; i < RecordingFormat.COLUMN_NAMES.length; i++) {
            String expected = RecordingFormat.COLUMN_NAMES[i];
            if (i >= found.length) {
                if (i == RecordingFormat.COLUMN_COUNT) {
                    break;
                }
                throw lines.problem(i + 1, "expected the column name '" + expected + "', found the end of the line");
            }
            String name = found[i].trim();
            if (!name.toLowerCase(Locale.ROOT).equals(expected)) {
                throw lines.problem(i + 1, "expected the column name '" + expected + "', found " + Excerpt.of(name));
            }
            odd |= !found[i].equals(expected);
        }
        if (found.length > RecordingFormat.COLUMN_NAMES.length) {
            throw lines.problem(
                    RecordingFormat.COLUMN_NAMES.length + 1,
                    "expected no column after '" + RecordingFormat.ARRIVAL_COLUMN + "', found "
                            + Excerpt.of(found[RecordingFormat.COLUMN_NAMES.length]));
        }
        if (odd) {
            warnings.add(lines.line(), "column names in odd case or spacing; read as " + RecordingFormat.COLUMNS);
        }
        return found.length == RecordingFormat.COLUMN_NAMES.length;
    }

    private static boolean isRow(String[] fields) {
        return fields.length > 1
                && (SensorPlacement.ofFileName(fields[0].trim().toLowerCase(Locale.ROOT))
                                .isPresent()
                        || fields[1].trim().matches("-?[0-9.]+"));
    }
}
