package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.web.Spoken;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A lifter's record by its pages and by the API. */
class RecordPagesIT extends RecordCase {
    @Test
    void aNewcomerIsToldWhatToDoNextOnEveryPage() {
        String today = lifter.page("/today").body();
        assertTrue(today.contains("Welcome, lifter") && today.contains("href=\"/start\""), today);
        assertTrue(lifter.page("/sets").body().contains("No set yet"));
        assertTrue(lifter.page("/progress").body().contains("Nothing to follow yet"));
        assertTrue(lifter.page("/log").body().contains("A walk counts"));
        assertTrue(lifter.page("/warm-up").body().contains("Bird dog"));
    }

    @Test
    void whereASimulatedSetIsShownThePageSaysOnceThatItDoesNotCount() {
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(lifter, coach, RecordKind.FORM);
        history.lifted(daysAgo(2), 100, 31, TWO_LEFT);
        for (String page : List.of("/today", "/sets")) {
            assertEquals(0, explained(lifter, page), page);
        }
        history.simulated(daysAgo(1), 140);
        history.simulated(daysAgo(1).plusSeconds(300), 140);
        for (String page : List.of("/today", "/sets")) {
            assertEquals(1, explained(lifter, page), page);
        }
        for (String page : List.of("/people/" + me, "/people/" + me + "/sets")) {
            assertEquals(1, explained(coach, page), page);
        }
        assertEquals(0, explained(coach, "/roster"), "there it does not stand");
        lifter.postForm("/start", "source=simulated&exercise=deadlift&repetitions=1");
        assertEquals(1, explained(coach, "/board"), "of a set that runs or has just ended");
        assertTrue(coach.page("/roster").body().contains("lifting now"), "who is on the board is not said to be away");
        lifter.postForm("/live/" + lifter.json("/api/live").get("set").asString() + "/stop", "");
    }

    @Test
    void aSetOfWhichOneRepetitionWasNotAssessedIsOnTargetOnNoPage() {
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(lifter, coach, RecordKind.FORM);
        UUID set = history.lifted(NOW, 100, 30, TWO_LEFT);
        SERVER.bean(JdbcClient.class)
                .sql("update set_summary set assessed = 4 where set_id = :set")
                .param("set", set)
                .update();
        lifter.postForm("/check-in", "sleep=3&stress=1&seen=" + lifter.hidden("/check-in", "seen"));
        for (String page : List.of("/today", "/sets", "/pain")) {
            assertPartlyAssessed(lifter.page(page).body());
        }
        assertPartlyAssessed(coach.page("/people/" + me).body());
    }

    private static void assertPartlyAssessed(String page) {
        assertTrue(page.contains("4 of 5 assessed"), page);
        assertFalse(page.contains(">on target<"), page);
    }

    private static int explained(Visitor who, String page) {
        String body = who.page(page).body();
        assertEquals(body.contains("simulated-what"), body.contains("Nobody lifted these sets."), body);
        return body.split("id=\"simulated-what\"", -1).length - 1;
    }

    @Test
    void aChartAndTheNumberBesideItSpeakOfTheMiddleRepetitionAndOfThoseThatWereFlagged() {
        twoWeeks();
        history.rounded(daysAgo(1), 100, 30, TWO_LEFT);
        String page = lifter.page("/progress?exercise=deadlift").body();
        assertTrue(page.contains("Middle rep of the last set 30°: within"), page);
        assertTrue(page.contains("1 rep of that set was flagged, for any reason."), page);
        String chart = lifter.get("/people/" + me + "/charts/progress.svg?exercise=deadlift&what=flexion")
                .body();
        assertTrue(chart.contains("Peak flexion of the middle rep"), chart);
        assertTrue(chart.contains("single reps flagged in 1 set, for any reason"), chart);
    }

    private SetRecorder begun() {
        RecordingHeader header = new RecordingHeader(
                null,
                "deadlift",
                null,
                null,
                List.of(new SensorDescription(SensorPlacement.PELVIS, 100, "")),
                List.of(),
                Map.of());
        return SERVER.bean(TrainingLog.class)
                .begin(
                        SERVER.personOf(lifter),
                        new NewSet("deadlift", null, SetSource.SENSORS, false, false, null, header));
    }

    @Test
    void whatWasSaidOfASetStandsOnItsPageInTheWordsForWhoReadsIt() {
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(lifter, coach, RecordKind.FORM);
        SetRecorder recorder = begun();
        recorder.message(Spoken.of("“Away from your usual” came.", "“Away from their usual” came."), 3);
        recorder.end(SetState.INTERRUPTED, null);
        String page = "/sets/" + recorder.setId();
        assertTrue(lifter.page(page).body().contains("“Away from your usual” came."));
        String asCoach = coach.page(page).body();
        assertTrue(asCoach.contains("“Away from their usual” came."), asCoach);
        assertFalse(asCoach.contains("your usual"), asCoach);
    }

    @Test
    void aSetThatRunsIsNotCalledNotAssessed() {
        SetRecorder recorder = begun();
        String list = lifter.page("/sets").body();
        assertTrue(list.contains(">running<"), list);
        assertFalse(list.contains("not assessed"), list);
        recorder.end(SetState.INTERRUPTED, null);
        assertTrue(lifter.page("/sets").body().contains("not assessed"), "once it is over it is");
    }

    @Test
    void theDayBeginsWithTheLastSetAndWhatIsNext() {
        twoWeeks();
        String today = lifter.page("/today").body();
        assertTrue(today.contains("Deadlift: 100 kg × 5 last time."), today);
        assertTrue(today.contains("/start?exercise=deadlift"), today);
        assertTrue(today.contains("102.5 kg to 110 kg is worth a try"), today);
        assertFalse(today.contains("Say how hard it was"), "it was said");
        assertFalse(today.contains("Resting for"), "two days ago is no rest between sets");
        UUID fresh = history.lifted(NOW.minusSeconds(100), 100, 30, Effort.NOT_SAID);
        String now = lifter.page("/today").body();
        assertTrue(now.contains("/sets/" + fresh + "/effort") && now.contains("Resting for"), now);
        lifter.postForm("/account/load-unit", "unit=lb");
        assertTrue(lifter.page("/today").body().contains("220.5 lb"));
    }

    @Test
    void theMenuLeadsToThePainLogThePlanAndTheEmergencyPage() {
        String today = lifter.page("/today").body();
        String menu = today.substring(today.indexOf("<details class=\"more\">"), today.indexOf("</details>"));
        for (String page : List.of("/pain", "/plan", "/emergency")) {
            assertTrue(menu.contains("<a href=\"" + page + "\">"), page + " is missing: " + menu);
        }
    }

    @Test
    void aSetStoppedForSharpPainIsNowhereOnTargetForWhoeverMayReadOfPain() {
        Visitor coach = SERVER.joined(Role.COACH);
        Visitor therapist = SERVER.joined(Role.THERAPIST);
        SERVER.share(lifter, coach, RecordKind.FORM);
        SERVER.share(lifter, therapist, RecordKind.FORM, RecordKind.PAIN);
        UUID set = history.lifted(daysAgo(1), 60, 31, TWO_LEFT);
        assertTrue(lifter.page("/sets").body().contains("on target"));
        lifter.postForm("/symptoms/stopped", "set=" + set);

        String record = "/people/" + me;
        String stopped = "<span>stopped: sharp pain</span>";
        for (String page : List.of("/today", "/sets", record, record + "/compare")) {
            String own = lifter.page(page).body();
            assertTrue(own.contains(stopped) && !own.contains("on target"), page + ": " + own);
            assertTrue(own.contains("shape level-3"), "with its shape: " + own);
        }
        for (String page : List.of(record, record + "/sets", record + "/compare")) {
            String theirs = therapist.page(page).body();
            assertTrue(theirs.contains(stopped) && !theirs.contains("on target"), page + ": " + theirs);
            String form = coach.page(page).body();
            assertTrue(
                    form.contains("on target") && !form.contains("sharp pain"), "pain is shared on its own: " + form);
        }
        String reads = lifter.json("/api/account/reads").toString();
        assertTrue(reads.contains("pain_log"), "that it was read is noted: " + reads);
    }

    @Test
    void ofARepetitionWhatIsWithinLimitsIsFoldedAndWhatHasNoLimitHasNoShapeOfALevel() {
        UUID set = RecordedSets.upload(lifter, SimulationScript.clean("deadlift", 3, 93), "deadlift", 80.0);
        String page = lifter.page("/sets/" + set + "/reps/1").body();
        String numbers = page.substring(page.indexOf(">Numbers<"), page.indexOf("id=\"samples\""));
        assertTrue(numbers.contains("Within the limits, or not assessed ("), numbers);
        assertFalse(
                numbers.substring(0, numbers.indexOf("<details")).contains("<table"), "nothing is beyond: " + numbers);
        String others = numbers.substring(numbers.indexOf("Measured without a limit"));
        assertFalse(others.contains("<svg"), others);
    }

    @Test
    void aSimulatedSetIsComparedWithSimulatedOnesAndSaidToCountNowhere() {
        UUID set = history.simulated(daysAgo(1), 100);
        String page = lifter.page("/sets/" + set).body();
        String compare = "/people/" + me + "/compare?exercise=deadlift&load=100.0";
        assertTrue(page.contains((compare + "&simulated=true").replace("&", "&amp;")), page);
        String simulated = lifter.page(compare + "&simulated=true").body();
        assertTrue(simulated.contains("/sets/" + set) && simulated.contains("they count nowhere"), simulated);
        assertTrue(simulated.contains("&amp;simulated=true"), "its charts are of the same sets: " + simulated);
        String chart = "/people/" + me + "/charts/compare-peaks.svg?exercise=deadlift&load=100.0&simulated=true";
        assertEquals(200, lifter.get(chart).statusCode());
        String real = lifter.page(compare).body();
        assertTrue(real.contains("No set to compare") && real.contains("Compare simulated sets"), real);
        assertFalse(real.contains("/sets/" + set), real);

        history.lifted(daysAgo(2), 100, 31, TWO_LEFT);
        assertTrue(lifter.page(compare).body().contains("shape level-0"), "real ones are compared with real ones");
    }

    @Test
    void eachExerciseBringsItsOwnLoadToTheStartPage() {
        history.simulated(daysAgo(1), 140);
        RecordedSets.upload(lifter, SimulationScript.clean("squat", 3, 92), "squat", 30.0);
        RecordedSets.upload(lifter, SimulationScript.clean("deadlift", 3, 93), "deadlift", 80.0);
        String start = lifter.page("/start?exercise=deadlift").body();
        assertTrue(start.contains("<data hidden data-exercise=\"deadlift\" data-load=\"140.0\">"), start);
        assertFalse(
                start.contains("<data hidden data-exercise=\"squat\""), "no simulated squat has a load yet: " + start);
        assertTrue(start.contains("data-of=\"deadlift\">Last time: Deadlift, 80 kg × 3"), start);
        assertTrue(start.contains("data-of=\"squat\" hidden=\"hidden\">Last time: Squat, 30 kg × 3"), start);
        assertTrue(
                start.contains("<noscript><form class=\"inline\" method=\"get\" action=\"/start\">"),
                "without script the page is asked for anew: " + start);
        String squat = lifter.page("/start?exercise=squat").body();
        assertTrue(squat.contains("data-of=\"squat\">Last time: Squat, 30 kg × 3"), squat);
    }

    @Test
    void aSimulatedSetOfARealPersonIsNeitherWhatWasLiftedLastNorWhatIsLiftedNext() {
        history.simulated(NOW.minusSeconds(200), 140);
        String today = lifter.page("/today").body();
        assertFalse(today.contains("140 kg"), today);
        assertFalse(today.contains("last time."), today);
        String start = lifter.page("/start?exercise=deadlift").body();
        assertFalse(start.contains("Last time"), start);
        assertTrue(start.contains("value=\"140.0\""), "the next simulated one is filled in from it: " + start);
        String next = "/api/people/" + me + "/next-set?exercise=deadlift";
        assertTrue(lifter.json(next).get("loadKg").isNull(), lifter.json(next).toString());

        history.lifted(daysAgo(2), 60, 31, TWO_LEFT);
        String now = lifter.page("/today").body();
        assertTrue(now.contains("Deadlift: 60 kg × 5 last time."), now);
        String again = lifter.page("/start?exercise=deadlift").body();
        assertTrue(again.contains("Last time: Deadlift, 60 kg × 5"), again);
        assertFalse(again.contains("value=\"60.0\""), "nor is a simulated one filled in from a real one: " + again);
        assertEquals(60, lifter.json(next).get("loadKg").asDouble(), 1e-9);
    }

    @Test
    void theListIsFilteredByExerciseAndDayAndADeletedSetComesBack() {
        twoWeeks();
        assertEquals(5, rows(lifter.page("/sets").body()));
        assertEquals(0, rows(lifter.page("/sets?exercise=squat").body()));
        String lately = "/sets?exercise=deadlift&since=" + LocalDate.now().minusDays(7);
        assertEquals(2, rows(lifter.page(lately).body()));
        assertEquals(
                3,
                rows(lifter.page("/sets?until=" + LocalDate.now().minusDays(7)).body()));
        String id = lifter.json("/api/people/" + me + "/sets")
                .get("sets")
                .get(0)
                .get("id")
                .asString();
        assertEquals(302, lifter.postForm("/sets/" + id + "/delete", "").statusCode());
        String after = lifter.page("/sets").body();
        assertEquals(4, rows(after));
        assertTrue(after.contains("The set is deleted.") && after.contains("/sets/" + id + "/restore"), after);
        assertFalse(lifter.page("/sets").body().contains("The set is deleted."), "said once");
        assertTrue(lifter.page("/sets").body().contains("/sets/" + id + "/restore"), "and possible later");
        lifter.postForm("/sets/" + id + "/restore", "");
        assertEquals(5, rows(lifter.page("/sets").body()));
    }

    @Test
    void theLogTakesWalksGivesThemBackAndRefusesTomorrow() {
        assertEquals(302, add("walking", LocalDate.now(), "40").statusCode());
        add("mobility", LocalDate.now().minusDays(1), "10");
        String log = lifter.page("/log").body();
        assertTrue(log.contains("40 minutes") && log.contains("40 min of walking in the last 7 days"), log);
        HttpResponse<String> tomorrow = add("walking", LocalDate.now().plusDays(1), "30");
        assertTrue(tomorrow.body().contains("must be today or before"), tomorrow.body());
        assertTrue(add("walking", LocalDate.now(), "0").body().contains("Minutes go from 1"));
        JsonNode entries = lifter.json("/api/people/" + me + "/activities");
        assertEquals(2, entries.size());
        String id = entries.get(0).get("id").asString();
        lifter.postForm("/log/" + id + "/delete", "");
        assertTrue(lifter.page("/log").body().contains("/log/" + id + "/restore"));
        assertEquals(1, lifter.json("/api/people/" + me + "/activities").size());
        lifter.postForm("/log/" + id + "/restore", "");
        assertEquals(2, lifter.json("/api/people/" + me + "/activities").size());
        lifter.postForm("/warm-up", "minutes=12");
        assertTrue(lifter.page("/log").body().contains("Warm-up"));
    }

    private HttpResponse<String> add(String kind, LocalDate day, String minutes) {
        return lifter.postForm("/log", "kind=" + kind + "&day=" + day + "&minutes=" + minutes + "&note=");
    }

    @Test
    void programsHaveAllOfIt() {
        twoWeeks();
        String people = "/api/people/" + me;
        JsonNode page = lifter.json(people + "/sets?limit=2&offset=1&exercise=deadlift");
        assertEquals(5, page.get("total").asInt());
        assertEquals(2, page.get("sets").size());
        assertEquals(45, page.get("sets").get(0).get("peakFlexionMedianDeg").asDouble(), 1e-9);
        assertEquals(400, lifter.get(people + "/sets?limit=0").statusCode());
        assertEquals(400, lifter.get(people + "/sets?limit=x").statusCode());
        assertEquals(400, lifter.get(people + "/sets?offset=-1").statusCode());
        JsonNode next = lifter.json(people + "/next-set?exercise=deadlift");
        assertEquals(100, next.get("loadKg").asDouble(), 1e-9);
        JsonNode progress = lifter.json(people + "/progress?exercise=deadlift");
        assertEquals("suggested", progress.get("advice").get("outcome").asString());
        assertEquals(
                "e1rm",
                lifter.json(people + "/progress/e1rm?exercise=deadlift")
                        .get("what")
                        .asString());
        assertEquals(
                400, lifter.get(people + "/progress/mood?exercise=deadlift").statusCode());
        assertEquals(
                200,
                lifter.put(people + "/goals/deadlift", "{\"repetitions\":8}").statusCode());
        assertEquals(
                8,
                lifter.json(people + "/progress?exercise=deadlift").get("goal").asInt());
        assertEquals(
                400,
                lifter.put(people + "/goals/juggling", "{\"repetitions\":8}").statusCode());
        HttpResponse<String> walk = lifter.post(people + "/activities", "{\"kind\":\"walking\",\"minutes\":30}");
        assertEquals(201, walk.statusCode());
        String address = walk.headers().firstValue("Location").orElseThrow();
        assertEquals(204, lifter.delete(address).statusCode());
        assertEquals(404, lifter.delete(address).statusCode());
        assertEquals(204, lifter.post(address + "/restore", "").statusCode());
        String set = page.get("sets").get(0).get("id").asString();
        assertEquals(204, lifter.delete("/api/sets/" + set).statusCode());
        assertEquals(4, lifter.json(people + "/sets").get("total").asInt());
        assertEquals(204, lifter.post("/api/sets/" + set + "/restore", "").statusCode());
    }

    @Test
    void othersSeeItOnlyWhereItIsSharedAndDeleteNothing() {
        UUID set = history.lifted(daysAgo(1), 100, 30, TWO_LEFT);
        Visitor coach = SERVER.joined(Role.COACH);
        List<String> addresses = List.of(
                "/people/" + me + "/progress",
                "/people/" + me + "/sets",
                "/people/" + me + "/log",
                "/api/sets/" + set + "/effort",
                "/api/people/" + me + "/sets",
                "/api/people/" + me + "/progress?exercise=deadlift",
                "/api/people/" + me + "/next-set?exercise=deadlift",
                "/api/people/" + me + "/activities");
        addresses.forEach(address -> assertEquals(404, coach.get(address).statusCode(), address));
        SERVER.share(lifter, coach, RecordKind.FORM);
        addresses.forEach(address -> assertEquals(200, coach.get(address).statusCode(), address));
        assertEquals(403, coach.delete("/api/sets/" + set).statusCode());
        assertEquals(
                403, coach.put("/api/sets/" + set + "/effort", "{\"rpe\":10}").statusCode(), "not their word");
        assertEquals(403, coach.page("/sets/" + set + "/effort").statusCode());
        assertEquals(403, coach.postForm("/sets/" + set + "/effort", "rpe=10").statusCode());
        assertEquals(403, coach.postForm("/sets/" + set + "/delete", "").statusCode());
        assertEquals(404, coach.postForm("/sets/" + set + "/restore", "").statusCode());
        assertEquals(
                403,
                coach.post("/api/people/" + me + "/activities", "{\"kind\":\"walking\",\"minutes\":30}")
                        .statusCode());
        String page = coach.page("/people/" + me + "/progress").body();
        assertFalse(page.contains("/progress/goal"), "the goal is the lifter's");
        assertTrue(lifter.page("/account/reads").body().contains("progress"));
    }

    private static int rows(String page) {
        int from = page.indexOf("<tbody>");
        return from < 0 ? 0 : page.substring(from).split("<tr>", -1).length - 1;
    }
}
