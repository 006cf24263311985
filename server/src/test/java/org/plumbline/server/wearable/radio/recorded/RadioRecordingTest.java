package org.plumbline.server.wearable.radio.recorded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.wearable.radio.RadioEvents;
import org.plumbline.server.wearable.radio.RadioState;
import org.plumbline.server.wearable.radio.recorded.RecordedEvent.Kind;

class RadioRecordingTest {
    private static final String ADDRESS = "C0:FF:EE:00:00:01";
    private static final UUID STREAM = UUID.fromString("ec4b0002-385d-47f2-b45a-74b88028b6b4");
    private static final String HEADER = RecordedLine.header("dbus");
    private static final String GOOD = "{\"nanos\":5,\"event\":\"notification\",\"address\":\"" + ADDRESS
            + "\",\"characteristic\":\"" + STREAM + "\",\"hex\":\"10ff\"}";

    @TempDir
    Path folder;

    @Test
    void everyKindOfLineIsReadAsItWasWritten() {
        for (RecordedEvent event : List.of(
                RecordedEvent.discovered(1, new DiscoveredDevice(ADDRESS, "Größe \"µ\"", -61, Set.of(STREAM))),
                RecordedEvent.state(2, ADDRESS, ConnectionState.DISCONNECTED, "out of reach"),
                RecordedEvent.radio(3, RadioState.LOST, "the bus died"),
                RecordedEvent.identifiers(4, ADDRESS, Set.of(STREAM)),
                RecordedEvent.value(5, Kind.SUBSCRIBE, ADDRESS, STREAM, new byte[0]),
                RecordedEvent.missing(-6, 12))) {
            String line = RecordedLine.write(event);
            RecordedEvent read = RecordedLine.read(line);
            assertEquals(line, RecordedLine.write(read));
            assertEquals(event.text(), read.text());
            assertEquals(event.reason(), read.reason());
            assertEquals(event.identifiers(), read.identifiers());
            assertEquals(event.number(), read.number());
            assertEquals(event.nanos(), read.nanos());
        }
        for (Kind kind : List.of(Kind.READ, Kind.WRITE, Kind.NOTIFICATION)) {
            RecordedEvent read = RecordedLine.read(
                    RecordedLine.write(RecordedEvent.value(7, kind, ADDRESS, STREAM, new byte[] {0, -1, 127})));
            assertEquals(kind, read.kind());
            assertEquals(STREAM, read.of());
            assertArrayEquals(new byte[] {0, -1, 127}, read.bytes());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nanos\":5,\"event\":\"notifi",
                "{\"nanos\":5,\"event\":\"telepathy\",\"address\":\"a\"}",
                "{\"nanos\":5,\"event\":\"notification\",\"address\":\"a\",\"characteristic\":\"x\",\"hex\":\"00\"}",
                "{\"nanos\":5,\"event\":\"state\",\"address\":\"a\",\"state\":\"DREAMING\"}",
                "{\"nanos\":\"soon\",\"event\":\"radio\",\"state\":\"LOST\"}",
                "{\"event\":\"radio\",\"state\":\"LOST\"}",
                "[]",
                "nonsense"
            })
    void aDamagedLineIsNamedByItsNumberAndWhatIsBeforeItIsKept(String bad) throws Exception {
        Path file = write(HEADER, GOOD, GOOD, bad, GOOD);
        RadioRecording recording = RadioRecording.read(file);
        assertEquals(2, recording.events().size());
        assertTrue(
                recording.damage().orElseThrow().contains("line 4"),
                recording.damage().toString());
        assertTrue(new ReplayRadio(file).probe().usable());
        assertTrue(new ReplayRadio(file).probe().reason().contains("line 4"));
    }

    @Test
    void bytesThatAreNoTextEndTheFileThere() throws Exception {
        Path file = write(HEADER, GOOD);
        Files.write(file, new byte[] {(byte) 0xC3, 0x28, '\n'}, java.nio.file.StandardOpenOption.APPEND);
        String said;
        try {
            said = RadioRecording.read(file).damage().orElse("");
        } catch (LinkException refused) {
            // a reader may meet the bad bytes together with the good ones before it
            said = refused.getMessage();
        }
        assertTrue(said.contains("cannot be read"), said);
    }

    @Test
    void whatIsNoRecordingIsRefusedWithTheReason() throws Exception {
        assertRefused(folder.resolve("nowhere.jsonl"), "cannot be read");
        assertRefused(write("time,x,y"), "no recording of notifications");
        assertRefused(write(""), "no recording of notifications");
        assertRefused(write(HEADER.replace("\"version\":1", "\"version\":2")), "version is 2");
        assertRefused(write(HEADER), "no device");
    }

    private void assertRefused(Path file, String words) {
        ReplayRadio radio = new ReplayRadio(file);
        assertFalse(radio.probe().usable());
        assertTrue(radio.probe().reason().contains(words), radio.probe().reason());
        LinkException refused = assertThrows(LinkException.class, () -> radio.open(new RadioEvents()));
        assertTrue(refused.getMessage().contains(words), refused.getMessage());
    }

    private Path write(String... lines) throws IOException {
        Path file = folder.resolve("recording.jsonl");
        Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        return file;
    }

    /** A disk that does not take anything until it is let. */
    private static final class StuckDisk extends Writer {
        final CountDownLatch free = new CountDownLatch(1);
        final StringWriter written = new StringWriter();

        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            try {
                if (!free.await(20, TimeUnit.SECONDS)) {
                    throw new IOException("stuck");
                }
            } catch (InterruptedException impatient) {
                throw new IOException(impatient);
            }
            written.write(characters, from, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void aSlowDiskDelaysNobodyAndTheFileSaysWhatIsMissing() {
        StuckDisk disk = new StuckDisk();
        RadioRecorder recorder = new RadioRecorder(disk, "dbus", 10);
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            recorder.tell(RecordedEvent.value(i, Kind.NOTIFICATION, ADDRESS, STREAM, new byte[1]));
        }
        assertTrue(System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(2));
        assertEquals(90, recorder.unwritten());
        disk.free.countDown();
        recorder.close();
        List<String> lines = disk.written.toString().lines().toList();
        assertEquals(HEADER, lines.get(0));
        long missing = lines.stream()
                .skip(1)
                .map(RecordedLine::read)
                .filter(event -> event.kind() == Kind.MISSING)
                .mapToLong(RecordedEvent::number)
                .sum();
        assertEquals(90, missing);
        assertEquals(
                10,
                lines.stream().filter(line -> line.contains("\"notification\"")).count());
    }

    @Test
    void aDiskThatBreaksIsNobodysTrouble() {
        Writer broken = new Writer() {
            @Override
            public void write(char[] characters, int from, int length) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        RadioRecorder recorder = new RadioRecorder(broken, "dbus", 10);
        recorder.close();
        recorder.tell(RecordedEvent.radio(1, RadioState.LOST, ""));
        assertTrue(recorder.unwritten() >= 1);
    }
}
