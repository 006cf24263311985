package org.plumbline.core.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plumbline.core.recording.RecordingText.COLUMNS;
import static org.plumbline.core.recording.RecordingText.HEADER;
import static org.plumbline.core.recording.RecordingText.ROWS;
import static org.plumbline.core.recording.RecordingText.gzip;
import static org.plumbline.core.recording.RecordingText.utf8;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plumbline.core.recording.RecordingText.Outcome;

/** Every way we know in which a recording can be broken or odd, and what the person who brought it is told. */
class BrokenRecordingsTest {
    private static final String PLACEMENTS = "(pelvis, lumbar, thorax, upper_thorax, lab, bar, wrist)";

    /** A row in line 8, after two good ones. */
    private static String withRow(String row) {
        return HEADER + COLUMNS + ROWS + row + "\n"
                + ROWS.replace(",0,9", ",9000,9").replace(",1000,", ",9500,");
    }

    /** A line in line 5 of the header. */
    private static String withHeaderLine(String line) {
        return HEADER + line + "\n" + COLUMNS + ROWS;
    }

    private static DynamicTest refused(String name, String text, String message) {
        return refused(name, utf8(text), message);
    }

    private static DynamicTest refused(String name, byte[] bytes, String message) {
        return DynamicTest.dynamicTest(name + " is refused", () -> {
            Outcome outcome = RecordingText.read(bytes, "set.csv");
            assertNotNull(outcome.refusal(), "read without a refusal, " + outcome.warnings());
            assertEquals(message, outcome.refusal().getMessage());
            assertEquals(outcome.samples().size(), outcome.refusal().rowsKept());
        });
    }

    private static DynamicTest accepted(String name, String text, String warning) {
        return accepted(name, utf8(text), 2, warning);
    }

    private static DynamicTest accepted(String name, byte[] bytes, int rows, String warning) {
        return DynamicTest.dynamicTest(name + " is read with a warning", () -> {
            Outcome outcome = RecordingText.read(bytes, "set.csv");
            assertNull(outcome.refusal());
            assertEquals(rows, outcome.samples().size());
            assertEquals(Arrays.asList(warning), outcome.warnings());
        });
    }

    private static byte[] cut(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    /** Many rows, so that gzip has several blocks. */
    private static byte[] longGzip() {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder text = new StringBuilder(HEADER + COLUMNS);
        for (int i = 0; i < 5000; i++) {
            text.append("pelvis,").append(i * 10_000L);
            for (int column = 0; column < 6; column++) {
                text.append(',').append(random.nextInt(100_000) / 1e4);
            }
            text.append('\n');
        }
        return gzip(utf8(text.toString()));
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

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

    @Test
    void bytesBehindTheGzipAreTold() {
        byte[] packed = longGzip();
        for (byte[] behind : new byte[][] {new byte[1], utf8("garbage"), new byte[100_000], cut(packed, 1)}) {
            assertEquals(1, goesOn(joined(packed, behind)), behind.length + " bytes");
        }
        // of every length, so that the end comes at every place of the buffers
        for (int length = 1; length < 300; length++) {
            byte[] one = gzip(utf8(HEADER + "# note: " + "n".repeat(length) + "\n" + COLUMNS + ROWS));
            assertEquals(1, goesOn(joined(one, utf8("x"))), length + " and a byte");
            assertEquals(0, goesOn(one), length + " alone");
        }
    }

    @Test
    void severalPartsOfGzipAreOneFile() {
        byte[] two = joined(gzip(utf8(HEADER + COLUMNS)), gzip(utf8(ROWS)));
        assertEquals(0, goesOn(two));
        assertEquals(1, goesOn(joined(two, utf8("garbage"))));
        assertEquals(2, RecordingText.read(two, "set.csv").samples().size());
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static long goesOn(byte[] file) {
        return RecordingText.read(file, "set.csv").warnings().stream()
                .filter(warning -> warning.startsWith("the file goes on behind the end of its gzip data"))
                .count();
    }

    @Test
    void aTruncatedGzipKeepsTheRowsBeforeTheCut() {
        byte[] whole = longGzip();
        Outcome outcome = RecordingText.read(cut(whole, whole.length / 2), "set.csv.gz");

        int kept = outcome.samples().size();
        assertTrue(kept > 1000 && kept < 5000, kept + " rows");
        assertEquals(
                "set.csv.gz, line " + (6 + kept)
                        + ": expected more data, found the end of the gzip stream in the middle:"
                        + " the file was cut off, for example by an interrupted download or recording (" + kept
                        + " rows before it were read and kept)",
                outcome.refusal().getMessage());
    }

    @Test
    void aDamagedGzipIsToldFromATruncatedOne() {
        byte[] damaged = longGzip();
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 200, (byte) 0xff);
        Outcome outcome = RecordingText.read(damaged, "set.csv.gz");

        // what the damaged block unpacks to before the damage shows may be refused first, as text
        String message = outcome.refusal().getMessage();
        assertTrue(message.startsWith("set.csv.gz, line "), message);
        assertTrue(outcome.samples().size() > 1000, message);
    }

    @Test
    void aGzipWithAWrongChecksumIsRefusedAfterItsLastRow() {
        byte[] damaged = longGzip();
        damaged[damaged.length - 8] ^= 1;
        Outcome outcome = RecordingText.read(damaged, "set.csv.gz");

        assertEquals(5000, outcome.samples().size());
        assertEquals(
                "set.csv.gz, line 5006: the gzip data is damaged from here on (Corrupt GZIP trailer) (5000 rows before it"
                        + " were read and kept)",
                outcome.refusal().getMessage());
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
                        "set.csv, line 5: expected rate_hz to be samples per second above 0, found '0' (no rows were read)"),
                refused(
                        "a rate that is no number",
                        withHeaderLine("# sensor: bar rate_hz=fast"),
                        "set.csv, line 5: expected rate_hz to be samples per second above 0, found 'fast' (no rows were"
                                + " read)"),
                refused(
                        "a rate with a decimal comma",
                        withHeaderLine("# sensor: bar rate_hz=99,5"),
                        "set.csv, line 5: expected rate_hz to be samples per second above 0, found '99,5' with a decimal"
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

    @TestFactory
    Stream<DynamicTest> oddButHarmless() {
        String good = HEADER + COLUMNS + ROWS;
        return Stream.of(
                accepted(
                        "a byte order mark",
                        "\ufeff" + good,
                        "line 1: the file starts with a byte order mark (BOM); ignored"),
                accepted(
                        "a file with CRLF",
                        good.replace("\n", "\r\n"),
                        "line 1: lines end with CRLF instead of LF; read all the same"),
                accepted(
                        "a file with CR",
                        good.replace("\n", "\r"),
                        "line 1: lines end with CR instead of LF; read all the same"),
                accepted(
                        "a file with mixed line ends",
                        HEADER + COLUMNS + ROWS.replace("\n", "\r\n"),
                        "line 6: mixed line ends: CRLF after LF; read all the same (2 times in the file; this is the first)"),
                accepted(
                        "a file with blank lines at its end",
                        good + "\n  \n\n",
                        "line 8: a blank line; ignored (3 times in the file; this is the first)"),
                accepted(
                        "a file without a final line end",
                        good.trim(),
                        "line 7: the last line has no line end; the file may have been cut off here"),
                accepted(
                        "a key in odd case and spacing",
                        good.replace("# sensor: pelvis", "#Sensor : pelvis"),
                        "line 3: the key '#Sensor :' is read as '# sensor:'"),
                accepted(
                        "a placement in odd case",
                        good.replace("# sensor: pelvis", "# sensor: Pelvis"),
                        "line 3: the placement 'Pelvis' is read as 'pelvis'"),
                accepted(
                        "a header line without a key",
                        withHeaderLine("# made on a rainy day"),
                        "line 5: expected '# key: value', found '# made on a rainy day'; ignored"),
                accepted(
                        "an unknown word in a sensor line",
                        withHeaderLine("# sensor: bar color=red")
                                .replace("# sensor: thorax rate_hz=100\n", "")
                                .replace("thorax,", "bar,"),
                        "line 4: expected rate_hz=.. or note=.. after the placement, found 'color=red'; ignored"),
                accepted(
                        "a title given twice",
                        withHeaderLine("# title: one\n# title: two"),
                        "line 6: the key 'title' comes again; the first one is kept"),
                accepted(
                        "a load with a decimal comma",
                        withHeaderLine("# load_kg: 102,5"),
                        "load_kg: expected kilograms from 0 to 1000, found '102,5' with a decimal comma: write a point; the"
                                + " load is left out"),
                accepted(
                        "a load that nobody lifts",
                        withHeaderLine("# load_kg: 1e17"),
                        "load_kg: expected kilograms from 0 to 1000, found '1e17'; the load is left out"),
                accepted(
                        "an end that is none",
                        withHeaderLine("# ended: stoped"),
                        "ended: expected stopped or interrupted, found 'stoped'; how the set ended is taken as not said"),
                accepted("a file without subject", good.replace("# subject: P01\n", ""), "the header names no subject"),
                accepted(
                        "column names in capitals",
                        HEADER + "Sensor, Time_us,ACC_X,acc_y,acc_z,gyr_x,gyr_y,gyr_z\n" + ROWS,
                        "line 5: column names in odd case or spacing; read as"
                                + " sensor,time_us,acc_x,acc_y,acc_z,gyr_x,gyr_y,gyr_z"),
                accepted(
                        "a sensor without rows",
                        withHeaderLine("# sensor: bar"),
                        "the sensor bar is declared but has no rows"),
                accepted(
                        "a header line after the rows began",
                        good + "# mark: set 0 1\n",
                        "line 8: a header line after the column names; ignored, move it to the top"),
                accepted(
                        "equal time stamps within a sensor",
                        utf8(good + "thorax,1000,0,0,9.81,0,0,0\nthorax,1000,0,0,9.81,0,0,0\n"),
                        4,
                        "line 8: time_us 1000 of thorax equals the one before it; both rows are kept (2 times in the file;"
                                + " this is the first)"),
                accepted(
                        "a long gap",
                        utf8(good + "thorax,7501000,0,0,9.81,0,0,0\n"),
                        3,
                        "line 8: no rows of thorax for 7 s before this one"),
                accepted(
                        "sensors slightly out of order",
                        utf8(good + "pelvis,400,0,0,9.81,0,0,0\n"),
                        3,
                        "line 8: this row of pelvis is 600 us earlier than the row of thorax before it; up to 250 ms is put"
                                + " right"));
    }

    @Test
    void unknownKeysAndExercisesAndMarksAreNobodysFault() {
        Outcome outcome = RecordingText.read(withHeaderLine("# exercise: jumping\n# colour: red\n# mark: walk 1 2\n#"));

        assertNull(outcome.refusal());
        assertEquals(java.util.List.of(), outcome.warnings());
    }

    @Test
    void spacesAroundFieldsAndNamesInCapitalsAreRead() {
        Outcome outcome = RecordingText.read(HEADER + COLUMNS + " Pelvis , 0, 1 ,2,3,\t4,5, 6 \n");

        assertNull(outcome.refusal());
        assertEquals(6, outcome.samples().get(0).gyrZ);
    }

    @Test
    void aHeaderFullOfOddLinesDoesNotFloodThePerson() {
        Outcome outcome =
                RecordingText.read(withHeaderLine("# odd\n".repeat(5000).trim()));

        assertNull(outcome.refusal());
        assertEquals(51, outcome.warnings().size());
        assertEquals(
                "and 4950 more warnings about the header", outcome.warnings().get(50));
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
