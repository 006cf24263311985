package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.WatchingScreen;
import tools.jackson.databind.JsonNode;

class DemoModeIT {
    @TempDir
    Path data;

    @Test
    void aFirstStartIsAliveWithinTenSecondsAndOneClickEndsTheDemoForGood() {
        try (RunningServer server = RunningServer.startIn(data, "--plumbline.simulation.speed=1");
                WatchingScreen screen = WatchingScreen.open(server.port())) {
            Awaitility.await("a repetition at the speed of life")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> screen.events("next").stream()
                            .anyMatch(event -> event.get("repetition").asInt() > 1));
            assertTrue(screen.events("snapshot")
                    .get(0)
                    .get("snapshot")
                    .get("simulated")
                    .asBoolean());

            assertEquals(302, server.postForm("/demo/leave", "").statusCode());
            assertEquals(0, server.json("/api/sets").size(), "nothing of the demo is left");
            screen.await("idle", event -> event.get("reload").asBoolean());
            assertTrue(server.page("/sets").body().contains("No set yet"));
        }
        try (RunningServer again = RunningServer.startIn(data)) {
            assertEquals(204, again.get("/api/live").statusCode(), "it stays off after a restart");
            assertEquals(302, again.postForm("/demo/start", "").statusCode());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> again.get("/api/live").statusCode() == 200);
        }
    }

    @Test
    void oneDemoSetFollowsTheOtherAndOnlyTheNewestAreKept() {
        try (RunningServer server = RunningServer.startIn(
                data,
                "--plumbline.simulation.speed=200",
                "--plumbline.demo.rest=10ms",
                "--plumbline.demo.keep-sets=2")) {
            String first = newest(server);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                JsonNode sets = server.json("/api/sets");
                for (JsonNode set : sets) {
                    if (set.get("id").asString().equals(first)) {
                        return false;
                    }
                }
                return sets.size() == 2;
            });
        }
    }

    @Test
    void theDemoMakesWayForYourOwnSet() {
        try (RunningServer server = RunningServer.startIn(data)) {
            newest(server);
            String own = RunningServer.parse(
                            server.post("/api/live", "{\"repetitions\":1}").body())
                    .get("set")
                    .asString();
            assertEquals(own, newest(server));
            assertTrue(server.page("/live").body().contains("Demo paused"));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() ->
                            server.json("/api/live").get("stage").asString().equals("ended"));
            assertEquals(own, newest(server), "the demo stays away until it is asked for");
            server.postForm("/demo/leave", "");
            assertEquals(own, server.json("/api/sets").get(0).get("id").asString(), "your own set stays");
        }
    }

    private static String newest(RunningServer server) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> server.get("/api/live"), response -> response.statusCode() == 200)
                .body()
                .replaceAll(".*?\"set\":\"([^\"]*)\".*", "$1");
    }
}
