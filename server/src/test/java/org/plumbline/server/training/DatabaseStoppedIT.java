package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.server.support.Installs;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.StoppableDatabase;
import org.plumbline.server.support.WatchingScreen;
import org.springframework.boot.health.contributor.Status;

/**
 * PostgreSQL is away in the midst of a set: the set goes on, and nothing of it is missing afterwards. How long it is away:
 * {@code -Dplumbline.test.stop-seconds=60}.
 */
class DatabaseStoppedIT {
    private static final int STOP_SECONDS = Integer.getInteger("plumbline.test.stop-seconds", 3);
    private static final boolean QUICK = STOP_SECONDS < 15;

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String NOT_SAVED = "Not saved yet: the database does not answer;";

    private static StoppableDatabase database;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        if (StoppableDatabase.missing().isEmpty()) {
            database = StoppableDatabase.create();
            server = RunningServer.start(
                    "--plumbline.demo.enabled=false",
                    "--spring.datasource.url=" + database.url(),
                    "--plumbline.simulation.speed=" + (QUICK ? 3 : 1));
        }
    }

    @BeforeEach
    void need() {
        Installs.need(DatabaseStoppedIT.class, StoppableDatabase.missing());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
            database.close();
        }
    }

    @Test
    void whileConnectionsBreakAndWhileTheDatabaseHangsTheSetGoesOnAndAllOfItIsSavedAfterwards() throws IOException {
        try (WatchingScreen screen = WatchingScreen.open(server)) {
            String set = RunningServer.parse(
                            server.post("/api/live", "{\"repetitions\":30}").body())
                    .get("set")
                    .asString();
            awaitRepetition(screen, 1);
            strike(screen, StoppableDatabase::cut);
            catchUp();
            strike(screen, StoppableDatabase::freeze);
            catchUp();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> server.post("/api/live/" + set + "/stop", "").statusCode() == 200);
            screen.awaitStage(set, "ended");
            UUID id = UUID.fromString(set);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> spooled().isEmpty()
                            && server.bean(TrainingLog.class)
                                            .find(id)
                                            .orElseThrow()
                                            .state()
                                    == SetState.FINISHED);
            List<Integer> announced = screen.events("repetition").stream()
                    .map(event -> event.get("repetition").get("number").asInt())
                    .toList();
            assertWhole(id, announced);
            assertEquals(Status.UP, server.bean(SpoolHealth.class).health().getStatus());
        }
    }

    private static void catchUp() {
        long mended = System.nanoTime();
        long bytes = server.bean(Spool.class).storing().fileBytes();
        Awaitility.await().atMost(PATIENCE).until(() -> spooled().isEmpty());
        System.out.printf(
                Locale.ROOT,
                "away for %d s: %d kB in the spool, written %.1f s after the database was back%n",
                STOP_SECONDS,
                bytes / 1000,
                (System.nanoTime() - mended) / 1e9);
    }

    private interface Fault {
        void strike(StoppableDatabase database);
    }

    /** While the database is away repetitions are counted on, and everybody who asks is told. */
    private static void strike(WatchingScreen screen, Fault fault) {
        int heard = screen.events("repetition").size();
        int saidBefore = screen.events("health").size();
        long struck = System.nanoTime();
        fault.strike(database);
        try {
            screen.await(
                    "health",
                    event -> screen.events("health").indexOf(event) >= saidBefore
                            && event.get("trouble") != null
                            && event.get("trouble").asString("").startsWith(NOT_SAVED));
            Awaitility.await().atMost(PATIENCE).until(() -> !spooled().isEmpty());
            assertEquals(
                    Status.UNKNOWN,
                    server.bean(SpoolHealth.class).health().getStatus(),
                    "the health of the server says so");
            Awaitility.await()
                    .atMost(PATIENCE.plusSeconds(STOP_SECONDS))
                    .until(() -> screen.events("repetition").size() > heard
                            && System.nanoTime() - struck
                                    > Duration.ofSeconds(STOP_SECONDS).toNanos());
        } finally {
            database.mend();
        }
    }

    /** The server of this test keeps what fits into 300 kB: half a minute of a set. */
    @Test
    void whereNoMoreCanBeKeptTheSetEndsWithAllUntilThere() throws IOException {
        try (StoppableDatabase own = StoppableDatabase.create();
                RunningServer small = RunningServer.start(
                        "--plumbline.demo.enabled=false",
                        "--spring.datasource.url=" + own.url(),
                        "--plumbline.simulation.speed=10",
                        "--plumbline.spool.file=200KB",
                        "--plumbline.spool.memory=100KB");
                WatchingScreen screen = WatchingScreen.open(small)) {
            String set = RunningServer.parse(
                            small.post("/api/live", "{\"repetitions\":30}").body())
                    .get("set")
                    .asString();
            screen.awaitStage(set, "bow");
            own.cut();
            screen.awaitStage(set, "ended");
            int announced = screen.events("repetition").size();
            assertTrue(announced < 30, "it ended before its time");
            own.mend();
            TrainingLog log = small.bean(TrainingLog.class);
            UUID id = UUID.fromString(set);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> log.find(id).orElseThrow().state() == SetState.INTERRUPTED);
            assertTrue(
                    log.messages(id).stream()
                            .anyMatch(message -> message.text().startsWith("The set ended: the database")),
                    log.messages(id).toString());
            assertEquals(announced, log.repetitions(id).size());
            StoredAnalysis.Found again =
                    small.bean(StoredAnalysis.class).analyze(log.find(id).orElseThrow());
            assertEquals(log.analysis(id).orElseThrow(), again.result());
        }
    }

    private static void awaitRepetition(WatchingScreen screen, int number) {
        screen.await(
                "repetition", event -> event.get("repetition").get("number").asInt() == number);
    }

    private static List<Path> spooled() throws IOException {
        Path spool = server.dataDirectory().resolve("spool");
        if (!Files.isDirectory(spool)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(spool)) {
            return files.toList();
        }
    }

    /** All repetitions are there, no message speaks of loss, and the stored samples give the very same result again. */
    private static void assertWhole(UUID id, List<Integer> announced) throws IOException {
        TrainingLog log = server.bean(TrainingLog.class);
        List<StoredRepetition> stored = log.repetitions(id);
        assertEquals(
                announced,
                stored.stream().map(repetition -> repetition.result().number()).toList());
        assertFalse(log.messages(id).stream().anyMatch(message -> message.text().equals(SetStore.lost())));
        StoredAnalysis.Found again =
                server.bean(StoredAnalysis.class).analyze(log.find(id).orElseThrow());
        assertEquals(log.analysis(id).orElseThrow(), again.result());
        assertEquals(
                stored.stream().map(StoredRepetition::result).toList(),
                again.repetitions().stream().map(StoredRepetition::result).toList());
    }
}
