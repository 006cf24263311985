package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.form.FlagName;

class SpoolFileTest {
    private static final UUID SET = UUID.randomUUID();
    private static final int HEADER_BYTES = 22;
    private static final int CHUNK_BYTES = 60;
    /** Length, checksum, kind, number, count, and the length of the samples. */
    private static final int CHUNK_RECORD_BYTES = 4 + 4 + 1 + 4 + 4 + 4 + CHUNK_BYTES;

    @TempDir
    Path folder;

    @Test
    void everyKindOfWriteComesBackAsItWas() throws IOException {
        StoredRepetition repetition = LogRows.repetition(3, 41.5, LogRows.flag(FlagName.TWIST_UNDER_LOAD, 2));
        StoredFlag flag = new StoredFlag(3, LogRows.flag(FlagName.TEMPO, 1));
        StoredMessage message = new StoredMessage(12.5, "Löwe – “quoted”");
        SetWrite.End end =
                new SetWrite.End(SetState.INTERRUPTED, Instant.parse("2026-03-02T17:00:00.123456Z"), 7, null);
        try (SpoolFile file = SpoolFile.create(folder, SET)) {
            file.append(List.of(
                    new SetWrite.Samples(4, 1, new byte[] {1, 2, 3}),
                    new SetWrite.Repetition(repetition),
                    new SetWrite.Flag(flag)));
            file.append(List.of(new SetWrite.Message(message), new SetWrite.Begun(77), end));
        }

        List<SetWrite> back = read();

        SetWrite.Samples samples = (SetWrite.Samples) back.get(0);
        assertEquals(4, samples.number());
        assertArrayEquals(new byte[] {1, 2, 3}, samples.payload());
        StoredRepetition read = ((SetWrite.Repetition) back.get(1)).repetition();
        assertEquals(repetition.result(), read.result());
        assertEquals(repetition.completedAt(), read.completedAt());
        assertArrayEquals(
                repetition.curves().trunkInclinationDeg(), read.curves().trunkInclinationDeg());
        assertEquals(
                List.of(new SetWrite.Flag(flag), new SetWrite.Message(message), new SetWrite.Begun(77), end),
                back.subList(2, 6));
    }

    @Test
    void theCourseOfAHoldComesBackAndARepetitionThatAnEarlierVersionSpooledHasNone() throws IOException {
        StoredRepetition repetition = LogRows.held(3, 4.5);
        byte[] now = new SetWrite.Repetition(repetition).encode();
        assertArrayEquals(
                new double[] {4.5},
                ((SetWrite.Repetition) SetWrite.decode(now))
                        .repetition()
                        .curves()
                        .holdSagDeg());
        byte[] before = java.util.Arrays.copyOf(now, now.length - Integer.BYTES - Float.BYTES);
        assertEquals(
                0,
                ((SetWrite.Repetition) SetWrite.decode(before))
                        .repetition()
                        .curves()
                        .holdSagDeg()
                        .length);
    }

    @Test
    void ofAFileThatAKillCutShortAllButTheLastIsRead() throws IOException {
        try (SpoolFile file = SpoolFile.create(folder, SET)) {
            file.append(List.of(new SetWrite.Begun(1), new SetWrite.Begun(2)));
        }
        byte[] whole = Files.readAllBytes(path());
        for (int cut = 1; cut < 16; cut++) {
            Files.write(path(), java.util.Arrays.copyOf(whole, whole.length - cut));
            assertEquals(List.of(new SetWrite.Begun(1)), read(), "cut by " + cut);
        }
    }

    @Test
    void aByteThatChangedIsNotTakenForAMeasurement() throws IOException {
        try (SpoolFile file = SpoolFile.create(folder, SET)) {
            file.append(List.of(new SetWrite.Begun(1), new SetWrite.Samples(0, 1, new byte[100])));
        }
        byte[] changed = Files.readAllBytes(path());
        changed[changed.length - 50] ^= 4;
        Files.write(path(), changed);
        assertThrows(IOException.class, this::read, "nor for the end of the file");
        changed[22] = 127;
        Files.write(path(), changed);
        assertThrows(IOException.class, this::read, "no write is that large");
    }

    @Test
    void behindBytesThatWereChangedTheReadingGoesOnAndSaysSo() throws IOException {
        List<SetWrite> writes = chunks(5);
        for (int changed = 0; changed < CHUNK_RECORD_BYTES; changed++) {
            spool(writes);
            change(HEADER_BYTES + 2 * CHUNK_RECORD_BYTES + changed);
            try (SpoolFile file = SpoolFile.open(path())) {
                List<SetWrite> read = new ArrayList<>();
                boolean lost = readThrough(file, read);
                boolean lengthOnly = changed < 4;
                assertEquals(lengthOnly ? 5 : 4, read.size(), "byte " + changed);
                assertEquals(!lengthOnly, lost, "byte " + changed);
                assertEquals(4, ((SetWrite.Samples) read.get(read.size() - 1)).number(), "byte " + changed);
                assertTrue(file.damage() != null, "byte " + changed);
            }
        }
    }

    @Test
    void aChangedLengthOfTheLastWriteIsNotTakenForOneThatWasCutShort() throws IOException {
        for (int changed = 0; changed < 4; changed++) {
            spool(chunks(2));
            change(HEADER_BYTES + CHUNK_RECORD_BYTES + changed);
            try (SpoolFile file = SpoolFile.open(path())) {
                List<SetWrite> read = new ArrayList<>();
                assertFalse(readThrough(file, read));
                assertEquals(2, read.size(), "byte " + changed);
                assertTrue(file.damage() != null);
            }
        }
    }

    @Test
    void ofWhichSetItIsItsNameSaysWhateverBecameOfItsHead() throws IOException {
        for (int changed = 0; changed < HEADER_BYTES; changed++) {
            spool(chunks(2));
            change(changed);
            if (changed == 4 || changed == 5) {
                assertThrows(IOException.class, () -> SpoolFile.open(path()), "it may be of another version");
                continue;
            }
            try (SpoolFile file = SpoolFile.open(path())) {
                assertEquals(SET, file.setId());
                assertEquals("its head was changed", file.damage());
                assertFalse(readThrough(file, new ArrayList<>()));
            }
        }
    }

    @Test
    void zerosBehindTheLastWriteAreDamageAndNoEnd() throws IOException {
        spool(chunks(2));
        Files.write(path(), new byte[500], StandardOpenOption.APPEND);
        assertThrows(IOException.class, this::read);
    }

    private static List<SetWrite> chunks(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> (SetWrite) new SetWrite.Samples(number, 1, new byte[CHUNK_BYTES]))
                .toList();
    }

    private void spool(List<SetWrite> writes) throws IOException {
        try (SpoolFile file = SpoolFile.create(folder, SET)) {
            file.append(writes);
        }
    }

    private void change(int at) throws IOException {
        byte[] bytes = Files.readAllBytes(path());
        bytes[at] ^= 4;
        Files.write(path(), bytes);
    }

    /** @return whether something before a write could not be read */
    private static boolean readThrough(SpoolFile file, List<SetWrite> read) throws IOException {
        boolean lost = false;
        for (SpoolFile.Spooled next = file.first(); next != null; next = file.first()) {
            lost |= next.afterLoss();
            read.add(next.write());
            file.done(next);
        }
        assertTrue(file.isReadThrough());
        return lost;
    }

    @Test
    void aFileThatIsSetAsideTakesThePlaceOfNoOther() throws IOException {
        Files.writeString(path(), "one");
        Path one = SpoolFile.setAside(path());
        Files.writeString(path(), "two");
        Path two = SpoolFile.setAside(path());
        assertTrue(SpoolFile.isAside(one) && SpoolFile.isAside(two));
        assertEquals(SET, SpoolFile.named(two).orElseThrow());
        assertEquals("one", Files.readString(one));
        assertEquals("two", Files.readString(two));
        assertFalse(Files.exists(path()));
    }

    @Test
    void whatIsNoSpoolFileIsRefused() throws IOException {
        Files.writeString(path(), "something else altogether");
        assertThrows(IOException.class, () -> SpoolFile.open(path()));
    }

    @Test
    void whereTheFolderIsFullTheFileStaysAsItWas() throws IOException {
        SpoolFolder small = new SpoolFolder(folder, 10);
        try (SpoolFile file = small.create(SET)) {
            small.append(file, List.of(new SetWrite.Begun(1)));
            assertThrows(IOException.class, () -> small.append(file, List.of(new SetWrite.Begun(2))));
        }
        assertEquals(List.of(new SetWrite.Begun(1)), read());
    }

    @Test
    void isReadThroughOnceEverythingWasDone() throws IOException {
        try (SpoolFile file = SpoolFile.create(folder, SET)) {
            file.append(List.of(new SetWrite.Begun(1)));
            assertFalse(file.isReadThrough());
            file.done(file.first());
            assertTrue(file.isReadThrough());
            file.delete();
        }
        assertFalse(Files.exists(path()));
    }

    private Path path() {
        return folder.resolve(SET + SpoolFile.ENDING);
    }

    private List<SetWrite> read() throws IOException {
        try (SpoolFile file = SpoolFile.open(path())) {
            assertEquals(SET, file.setId());
            List<SetWrite> read = new ArrayList<>();
            for (SpoolFile.Spooled next = file.first(); next != null; next = file.first()) {
                read.add(next.write());
                file.done(next);
            }
            return read;
        }
    }
}
