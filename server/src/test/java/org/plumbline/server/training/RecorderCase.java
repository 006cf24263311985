package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A set that is being recorded into a store that can be made to fail. */
abstract class RecorderCase {
    static final RunningServer SERVER = RunningServer.shared();
    static final int CHUNK = 10;
    static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Of whom sets stay that run for good: nobody whom other tests wait for. */
    private static final Person LIFTER = SERVER.personOf(SERVER.joined(Role.LIFTER));

    final TrainingLog log = SERVER.bean(TrainingLog.class);
    final AtomicLong inMemory = new AtomicLong();
    final FailingStore store = new FailingStore();
    UUID set;

    @BeforeEach
    final void begin() {
        RecordingHeader header = new RecordingHeader(
                "Holes",
                "deadlift",
                null,
                null,
                List.of(new SensorDescription(SensorPlacement.THORAX, 100, "")),
                List.of(),
                Map.of());
        NewSet plan = new NewSet("deadlift", "Holes", SetSource.SIMULATED, false, true, null, header);
        set = log.begin(LIFTER, plan).setId();
    }

    final SetRecorder recorder(Clock clock) {
        Instant start = log.find(set).orElseThrow().startedAt();
        SetRecorder recorder = new SetRecorder(
                set,
                new Backlog(set, inMemory),
                store,
                new SetRecorder.Pace(Long.MAX_VALUE, CHUNK, false, 20),
                SetTime.running(clock, start),
                () -> false,
                saved -> {});
        recorder.start();
        return recorder;
    }

    static void samples(SetRecorder recorder, int from, int to) {
        ImuSample sample = new ImuSample();
        for (int i = from; i < to; i++) {
            sample.timeMicros = i;
            recorder.sample(sample);
        }
    }

    final void assertWhole(int samples) throws IOException {
        assertEquals(SetState.FINISHED, log.find(set).orElseThrow().state());
        List<Long> times = storedTimes();
        assertEquals(samples, times.size());
        for (int i = 0; i < samples; i++) {
            assertEquals(i, times.get(i));
        }
    }

    final List<Long> storedTimes() throws IOException {
        List<Long> times = new ArrayList<>();
        StoredSamples samples = log.samples(log.find(set).orElseThrow());
        ImuSample sample = new ImuSample();
        while (samples.next(sample)) {
            times.add(sample.timeMicros);
        }
        return times;
    }

    /** Fails while there is a failure. */
    static final class FailingStore extends SetStore {
        final AtomicLong failures = new AtomicLong();
        volatile @Nullable RuntimeException failure;
        volatile int failsOnlyChunk = -1;
        final AtomicInteger endsToRefuse = new AtomicInteger();
        final AtomicInteger summaries = new AtomicInteger();
        volatile @Nullable RuntimeException summaryFailure;

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
}
