package org.plumbline.core.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.plumbline.core.imu.ImuSample;

class RecordingReaderFuzzTest {
    /** A row is eight fields and their separators. */
    private static final int LEAST_ROW_BYTES = 15;

    /** Deflate packs no better than this. */
    private static final int MOST_UNPACKED = 1032;

    /** Rows of a bomb are read in constant memory but not without end: what fuzzing looks for shows before this. */
    private static final int MOST_ROWS = 20_000;

    private static final int MOST_WARNINGS = 1000;

    @MethodSource("seeds")
    @FuzzTest
    void readsOrRefusesInWordsWhateverComes(byte[] input) throws IOException {
        try (RecordingReader reader = RecordingReader.open(new ByteArrayInputStream(input), "fuzz.csv")) {
            readRows(reader, input.length);
        } catch (RecordingFormatException refusal) {
            assertFalse(refusal.getMessage().isBlank());
            assertTrue(refusal.getMessage().contains("fuzz.csv"), refusal.getMessage());
        }
    }

    private static void readRows(RecordingReader reader, int bytes) throws IOException {
        assertFalse(reader.header().sensors().isEmpty());
        ImuSample sample = new ImuSample();
        long rows = 0;
        while (rows < MOST_ROWS && reader.next(sample)) {
            rows++;
            assertEquals(rows, reader.rows());
            assertTrue(sample.sensorIndex < reader.header().sensors().size());
            assertTrue(Double.isFinite(sample.accX) && Double.isFinite(sample.accY) && Double.isFinite(sample.accZ));
            assertTrue(Double.isFinite(sample.gyrX) && Double.isFinite(sample.gyrY) && Double.isFinite(sample.gyrZ));
        }
        assertTrue(rows * LEAST_ROW_BYTES <= (long) MOST_UNPACKED * bytes + LEAST_ROW_BYTES);
        assertTrue(reader.warnings().size() <= MOST_WARNINGS);
    }

    static Stream<byte[]> seeds() {
        String whole = RecordingText.HEADER + RecordingText.COLUMNS + RecordingText.ROWS;
        return Stream.of(
                RecordingText.utf8(whole),
                RecordingText.utf8(whole.replace("\n", "\r\n")),
                RecordingText.utf8("\uFEFF" + whole),
                RecordingText.gzip(RecordingText.utf8(whole)));
    }
}
