package org.plumbline.server.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.PersonTables;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.OnBothDatabases;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.training.SetPicture;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything goes with the person: into their archive, and out of the server. */
@OnBothDatabases
class PersonExportIT {
    private static final RunningServer SERVER = RunningServer.shared();

    @Test
    void aPersonTakesTheirRecordWithThemAndLeavesNothing() throws IOException {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(lifter, coach, RecordKind.FORM);
        UUID id = SERVER.personOf(lifter).id();
        String set = RunningServer.parse(lifter.post("/api/live", "{\"repetitions\":2,\"load\":60}")
                        .body())
                .get("set")
                .asString();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> lifter.json("/api/live").get("stage").asString().equals("ended"));
        assertEquals(200, coach.get("/api/sets/" + set).statusCode());
        HttpResponse<String> comment =
                coach.postForm("/sets/" + set + "/reps/1/comments", "content=Slower+down,+please");
        assertEquals(302, comment.statusCode(), comment.body());
        lifter.post("/api/account/tokens", "{\"name\":\"my script\",\"scopes\":[\"read\"]}");

        Map<String, byte[]> archive = archive(lifter);
        String tables = archive.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".json"))
                .map(file -> new String(file.getValue(), StandardCharsets.UTF_8))
                .reduce("", String::concat);
        for (String table :
                List.of("person", "training_set", "repetition", "record_share", "record_read", "api_token")) {
            assertTrue(archive.containsKey("tables/" + table + ".json"), table + " of " + archive.keySet());
            assertTrue(archive.containsKey("tables/" + table + ".csv"), table + " of " + archive.keySet());
        }
        assertTrue(!tables.contains("{bcrypt}"), "no password goes out");
        assertTrue(tables.contains("Slower down, please"), "what others said of the sets is in it");
        Map<String, byte[]> coachs = archive(coach);
        for (String table : List.of("training_set", "repetition_comment", "record_read")) {
            assertTrue(!coachs.containsKey("tables/" + table + ".json"), "a coach takes no " + table + " along");
        }
        byte[] recording = one(archive, "recordings/");
        String rows = new String(
                new GZIPInputStream(new ByteArrayInputStream(recording)).readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(rows.startsWith("# trunk-imu-recording: 1") && rows.lines().count() > 1000, "samples are in it");
        assertTrue(new String(one(archive, "charts/"), StandardCharsets.UTF_8).contains("<svg"));

        String name = SERVER.personOf(lifter).name();
        assertEquals(
                302, lifter.postForm("/account/erase", "confirm=somebody+else").statusCode());
        assertEquals(200, lifter.get("/api/me").statusCode(), "without the name nothing is erased");
        HttpResponse<String> erased = lifter.postForm("/account/erase", "confirm=" + name.replace(' ', '+'));
        assertTrue(
                erased.headers().firstValue("Location").orElse("").endsWith("/sign-in?erased"),
                "it is said that everything is gone, not only that somebody is signed out");
        assertEquals(401, lifter.get("/api/me").statusCode());
        assertEquals(404, coach.get("/api/sets/" + set).statusCode());
        assertEquals(List.of(), leftOf(List.of(id.toString(), set, name + "@", name)), "nothing is left in a table");
        assertEquals(List.of(), filesNaming(id.toString()), "nothing is left in a file");
    }

    @Test
    void aSetThatCannotBeWrittenIsNotedAndTheOthersGoOut() throws IOException {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        UUID bad = RecordedSets.upload(lifter, recording(41));
        UUID good = RecordedSets.upload(lifter, recording(42));
        TrainingLog log = SERVER.bean(TrainingLog.class);
        RecordingExport failing = new RecordingExport(log) {
            @Override
            void write(TrainingSet set, OutputStream out) throws IOException {
                if (set.id().equals(bad)) {
                    out.write('#');
                    throw new ArrayIndexOutOfBoundsException("200 of 2");
                }
                super.write(set, out);
            }
        };
        SetPicture charts = set -> {
            if (set.id().equals(bad)) {
                throw new IllegalStateException("nothing to draw from");
            }
            return SERVER.bean(SetPicture.class).svg(set);
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PersonExport(SERVER.bean(PersonTables.class), log, failing, charts, SERVER.bean(TemporaryFiles.class))
                .write(SERVER.personOf(lifter), out);

        Map<String, byte[]> files = files(out.toByteArray());
        assertEquals(
                List.of(bad + " charts", bad + " recordings", good + " charts", good + " recordings"),
                Stream.of(bad, good)
                        .flatMap(set -> files.keySet().stream()
                                .filter(name -> name.contains(set.toString().substring(0, 8)))
                                .filter(name -> name.endsWith(".txt") == set.equals(bad))
                                .map(name -> set + " " + name.substring(0, name.indexOf('/')))
                                .sorted())
                        .toList());
        assertTrue(
                files.entrySet().stream()
                        .filter(file -> file.getKey().endsWith("-not-whole.txt"))
                        .allMatch(file -> new String(file.getValue(), StandardCharsets.UTF_8)
                                .startsWith("The recording of set " + bad)),
                "it says which");
    }

    @Test
    void aChartDrawnAmongManyIsTheOneThatIsDrawnAlone() throws IOException {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        UUID usual = RecordedSets.upload(lifter, recording(43));
        UUID other = RecordedSets.upload(lifter, recording(44));
        assertEquals(
                2, lifter.put("/api/sets/" + usual + "/reps/1/approval", "{}").statusCode() / 100);
        SetPicture alone = SERVER.bean(SetPicture.class);
        SetPicture together = alone.ofMany();
        TrainingLog log = SERVER.bean(TrainingLog.class);
        for (UUID id : List.of(usual, other)) {
            TrainingSet set = log.find(id).orElseThrow();
            assertArrayEquals(alone.svg(set).orElseThrow(), together.svg(set).orElseThrow());
        }
    }

    private static byte[] recording(long seed) {
        return RecordedSets.bytes(
                new SimulationScript("deadlift", 2, seed, List.of(), true), "Pulls", "deadlift", 60.0);
    }

    private static byte[] one(Map<String, byte[]> archive, String folder) {
        return archive.entrySet().stream()
                .filter(file -> file.getKey().startsWith(folder))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static Map<String, byte[]> archive(Visitor visitor) throws IOException {
        HttpResponse<byte[]> answer = visitor.send(
                HttpRequest.newBuilder(visitor.address("/account/export")).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        return files(answer.body());
    }

    private static Map<String, byte[]> files(byte[] archive) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /** Every cell of every table that holds one of the words. */
    private static List<String> leftOf(List<String> words) {
        JdbcClient jdbc = SERVER.bean(JdbcClient.class);
        List<String> left = new ArrayList<>();
        List<String> tables = jdbc.sql("select lower(table_name) from information_schema.tables"
                        + " where lower(table_schema) = 'public' and table_type = 'BASE TABLE'")
                .query(String.class)
                .list();
        assertTrue(tables.size() > 10, "the scan sees the tables: " + tables);
        for (String table : tables) {
            for (Map<String, Object> row :
                    jdbc.sql("select * from " + table).query().listOfRows()) {
                row.forEach((column, cell) -> {
                    for (String word : words) {
                        if (cell != null && cell.toString().contains(word)) {
                            left.add(table + "." + column + ": " + cell);
                        }
                    }
                });
            }
        }
        return left;
    }

    /** Files beside the database that hold the word; the database's own file keeps freed pages until they are written again. */
    private static List<Path> filesNaming(String word) throws IOException {
        try (Stream<Path> files = Files.walk(SERVER.dataDirectory())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".db"))
                    .filter(file -> {
                        try {
                            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word);
                        } catch (IOException unreadable) {
                            return false;
                        }
                    })
                    .toList();
        }
    }
}
