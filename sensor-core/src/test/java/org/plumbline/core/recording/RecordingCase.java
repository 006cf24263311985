package org.plumbline.core.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.plumbline.core.recording.RecordingText.COLUMNS;
import static org.plumbline.core.recording.RecordingText.HEADER;
import static org.plumbline.core.recording.RecordingText.ROWS;
import static org.plumbline.core.recording.RecordingText.gzip;
import static org.plumbline.core.recording.RecordingText.utf8;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DynamicTest;
import org.plumbline.core.recording.RecordingText.Outcome;

/** What tests of recordings share that are broken or odd. */
abstract class RecordingCase {
    /** A row in line 8, after two good ones. */
    static String withRow(String row) {
        return HEADER + COLUMNS + ROWS + row + "\n"
                + ROWS.replace(",0,9", ",9000,9").replace(",1000,", ",9500,");
    }

    /** A line in line 5 of the header. */
    static String withHeaderLine(String line) {
        return HEADER + line + "\n" + COLUMNS + ROWS;
    }

    static DynamicTest refused(String name, String text, String message) {
        return refused(name, utf8(text), message);
    }

    static DynamicTest refused(String name, byte[] bytes, String message) {
        return DynamicTest.dynamicTest(name + " is refused", () -> {
            Outcome outcome = RecordingText.read(bytes, "set.csv");
            assertNotNull(outcome.refusal(), "read without a refusal, " + outcome.warnings());
            assertEquals(message, outcome.refusal().getMessage());
            assertEquals(outcome.samples().size(), outcome.refusal().rowsKept());
        });
    }

    static DynamicTest accepted(String name, String text, String warning) {
        return accepted(name, utf8(text), 2, warning);
    }

    static DynamicTest accepted(String name, byte[] bytes, int rows, String warning) {
        return DynamicTest.dynamicTest(name + " is read with a warning", () -> {
            Outcome outcome = RecordingText.read(bytes, "set.csv");
            assertNull(outcome.refusal());
            assertEquals(rows, outcome.samples().size());
            assertEquals(Arrays.asList(warning), outcome.warnings());
        });
    }

    static byte[] cut(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    /** Many rows, so that gzip has several blocks. */
    static byte[] longGzip() {
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

    static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
