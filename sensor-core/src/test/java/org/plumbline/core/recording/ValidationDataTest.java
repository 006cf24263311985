package org.plumbline.core.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;

/** Recordings of real people, which are not part of the project: set VALIDATION_DATA to the folder that holds them. */
class ValidationDataTest {
    private static String folder() {
        String property = System.getProperty("VALIDATION_DATA");
        return property != null ? property : System.getenv("VALIDATION_DATA");
    }

    private static boolean isRecording(Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readNBytes(21), StandardCharsets.US_ASCII).equals("# trunk-imu-recording");
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Test
    void everyRecordingOfARealPersonIsReadWithoutAWarning() throws IOException {
        assumeTrue(folder() != null, "VALIDATION_DATA is not set: no recordings of real people to read");
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(folder()))) {
            files = all.filter(file -> file.getFileName().toString().endsWith(".csv.gz"))
                    .filter(ValidationDataTest::isRecording)
                    .toList();
        }
        assertTrue(!files.isEmpty(), "no recording below " + folder());
        ImuSample sample = new ImuSample();
        for (Path file : files) {
            try (RecordingReader reader = RecordingReader.open(file)) {
                while (reader.next(sample)) {
                    // only read
                }
                assertTrue(reader.rows() > 0);
                assertEquals(List.of(), reader.warnings(), file.getFileName().toString());
            }
        }
    }
}
