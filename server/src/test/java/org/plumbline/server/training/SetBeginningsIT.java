package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.server.account.Person;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A set that is begun in the moment in which the disk gets full. */
class SetBeginningsIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private final TrainingLog log = SERVER.bean(TrainingLog.class);
    private final Person lifter = SERVER.personOf(SERVER.joined(Role.LIFTER));

    @Test
    void oneOfWhichNobodyCanSayWhetherItIsKeptIsRefusedAtOnceAndTakenBack() {
        TrainingSet set = begun();
        CountDownLatch room = new CountDownLatch(1);
        SetBeginnings beginnings = beginnings(room);
        try {
            assertTimeoutPreemptively(
                    AT_MOST,
                    () -> assertThrows(DataAccessResourceFailureException.class, () -> beginnings.secure(set.id())));
            Awaitility.await().atMost(AT_MOST).untilAsserted(() -> assertEquals(Optional.empty(), log.find(set.id())));
        } finally {
            room.countDown();
            beginnings.close();
        }
    }

    @Test
    void whereTheFileTakesItTheSetIsThere() {
        TrainingSet set = begun();
        SetBeginnings beginnings = SERVER.bean(SetBeginnings.class);
        beginnings.requireRoom();
        beginnings.secure(set.id());
        assertEquals(SetState.RUNNING, log.find(set.id()).orElseThrow().state());
        log.discard(set.id());
    }

    private TrainingSet begun() {
        RecordingHeader header = new RecordingHeader(
                null,
                "deadlift",
                null,
                null,
                List.of(new SensorDescription(SensorPlacement.THORAX, 100, "")),
                List.of(),
                Map.of());
        SetRecorder recorder =
                log.begin(lifter, new NewSet("deadlift", null, SetSource.SIMULATED, false, true, null, header));
        recorder.abandon();
        return log.find(recorder.setId()).orElseThrow();
    }

    /** Of a database that waits for room, and whose disk has none. */
    private static SetBeginnings beginnings(CountDownLatch room) {
        SetStore full =
                new SetStore(
                        SERVER.bean(SetRepository.class),
                        SERVER.bean(RepetitionRepository.class),
                        SERVER.bean(SampleRepository.class),
                        SERVER.bean(SummaryWriting.class),
                        SERVER.bean(JdbcClient.class),
                        SERVER.bean(JdbcTemplate.class)) {
                    @Override
                    void settle() {
                        try {
                            room.await();
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        }
                    }

                    @Override
                    void requireRoom() {
                        throw new DataAccessResourceFailureException(
                                "full", new IOException("No space left on device"));
                    }
                };
        return new SetBeginnings(full, SERVER.bean(SummaryWriting.class), SERVER.bean(Environment.class));
    }
}
