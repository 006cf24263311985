package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the load, the repetitions and the form of an exercise went, and what may come next. */
class ProgressPagesIT extends RecordCase {
    @Test
    void whereOnlySimulatedSetsAreThereThatIsSaidOnceAndNoEstimateIsShown() {
        history.simulated(daysAgo(2), 140);
        String page = lifter.page("/progress").body();
        assertTrue(page.contains("Simulated sets do not count here"), page);
        assertFalse(page.contains("Estimated one-rep maximum") || page.contains("what=e1rm"), page);

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
                SERVER.bean(StoppedSets.class),
                SERVER.bean(Baselines.class),
                SERVER.bean(RepetitionGoals.class),
                SERVER.bean(PlannedSets.class),
                List.of((lifter, exercise, now) ->
                        Optional.of(new ProgressGate.Hold(RecordKind.PAIN, "pain was 6 after the last session"))),
                Clock.systemUTC());
        Progress.OfExercise held = painful.of(me, "deadlift");
        assertEquals(ProgressionAdvice.Outcome.HELD, held.advice().outcome());
        assertEquals(RecordKind.PAIN, held.hold().kind());

        history.rounded(NOW.minusSeconds(3600), 100, 31, TWO_LEFT);
        assertTrue(lifter.page("/progress").body().contains("Stay with 100 kg: a rep was flagged"));
        assertEquals(
                ProgressionAdvice.Outcome.HELD,
                painful.of(me, "deadlift").advice().outcome(),
                "no load is named while pain speaks against it");
    }

    @Test
    void aSetStoppedForSharpPainIsNoBestForAnyoneAndNobodyIsToldWhy() {
        twoWeeks();
        UUID stopped = history.lifted(NOW.minusSeconds(3600), 140, 31, TWO_LEFT);
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(lifter, coach, RecordKind.FORM);
        assertTrue(lifter.page("/progress").body().contains("From 90 kg to 140 kg"));

        lifter.postForm("/symptoms/stopped", "set=" + stopped);
        for (Visitor viewer : List.of(lifter, coach)) {
            String page = viewer.page("/people/" + me + "/progress").body();
            assertTrue(page.contains("From 90 kg to 100 kg, in 2 steps up."), page);
            assertTrue(page.contains("Between 120 kg and 123.5 kg"), page);
            assertTrue(page.contains("Sets that were ended early are left out."), page);
            assertFalse(page.contains("140 kg"), page);
        }
        String whole = coach.page("/people/" + me + "/progress").body();
        String seen = whole.substring(whole.indexOf("<main"), whole.indexOf("</main>"));
        assertFalse(seen.contains("pain") || seen.contains("stopped"), seen);
        String charts = "/people/" + me + "/charts/progress.svg?exercise=deadlift&what=";
        assertTrue(coach.get(charts + "load").body().contains("Load went from 90 kg to 100 kg"));
        assertTrue(coach.get(charts + "e1rm").body().contains("One rep is estimated at 120 kg to 123.5 kg"));
    }

    @Test
    void afterALongBreakALighterLoadIsNamedAndOfAPlanThatSaysLessThat() {
        history.lifted(daysAgo(45), 100, 31, TWO_LEFT);
        history.lifted(daysAgo(40), 100, 31, TWO_LEFT);
        assertTrue(lifter.page("/progress").body().contains("Begin with less than 100 kg and see."));

        Visitor therapist = SERVER.joined(Role.THERAPIST);
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(lifter, therapist, RecordKind.values());
        SERVER.share(lifter, coach, RecordKind.FORM);
        assertEquals(
                201, therapist.post("/api/people/" + me + "/prescriptions", """
                                {"exercise":"deadlift","sets":3,"repetitions":8,"loadCapKg":60,\
                                "timesAWeekLeast":2,"timesAWeekMost":3}""").statusCode());
        String own = lifter.page("/progress").body();
        assertTrue(own.contains("Begin with 60 kg at most, as your plan says, and see."), own);
        String theirs = coach.page("/people/" + me + "/progress").body();
        assertTrue(theirs.contains("Whether a step up is suggested is shown to those who may also read"), theirs);
        assertFalse(theirs.contains("Begin with") || theirs.contains("60 kg"), "pain could hold it: " + theirs);
        String today = lifter.page("/today").body();
        assertTrue(today.contains("Deadlift: your plan says up to 60 kg. Last time it was 100 kg × 5."), today);
        assertFalse(today.contains("100 kg × 5 last time."), today);
    }

    @Test
    void theDayAfterASharpStopNoLoadIsOfferedAndOnceThePainIsAskedAboutTheOneBeforeIs() {
        history.lifted(daysAgo(50), 100, 31, TWO_LEFT);
        history.lifted(daysAgo(45), 100, 31, TWO_LEFT);
        UUID set = history.lifted(daysAgo(1), 140, 31, TWO_LEFT);
        lifter.postForm("/symptoms/stopped", "set=" + set);
        SERVER.bean(JdbcClient.class)
                .sql("update sharp_stop set stopped_at = :at, on_day = :on where set_id = :set")
                .param("at", SetRepository.at(daysAgo(1)))
                .param("on", daysAgo(1).atZone(ZoneId.systemDefault()).toLocalDate())
                .param("set", set)
                .update();

        String advice = advice(lifter.page("/progress").body());
        assertTrue(advice.contains("the symptom questions about it are not answered yet"), advice);
        assertFalse(advice.contains("four weeks") || advice.contains(" kg"), advice);
        String today = lifter.page("/today").body();
        assertTrue(today.contains("stopped: sharp pain"), today);
        assertFalse(today.contains("last time") || today.contains(" kg"), today);
        String start = lifter.page("/start").body();
        assertFalse(start.contains("Last time") || start.contains("100 kg") || start.contains("140 kg"), start);

        lifter.postForm("/symptoms", "because=rise&none=emergency&none=urgent&none=routine");
        advice = advice(lifter.page("/progress").body());
        assertTrue(
                advice.contains("Your last set to go on from is more than four weeks ago. Begin with less than 100 kg"),
                advice);
        today = lifter.page("/today").body();
        assertTrue(today.contains("Deadlift: 100 kg × 5 last time."), today);
        assertTrue(today.contains("Sets that were ended early are left out.") && !today.contains("140 kg"), today);
        start = lifter.page("/start").body();
        assertTrue(start.contains("Last time: Deadlift, 100 kg × 5, "), start);
        assertTrue(start.contains(". Sets that were ended early are left out.") && !start.contains("140 kg"), start);
        assertEquals(
                100,
                lifter.json("/api/people/" + me + "/next-set?exercise=deadlift")
                        .get("loadKg")
                        .asDouble());
    }

    private static String advice(String page) {
        int from = page.indexOf("id=\"advice\"");
        return page.substring(from, page.indexOf("</section>", from));
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
}
