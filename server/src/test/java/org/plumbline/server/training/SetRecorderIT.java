package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.server.account.Person;
import org.plumbline.server.support.OnBothDatabases;
import org.plumbline.server.support.RunningServer;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnBothDatabases
class SetRecorderIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final int CHUNK = 10;

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
        set = SERVER.bean(TrainingLog.class).begin(you, plan).setId();
    }

    @Test
    void aSetOfWhichAPartWasLostSaysSoAndIsPartial() throws IOException {
        record(() -> new TransientDataAccessResourceException("the disk is full"));
        assertOnlyTheSecondChunkIsMissing();
    }

    @Test
    void aWriteThatCanNeverSucceedDoesNotStopTheOthers() throws IOException {
        record(() -> new IllegalStateException("a mistake of ours"));
        assertOnlyTheSecondChunkIsMissing();
    }

    /** Three chunks, the second of which is never written. */
    private void record(Supplier<RuntimeException> failure) {
        SampleRepository failing = new SampleRepository(SERVER.bean(JdbcClient.class)) {
            @Override
            void insert(UUID setId, int chunkNumber, int sampleCount, byte[] payload) {
                if (chunkNumber == 1) {
                    throw failure.get();
                }
                super.insert(setId, chunkNumber, sampleCount, payload);
            }
        };
        SetRecorder.LogStore store = new SetRecorder.LogStore(
                SERVER.bean(SetRepository.class),
                SERVER.bean(RepetitionRepository.class),
                failing,
                SERVER.bean(SummaryWriting.class));
        SetRecorder recorder =
                new SetRecorder(set, store, Clock.systemUTC(), Long.MAX_VALUE, CHUNK, new SetRecorder.Retry(3, 5));
        ImuSample sample = new ImuSample();
        for (int i = 0; i < 3 * CHUNK; i++) {
            sample.timeMicros = i;
            recorder.sample(sample);
        }
        recorder.end(SetState.FINISHED, null);
        assertTrue(String.valueOf(recorder.trouble()).startsWith("A part of this set could not be written"));
    }

    private void assertOnlyTheSecondChunkIsMissing() throws IOException {
        TrainingLog log = SERVER.bean(TrainingLog.class);
        assertEquals(SetState.PARTIAL, log.find(set).orElseThrow().state());
        assertTrue(log.messages(set).get(0).text().startsWith("A part of this set could not be written"));
        List<Long> times = new ArrayList<>();
        StoredSamples samples = log.samples(set);
        ImuSample sample = new ImuSample();
        while (samples.next(sample)) {
            times.add(sample.timeMicros);
        }
        assertEquals(2 * CHUNK, times.size(), "what stands behind the hole is read too");
        assertEquals(2L * CHUNK, times.get(CHUNK));
    }
}
