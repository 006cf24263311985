package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.server.account.People;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.support.WatchingScreen;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class DemoModeIT {
    @TempDir
    Path data;

    @Test
    void theDemoIsAliveWithinTenSecondsAndOneClickEndsItForGood() {
        try (RunningServer server = RunningServer.startIn(data, "--plumbline.simulation.speed=1")) {
            Visitor guest = entered(server);
            try (WatchingScreen screen = WatchingScreen.open(guest)) {
                screen.await("next", event -> event.get("repetition").asInt() > 1);
                // on the clock of the set, which a busy machine does not slow down
                assertTrue(screen.watchedS() < 10, "a repetition at the speed of life: " + screen.watchedS());
                JsonNode shown = screen.await("snapshot", event -> true).get("snapshot");
                assertTrue(shown.get("simulated").asBoolean());

                assertEquals(302, guest.postForm("/demo/leave", "").statusCode());
                screen.await("idle", event -> event.get("reload").asBoolean());
                assertEquals(401, guest.get("/api/sets").statusCode(), "whoever leaves is signed out");
                assertEquals(List.of(), server.bean(People.class).samples(Role.LIFTER), "nothing of the demo is left");
            }
        }
        try (RunningServer again = RunningServer.startIn(data)) {
            assertEquals(List.of(), again.bean(People.class).samples(Role.LIFTER), "it stays off after a restart");
            entered(again);
        }
    }

    @Test
    void oneDemoSetFollowsTheOtherAndOnlyTheNewestAreKept() {
        try (RunningServer server = RunningServer.startIn(
                data,
                "--plumbline.simulation.speed=200",
                "--plumbline.demo.rest=10ms",
                "--plumbline.demo.keep-sets=2")) {
            Visitor guest = entered(server);
            String first = newest(guest);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                for (JsonNode set : guest.json("/api/sets?limit=200")) {
                    if (set.get("id").asString().equals(first)) {
                        return false;
                    }
                }
                return true;
            });
        }
    }

    @Test
    void theDemoMakesWayForASetOfTheGuestAndNotForOnesOfOthers() {
        // no other set of the demo begins amid this
        try (RunningServer server = RunningServer.startIn(data, "--plumbline.demo.rest=60s")) {
            Visitor guest = entered(server);
            String shown = newest(guest);
            assertTrue(guest.page("/live").body().contains("data-demo=\"true\""));
            String idle = server.page("/live").body();
            assertTrue(
                    idle.contains("data-demo=\"false\"") && idle.contains("<p class=\"hint\" id=\"hint\"></p>"),
                    "nobody waits for a set of the demo that is not theirs: " + idle);
            server.post("/api/live", "{\"repetitions\":1}");
            assertEquals(shown, newest(guest), "somebody else lifts beside it");

            String own = RunningServer.parse(
                            guest.post("/api/live", "{\"repetitions\":1}").body())
                    .get("set")
                    .asString();
            assertEquals(own, newest(guest));
            assertTrue(guest.page("/live").body().contains("Resume the simulated set"));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> guest.json("/api/live").get("stage").asString().equals("ended"));
            assertEquals(own, newest(guest), "the demo stays away until it is asked for");
        }
    }

    @Test
    void whoStartsASetOfTheirOwnIsToldBeforeAndAfterThatItEndsTheOneOfTheDemo() {
        try (RunningServer server = RunningServer.startIn(data, "--plumbline.simulation.speed=1")) {
            Visitor guest = entered(server);
            String ends = "A simulated set of the demo is running.";
            assertTrue(guest.page("/start").body().contains(ends), "said before");
            String fields = "source=simulated&exercise=deadlift&repetitions=1";
            assertEquals(302, guest.postForm("/start", fields).statusCode());
            assertTrue(guest.page("/live").body().contains("was ended for yours"), "and after");
            assertFalse(guest.page("/start").body().contains(ends), "there is none any more");
        }
    }

    @Test
    void whereOtherMachinesReachTheServerTheDoorIsShutUntilTheHostOpensIt() {
        try (RunningServer server = RunningServer.startIn(data, "--server.address=0.0.0.0")) {
            assertEquals(
                    404, server.stranger().postForm("/demo/enter", "as=lifter").statusCode());
            assertTrue(!server.stranger().page("/").body().contains("enter-demo"));
        }
        try (RunningServer server =
                RunningServer.startIn(data, "--server.address=0.0.0.0", "--plumbline.demo.allow-network=true")) {
            entered(server);
        }
    }

    @Test
    void whereNobodyLiftsInTimeThePageSaysSoAndNobodyWaitsForAnother() throws Exception {
        // the one set that has room is somebody else's
        try (RunningServer server =
                RunningServer.startIn(data, "--plumbline.simulation.speed=1", "--plumbline.live.most-sets=1")) {
            assertEquals(201, server.post("/api/live", "{\"repetitions\":30}").statusCode());
            Visitor first = server.stranger();
            Visitor second = server.stranger();
            CompletableFuture<Long> other = CompletableFuture.supplyAsync(() -> letInAtNanos(second));
            long firstNanos = letInAtNanos(first);
            Duration apart = Duration.ofNanos(Math.abs(other.get(60, TimeUnit.SECONDS) - firstNanos));
            assertTrue(apart.toSeconds() < 5, "one after the other, six seconds lie between them: " + apart);
            for (Visitor guest : List.of(first, second)) {
                String board = guest.page("/board").body();
                assertTrue(
                        board.contains("set has not begun yet") && board.contains("<a href=\"/board\">Try again</a>"),
                        board);
            }
        }
    }

    @Test
    void whoeverLooksAsAnotherOfTheSamplePeopleKeepsTheSessionThatThePageBeforeStillUses() {
        try (RunningServer server = RunningServer.startIn(data)) {
            Visitor guest = server.stranger();
            assertEquals(302, guest.postForm("/demo/enter", "as=lifter").statusCode());
            String session = guest.session().getValue();
            for (Role role : List.of(Role.COACH, Role.THERAPIST, Role.COACH)) {
                // with the token of the page before
                HttpResponse<String> answer = guest.postForm("/demo/enter", "as=" + role.word());
                assertTrue(answer.headers().firstValue("Location").orElse("").endsWith("/"), answer.toString());
                assertEquals(session, guest.session().getValue());
                assertTrue(guest.json("/api/me").toString().contains(role.word()));
            }

            Visitor real = server.joined(Role.LIFTER);
            String own = real.session().getValue();
            real.postForm("/demo/enter", "as=coach");
            assertNotEquals(own, real.session().getValue(), "a real person is signed out first");
        }
    }

    @Test
    void whoeverChangesTheRoleLeavesTheSetThatRunsAlone() {
        try (RunningServer server = RunningServer.startIn(data, "--plumbline.simulation.speed=1")) {
            Visitor guest = entered(server);
            String shown = newest(guest);
            guest.postForm("/demo/enter", "as=therapist");
            guest.forgetToken();
            guest.postForm("/demo/enter", "as=lifter");
            guest.forgetToken();
            JsonNode set = guest.json("/api/live");
            assertEquals(shown, set.get("set").asString());
            assertNotEquals("ended", set.get("stage").asString());
            assertEquals(
                    1,
                    guest.json("/api/sets?limit=200")
                            .valueStream()
                            .filter(one -> one.get("state").asString().equals("running"))
                            .count());
        }
    }

    @Test
    void whoseAccountIsClosedWhileTheDemoBeginsLeavesNothingOfTheirSessionToTheGuest() throws Exception {
        // the one set that has room is somebody else's: the door waits for another
        try (RunningServer server =
                RunningServer.startIn(data, "--plumbline.simulation.speed=1", "--plumbline.live.most-sets=1")) {
            assertEquals(201, server.post("/api/live", "{\"repetitions\":30}").statusCode());
            Visitor real = server.joined(Role.COACH);
            UUID id = server.personOf(real).id();
            String own = real.session().getValue();
            CompletableFuture<HttpResponse<String>> entering =
                    CompletableFuture.supplyAsync(() -> real.postForm("/demo/enter", "as=coach"));
            Awaitility.await()
                    .until(() -> !server.bean(People.class).samples(Role.COACH).isEmpty());
            server.bean(JdbcClient.class)
                    .sql("update person set disabled_at = current_timestamp where id = :id")
                    .param("id", id)
                    .update();
            assertEquals(302, entering.get(60, TimeUnit.SECONDS).statusCode());
            assertNotEquals(own, real.session().getValue());
        }
    }

    private static long letInAtNanos(Visitor guest) {
        assertEquals(302, guest.postForm("/demo/enter", "as=coach").statusCode());
        return System.nanoTime();
    }

    private static Visitor entered(RunningServer server) {
        Visitor guest = server.stranger();
        assertEquals(302, guest.postForm("/demo/enter", "as=lifter").statusCode());
        guest.forgetToken();
        newest(guest);
        return guest;
    }

    private static String newest(Visitor guest) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> guest.get("/api/live"), response -> response.statusCode() == 200)
                .body()
                .replaceAll(".*?\"set\":\"([^\"]*)\".*", "$1");
    }
}
