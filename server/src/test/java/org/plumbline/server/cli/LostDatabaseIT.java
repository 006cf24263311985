package org.plumbline.server.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.server.start.StartFailure;
import org.plumbline.server.support.ChildServer;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.web.MetDamage;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The file of the embedded database goes away or breaks while the server runs, and what is told of it. */
class LostDatabaseIT {
    private static final String NO_DEMO = "--plumbline.demo.enabled=false";
    private static final String BEGIN_ANEW = "--plumbline.begin-anew=true";

    /** What a person sees of a start that is refused: the banner, if any, and a line or two before the reason. */
    private static final int MOST_LINES = 3;

    @TempDir
    Path data;

    @TempDir
    Path elsewhere;

    private Path file() {
        return data.resolve("plumbline.mv.db");
    }

    @Test
    void aFileThatIsMovedAwayIsMissedSavedByABackupAndNotReplacedByAnEmptyOne() throws IOException {
        String set;
        String backup;
        try (RunningServer server = RunningServer.startIn(data, NO_DEMO)) {
            set = RecordedSets.upload(server.me(), RecordedSets.of("deadlift", 4, 5, 100.0))
                    .toString();
            assertEquals(200, server.get("/actuator/health").statusCode());
            Files.move(file(), elsewhere.resolve("plumbline.mv.db"));

            String trouble = awaitTrouble(server);
            assertTrue(trouble.contains("moved away, deleted or replaced while the server runs"), trouble);
            assertTrue(trouble.contains("java -jar server.jar backup --data-dir " + data), trouble);
            CommandRun saved = CommandRun.of("backup", "--data-dir", data);
            assertEquals(0, saved.exitCode(), saved.err());
            backup = saved.out().strip().replaceFirst("Backup: ", "");
        }

        String said = refusal();
        assertTrue(said.startsWith("There is no database file " + file() + ", though"), said);
        assertTrue(said.contains("restore --data-dir " + data + " " + backup), said);
        assertTrue(said.contains(BEGIN_ANEW), said);
        assertFalse(Files.exists(file()), "nothing was made in its place");

        assertEquals(0, CommandRun.of("restore", backup, "--data-dir", data).exitCode());
        try (RunningServer server = RunningServer.startIn(data, NO_DEMO)) {
            assertEquals(4, server.json("/api/sets/" + set).get("repetitions").size());
        }
    }

    @Test
    void whereADatabaseWasAnEmptyOneIsMadeOnlyIfThatIsSaid() throws IOException {
        RunningServer.startIn(data, NO_DEMO).close();
        Files.delete(file());
        assertFalse(Files.exists(data.resolve("backups")), "there is nothing but the note of the start before");

        assertTrue(refusal().contains("There is no backup in"));
        CommandRun reanalysis = CommandRun.of("reanalyze", "--data-dir", data);
        assertEquals(2, reanalysis.exitCode(), reanalysis.out());
        assertFalse(Files.exists(file()), "a command makes none either");

        try (RunningServer server = RunningServer.startIn(data, NO_DEMO, BEGIN_ANEW)) {
            assertEquals(200, server.get("/actuator/health").statusCode());
        }
        RunningServer.startIn(data, NO_DEMO).close();
    }

    @Test
    void aFileThatBreaksWhileTheServerRunsIsCalledSoByPagesTheApiAndHealth() throws IOException {
        try (RunningServer server = RunningServer.startIn(data, NO_DEMO)) {
            String set = RecordedSets.upload(server.me(), RecordedSets.of("deadlift", 4, 5, 100.0))
                    .toString();
            JdbcClient jdbc = server.bean(JdbcClient.class);
            // what is in memory is not read from the file
            jdbc.sql("set cache_size 0").update();
            jdbc.sql("checkpoint sync").update();
            breakFile();

            HttpResponse<String> page = server.me().page("/sets/" + set);
            assertEquals(503, page.statusCode(), page.body());
            assertTrue(page.body().contains("The database file of this server is broken"), page.body());
            HttpResponse<String> program = server.get("/api/sets/" + set + "/reps/1");
            assertEquals(503, program.statusCode(), program.body());
            assertTrue(program.body().contains("The database file of this server is broken"), program.body());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> server.stranger().get("/actuator/health").statusCode() == 503);
        }
    }

    @Test
    void whatHealthItselfFindsBrokenStaysSoThoughNobodyElseLooks() throws IOException {
        try (RunningServer server = RunningServer.startIn(data, NO_DEMO)) {
            RecordedSets.upload(server.me(), RecordedSets.of("deadlift", 4, 5, 100.0));
            JdbcClient jdbc = server.bean(JdbcClient.class);
            jdbc.sql("set cache_size 0").update();
            jdbc.sql("checkpoint sync").update();
            breakFile();

            String trouble = awaitTrouble(server);
            assertTrue(trouble.contains(" is broken ("), trouble);
            assertTrue(server.bean(MetDamage.class).what().isPresent(), "it is remembered until the next start");
            Awaitility.await()
                    .during(Duration.ofSeconds(5))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> server.stranger().get("/actuator/health").statusCode() == 503);
        }
    }

    @Test
    void aFileThatWasCutShortIsNotBegunAnewAndComesBackWithItsBackup() throws Exception {
        String set;
        String backup;
        try (RunningServer server = RunningServer.startIn(data, NO_DEMO)) {
            set = RecordedSets.upload(server.me(), RecordedSets.of("deadlift", 4, 5, 100.0))
                    .toString();
            backup = CommandRun.of("backup", "--data-dir", data).out().strip().replaceFirst("Backup: ", "");
        }
        byte[] whole = Files.readAllBytes(file());
        for (int bytes : new int[] {whole.length / 3, whole.length - 4096}) {
            byte[] cut = Arrays.copyOf(whole, bytes);
            Files.write(file(), cut);

            assertCutShort(refusal());
            for (String command : new String[] {"backup", "reanalyze"}) {
                CommandRun run = CommandRun.of(command, "--data-dir", data);
                assertEquals(2, run.exitCode(), run.out());
                assertCutShort(run.err());
            }
            assertArrayEquals(cut, Files.readAllBytes(file()), "nothing was changed");
        }
        try (ChildServer failing = ChildServer.start("--server.port=0", "--plumbline.data-dir=" + data, NO_DEMO)) {
            assertEquals(1, failing.awaitExit());
            assertTrue(
                    failing.said().get(failing.said().size() - 1).contains("cannot be read (it is cut short"),
                    failing.said().toString());
            assertTrue(failing.said().size() <= MOST_LINES, failing.said().toString());
        }

        assertEquals(0, CommandRun.of("restore", backup, "--data-dir", data).exitCode());
        try (RunningServer server = RunningServer.startIn(data, NO_DEMO)) {
            assertEquals(4, server.json("/api/sets/" + set).get("repetitions").size());
        }
    }

    private static void assertCutShort(String said) {
        assertTrue(said.contains("cannot be read (it is cut short or broken"), said);
        assertTrue(said.contains("Nothing was changed."), said);
        assertTrue(said.contains("The newest backup is "), said);
    }

    @Test
    void aBackupThatCouldNotBePutBackIsNotKeptAndOlderOnesStay() throws IOException {
        try (RunningServer server = RunningServer.startIn(data, NO_DEMO)) {
            RecordedSets.upload(server.me(), RecordedSets.of("deadlift", 4, 5, 100.0));
            assertEquals(0, CommandRun.of("backup", "--data-dir", data).exitCode());
            List<String> good = backups();
            server.bean(JdbcClient.class).sql("checkpoint sync").update();
            breakFile();

            CommandRun failed = CommandRun.of("backup", "--data-dir", data);

            assertEquals(1, failed.exitCode(), failed.out());
            assertTrue(failed.err().contains("the backup could not be put back ("), failed.err());
            assertTrue(failed.err().contains("is not kept"), failed.err());
            assertEquals(good, backups());
            HttpResponse<String> health = server.get("/actuator/health");
            assertEquals(503, health.statusCode(), health.body());
            assertEquals(
                    "DOWN",
                    RunningServer.parse(health.body())
                            .at("/components/backupHealth/status")
                            .asString());
        }
    }

    private List<String> backups() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("backups"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void damageIsRememberedThoughWhoeverMeetsItGoesOn() throws IOException {
        try (RunningServer server = RunningServer.startIn(data, NO_DEMO)) {
            RecordedSets.upload(server.me(), RecordedSets.of("deadlift", 4, 5, 100.0));
            JdbcClient jdbc = server.bean(JdbcClient.class);
            jdbc.sql("set cache_size 0").update();
            jdbc.sql("checkpoint sync").update();
            breakFile();
            assertTrue(server.bean(MetDamage.class).what().isEmpty());

            assertThrows(
                    DataAccessException.class,
                    () -> jdbc.sql("select sum(octet_length(payload)) from sample_chunk")
                            .query(Long.class)
                            .single());

            assertTrue(server.bean(MetDamage.class).what().isPresent());
        }
    }

    @Test
    void aFileThatIsDeletedInItsFirstRunIsNotReplacedByAnEmptyOne() throws IOException {
        try (RunningServer server = RunningServer.startIn(data, NO_DEMO)) {
            JdbcClient jdbc = server.bean(JdbcClient.class);
            Files.delete(file());
            // as it closes itself where memory runs out
            jdbc.sql("shutdown immediately").update();
            assertThrows(
                    DataAccessException.class,
                    () -> jdbc.sql("select count(*) from person")
                            .query(Long.class)
                            .single());
            assertFalse(Files.exists(file()));
        }
    }

    /** All but the two heads, which are written anew now and then. */
    private void breakFile() throws IOException {
        try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[Math.toIntExact(channel.size()) - 8192]), 8192);
        }
    }

    private String refusal() {
        RuntimeException refused = assertThrows(RuntimeException.class, () -> RunningServer.startIn(data, NO_DEMO));
        return StartFailure.explain(refused).orElseThrow();
    }

    private static String awaitTrouble(RunningServer server) {
        HttpResponse<String> health = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> server.get("/actuator/health"), answer -> answer.statusCode() == 503);
        return RunningServer.parse(health.body())
                .at("/components/databaseFileHealth/details/trouble")
                .asString();
    }
}
