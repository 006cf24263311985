package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import tools.jackson.databind.JsonNode;

/** What a lifter says of a set afterwards: how hard it was, a note, the load it really was. */
class EffortIT extends RecordCase {
    @Test
    void aRestIsCountedAfterTheSetAndNoLongerWhereTheSessionIsOver() {
        UUID fresh = history.lifted(NOW.minusSeconds(100), 100, 30, Effort.NOT_SAID);
        UUID old = history.lifted(daysAgo(2), 100, 30, Effort.NOT_SAID);
        assertTrue(lifter.page("/sets/" + fresh + "/effort").body().contains("data-since="));
        assertFalse(lifter.page("/sets/" + old + "/effort").body().contains("data-since="));
    }

    @Test
    void effortIsSaidAndWhatIsWrongIsKeptAsItWasTyped() {
        UUID set = history.lifted(daysAgo(1), 100, 30, Effort.NOT_SAID);
        String effort = "/sets/" + set + "/effort";
        HttpResponse<String> wrong = say(effort, "rpe=8.5&left=1&load=heavy&note=belt+on");
        assertEquals(422, wrong.statusCode());
        assertTrue(wrong.body().contains("must be a number") && wrong.body().contains("value=\"heavy\""));
        assertTrue(wrong.body().contains("belt on"));
        assertEquals(302, say(effort, "rpe=8.5&left=1&load=102,5&note=belt+on").statusCode());
        JsonNode said = lifter.json("/api" + effort);
        assertEquals(8.5, said.get("rpe").asDouble(), 1e-9);
        assertEquals(102.5, said.get("loadKg").asDouble(), 1e-9);
        assertEquals(100, said.get("loadBeforeKg").asDouble(), 1e-9);
        String page = lifter.page(effort).body();
        assertTrue(page.contains("It was begun with 100 kg."), page);
        assertTrue(lifter.page("/sets").body().contains("RPE 8.5"));

        // pounds are rounded for reading; what was not touched stays
        lifter.postForm("/account/load-unit", "unit=lb");
        String pounds = lifter.page(effort).body();
        assertTrue(pounds.contains("value=\"226\""), pounds);
        say(effort, "rpe=9&left=&load=226&note=");
        assertEquals(102.5, lifter.json("/api" + effort).get("loadKg").asDouble(), 1e-9);
        assertEquals(400, lifter.put("/api" + effort, "{\"rpe\":11}").statusCode());
        String heavy = say(effort, "rpe=9&left=&load=3000&note=").body();
        assertTrue(heavy.contains("The load must be from 0 to 2204.5 lb."), heavy);
        String program = lifter.put("/api" + effort, "{\"loadKg\":1001}").body();
        assertTrue(program.contains("The load must be from 0 to 1000 kg."), program);
        String nothing = lifter.put("/api" + effort, "{\"loadKg\":0.0001}").body();
        assertTrue(nothing.contains("the least is 0.5 kg, and no load is 0 kg."), nothing);
        String none = say(effort, "rpe=9&left=&load=0.1&note=").body();
        assertTrue(none.contains("the least is 0.5 lb, and no load is 0 lb."), none);
    }

    @Test
    void aRatingThatDeniesTheRepetitionsInReserveIsAskedAboutAndNothingIsChosen() {
        UUID set = history.lifted(daysAgo(1), 100, 30, Effort.NOT_SAID);
        String effort = "/sets/" + set + "/effort";
        HttpResponse<String> asked = say(effort, "rpe=9&left=5&load=102.5&note=belt+on");
        assertEquals(422, asked.statusCode());
        String page = asked.body();
        assertTrue(page.contains("RPE 9 and 5 reps in reserve do not go together"), page);
        assertTrue(page.contains("value=\"9\" selected") && page.contains("value=\"5\" selected"), page);
        assertTrue(page.contains("value=\"102.5\"") && page.contains("belt on"), page);
        JsonNode said = lifter.json("/api" + effort);
        assertTrue(said.get("rpe").isNull() && said.get("note").isNull(), said.toString());
        assertEquals(
                400,
                lifter.put("/api" + effort, "{\"rpe\":7,\"repetitionsInReserve\":1}")
                        .statusCode());
        assertEquals(302, say(effort, "rpe=9&left=1&load=102.5&note=belt+on").statusCode());
    }

    @Test
    void aHoldIsAskedForItsRatingAloneAndHasSecondsInsteadOfReps() {
        UUID set = RecordedSets.upload(lifter, SimulationScript.clean("side_plank", 2, 31), "side_plank", null);
        String effort = "/sets/" + set + "/effort";
        String page = lifter.page(effort).body();
        assertTrue(page.contains("2 holds") && page.matches("(?s).*held \\d+(–\\d+)? s.*"), page);
        assertTrue(page.contains("not a second longer"), page);
        String read = page.substring(page.indexOf("<main"), page.indexOf("</main>"));
        assertFalse(read.contains("in reserve") || read.contains("one rep left"), "a hold has no reps: " + read);

        assertEquals(302, say(effort, "rpe=8&load=&note=").statusCode());
        HttpResponse<String> program = lifter.put("/api" + effort, "{\"repetitionsInReserve\":2}");
        assertEquals(400, program.statusCode(), program.body());
        assertTrue(program.body().contains("A hold has no reps in reserve."), program.body());
        JsonNode said = lifter.json("/api" + effort);
        assertEquals(8, said.get("rpe").asDouble(), 1e-9);
        assertEquals(200, lifter.put("/api" + effort, said.toString()).statusCode(), "an answer may be sent back");
    }

    @Test
    void afterAStopForSharpPainNothingCallsToTheNextSetThatDay() {
        UUID set = history.lifted(NOW.minusSeconds(100), 100, 30, TWO_LEFT);
        List<String> pages = List.of("/today", "/sets/" + set + "/effort");
        pages.forEach(page -> assertTrue(lifter.page(page).body().contains("Next set"), page));
        assertEquals(204, lifter.postForm("/symptoms/stopped", "set=" + set).statusCode());
        pages.forEach(this::assertHeldBack);

        String nothing = "&none=emergency&none=urgent&none=routine";
        assertEquals(
                302,
                lifter.postForm("/symptoms", "because=stop&set=" + set + nothing)
                        .statusCode());
        pages.forEach(this::assertHeldBack);
    }

    private void assertHeldBack(String page) {
        String body = lifter.page(page).body();
        assertFalse(body.contains("Next set"), page + ": " + body);
        assertTrue(body.contains("For today: no further heavy set."), page + " says why: " + body);
    }

    private HttpResponse<String> say(String effort, String typed) {
        return lifter.postForm(effort, typed + "&seen=" + lifter.hidden(effort, "seen"));
    }

    @Test
    void whatAProgramDoesNotSendOfASetStaysAndNullClearsIt() {
        UUID set = history.lifted(daysAgo(1), 100, 30, TWO_LEFT);
        String effort = "/api/sets/" + set + "/effort";
        assertEquals(
                200,
                lifter.put(effort, "{\"note\":\"belt on\",\"loadKg\":102.5}").statusCode());
        assertEquals(200, lifter.put(effort, "{\"rpe\":8}").statusCode());
        JsonNode said = lifter.json(effort);
        assertEquals(8, said.get("rpe").asDouble(), 1e-9);
        assertEquals(2, said.get("repetitionsInReserve").asInt());
        assertEquals(102.5, said.get("loadKg").asDouble(), 1e-9, "the load was not sent, and stays");
        assertEquals("belt on", said.get("note").asString());
        assertEquals(200, lifter.put(effort, said.toString()).statusCode(), "an answer may be sent back");
        assertEquals(said, lifter.json(effort), "and changes nothing");
        JsonNode cleared = RunningServer.parse(lifter.put(effort, "{\"note\":null,\"repetitionsInReserve\":null}")
                .body());
        assertTrue(
                cleared.get("note").isNull()
                        && cleared.get("repetitionsInReserve").isNull(),
                cleared.toString());
        assertEquals(8, cleared.get("rpe").asDouble(), 1e-9);
    }

    @Test
    void aFormThatWasOpenBeforeSomethingElseWasSaidOverwritesNothingAndLosesNothing() {
        UUID set = history.lifted(daysAgo(1), 100, 30, Effort.NOT_SAID);
        String effort = "/sets/" + set + "/effort";
        String opened = lifter.hidden(effort, "seen");
        say(effort, "rpe=8&left=&load=100&note=belt+on");
        HttpResponse<String> late = lifter.postForm(effort, "rpe=9&left=&load=100&note=slow&seen=" + opened);
        assertEquals(200, late.statusCode());
        assertTrue(late.body().contains("Something else was saved since you opened this page: RPE 8,"), late.body());
        assertTrue(late.body().contains("note: belt on.") && late.body().contains(">slow</textarea>"), late.body());
        assertEquals("belt on", lifter.json("/api" + effort).get("note").asString());
        say(effort, "rpe=9&left=&load=100&note=slow");
        assertEquals("slow", lifter.json("/api" + effort).get("note").asString());
    }

    @Test
    void howHardASetWasStandsOnItsPageAndInTheListOfAPhone() {
        UUID set = history.lifted(daysAgo(1), 60, 31, new Effort(8.5, 1));
        String page = lifter.page("/sets/" + set).body();
        String meta = page.substring(page.indexOf("<p class=\"meta\">"), page.indexOf("<p class=\"meta\">") + 600);
        assertTrue(meta.contains("RPE 8.5") && meta.contains("1 rep in reserve"), meta);
        String list = lifter.page("/sets").body();
        assertTrue(list.contains("<small class=\"narrow\">RPE 8.5</small>"), list);
        assertTrue(list.contains("<small class=\"narrow\">1 left</small>"), list);
    }
}
