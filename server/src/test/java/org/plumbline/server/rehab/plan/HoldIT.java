package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.support.WatchingScreen;
import tools.jackson.databind.JsonNode;

/** A hold that was prescribed: what is told of it live, and what pages say of it afterwards, to whom. */
class HoldIT extends PlanCase {
    private static final String PLANKS =
            "{\"source\":\"simulated\",\"exercise\":\"side_plank\",\"repetitions\":2,\"seed\":31}";

    @Test
    void itsSecondsAreToldWhileItRunsAndAgainstThePlanAfterwards() {
        made(therapist.post(
                api("/prescriptions"),
                "{\"exercise\":\"side_plank\",\"sets\":2,\"repetitions\":2,\"holdS\":15,\"timesAWeekLeast\":2,"
                        + "\"timesAWeekMost\":3}"));
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(lifter, coach, RecordKind.FORM);
        String set;
        try (WatchingScreen screen = WatchingScreen.open(lifter)) {
            set = made(lifter.post("/api/live", PLANKS)).get("set").asString();
            screen.awaitStage(set, "ended");
            List<JsonNode> holds = screen.events("hold").stream()
                    .map(event -> event.get("hold"))
                    .toList();
            assertEquals(4, holds.size(), "begin and end of two: " + holds);
            assertTrue(holds.get(0).get("heldS").isNull(), "it runs: " + holds);
            assertEquals(
                    holds.get(0).get("sinceS").asDouble(),
                    holds.get(1).get("sinceS").asDouble());
            assertEquals(20, holds.get(1).get("heldS").asDouble(), 3);
            JsonNode snapshot = lifter.json("/api/live");
            assertTrue(snapshot.get("holds").asBoolean(), snapshot.toString());
            assertEquals(15, snapshot.get("holdTargetS").asDouble(), snapshot.toString());
            assertEquals(20, snapshot.get("repetitions").get(0).get("heldS").asDouble(), 3);
        }
        String page = lifter.page("/sets/" + set).body();
        assertTrue(page.contains("2 holds, ") && page.contains(" s (target 15 s reached)"), page);
        assertTrue(page.contains("Seconds held") || page.contains("Chart of the sag since the first second"), page);
        assertFalse(page.contains("peak flexion") || page.contains("Peak flexion"), page);
        String read =
                page.substring(page.indexOf("<main"), page.indexOf("</main>")).replaceAll("<[^>]*>", " ");
        assertFalse(read.matches("(?s).*\\b[Rr]ep(s|etitions?)?\\b.*"), "a hold is no rep: " + read);
        String hold = lifter.page("/sets/" + set + "/reps/1").body();
        assertTrue(hold.contains("Hold 1: held ") && hold.contains(" s (target 15 s reached)"), hold);
        String list = lifter.page("/sets").body();
        assertTrue(list.contains("2 holds") && list.contains(" s, hold by hold"), list);
        assertFalse(list.contains("eak flexion"), "what is listed is called what it is: " + list);
        for (String path : new String[] {"/sets", "/sets/" + set, "/today"}) {
            assertFalse(lifter.page(path).body().contains("on target"), "form is no target: " + path);
        }
        String theirs = coach.page("/sets/" + set).body();
        assertTrue(theirs.contains("2 holds, "), theirs);
        assertFalse(theirs.contains("target 15 s"), "the plan is shared on its own: " + theirs);
    }

    @Test
    void oneThatIsStoppedSaysHowLongItWas() {
        String set;
        try (WatchingScreen screen = WatchingScreen.open(lifter)) {
            set = made(lifter.post("/api/live", PLANKS.replace("31", "32")))
                    .get("set")
                    .asString();
            screen.await("hold", event -> event.get("hold").get("heldS").isNull());
            lifter.post("/api/live/" + set + "/stop", "");
            screen.awaitStage(set, "ended");
        }
        String page = lifter.page("/sets/" + set).body();
        assertTrue(page.contains("No hold counted"), page);
        assertTrue(page.matches("(?s).*Held \\d+( of 15)? s, then stopped at .*"), page);
    }
}
