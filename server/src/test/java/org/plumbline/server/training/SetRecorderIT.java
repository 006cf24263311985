package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.OnBothDatabases;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.web.Spoken;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.server.ResponseStatusException;

/** What becomes of a set whose writes fail. */
@OnBothDatabases
class SetRecorderIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final int CHUNK = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final TrainingLog log = SERVER.bean(TrainingLog.class);
    private final AtomicLong inMemory = new AtomicLong();
    private final FailingStore store = new FailingStore();
    private UUID set;

    @BeforeEach
    void begin() {
        Person you = SERVER.person();
        RecordingHeader header = new RecordingHeader(
                "Holes",
                "deadlift",
                null,
                null,
                List.of(new SensorDescription(SensorPlacement.THORAX, 100, "")),
                List.of(),
                Map.of());
        NewSet plan = new NewSet("deadlift", "Holes", SetSource.SIMULATED, false, true, null, header);
        set = log.begin(you, plan).setId();
    }

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

    @Test
    void whatAServerLeftInTheFileIsWrittenAtTheNextStart() throws IOException {
        SetRecorder recorder = recorder(Clock.systemUTC());
        store.failure = new TransientDataAccessResourceException("nobody answers");
        samples(recorder, 0, 3 * CHUNK);
        recorder.end(SetState.FINISHED, null);
        Path spool = SERVER.dataDirectory().resolve("spool");
        recorder.leave(new SpoolFolder(spool, Long.MAX_VALUE));
        assertEquals(SetState.RUNNING, log.find(set).orElseThrow().state());

        SERVER.bean(Spool.class).playIn();
        assertWhole(3 * CHUNK);
        assertFalse(Files.exists(spool.resolve(set + SpoolFile.ENDING)));
    }

    @Test
    void whatIsKeptOfASetThatIsGoneGoesToo() throws IOException {
        SetRecorder recorder = recorder(Clock.systemUTC());
        store.failure = new TransientDataAccessResourceException("nobody answers");
        samples(recorder, 0, CHUNK);
        Path spool = SERVER.dataDirectory().resolve("spool");
        recorder.leave(new SpoolFolder(spool, Long.MAX_VALUE));
        log.delete(set);
        SERVER.bean(Spool.class).playIn();
        assertFalse(Files.exists(spool.resolve(set + SpoolFile.ENDING)));
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
    void ofAFileThatWasDamagedWhatStandsBeforeIsWrittenAndTheFileIsKeptAside() throws IOException {
        SetRecorder recorder = recorder(Clock.systemUTC());
        store.failure = new TransientDataAccessResourceException("nobody answers");
        samples(recorder, 0, 3 * CHUNK);
        Path spool = SERVER.dataDirectory().resolve("spool");
        recorder.leave(new SpoolFolder(spool, Long.MAX_VALUE));
        damage(spool.resolve(set + SpoolFile.ENDING));

        SERVER.bean(Spool.class).playIn();
        assertEquals(2 * CHUNK, storedTimes().size());
        assertEquals(List.of(new StoredMessage(0, SetStore.lost())), log.messages(set));
        assertFalse(Files.exists(spool.resolve(set + SpoolFile.ENDING)));
        assertTrue(Files.deleteIfExists(spool.resolve(set + SpoolFile.ENDING + ".unreadable")));
    }

    @Test
    void ofAFileThatWasDamagedInItsMidstAndInItsHeadWhatStandsBehindIsWrittenToo() throws IOException {
        SetRecorder recorder = recorder(Clock.systemUTC());
        store.failure = new TransientDataAccessResourceException("nobody answers");
        samples(recorder, 0, 3 * CHUNK);
        recorder.end(SetState.FINISHED, null);
        Path spool = SERVER.dataDirectory().resolve("spool");
        recorder.leave(new SpoolFolder(spool, Long.MAX_VALUE));
        Path file = spool.resolve(set + SpoolFile.ENDING);
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
        Path aside = spool.resolve(set + SpoolFile.ENDING + ".unreadable");
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
        SetRecorder recorder = recorder(Clock.systemUTC());
        store.failure = new TransientDataAccessResourceException("nobody answers");
        samples(recorder, 0, 2 * CHUNK);
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
        SetRecorder recorder = recorder(Clock.systemUTC());
        store.failure = new TransientDataAccessResourceException("nobody answers");
        samples(recorder, 0, 3 * CHUNK);
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
        SetRecorder recorder = recorder(Clock.systemUTC());
        store.failure = new TransientDataAccessResourceException("nobody answers");
        samples(recorder, 0, 2 * CHUNK);
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
        JumpingClock clock = new JumpingClock(start);
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

    private SetRecorder recorder(Clock clock) {
        Instant start = log.find(set).orElseThrow().startedAt();
        SetRecorder recorder = new SetRecorder(
                set,
                new Backlog(set, inMemory),
                store,
                new SetRecorder.Pace(Long.MAX_VALUE, CHUNK, false, 20),
                new SetTime(clock, start),
                () -> false,
                saved -> {});
        recorder.start();
        return recorder;
    }

    private static void samples(SetRecorder recorder, int from, int to) {
        ImuSample sample = new ImuSample();
        for (int i = from; i < to; i++) {
            sample.timeMicros = i;
            recorder.sample(sample);
        }
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 4;
        Files.write(file, bytes);
    }

    private void assertWhole(int samples) throws IOException {
        assertEquals(SetState.FINISHED, log.find(set).orElseThrow().state());
        List<Long> times = storedTimes();
        assertEquals(samples, times.size());
        for (int i = 0; i < samples; i++) {
            assertEquals(i, times.get(i));
        }
    }

    private List<Long> storedTimes() throws IOException {
        List<Long> times = new ArrayList<>();
        StoredSamples samples = log.samples(log.find(set).orElseThrow());
        ImuSample sample = new ImuSample();
        while (samples.next(sample)) {
            times.add(sample.timeMicros);
        }
        return times;
    }

    /** Fails while there is a failure. */
    private static final class FailingStore extends SetStore {
        private final AtomicLong failures = new AtomicLong();
        private volatile @Nullable RuntimeException failure;
        private volatile int failsOnlyChunk = -1;
        private final AtomicInteger endsToRefuse = new AtomicInteger();
        private final AtomicInteger summaries = new AtomicInteger();
        private volatile @Nullable RuntimeException summaryFailure;

        FailingStore() {
            super(
                    SERVER.bean(SetRepository.class),
                    SERVER.bean(RepetitionRepository.class),
                    SERVER.bean(SampleRepository.class),
                    SERVER.bean(SummaryWriting.class),
                    SERVER.bean(JdbcClient.class),
                    SERVER.bean(JdbcTemplate.class));
        }

        @Override
        void store(UUID setId, SetWrite write, boolean again) {
            if (write instanceof SetWrite.End && endsToRefuse.getAndDecrement() > 0) {
                throw new TransientDataAccessResourceException("not now");
            }
            RuntimeException thrown = failure;
            boolean meant = failsOnlyChunk < 0
                    || (write instanceof SetWrite.Samples samples && samples.number() == failsOnlyChunk);
            if (thrown != null && meant) {
                failures.incrementAndGet();
                throw thrown;
            }
            super.store(setId, write, again);
        }

        @Override
        void writeSummary(UUID setId) {
            summaries.incrementAndGet();
            RuntimeException thrown = summaryFailure;
            if (thrown != null) {
                throw thrown;
            }
            super.writeSummary(setId);
        }
    }

    private static final class JumpingClock extends Clock {
        private volatile Instant now;

        JumpingClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
