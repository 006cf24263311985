package org.plumbline.server.rehab.pain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import tools.jackson.databind.JsonNode;

/** STOP for sharp pain while the bar is being lowered: in the live summary, on the page of the set and in the record. */
class StoppedSetIT {
    @Test
    void whereItWasStoppedIsSaidEverywhereAndThePainToThoseItIsSharedWith() {
        try (RunningServer server =
                RunningServer.start("--plumbline.demo.enabled=false", "--plumbline.simulation.speed=2")) {
            Visitor lifter = server.joined(Role.LIFTER);
            Visitor coach = server.joined(Role.COACH);
            server.share(lifter, coach, RecordKind.FORM);
            HttpResponse<String> begun = lifter.post(
                    "/api/live", "{\"source\":\"simulated\",\"exercise\":\"deadlift\",\"repetitions\":8,\"seed\":3}");
            String set = RunningServer.parse(begun.body()).get("set").asString();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> isLowering(lifter.json("/api/live")));
            lifter.post("/api/live/" + set + "/stop", "");
            lifter.postForm("/symptoms/stopped", "set=" + set);

            JsonNode result = lifter.json("/api/sets/" + set);
            JsonNode left = result.get("unfinished");
            int done = result.get("repetitions").size();
            assertTrue(done >= 2, result.toString());
            assertEquals(done + 1, left.get("number").asInt(), left.toString());
            assertEquals("eccentric", left.get("phase").asString());
            String said = "Stopped at %.1f s, in rep %d on the way down; it is not counted."
                    .formatted(left.get("stoppedS").asDouble(), done + 1);
            assertEquals(said, lifter.json("/api/live").get("stopped").asString());
            String page = lifter.page("/sets/" + set).body();
            int top = page.indexOf("Stopped for sharp pain, today");
            assertTrue(top > 0 && top < page.indexOf(said) && page.indexOf(said) < page.indexOf("<figure"), page);
            assertTrue(page.contains("<h1>Stopped for sharp pain, %d reps counted</h1>".formatted(done)), page);
            assertTrue(page.contains("The questions about it are not answered yet."));
            assertTrue(page.contains("Until then, of an unfinished movement: Peak lumbar flexion"), page);
            assertTrue(page.contains("Not assessed, because it was not finished: "), page);
            String asCoach = coach.page("/sets/" + set).body();
            assertTrue(asCoach.contains(said), "where it was left is form");
            assertFalse(asCoach.contains("sharp pain"), "why is pain");

            lifter.postForm("/pain", "score=1&moment=other");
            String log = lifter.page("/pain").body();
            assertTrue(log.contains("id=\"stops\""), log);
            assertTrue(
                    log.contains("A set was stopped for sharp pain this week: milder days do not weigh that up."),
                    "whatever the days say");

            lifter.postForm("/sets/" + set + "/analyses", "");
            assertEquals(left, lifter.json("/api/sets/" + set).get("unfinished"), "analysed again it is the same");
        }
    }

    private static boolean isLowering(JsonNode live) {
        return live.get("repetitions").size() >= 2
                && live.get("phase").asString().equals("eccentric");
    }
}
