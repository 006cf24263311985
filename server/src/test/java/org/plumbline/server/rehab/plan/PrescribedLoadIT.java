package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.Visitor;

/** The most load of a plan, before and after the set that is lifted. */
class PrescribedLoadIT extends PlanCase {
    @Test
    void aSetLiftedBeforeThePlanBeganIsNotHeldToItsLoad() {
        Visitor other = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(other).id();
        SERVER.share(other, therapist, RecordKind.values());
        UUID before = RecordedSets.upload(other, SimulationScript.clean("deadlift", 3, 91), "squat", 70.0);
        made(therapist.post("/api/people/" + id + "/prescriptions", """
                {"exercise":"squat","sets":3,"repetitions":8,"loadCapKg":60,"timesAWeekLeast":2,"timesAWeekMost":3}"""));
        UUID since = RecordedSets.upload(other, SimulationScript.clean("deadlift", 3, 92), "squat", 70.0);
        assertFalse(therapist.page("/sets/" + before).body().contains("the plan says"));
        assertTrue(therapist.page("/sets/" + since).body().contains("the plan says up to 60 kg"));
    }

    @Test
    void aLoadAboveThePrescribedMostIsSaidBeforeAndAfterTheSetToWhoeverMayReadThePlan() {
        Visitor other = SERVER.joined(Role.LIFTER);
        SERVER.share(other, therapist, RecordKind.values());
        made(therapist.post("/api/people/" + SERVER.personOf(other).id() + "/prescriptions", """
                {"exercise":"squat","sets":3,"repetitions":8,"loadCapKg":60,"timesAWeekLeast":2,"timesAWeekMost":3}"""));
        String start = other.page("/start?exercise=squat").body();
        assertTrue(start.contains("Squat 3 × 8, up to 60 kg"), "the plan is offered: " + start);
        assertTrue(start.contains("Squat: your plan says up to 60 kg") && start.contains("value=\"60.0\""), start);

        UUID set = RecordedSets.upload(other, SimulationScript.clean("deadlift", 3, 91), "squat", 70.0);
        String said = "This set has 70 kg; the plan says up to 60 kg.";
        assertTrue(other.page("/sets/" + set).body().contains(said));
        assertTrue(therapist.page("/sets/" + set).body().contains(said));
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(other, coach, RecordKind.FORM);
        String asCoach = coach.page("/sets/" + set).body();
        assertTrue(asCoach.contains("70 kg") && !asCoach.contains("the plan says"), "a plan is shared on its own");
        String heading = "<h1>Load above the plan; ";
        assertTrue(other.page("/sets/" + set).body().contains(heading), "on target is no word for all of it");
        assertFalse(asCoach.contains(heading), asCoach);

        UUID id = SERVER.personOf(other).id();
        String step = "(plan: up to 60 kg)";
        assertTrue(other.page("/progress?exercise=squat").body().contains(step));
        assertTrue(therapist
                .page("/people/" + id + "/progress?exercise=squat")
                .body()
                .contains(step));
        assertFalse(
                coach.page("/people/" + id + "/progress?exercise=squat").body().contains(step));
        Pattern news = Pattern.compile(
                "One set was above the plan’s load, on [^:]+:\\d\\d, Squat: 70 kg instead of 60 kg at most");
        assertTrue(news.matcher(therapist.page("/patients").body()).find(), "nobody was asked before an upload");
        assertTrue(news.matcher(therapist.page("/patients/" + id).body()).find());

        String next = other.page("/start?exercise=squat").body();
        assertTrue(next.contains("Your plan says up to 60 kg, so that is filled in."), next);
    }

    @Test
    void whatIsDoneForTheWeekIsSaidToBeDoneAndBesideAHoldBackNothingInvites() {
        Visitor other = SERVER.joined(Role.LIFTER);
        SERVER.share(other, therapist, RecordKind.values());
        made(therapist.post("/api/people/" + SERVER.personOf(other).id() + "/prescriptions", """
                {"exercise":"squat","sets":1,"repetitions":1,"timesAWeekLeast":1,"timesAWeekMost":1}"""));
        String open = other.page("/start").body();
        assertTrue(open.contains("On your plan today") && !open.contains("done for this week"), open);

        RecordedSets.upload(other, SimulationScript.clean("deadlift", 3, 91), "squat", 70.0);
        String done = other.page("/start").body();
        assertTrue(done.contains("Nothing is left on your plan today"), done);
        assertFalse(done.contains("On your plan today"), done);
        assertTrue(done.contains("done for this week (1 of 1)"), done);
        assertTrue(
                Pattern.compile("<a href=\"/start\\?exercise=squat\"[^>]*>Choose it all the same</a>")
                        .matcher(done)
                        .find(),
                "it can be lifted all the same: " + done);
        String planned = "Squat 1 × 1: done for this week (1 of 1)";
        String first = other.page("/today").body();
        assertTrue(first.contains(planned) && first.contains("Nothing is left on your plan today"), first);
        assertFalse(first.contains("last time"), "what is done is not offered as the next set: " + first);

        made(therapist.post("/api/people/" + SERVER.personOf(other).id() + "/prescriptions", """
                {"exercise":"bird_dog","sets":2,"repetitions":3,"holdS":10,"timesAWeekLeast":1,"timesAWeekMost":3}"""));
        String left = other.page("/today").body();
        assertTrue(left.contains("from your plan") && left.contains("/start?exercise=bird_dog"), left);

        other.postForm("/symptoms", "because=own&yes=urine_leaks");
        String held = other.page("/start").body();
        assertFalse(held.contains("plan-today") || held.contains("Choose it all the same"), held);
        String today = other.page("/today").body();
        assertTrue(today.contains("Get medical help now") && !today.contains(planned), today);
    }

    @Test
    void aLoadAboveThePlanIsBegunOnlyAfterAQuestionAndTheTherapistReadsOfIt() {
        Visitor other = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(other).id();
        SERVER.share(other, therapist, RecordKind.REHAB);
        made(therapist.post("/api/people/" + id + "/prescriptions", """
                {"exercise":"deadlift","sets":3,"repetitions":8,"loadCapKg":40,"timesAWeekLeast":2,"timesAWeekMost":3}"""));
        String heavy = "source=simulated&exercise=deadlift&repetitions=1&load=50";

        HttpResponse<String> asked = other.postForm("/start", heavy);
        assertEquals(200, asked.statusCode());
        assertTrue(asked.body().contains("This set has 50 kg, above your plan’s 40 kg."), asked.body());
        assertTrue(asked.body().contains("name=\"repetitions\" value=\"1\""), "what was typed is not lost");
        assertTrue(other.get("/api/live").statusCode() != 200, "nothing was begun yet");

        assertTrue(redirectOf(other.postForm("/start", heavy + answer(asked))).endsWith("/live"));
        endSet(other);
        String said = "above the plan’s load, with 50 kg instead of 40 kg at most";
        assertTrue(therapist.page("/patients").body().contains(said));
        String first = therapist.page("/patients/" + id).body();
        assertTrue(first.contains(said) && first.contains("Simulated, nobody lifted: one set was begun"), first);
        HttpResponse<String> again = other.postForm("/start", heavy);
        assertTrue(again.body().contains("You read this today and began all the same."), again.body());
        assertTrue(redirectOf(other.postForm("/start", heavy + answer(again))).endsWith("/live"));
        endSet(other);
        String both = therapist.page("/patients/" + id).body();
        assertTrue(both.contains("Simulated, nobody lifted: 2 sets were begun all the same, the last on"), both);
        assertTrue(both.contains("2 above the plan’s load, the last with 50 kg instead of 40 kg at most"), both);
        HttpResponse<String> heavier = other.postForm("/start", heavy.replace("load=50", "load=55") + answer(asked));
        assertTrue(heavier.body().contains("This set has 55 kg"), "more load is another question");
        assertFalse(
                other.json("/api/account/reads").toString().contains("pain"),
                "loads are no pain, and no pain was read");
    }

    /** What the form of the question gives back. */
    private static String answer(HttpResponse<String> asked) {
        Matcher given = Pattern.compile("name=\"anyway\" value=\"([^\"]+)\"").matcher(asked.body());
        assertTrue(given.find(), asked.body());
        return "&anyway=" + given.group(1);
    }
}
