package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.web.Spoken;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A lifter's record by its pages and by the API. */
class RecordPagesIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Effort TWO_LEFT = new Effort(null, 2);

    private Visitor lifter;
    private UUID me;
    private History history;

    @BeforeEach
    void join() {
        lifter = SERVER.joined(Role.LIFTER);
        me = SERVER.personOf(lifter).id();
        history = new History(SERVER, me);
    }

    private void twoWeeks() {
        history.lifted(daysAgo(13), 90, 28, TWO_LEFT);
        history.lifted(daysAgo(11), 95, 30, TWO_LEFT);
        history.lifted(daysAgo(8), 100, 29, new Effort(9.0, null));
        history.lifted(daysAgo(6), 100, 45, TWO_LEFT);
        history.lifted(daysAgo(2), 100, 31, TWO_LEFT);
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

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
        lifter.postForm("/live/" + lifter.json("/api/live").get("set").asString() + "/stop", "");
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
    void aRestIsCountedAfterTheSetAndNoLongerWhereTheSessionIsOver() {
        UUID fresh = history.lifted(NOW.minusSeconds(100), 100, 30, Effort.NOT_SAID);
        UUID old = history.lifted(daysAgo(2), 100, 30, Effort.NOT_SAID);
        assertTrue(lifter.page("/sets/" + fresh + "/effort").body().contains("data-since="));
        assertFalse(lifter.page("/sets/" + old + "/effort").body().contains("data-since="));
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
    void howHardASetWasStandsOnItsPageAndInTheListOfAPhone() {
        UUID set = history.lifted(daysAgo(1), 60, 31, new Effort(8.5, 1));
        String page = lifter.page("/sets/" + set).body();
        String meta = page.substring(page.indexOf("<p class=\"meta\">"), page.indexOf("<p class=\"meta\">") + 600);
        assertTrue(meta.contains("RPE 8.5") && meta.contains("1 rep in reserve"), meta);
        String list = lifter.page("/sets").body();
        assertTrue(list.contains("<small class=\"narrow\">RPE 8.5</small>"), list);
        assertTrue(list.contains("<small class=\"narrow\">1 left</small>"), list);
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
    void whereOnlySimulatedSetsAreThereNoEmptyChartOfAnEstimateIsShown() {
        history.simulated(daysAgo(2), 140);
        String page = lifter.page("/progress").body();
        assertTrue(page.contains("Estimated one-rep maximum"), page);
        assertFalse(page.contains("what=e1rm"), page);

        history.lifted(daysAgo(1), 100, 31, TWO_LEFT);
        assertTrue(lifter.page("/progress").body().contains("what=e1rm"), "a real one is drawn");
    }

    @Test
    void anEstimateWithoutARangeIsOneNumber() {
        UUID single = history.lifted(daysAgo(2), 100, 31, new Effort(10.0, null));
        SERVER.bean(JdbcClient.class)
                .sql("update set_summary set repetitions = 1 where set_id = :set")
                .param("set", single)
                .update();
        String page = lifter.page("/progress").body();
        assertTrue(page.contains("100 kg, from the set of") && !page.contains("Between 100 kg"), page);
        String chart = lifter.get("/people/" + me + "/charts/progress.svg?exercise=deadlift&what=e1rm")
                .body();
        assertTrue(chart.contains("One rep is estimated at 100 kg") && !chart.contains("100 kg to"), chart);
    }

    @Test
    void progressSaysStepsRangeFormAndAdvice() {
        twoWeeks();
        String page = lifter.page("/progress").body();
        assertTrue(page.contains("From 90 kg to 100 kg, in 2 steps up."), page);
        assertTrue(page.contains("5 in the last session, most so far 5."), page);
        // five and two left are seven: 36 × 100 / 30 and 100 × (1 + 7 / 30)
        assertTrue(page.contains("Between 120 kg and 123.5 kg"), page);
        assertTrue(page.contains("Middle rep of the last set 31°: within ±9° of your usual 29°"), page);
        assertTrue(page.contains("102.5 kg to 110 kg is worth a try"), page);
        assertTrue(page.contains("/charts/progress.svg?exercise=deadlift&amp;what=flexion"), page);

        ProgressSeries flexion = SERVER.bean(Progress.class).series(me, "deadlift", ProgressKind.FLEXION);
        assertEquals(
                List.of(false, false, false, true, false),
                flexion.points().stream().map(ProgressPoint::beyondUsual).toList());
        ProgressSeries load = SERVER.bean(Progress.class).series(me, "deadlift", ProgressKind.LOAD);
        assertEquals(
                List.of(90.0, 95.0, 100.0, 100.0, 100.0),
                load.points().stream().map(ProgressPoint::value).toList());
        ProgressSeries days = SERVER.bean(Progress.class).series(me, null, ProgressKind.FREQUENCY);
        assertEquals(5, days.points().stream().mapToDouble(ProgressPoint::value).sum(), 1e-9);
        assertEquals(new ProgressSeries.Range(2, 3), days.target());
    }

    @Test
    void aFlaggedRepetitionAndPainHoldTheSuggestion() {
        twoWeeks();
        Progress painful = new Progress(
                SERVER.bean(SetSummaries.class),
                SERVER.bean(CountedSets.class),
                SERVER.bean(Baselines.class),
                SERVER.bean(RepetitionGoals.class),
                List.of((lifter, exercise, now) ->
                        Optional.of(new ProgressGate.Hold(RecordKind.PAIN, "pain was 6 after the last session"))),
                Clock.systemUTC());
        Progress.OfExercise held = painful.of(me, "deadlift");
        assertEquals(ProgressionAdvice.Outcome.HELD, held.advice().outcome());
        assertEquals(RecordKind.PAIN, held.hold().kind());

        history.rounded(NOW.minusSeconds(3600), 100, 31, TWO_LEFT);
        assertTrue(lifter.page("/progress").body().contains("Stay with 100 kg: a rep was flagged"));
    }

    @Test
    void aGoalIsSetAndNonsenseIsAnsweredInThePage() {
        twoWeeks();
        assertEquals(
                302,
                lifter.postForm("/progress/goal", "exercise=deadlift&repetitions=8")
                        .statusCode());
        assertTrue(lifter.page("/progress").body().contains("fewer than two reps to spare"), "five of eight");
        HttpResponse<String> wrong = lifter.postForm("/progress/goal", "exercise=deadlift&repetitions=lots");
        assertTrue(
                wrong.body().contains("must be a whole number") && wrong.body().contains("value=\"lots\""));
        lifter.postForm("/progress/goal", "exercise=deadlift&repetitions=");
        assertTrue(lifter.page("/progress").body().contains("worth a try"));
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
