package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.support.WatchingScreen;
import tools.jackson.databind.JsonNode;

/** A simulated set on the real server, watched over the real socket. */
class LiveSetIT {
    private static final RunningServer SERVER = RunningServer.shared();

    /** Somebody new for each test: what others were told, limited or measured before does not matter. */
    private final Visitor lifter = SERVER.joined(Role.LIFTER);

    @Test
    void aScreenSeesTheStagesTheRepetitionsAndTheFlagOfTheOneThatRounded() {
        try (WatchingScreen screen = WatchingScreen.open(lifter)) {
            String set = start("{\"exercise\":\"deadlift\",\"repetitions\":5,\"seed\":11,\"roundingRepetition\":4}");
            screen.awaitStage(set, "ended");

            assertEquals(List.of("stand_still", "bow", "lifting", "ended"), stages(screen, set));
            List<Integer> numbers = screen.events("repetition").stream()
                    .map(event -> event.get("repetition").get("number").asInt())
                    .toList();
            assertEquals(List.of(1, 2, 3, 4, 5), numbers);
            List<JsonNode> rounding = screen.events("flag").stream()
                    .map(event -> event.get("flag"))
                    .filter(flag -> flag.get("flag").asString().equals("rounding_under_load"))
                    .filter(flag -> flag.get("level").asInt() >= 2)
                    .toList();
            assertTrue(
                    !rounding.isEmpty()
                            && rounding.stream()
                                    .allMatch(flag -> flag.get("repetition").asInt() == 4),
                    rounding.toString());
            assertTrue(screen.events("cue").size() >= 1, "something was said to the lifter");
            assertTrue(screen.poses() > 20, "poses: " + screen.poses());
            assertTrue(screen.largestPoseBytes() <= 1000, "a pose frame had " + screen.largestPoseBytes() + " bytes");
            assertEquals(5, lifter.json("/api/sets/" + set).get("repetitions").size(), "the log has them all");
        }
    }

    @Test
    void whoComesInTheMiddleIsShownTheSetAsItStands() {
        String set = start("{\"exercise\":\"squat\",\"repetitions\":4,\"seed\":12}");
        try (WatchingScreen first = WatchingScreen.open(lifter)) {
            first.await(
                    "repetition", event -> event.get("repetition").get("number").asInt() == 2);
        }
        try (WatchingScreen back = WatchingScreen.open(lifter)) {
            JsonNode snapshot = back.await("snapshot", event -> true).get("snapshot");
            assertTrue(snapshot.get("repetitions").size() >= 2, snapshot.toString());
            assertTrue(snapshot.get("simulated").asBoolean(), "simulated data says so");
            back.awaitStage(set, "ended");
        }
    }

    @Test
    void stoppingEndsASetCleanlyAndASecondSetWaitsItsTurn() {
        String set = start("{\"exercise\":\"deadlift\",\"repetitions\":20,\"seed\":13}");
        HttpResponse<String> second = lifter.post("/api/live", "{}");
        assertEquals(409, second.statusCode());
        assertTrue(second.headers().firstValue("Content-Type").orElse("").contains("problem+json"));

        HttpResponse<String> stopped = lifter.post("/api/live/" + set + "/stop", "");
        assertEquals(200, stopped.statusCode());
        assertEquals("finished", stateOf(set));
    }

    @Test
    void aSetThatIsOverDoesNotBegin() {
        String set = start("{\"exercise\":\"deadlift\",\"repetitions\":20,\"seed\":16}");
        lifter.post("/api/live/" + set + "/stop", "");
        HttpResponse<String> refused = lifter.post("/api/live/" + set + "/begin", "");
        assertEquals(409, refused.statusCode(), refused.body());
        assertTrue(refused.headers().firstValue("Content-Type").orElse("").contains("problem+json"));
        assertTrue(refused.body().contains("This set is over and cannot begin any more."), refused.body());
    }

    @Test
    void theBowsCanBeSkipped() {
        try (WatchingScreen screen = WatchingScreen.open(lifter)) {
            String set = start("{\"exercise\":\"deadlift\",\"repetitions\":20,\"seed\":14}");
            screen.awaitStage(set, "bow");
            HttpResponse<String> begun = lifter.post("/api/live/" + set + "/begin", "");
            assertEquals(200, begun.statusCode(), begun.body());
            screen.awaitStage(set, "lifting");
            lifter.post("/api/live/" + set + "/stop", "");
        }
    }

    @Test
    void aScreenThatFollowsIsShownTheNextSetFromItsFirstStageHoweverLateItIsTold() {
        try (WatchingScreen screen = WatchingScreen.open(lifter)) {
            screen.await("idle", event -> true);
            CompletableFuture<String> starting;
            synchronized (SERVER.bean(Screens.class)) {
                starting = CompletableFuture.supplyAsync(
                        () -> start("{\"exercise\":\"deadlift\",\"repetitions\":2,\"seed\":19}"));
                // screens are told nothing for longer than this lifter stands still
                Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            }
            String set = starting.join();
            screen.awaitStage(set, "ended");
            assertEquals(List.of("stand_still", "bow", "lifting", "ended"), stages(screen, set));
        }
    }

    @Test
    void aStoredSetReplayedAsFastAsItGoesIsFoundTheSame() {
        String original = start("{\"exercise\":\"deadlift\",\"repetitions\":4,\"seed\":15,\"roundingRepetition\":3}");
        awaitState(original, "finished");
        String replay = start("{\"source\":\"replay\",\"set\":\"" + original + "\",\"speed\":\"max\"}");
        awaitState(replay, "finished");

        JsonNode first = lifter.json("/api/sets/" + original);
        JsonNode again = lifter.json("/api/sets/" + replay);
        assertEquals(first.get("repetitions"), again.get("repetitions"));
        assertEquals(first.get("set"), again.get("set"));
    }

    @Test
    void aSetThatWasStoppedIsCountedTheSameWhereverItIsTaken() {
        String set = start("{\"exercise\":\"deadlift\",\"repetitions\":20,\"seed\":18}");
        try (WatchingScreen screen = WatchingScreen.open(lifter)) {
            screen.await(
                    "repetition", event -> event.get("repetition").get("number").asInt() == 2);
            screen.await("phase", event -> event.get("repetition").asInt() == 3);
        }
        lifter.post("/api/live/" + set + "/stop", "");
        byte[] recording = lifter.send(
                        HttpRequest.newBuilder(lifter.address("/api/sets/" + set + "/recording"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        HttpResponse<String> taken = lifter.upload("/api/recordings", "stopped.csv.gz", recording);
        assertEquals(201, taken.statusCode(), taken.body());
        String warnings = RunningServer.parse(taken.body()).get("warnings").toString();
        assertFalse(warnings.contains("earlier than the row"), "what comes from here is in order: " + warnings);
        String again = RunningServer.parse(taken.body()).get("set").asString();
        assertTrue(warnings.contains("began at the very same time"), "it counts where it was lifted: " + warnings);
        String replay = start("{\"source\":\"replay\",\"set\":\"" + set + "\",\"speed\":\"max\"}");
        awaitState(replay, "finished");

        JsonNode live = lifter.json("/api/sets/" + set).get("repetitions");
        assertTrue(live.size() >= 2, live.toString());
        assertEquals(live, lifter.json("/api/sets/" + again).get("repetitions"));
        assertEquals(live, lifter.json("/api/sets/" + replay).get("repetitions"));
    }

    @Test
    void whatCannotBeStartedIsSaidPlainly() {
        assertProblem("{\"exercise\":\"juggling\"}", "knows Deadlift, Squat, ");
        assertProblem("{\"repetitions\":1000}", "repetitions must be");
        assertProblem("{\"source\":\"replay\"}", "Choose the set");
        assertProblem("{\"source\":\"radio\"}", "simulated or replay");
    }

    private static List<String> stages(WatchingScreen screen, String set) {
        return screen.events("snapshot").stream()
                .map(event -> event.get("snapshot"))
                .filter(snapshot -> snapshot.get("set").asString().equals(set))
                .map(snapshot -> snapshot.get("stage").asString())
                .distinct()
                .toList();
    }

    private void assertProblem(String request, String detail) {
        HttpResponse<String> response = lifter.post("/api/live", request);
        assertEquals(400, response.statusCode(), response.body());
        assertTrue(RunningServer.parse(response.body()).get("detail").asString().contains(detail), response.body());
    }

    private String start(String request) {
        // the log has the end of a set a moment before its sensors are let go
        HttpResponse<String> response = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> lifter.post("/api/live", request), answer -> answer.statusCode() != 409);
        assertEquals(201, response.statusCode(), response.body());
        return RunningServer.parse(response.body()).get("set").asString();
    }

    private void awaitState(String set, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> stateOf(set).equals(state));
    }

    private String stateOf(String set) {
        for (JsonNode line : lifter.json("/api/sets?limit=200")) {
            if (line.get("id").asString().equals(set)) {
                return line.get("state").asString();
            }
        }
        return "gone";
    }
}
