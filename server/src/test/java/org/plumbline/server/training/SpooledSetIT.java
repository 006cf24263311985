package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.server.support.OnBothDatabases;
import org.plumbline.server.web.Spoken;
import org.springframework.dao.TransientDataAccessResourceException;

/** What becomes of a set that waits in a file while the database does not answer, and of a file that is damaged. */
@OnBothDatabases
class SpooledSetIT extends RecorderCase {
    @TempDir
    Path folder;

    @Test
    void whileTheDatabaseDoesNotAnswerAllIsKeptInAFileAndWrittenAfterwards() throws IOException {
        SetRecorder recorder = recorder(Clock.systemUTC());
        samples(recorder, 0, CHUNK);
        store.failure = new TransientDataAccessResourceException("nobody answers");
        samples(recorder, CHUNK, 3 * CHUNK);
        recorder.message(Spoken.same("Meanwhile."), 2);
        Awaitility.await().atMost(PATIENCE).until(() -> recorder.trouble() != null);
        assertTrue(String.valueOf(recorder.trouble()).contains("Not saved yet: the database does not answer;"));
        recorder.spool(new SpoolFolder(folder, Long.MAX_VALUE));
        assertTrue(recorder.hasFile());
        assertEquals(0, inMemory.get(), "what stands in the file needs no memory");
        samples(recorder, 3 * CHUNK, 5 * CHUNK);
        assertFalse(recorder.end(SetState.FINISHED, null), "it is not saved, and does not say so");

        store.failure = null;
        assertTrue(recorder.awaitSaved(PATIENCE.toNanos()));
        assertNull(recorder.trouble());
        assertWhole(5 * CHUNK);
        assertEquals(List.of(new StoredMessage(2, "Meanwhile.")), log.messages(set));
        assertFalse(Files.exists(folder.resolve(set + SpoolFile.ENDING)));
        assertEquals(0, inMemory.get());
    }

    /** A set of which the database takes nothing. */
    private SetRecorder unanswered(int chunks) {
        SetRecorder recorder = recorder(Clock.systemUTC());
        store.failure = new TransientDataAccessResourceException("nobody answers");
        samples(recorder, 0, chunks * CHUNK);
        return recorder;
    }

    /** The server stops; the file it leaves of the set. */
    private Path leave(SetRecorder recorder) {
        Path spool = SERVER.dataDirectory().resolve("spool");
        recorder.leave(new SpoolFolder(spool, Long.MAX_VALUE));
        return spool.resolve(set + SpoolFile.ENDING);
    }

    @Test
    void whatAServerLeftInTheFileIsWrittenAtTheNextStart() throws IOException {
        SetRecorder recorder = unanswered(3);
        recorder.end(SetState.FINISHED, null);
        Path file = leave(recorder);
        assertEquals(SetState.RUNNING, log.find(set).orElseThrow().state());

        SERVER.bean(Spool.class).playIn();
        assertWhole(3 * CHUNK);
        assertFalse(Files.exists(file));
    }

    @Test
    void whatIsKeptOfASetThatIsGoneGoesToo() throws IOException {
        Path file = leave(unanswered(1));
        log.delete(set);
        SERVER.bean(Spool.class).playIn();
        assertFalse(Files.exists(file));
    }

    @Test
    void ofAFileThatWasDamagedWhatStandsBeforeIsWrittenAndTheFileIsKeptAside() throws IOException {
        Path file = leave(unanswered(3));
        damage(file);

        SERVER.bean(Spool.class).playIn();
        assertEquals(2 * CHUNK, storedTimes().size());
        assertEquals(List.of(new StoredMessage(0, SetStore.lost())), log.messages(set));
        assertFalse(Files.exists(file));
        assertTrue(Files.deleteIfExists(aside(file)));
    }

    @Test
    void ofAFileThatWasDamagedInItsMidstAndInItsHeadWhatStandsBehindIsWrittenToo() throws IOException {
        SetRecorder recorder = unanswered(3);
        recorder.end(SetState.FINISHED, null);
        Path file = leave(recorder);
        byte[] bytes = Files.readAllBytes(file);
        bytes[10] ^= 4;
        int first = 22 + 8 + ByteBuffer.wrap(bytes).getInt(22);
        bytes[first] ^= 1;
        bytes[first + 20] ^= 4;
        Files.write(file, bytes);

        SERVER.bean(Spool.class).playIn();
        assertEquals(2 * CHUNK, storedTimes().size());
        assertEquals(SetState.PARTIAL, log.find(set).orElseThrow().state(), "its end stood behind the damage");
        assertEquals(List.of(new StoredMessage(0, SetStore.lost())), log.messages(set));
        Path aside = aside(file);
        assertTrue(Files.exists(aside));
        assertEquals(
                List.of(aside.toString()),
                SERVER.bean(SpoolHealth.class).health().getDetails().get("unreadableFiles"));
        SERVER.bean(Spool.class).playIn();
        assertTrue(Files.exists(aside), "it is the person's to delete");

        log.delete(set);
        SERVER.bean(Spool.class).playIn();
        assertFalse(Files.exists(aside), "nothing of a set that is gone stays");
    }

    @Test
    void aFileThatIsDamagedWhileTheSetRunsIsKeptAside() throws IOException {
        SetRecorder recorder = unanswered(2);
        // it tries on with the first write and does not read the file meanwhile
        Awaitility.await().atMost(PATIENCE).until(() -> store.failures.get() > 1);
        recorder.spool(new SpoolFolder(folder, Long.MAX_VALUE));
        damage(folder.resolve(set + SpoolFile.ENDING));
        store.failure = null;
        assertTrue(recorder.end(SetState.FINISHED, null));
        assertEquals(CHUNK, storedTimes().size());
        assertEquals(SetState.PARTIAL, log.find(set).orElseThrow().state());
        assertTrue(Files.exists(folder.resolve(set + SpoolFile.ENDING + ".unreadable")));
    }

    @Test
    void ofAFileThatIsDamagedInItsMidstWhileTheSetRunsAllElseIsWritten() throws IOException {
        SetRecorder recorder = unanswered(3);
        Awaitility.await().atMost(PATIENCE).until(() -> store.failures.get() > 1);
        recorder.spool(new SpoolFolder(folder, Long.MAX_VALUE));
        Path file = folder.resolve(set + SpoolFile.ENDING);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
        store.failure = null;
        assertTrue(recorder.end(SetState.FINISHED, null));
        assertEquals(2 * CHUNK, storedTimes().size());
        assertEquals(SetStore.lost(), recorder.trouble());
        assertEquals(SetState.PARTIAL, log.find(set).orElseThrow().state());
        assertFalse(Files.exists(file));
        assertTrue(Files.exists(folder.resolve(set + SpoolFile.ENDING + ".unreadable")));
    }

    @Test
    void ofAnAbandonedSetNothingIsWrittenAnyMore() throws IOException {
        SetRecorder recorder = unanswered(2);
        recorder.spool(new SpoolFolder(folder, Long.MAX_VALUE));
        samples(recorder, 2 * CHUNK, 3 * CHUNK);
        recorder.abandon();
        store.failure = null;
        assertEquals(0, inMemory.get());
        assertFalse(Files.exists(folder.resolve(set + SpoolFile.ENDING)));
        assertEquals(List.of(), storedTimes());
        assertFalse(recorder.awaitSaved(0));
        log.delete(set);
    }

    private static Path aside(Path file) {
        return file.resolveSibling(file.getFileName() + ".unreadable");
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 4;
        Files.write(file, bytes);
    }
}
