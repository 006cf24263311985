package org.plumbline.core.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;

class RecordingMemoryTest {
    /** A training session of two hours with two sensors at 100 Hz. */
    private static final int ROWS = 2 * 3600 * 2 * 100;

    /** Makes the text of a recording as it is read; nothing of it is ever held. */
    private static final class EndlessRecording extends InputStream {
        private static final byte[][] NAMES = {
            "pelvis".getBytes(StandardCharsets.US_ASCII), "thorax".getBytes(StandardCharsets.US_ASCII)
        };

        private final byte[] row = "pelvis,0000000000,9.81000,-0.12345,0.50000,0.01000,-0.02000,0.00312\n"
                .getBytes(StandardCharsets.US_ASCII);
        private final int rows;
        private byte[] current = (RecordingText.HEADER + RecordingText.COLUMNS).getBytes(StandardCharsets.US_ASCII);
        private int position;
        private int made;

        EndlessRecording(int rows) {
            this.rows = rows;
        }

        @Override
        public int read() {
            if (position == current.length) {
                if (made == rows) {
                    return -1;
                }
                makeRow();
            }
            return current[position++];
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = 0;
            while (count < length) {
                int value = read();
                if (value < 0) {
                    return count == 0 ? -1 : count;
                }
                into[offset + count++] = (byte) value;
            }
            return count;
        }

        private void makeRow() {
            long micros = made / 2 * 10_000L;
            byte[] name = NAMES[made % 2];
            System.arraycopy(name, 0, row, 0, name.length);
            for (int i = 16; i > 6; i--) {
                row[i] = (byte) ('0' + micros % 10);
                micros /= 10;
            }
            made++;
            current = row;
            position = 0;
        }
    }

    private static long allocatedBytes() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void readsTwoHoursOfTwoSensorsInConstantMemory() throws IOException {
        ImuSample sample = new ImuSample();
        long before = allocatedBytes();
        try (RecordingReader reader = RecordingReader.open(new EndlessRecording(ROWS), "two-hours.csv")) {
            while (reader.next(sample)) {
                // only counted
            }
            assertEquals(ROWS, reader.rows());
        }
        long reading = allocatedBytes() - before;
        assertEquals(7_199_990_000L, sample.timeMicros);
        assertTrue(reading < 2_000_000, "reading allocated " + reading + " bytes over " + ROWS + " rows");
    }

    @Test
    void refusesALineThatNeverEndsWithoutHoldingIt() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        };

        RecordingFormatException refusal =
                assertThrows(RecordingFormatException.class, () -> RecordingReader.open(endless, "endless.csv"));
        assertTrue(refusal.getMessage().contains("line 1: expected a line of at most 16384 bytes"));
    }

    @Test
    void refusesAHeaderThatNeverEnds() {
        byte[] line = "# key: value\n".getBytes(StandardCharsets.US_ASCII);
        InputStream endless = new InputStream() {
            private int position;

            @Override
            public int read() {
                return line[position++ % line.length];
            }
        };

        RecordingFormatException refusal =
                assertThrows(RecordingFormatException.class, () -> RecordingReader.open(endless, "endless.csv"));
        assertTrue(refusal.getMessage().contains("expected a header of at most 1 MiB"));
    }
}
