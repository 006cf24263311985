package org.plumbline.core.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plumbline.core.recording.RecordingText.COLUMNS;
import static org.plumbline.core.recording.RecordingText.HEADER;
import static org.plumbline.core.recording.RecordingText.ROWS;
import static org.plumbline.core.recording.RecordingText.gzip;
import static org.plumbline.core.recording.RecordingText.utf8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingText.Outcome;

/** Every way we know in which a recording can be broken, and what the person who brought it is told. */
class BrokenRecordingsTest extends RecordingCase {
    private static final String PLACEMENTS = "(pelvis, lumbar, thorax, upper_thorax, lab, bar, wrist)";

    @TestFactory
    Stream<DynamicTest> wholeFiles() {
        byte[] garbage = new byte[5000];
        new SplittableRandom(1).nextBytes(garbage);
        garbage[0] = 'x';
        garbage[1] = 1;
        return Stream.of(
                refused(
                        "an empty file",
                        "",
                        "set.csv, line 1: expected a recording, found an empty file (no rows were read)"),
                refused(
                        "an empty gzip",
                        gzip(new byte[0]),
                        "set.csv, line 1: expected a recording, found an empty file inside the gzip stream (no rows were read)"),
                refused(
                        "a header without rows",
                        HEADER + COLUMNS,
                        "set.csv, line 6: expected rows after the column names, found the end of the file (no rows were read)"),
                refused(
                        "a header without column names",
                        HEADER,
                        "set.csv, line 5: expected the column names 'sensor,time_us,acc_x,acc_y,acc_z,gyr_x,gyr_y,gyr_z',"
                                + " found the end of the file (no rows were read)"),
                refused(
                        "binary garbage",
                        garbage,
                        "set.csv, line 1, column 1: expected text, found the control byte 0x01: binary or damaged data"
                                + " (no rows were read)"),
                refused(
                        "a zip archive",
                        "PK\u0003\u0004rest",
                        "set.csv, line 1: expected a text file or gzip, found a zip archive or a spreadsheet file: unpack"
                                + " it, or save it as CSV (no rows were read)"),
                refused(
                        "UTF-16",
                        (HEADER + COLUMNS + ROWS).getBytes(StandardCharsets.UTF_16),
                        "set.csv, line 1: expected a text file or gzip, found UTF-16 text: save the file as UTF-8 (no rows"
                                + " were read)"),
                refused(
                        "gzip in gzip",
                        gzip(gzip(utf8(HEADER + COLUMNS + ROWS))),
                        "set.csv, line 1: expected text inside the gzip stream, found gzip again: it was packed twice (no"
                                + " rows were read)"),
                refused(
                        "a gzip cut in its first bytes",
                        cut(longGzip(), 6),
                        "set.csv, line 1: expected more data, found the end of the gzip stream: the file was cut off (no"
                                + " rows were read)"));
    }

    @TestFactory
    Stream<DynamicTest> headers() {
        return Stream.of(
                refused(
                        "a file without trunk-imu-recording",
                        "# title: Deadlift\n# sensor: pelvis\n" + COLUMNS + ROWS,
                        "set.csv, line 3: expected the header line '# trunk-imu-recording: 1' before the rows, found"
                                + " 'sensor,time_us,acc_x,acc_y,acc_z,gyr_x,g...' (no rows were read)"),
                refused(
                        "some other text",
                        "Dear coach,\nhere is my set.\n",
                        "set.csv, line 1: expected the header line '# trunk-imu-recording: 1' before the rows, found 'Dear"
                                + " coach,' (no rows were read)"),
                refused(
                        "version 2",
                        "# trunk-imu-recording: 2\n",
                        "set.csv, line 1: expected version 1 of trunk-imu-recording, found '2': this software cannot read"
                                + " it (no rows were read)"),
                refused(
                        "an unknown placement",
                        withHeaderLine("# sensor: knee rate_hz=100"),
                        "set.csv, line 5: expected a placement " + PLACEMENTS + ", found 'knee' (no rows were read)"),
                refused(
                        "a sensor line without placement",
                        withHeaderLine("# sensor:"),
                        "set.csv, line 5: expected a placement " + PLACEMENTS + ", found nothing (no rows were read)"),
                refused(
                        "a placement twice",
                        withHeaderLine("# sensor: pelvis rate_hz=50"),
                        "set.csv, line 5: expected one sensor line for each placement, found 'pelvis' a second time (no rows"
                                + " were read)"),
                refused(
                        "a header without sensors",
                        "# trunk-imu-recording: 1\n" + COLUMNS + ROWS,
                        "set.csv, line 2: expected a line '# sensor: <placement>' for each sensor before the column names,"
                                + " found none (no rows were read)"),
                refused(
                        "a rate of zero",
                        withHeaderLine("# sensor: bar rate_hz=0"),
                        "set.csv, line 5: expected rate_hz to be samples per second above 0 and at most 100000, found '0' (no rows were read)"),
                refused(
                        "a rate that is no number",
                        withHeaderLine("# sensor: bar rate_hz=fast"),
                        "set.csv, line 5: expected rate_hz to be samples per second above 0 and at most 100000, found 'fast' (no rows were"
                                + " read)"),
                refused(
                        "a rate with a decimal comma",
                        withHeaderLine("# sensor: bar rate_hz=99,5"),
                        "set.csv, line 5: expected rate_hz to be samples per second above 0 and at most 100000, found '99,5' with a decimal"
                                + " comma: write a point (no rows were read)"),
                refused(
                        "a mark without end",
                        withHeaderLine("# mark: neutral 1.0"),
                        "set.csv, line 5: expected 'mark: <name> <start_s> <end_s>', found 'neutral 1.0' with 2 words (no"
                                + " rows were read)"),
                refused(
                        "a mark without name",
                        withHeaderLine("# mark: 1.0 2.0 3.0"),
                        "set.csv, line 5: expected the name of the mark to be a word, found '1.0' (no rows were read)"),
                refused(
                        "a mark with a wrong start",
                        withHeaderLine("# mark: neutral soon 2.0"),
                        "set.csv, line 5: expected the start of the mark in seconds from 0, found 'soon' (no rows were"
                                + " read)"),
                refused(
                        "a mark with a wrong end",
                        withHeaderLine("# mark: neutral 0 NaN"),
                        "set.csv, line 5: expected the end of the mark in seconds from 0, found 'NaN' (no rows were read)"),
                refused(
                        "a mark that ends before its start",
                        withHeaderLine("# mark: neutral 3 2"),
                        "set.csv, line 5: expected the mark to end after its start 3 s, found the end 2 s (no rows were"
                                + " read)"),
                refused(
                        "a header in another encoding",
                        latin1(withHeaderLine("# title: R\u00fccken")),
                        "set.csv, line 5: expected UTF-8 text, found the byte 0xFC of some other encoding: save the file as"
                                + " UTF-8 (no rows were read)"),
                refused(
                        "an overlong header line",
                        withHeaderLine("# title: " + "x".repeat(20_000)),
                        "set.csv, line 5: expected a line of at most 16384 bytes, found a longer one: this is not a"
                                + " recording, or its line ends are lost (no rows were read)"));
    }

    @TestFactory
    Stream<DynamicTest> columnNames() {
        return Stream.of(
                refused(
                        "a file without the line of column names",
                        HEADER + ROWS,
                        "set.csv, line 5: expected the column names 'sensor,time_us,acc_x,acc_y,acc_z,gyr_x,gyr_y,gyr_z',"
                                + " found a row: the line of column names is missing (no rows were read)"),
                refused(
                        "a wrong column name",
                        HEADER + COLUMNS.replace("gyr_x", "gyro_x") + ROWS,
                        "set.csv, line 5, column 6: expected the column name 'gyr_x', found 'gyro_x' (no rows were read)"),
                refused(
                        "columns in another order",
                        HEADER + "time_us,sensor,acc_x,acc_y,acc_z,gyr_x,gyr_y,gyr_z\n" + ROWS,
                        "set.csv, line 5, column 1: expected the column name 'sensor', found 'time_us' (no rows were read)"),
                refused(
                        "a missing column name",
                        HEADER + COLUMNS.replace(",gyr_z", "") + ROWS,
                        "set.csv, line 5, column 8: expected the column name 'gyr_z', found the end of the line (no rows"
                                + " were read)"),
                refused(
                        "a column too many",
                        HEADER + COLUMNS.trim() + ",arrival_us,mag_x\n" + ROWS,
                        "set.csv, line 5, column 10: expected no column after 'arrival_us', found 'mag_x' (no rows were"
                                + " read)"),
                refused(
                        "semicolons in the column names",
                        HEADER + (COLUMNS + ROWS).replace(',', ';'),
                        "set.csv, line 5: expected commas between the columns, found semicolons: save the file with commas"
                                + " as separators (no rows were read)"),
                refused(
                        "tabs in the column names",
                        HEADER + (COLUMNS + ROWS).replace(',', '\t'),
                        "set.csv, line 5: expected commas between the columns, found tabs: save the file with commas as"
                                + " separators (no rows were read)"),
                refused(
                        "quoted column names",
                        HEADER + COLUMNS.replace("sensor", "\"sensor\"") + ROWS,
                        "set.csv, line 5: expected plain column names, found quoted fields: write"
                                + " sensor,time_us,acc_x,acc_y,acc_z,gyr_x,gyr_y,gyr_z (no rows were read)"));
    }

    private static DynamicTest refusedRow(String name, String row, String place, String problem) {
        return refused(
                name,
                withRow(row),
                "set.csv, line 8" + place + ": " + problem + " (2 rows before it were read and kept)");
    }

    @TestFactory
    Stream<DynamicTest> rows() {
        return Stream.of(
                refusedRow(
                        "NaN",
                        "pelvis,2000,NaN,0,9.81,0,0,0",
                        ", column 3",
                        "expected acc_x as a number in m/s\u00b2, found 'NaN'"),
                refusedRow(
                        "an infinite rate",
                        "pelvis,2000,0,0,9.81,0,0,-Infinity",
                        ", column 8",
                        "expected gyr_z as a number in rad/s, found '-Infinity'"),
                refusedRow(
                        "an empty value",
                        "pelvis,2000,0,,9.81,0,0,0",
                        ", column 4",
                        "expected acc_y as a number in m/s\u00b2, found nothing"),
                refusedRow(
                        "a value of 1e9",
                        "pelvis,2000,0,0,1e9,0,0,0",
                        ", column 5",
                        "expected acc_z as a number in m/s\u00b2, found '1e9': beyond any sensor (limit 1000 m/s\u00b2),"
                                + " probably the wrong unit"),
                refusedRow(
                        "a rate in degrees a second",
                        "pelvis,2000,0,0,9.81,0,-250.5,0",
                        ", column 7",
                        "expected gyr_y as a number in rad/s, found '-250.5': beyond any sensor (limit 200 rad/s), probably"
                                + " the wrong unit"),
                refusedRow("a row too short", "pelvis,2000,0,0,9.81,0,0", ", column 7", "expected 8 columns, found 7"),
                refusedRow(
                        "a row too long",
                        "pelvis,2000,0.0,0.0,9.81,0,0,0,0",
                        ", column 9",
                        "expected 8 columns, found 9"),
                refusedRow(
                        "decimal commas",
                        "pelvis,2000,9,81,0,12,0,5,0,01,0,0",
                        ", column 9",
                        "expected 8 columns, found 12: probably decimal commas ('9,81'); write a decimal point ('9.81')"),
                refusedRow(
                        "semicolons",
                        "pelvis;2000;0;0;9,81;0;0;0",
                        ", column 1",
                        "expected commas between the columns, found a semicolon: save the file with commas as separators"
                                + " and decimal points"),
                refusedRow(
                        "a quoted field",
                        "pelvis,2000,\"9,81\",0,0,0,0,0",
                        ", column 3",
                        "expected plain values, found a quoted field: write it without quotes"),
                refusedRow(
                        "time running backwards",
                        "thorax,999,0,0,9.81,0,0,0",
                        ", column 2",
                        "expected time_us of thorax to go on from 1000, found 999: time runs backwards"),
                refusedRow(
                        "a negative time",
                        "pelvis,-5,0,0,9.81,0,0,0",
                        ", column 2",
                        "expected time_us in whole microseconds from 0, found '-5': time cannot be negative"),
                refusedRow(
                        "a time in seconds",
                        "pelvis,0.02,0,0,9.81,0,0,0",
                        ", column 2",
                        "expected time_us in whole microseconds from 0, found '0.02': not a whole number; are these seconds"
                                + " or milliseconds?"),
                refusedRow(
                        "a time of day",
                        "pelvis,10:32:01,0,0,9.81,0,0,0",
                        ", column 2",
                        "expected time_us in whole microseconds from 0, found '10:32:01'"),
                refusedRow(
                        "a time too large for a clock",
                        "pelvis,99999999999999999999,0,0,9.81,0,0,0",
                        ", column 2",
                        "expected time_us in whole microseconds from 0, found '99999999999999999999': too large for a time"),
                refusedRow(
                        "a jump of years",
                        "pelvis,1700000000000000,0,0,9.81,0,0,0",
                        ", column 2",
                        "expected time_us to go on from 1000, found 1700000000000000: a jump of more than a day, probably"
                                + " another unit or another clock"),
                refusedRow(
                        "a sensor that is not declared",
                        "lumbar,2000,0,0,9.81,0,0,0",
                        ", column 1",
                        "expected a sensor that the header declares (pelvis, thorax), found 'lumbar'"),
                refusedRow(
                        "a NUL byte",
                        "pelvis,2000,0,0,9.81,\0,0,0",
                        ", column 6",
                        "expected text, found a NUL byte: binary or damaged data"),
                refusedRow(
                        "an escape sequence",
                        "pelvis,2000,\u001b[2J,0,9.81,0,0,0",
                        ", column 3",
                        "expected text, found the control byte 0x1B: binary or damaged data"),
                refusedRow(
                        "a word",
                        "pelvis,2000,0,0,r\u00fcckw\u00e4rts,0,0,0",
                        ", column 5",
                        "expected acc_z as a number in m/s\u00b2, found 'r\u00fcckw\u00e4rts'"),
                refusedRow(
                        "an overlong row",
                        "pelvis,2000," + "9".repeat(20_000),
                        "",
                        "expected a line of at most 16384 bytes, found a longer one: this is not a recording, or its line"
                                + " ends are lost"),
                refused(
                        "a row in another encoding",
                        latin1(withRow("pelvis,2000,0,0,9.81,\u00e9,0,0")),
                        "set.csv, line 8, column 6: expected UTF-8 text, found the byte 0xE9 of some other encoding: save"
                                + " the file as UTF-8 (2 rows before it were read and kept)"),
                refused(
                        "a file cut off in a row",
                        HEADER + COLUMNS + ROWS + "pelvis,2000,0.5",
                        "set.csv, line 8, column 3: expected 8 columns, found 3: the file was cut off in this row (2 rows"
                                + " before it were read and kept)"),
                refused(
                        "one sensor after the other",
                        HEADER + COLUMNS
                                + "pelvis,0,0,0,9.81,0,0,0\npelvis,900000,0,0,9.81,0,0,0\nthorax,0,0,0,9.81,0,0,0\n",
                        "set.csv, line 8, column 2: expected rows in order of time, found thorax at 0 after pelvis at 900000:"
                                + " time runs backwards; sort the rows of all sensors by time_us (2 rows before it were read"
                                + " and kept)"),
                refused(
                        "a bad arrival time",
                        HEADER + COLUMNS.trim() + ",arrival_us\npelvis,0,0,0,9.81,0,0,0,1.5\n",
                        "set.csv, line 6, column 9: expected arrival_us in whole microseconds from 0, found '1.5': not a"
                                + " whole number; are these seconds or milliseconds? (no rows were read)"),
                refused(
                        "a fault after one row",
                        HEADER + COLUMNS + "pelvis,0,0,0,9.81,0,0,0\nx\n",
                        "set.csv, line 7, column 1: expected 8 columns, found 1 (1 row before it was read and kept)"));
    }

    @Test
    void linesThatSayNothingAndNeverEndAreRefusedAndWhatStandsBeforeThemIsKept() throws IOException {
        for (String idle : List.of("\n", "# again and again\n")) {
            InputStream endless = new SequenceInputStream(
                    new ByteArrayInputStream(utf8(HEADER + COLUMNS + ROWS)), new Endless(utf8(idle)));
            try (RecordingReader reader = RecordingReader.open(endless, "set.csv")) {
                ImuSample sample = new ImuSample();
                RecordingFormatException refusal = assertThrows(RecordingFormatException.class, () -> {
                    while (reader.next(sample)) {
                        assertTrue(reader.rows() <= 2);
                    }
                });
                assertEquals(2, refusal.rowsKept());
                assertTrue(
                        refusal.getMessage().contains("found more blank lines and comments than rows, by 1 MiB"),
                        refusal.getMessage());
            }
        }
    }

    @Test
    void aCommentForEveryRowIsReadHoweverLongTheRecording() throws IOException {
        String comment = "# a comment of a logger that writes as much of it as of rows\n";
        StringBuilder text = new StringBuilder(HEADER + COLUMNS);
        int rows = 2 * RecordingFormat.MAX_IDLE_BYTES / comment.length();
        for (int i = 0; i < rows; i++) {
            text.append("pelvis,")
                    .append(i * 10_000L)
                    .append(",0.123456,9.123456,0.123456,0.123456,0.123456,0.123456\n");
            text.append(comment);
        }
        Outcome outcome = RecordingText.read(utf8(text.toString()), "set.csv");
        assertNull(outcome.refusal());
        assertEquals(rows, outcome.samples().size());
    }

    /** The same line for ever. */
    private static final class Endless extends InputStream {
        private final byte[] line;
        private int next;

        Endless(byte[] line) {
            this.line = line;
        }

        @Override
        public int read() {
            return line[next++ % line.length];
        }
    }

    @Test
    void anyDamageEndsInOneMessageAndNothingElse() {
        byte[] good = utf8(HEADER + COLUMNS + ROWS.repeat(1));
        byte[] packed = gzip(good);
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = (i % 2 == 0 ? good : packed).clone();
            for (int hits = random.nextInt(1, 6); hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            if (random.nextInt(4) == 0) {
                bytes = cut(bytes, random.nextInt(bytes.length));
            }
            Outcome outcome = RecordingText.read(bytes, "set.csv");
            if (outcome.refusal() != null) {
                assertFalse(
                        outcome.refusal().getMessage().contains("\n"),
                        outcome.refusal().getMessage());
            }
        }
    }
}
