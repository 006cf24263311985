package org.plumbline.core.recording;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plumbline.core.recording.RecordingText.COLUMNS;
import static org.plumbline.core.recording.RecordingText.HEADER;
import static org.plumbline.core.recording.RecordingText.ROWS;
import static org.plumbline.core.recording.RecordingText.gzip;
import static org.plumbline.core.recording.RecordingText.read;
import static org.plumbline.core.recording.RecordingText.utf8;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.recording.RecordingText.Outcome;

class RecordingReaderTest {
    private static RecordingReader open(String text) throws IOException {
        return RecordingReader.open(new ByteArrayInputStream(utf8(text)), "set.csv");
    }

    @Test
    void readsEveryColumnOfARow() {
        Outcome outcome = read(HEADER + COLUMNS + ROWS);

        assertNull(outcome.refusal());
        assertEquals(List.of(), outcome.warnings());
        assertEquals(2, outcome.samples().size());
        ImuSample second = outcome.samples().get(1);
        assertEquals(1, second.sensorIndex);
        assertEquals(1000, second.timeMicros);
        assertEquals(ImuSample.NO_ARRIVAL, second.arrivalMicros);
        assertArrayEquals(
                new double[] {9.80, 0.1, 0.4, 0, 0.5, -0.001},
                new double[] {second.accX, second.accY, second.accZ, second.gyrX, second.gyrY, second.gyrZ});
    }

    @Test
    void readsTheArrivalTimeWhereThereIsOne() {
        Outcome outcome = read(
                HEADER + COLUMNS.trim() + ",arrival_us\n" + "pelvis,0,0,0,9.81,0,0,0,5000\nthorax,0,0,0,9.81,0,0,0,\n");

        assertNull(outcome.refusal());
        assertEquals(5000, outcome.samples().get(0).arrivalMicros);
        assertEquals(ImuSample.NO_ARRIVAL, outcome.samples().get(1).arrivalMicros);
    }

    @Test
    void readsEveryKeyOfTheHeader() throws IOException {
        String text = """
                # trunk-imu-recording: 1
                # title: Deadlift: third set
                # exercise: deadlift
                # subject: P01
                # load_kg: 102.5
                # gym: Halle 3
                # sensor: upper_thorax rate_hz=99.5 note=between the shoulder blades, rate_hz=1
                # sensor: bar
                # mark: neutral 0.000 2.5
                # mark: walk 4 5
                """ + COLUMNS + "bar,0,0,0,9.81,0,0,0\n";
        try (RecordingReader reader = open(text)) {
            RecordingHeader header = reader.header();
            assertEquals("Deadlift: third set", header.title());
            assertEquals("deadlift", header.exercise());
            assertEquals("P01", header.subject());
            assertEquals(102.5, header.loadKg());
            assertEquals(Map.of("gym", "Halle 3"), header.otherKeys());
            assertEquals(
                    List.of(
                            new SensorDescription(
                                    SensorPlacement.UPPER_THORAX, 99.5, "between the shoulder blades, rate_hz=1"),
                            new SensorDescription(SensorPlacement.BAR, Double.NaN, "")),
                    header.sensors());
            assertEquals(
                    List.of(new RecordingMark("neutral", 0, 2.5), new RecordingMark("walk", 4, 5)), header.marks());
        }
    }

    @Test
    void readsGzipWhateverTheNameOfTheFile() {
        Outcome outcome = read(gzip(utf8(HEADER + COLUMNS + ROWS)), "set.csv");

        assertNull(outcome.refusal());
        assertEquals(2, outcome.samples().size());
    }

    @Test
    void countsRowsAndSaysTheSameRefusalAgain() throws IOException {
        try (RecordingReader reader = open(HEADER + COLUMNS + ROWS + "nonsense\n" + ROWS)) {
            ImuSample sample = new ImuSample();
            assertTrue(reader.next(sample));
            assertTrue(reader.next(sample));
            assertEquals(2, reader.rows());
            RecordingFormatException first =
                    assertThrows(RecordingFormatException.class, () -> reader.next(new ImuSample()));
            assertSame(first, assertThrows(RecordingFormatException.class, () -> reader.next(new ImuSample())));
            assertEquals(2, first.rowsKept());
            assertEquals(8, first.line());
            assertEquals("set.csv", first.file());
        }
    }

    @Test
    void staysAtTheEnd() throws IOException {
        try (RecordingReader reader = open(HEADER + COLUMNS + "pelvis,0,0,0,9.81,0,0,0\n")) {
            ImuSample sample = new ImuSample();
            assertTrue(reader.next(sample));
            assertFalse(reader.next(sample));
            assertFalse(reader.next(sample));
        }
    }

    @Test
    void closesTheStreamWhereTheHeaderIsMalformed() {
        boolean[] closed = new boolean[1];
        FilterInputStream in = new FilterInputStream(new ByteArrayInputStream(utf8("hello\n"))) {
            @Override
            public void close() throws IOException {
                closed[0] = true;
                super.close();
            }
        };

        assertThrows(RecordingFormatException.class, () -> RecordingReader.open(in, "set.csv"));
        assertTrue(closed[0]);
    }

    @Test
    void readsRowsThatStandAcrossTheBordersOfItsBuffers() {
        StringBuilder text = new StringBuilder(HEADER + COLUMNS);
        int rows = 20_000;
        for (int i = 0; i < rows; i++) {
            text.append("pelvis,")
                    .append(i * 10_000L)
                    .append(",0.12")
                    .append(i % 1000)
                    .append(",0,9.81,0,0,0\r\n");
        }
        Outcome outcome = read(text.toString());

        assertNull(outcome.refusal());
        assertEquals(rows, outcome.samples().size());
        assertEquals((rows - 1) * 10_000L, outcome.samples().get(rows - 1).timeMicros);
    }
}
