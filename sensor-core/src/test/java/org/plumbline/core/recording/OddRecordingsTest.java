package org.plumbline.core.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.plumbline.core.recording.RecordingText.COLUMNS;
import static org.plumbline.core.recording.RecordingText.HEADER;
import static org.plumbline.core.recording.RecordingText.ROWS;
import static org.plumbline.core.recording.RecordingText.utf8;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plumbline.core.recording.RecordingText.Outcome;

/** Every way we know in which a recording can be odd and is read all the same, and what the person who brought it is told. */
class OddRecordingsTest extends RecordingCase {
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
    void aMarkWhereNoRowsAreIsNamedAndHowManyMoreThereAre() {
        String said =
                "the mark \"set\" from 119.757 to 140.860 s lies beside the rows, which are from 0.000 to 0.001 s";
        assertEquals(
                java.util.List.of(said + ": nothing was recorded there"),
                RecordingText.read(withHeaderLine("# mark: set 119.757 140.86\n# mark: walk 0 2"))
                        .warnings());
        assertEquals(
                java.util.List.of(said + ", and so do 2 more: nothing was recorded there"),
                RecordingText.read(withHeaderLine("# mark: set 119.757 140.86\n# mark: walk 3 4\n# mark: rep 0.0011 2"))
                        .warnings());
    }

    @Test
    void unknownKeysAndExercisesAndMarksAreNobodysFault() {
        Outcome outcome = RecordingText.read(withHeaderLine("# exercise: jumping\n# colour: red\n# mark: walk 0 2\n#"));

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
}
