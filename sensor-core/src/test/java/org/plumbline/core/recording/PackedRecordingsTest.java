package org.plumbline.core.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plumbline.core.recording.RecordingText.COLUMNS;
import static org.plumbline.core.recording.RecordingText.HEADER;
import static org.plumbline.core.recording.RecordingText.ROWS;
import static org.plumbline.core.recording.RecordingText.gzip;
import static org.plumbline.core.recording.RecordingText.utf8;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.plumbline.core.recording.RecordingText.Outcome;

/** Every way we know in which a packed recording can be broken, and what the person who brought it is told. */
class PackedRecordingsTest extends RecordingCase {
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
}
