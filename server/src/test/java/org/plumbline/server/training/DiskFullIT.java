package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.server.support.ChildServer;
import org.plumbline.server.support.Installs;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.support.WatchingScreen;
import tools.jackson.databind.JsonNode;

/**
 * The disk takes nothing for a while in the midst of a set. The kernel refuses every write to a file of the server, by the
 * limit on the size of files that {@code prlimit} of util-linux sets from outside; any user may.
 */
class DiskFullIT {
    private static final int FULL_SECONDS = Integer.getInteger("plumbline.test.stop-seconds", 3);

    @TempDir
    Path data;

    @Test
    void theSetGoesOnAndAllOfItIsSavedWhenThereIsRoomAgain() throws Exception {
        Installs.need(DiskFullIT.class, missing());
        boolean quick = FULL_SECONDS < 15;
        try (ChildServer server = ChildServer.start(
                "--server.port=0",
                "--plumbline.data-dir=" + data,
                "--plumbline.demo.enabled=false",
                "--plumbline.simulation.speed=" + (quick ? 4 : 1))) {
            Visitor lifter = server.awaitAdministrator();
            String person = lifter.json("/api/me").get("id").asString();
            try (WatchingScreen screen = WatchingScreen.open(lifter)) {
                lifter.post("/api/live", "{\"repetitions\":30}");
                String set = awaitRepetition(screen, 1).get("set").asString();
                limitFiles(server, "1");
                long full = System.nanoTime();
                awaitRepetition(screen, 3);
                screen.await(
                        "health",
                        event -> event.get("trouble") != null
                                && event.get("trouble").asString().startsWith("Not saved yet"));
                assertPeopleAndProgramsAreToldWhatIsWrong(lifter, person);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(FULL_SECONDS + 10))
                        .until(() -> System.nanoTime() - full
                                > Duration.ofSeconds(FULL_SECONDS).toNanos());
                limitFiles(server, "unlimited");
                HttpResponse<String> stopped = lifter.post("/api/live/" + set + "/stop", "");
                assertEquals(200, stopped.statusCode(), () -> stopped.body() + server.said());
                screen.awaitStage(set, "ended");

                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> lifter.get("/api/sets/" + set).statusCode() == 200);
                JsonNode stored = lifter.json("/api/sets/" + set);
                assertEquals("finished", state(lifter, set), () -> server.said().toString());
                List<Integer> numbers = new ArrayList<>();
                stored.get("repetitions")
                        .forEach(one -> numbers.add(one.get("number").asInt()));
                List<Integer> announced = screen.events("repetition").stream()
                        .map(event -> event.get("repetition").get("number").asInt())
                        .toList();
                assertTrue(announced.size() >= 3 && numbers.containsAll(announced), announced + ", kept " + numbers);
                JsonNode again = RunningServer.parse(
                        lifter.post("/api/sets/" + set + "/analyses", "").body());
                assertFalse(again.get("changed").asBoolean(), "the stored samples give the same again: " + again);
                assertFalse(lifter.page("/sets/" + set).body().contains("could not be written"));
                assertTrue(server.said().stream().anyMatch(line -> line.contains("failed, trying on")));
                assertTrue(
                        server.said().stream().anyMatch(line -> line.contains("make room")), "the log says what to do");
            }
        }
    }

    private static void assertPeopleAndProgramsAreToldWhatIsWrong(Visitor lifter, String person) {
        // what comes before the next write of the database to its file is taken
        HttpResponse<String> refused = Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> lifter.post("/api/people/" + person + "/pain", "{\"score\":3}"),
                        answer -> answer.statusCode() != 201);
        assertTrue(refused.statusCode() == 507, refused + refused.body());
        assertTrue(
                refused.headers().firstValue("Content-Type").orElse("").contains("application/problem+json"),
                refused.body());
        assertTrue(refused.body().contains("Nothing that was kept is lost"), refused.body());
        assertEquals(200, lifter.get("/today").statusCode(), "what was kept is there to be read");
        assertEquals(507, lifter.post("/api/live", "{\"exercise\":\"squat\"}").statusCode(), "no set begins");
        assertEquals(507, lifter.get("/api/account/export").statusCode(), "its tables have no room");
        // people come and go
        new Visitor(lifter.address("").toString()).signIn("you@example.org");
        HttpResponse<String> health = new Visitor(lifter.address("").toString()).get("/actuator/health");
        assertEquals(503, health.statusCode(), health.body());
    }

    private static String state(Visitor lifter, String set) {
        for (JsonNode one : lifter.json("/api/sets")) {
            if (one.get("id").asString().equals(set)) {
                return one.get("state").asString();
            }
        }
        return "not there";
    }

    private static JsonNode awaitRepetition(WatchingScreen screen, int number) {
        return screen.await(
                "repetition", event -> event.get("repetition").get("number").asInt() == number);
    }

    private static Optional<String> missing() {
        try {
            return run("prlimit", "--version") == 0
                    ? Optional.empty()
                    : Optional.of("prlimit of util-linux that works");
        } catch (IOException | InterruptedException none) {
            return Optional.of("prlimit, of util-linux");
        }
    }

    private static void limitFiles(ChildServer server, String bytes) throws IOException, InterruptedException {
        assertEquals(0, run("prlimit", "--pid", String.valueOf(server.pid()), "--fsize=" + bytes + ":"));
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
