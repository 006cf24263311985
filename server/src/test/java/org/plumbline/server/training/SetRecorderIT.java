package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.FlagName;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.OnBothDatabases;
import org.plumbline.server.support.SetClock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.server.ResponseStatusException;

/** What becomes of a set whose writes fail. */
@OnBothDatabases
class SetRecorderIT extends RecorderCase {
    @Test
    void aWriteThatCanNeverSucceedDoesNotStopTheOthersAndTheSetSaysThatItIsPartial() throws IOException {
        store.failure = new IllegalStateException("a mistake of ours");
        store.failsOnlyChunk = 1;
        SetRecorder recorder = recorder(Clock.systemUTC());
        samples(recorder, 0, 3 * CHUNK);
        assertTrue(recorder.end(SetState.FINISHED, null));
        assertEquals(SetStore.lost(), recorder.trouble());
        assertEquals(SetState.PARTIAL, log.find(set).orElseThrow().state());
        assertEquals(List.of(new StoredMessage(0, SetStore.lost())), log.messages(set));
        List<Long> times = storedTimes();
        assertEquals(2 * CHUNK, times.size(), "what stands behind the hole is read too");
        assertEquals(2L * CHUNK, times.get(CHUNK));
    }

    @Test
    void aSetThatIsGoneFromTheLogIsLetGoOfAtOnce() {
        SetRecorder recorder = recorder(Clock.systemUTC());
        samples(recorder, 0, CHUNK);
        log.delete(set);
        samples(recorder, CHUNK, 3 * CHUNK);
        Awaitility.await().atMost(PATIENCE).until(recorder::isGone);
        assertFalse(recorder.end(SetState.FINISHED, null), "it is not saved, and does not say so");
        assertTrue(recorder.isLeft(), "nobody waits for it to be saved");
        assertNull(recorder.trouble(), "nothing is wrong with the database");
        assertEquals(0, inMemory.get());
    }

    @Test
    void aSetOfSomebodyWhoIsGoneIsNotBegunAndItIsSaid() {
        Person gone = new Person(UUID.randomUUID(), "Gone", LoadUnit.KG, Set.of(Role.LIFTER), false);
        NewSet plan = new NewSet(
                "deadlift",
                "Nobody's",
                SetSource.SIMULATED,
                false,
                true,
                null,
                log.find(set).orElseThrow().header());
        ResponseStatusException told = assertThrows(ResponseStatusException.class, () -> log.begin(gone, plan));
        assertEquals(HttpStatus.NOT_FOUND, told.getStatusCode());
        assertTrue(String.valueOf(told.getReason()).startsWith("This account was erased"), told.getReason());
    }

    /** As an embedded database does that finds its disk full: what it took last is gone. */
    private SetRecorder recorderWhoseSecondChunkTheDatabaseDropped() throws IOException {
        SetRecorder recorder = recorder(Clock.systemUTC());
        samples(recorder, 0, 2 * CHUNK);
        Awaitility.await().atMost(PATIENCE).until(() -> storedTimes().size() == 2 * CHUNK);
        SERVER.bean(JdbcClient.class)
                .sql("delete from sample_chunk where set_id = :set and chunk_number = 1")
                .param("set", set)
                .update();
        return recorder;
    }

    @Test
    void whatTheDatabaseDroppedWhenItFailedIsWrittenAgain() throws IOException {
        SetRecorder recorder = recorderWhoseSecondChunkTheDatabaseDropped();
        store.failure = new TransientDataAccessResourceException("the disk is full");
        samples(recorder, 2 * CHUNK, 3 * CHUNK);
        Awaitility.await().atMost(PATIENCE).until(() -> store.failures.get() > 0);
        store.failure = null;
        assertTrue(recorder.end(SetState.FINISHED, null));
        assertWhole(3 * CHUNK);
    }

    @Test
    void whatTheDatabaseDroppedWhenItRefusedTheEndIsWrittenBeforeIt() throws IOException {
        SetRecorder recorder = recorderWhoseSecondChunkTheDatabaseDropped();
        store.endsToRefuse.set(1);
        assertTrue(recorder.end(SetState.FINISHED, null));
        assertWhole(2 * CHUNK);
        assertNull(recorder.trouble());
    }

    @Test
    void aSetThatCannotBeSummedUpIsWholeAllTheSame() throws IOException {
        store.summaryFailure = new DuplicateKeyException("the lifter says how hard it was at this moment");
        SetRecorder recorder = recorder(Clock.systemUTC());
        samples(recorder, 0, CHUNK);
        assertTrue(recorder.end(SetState.FINISHED, null));
        assertEquals(List.of(), log.messages(set));
        assertNull(recorder.trouble());
        assertWhole(CHUNK);
        assertEquals(3, store.summaries.get());
    }

    @Test
    void aSetThatHasNotAllItsSamplesSaysSo() {
        SetRecorder recorder = recorder(Clock.systemUTC());
        samples(recorder, 0, CHUNK);
        Awaitility.await().atMost(PATIENCE).until(() -> storedTimes().size() == CHUNK);
        SERVER.bean(JdbcClient.class)
                .sql("delete from sample_chunk where set_id = :set")
                .param("set", set)
                .update();
        recorder.end(SetState.FINISHED, null);
        assertEquals(SetState.PARTIAL, log.find(set).orElseThrow().state());
    }

    @Test
    void whatIsWrittenTwiceIsThereOnce() throws IOException {
        SetStore real = SERVER.bean(SetStore.class);
        StoredFlag early = new StoredFlag(1, LogRows.flag(FlagName.TEMPO, 2));
        List<SetWrite> writes = List.of(
                new SetWrite.Flag(early),
                new SetWrite.Repetition(LogRows.repetition(1, 40, LogRows.flag(FlagName.TEMPO, 2))),
                new SetWrite.Flag(new StoredFlag(0, LogRows.flag(FlagName.SPEED_LOSS, 1))),
                new SetWrite.Message(new StoredMessage(3, "Once.")));
        writes.forEach(write -> real.store(set, write, false));
        writes.forEach(write -> real.store(set, write, true));
        assertEquals(1, log.repetitions(set).size());
        assertEquals(2, log.flags(set).size(), log.flags(set).toString());
        assertEquals(1, log.messages(set).size());
        real.store(set, new SetWrite.End(SetState.FINISHED, Instant.now(), 0, null), false);
    }

    @Test
    void theClockOnTheWallMayJumpWhileASetRuns() {
        Instant start = log.find(set).orElseThrow().startedAt();
        SetClock clock = new SetClock(start);
        SetRecorder recorder = recorder(clock);
        samples(recorder, 0, CHUNK);
        recorder.repetition(
                LogRows.repetition(1, 40).result(), LogRows.repetition(1, 40).curves());
        clock.now = start.minus(Duration.ofDays(400));
        recorder.repetition(
                LogRows.repetition(2, 40).result(), LogRows.repetition(2, 40).curves());
        clock.now = start.plus(Duration.ofDays(20_000));
        recorder.end(SetState.FINISHED, null);
        Instant ended = log.find(set).orElseThrow().endedAt();
        List<StoredRepetition> repetitions = log.repetitions(set);
        assertFalse(ended.isBefore(repetitions.get(1).completedAt()));
        assertFalse(repetitions.get(1).completedAt().isBefore(repetitions.get(0).completedAt()));
        assertFalse(repetitions.get(0).completedAt().isBefore(start));
        assertTrue(Duration.between(start, ended).compareTo(Duration.ofMinutes(1)) < 0, start + " to " + ended);
    }
}
