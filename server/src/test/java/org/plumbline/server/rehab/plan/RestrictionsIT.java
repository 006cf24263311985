package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.training.SetQuestion;
import org.plumbline.server.training.SetQuestions;
import tools.jackson.databind.JsonNode;

/** What is left out for a while, on the pages of therapist and person and before a set. */
class RestrictionsIT extends PlanCase {
    @Test
    void aRestrictionIsReviewedAndItsReviewsStay() {
        String today = LocalDate.now(ZoneId.systemDefault()).toString();
        String review = LocalDate.now(ZoneId.systemDefault()).plusDays(10).toString();
        HttpResponse<String> forever =
                therapist.postForm(at("/restrictions"), "what=Overhead+work&reason=Pain+rose&reviewOn=" + today);
        assertEquals(422, forever.statusCode());
        assertTrue(forever.body().contains("value=\"Overhead work\""), "what was typed is kept");

        therapist.postForm(
                at("/restrictions"), "what=Overhead+work&reason=Pain+rose&exercise=overhead_press&reviewOn=" + review);
        JsonNode set = therapist.json(api("/restrictions")).get(0);
        assertEquals("in_force", set.get("state").asString());
        assertTrue(lifter.page("/plan").body().contains("Overhead work"));

        String id = set.get("restriction").get("id").asString();
        String page = therapist.page(at("/restrictions")).body();
        String form = page.substring(page.indexOf("/restrictions/" + id + "/review"));
        Matcher seen = Pattern.compile("name=\"standing\" value=\"([^\"]+)\"").matcher(form);
        assertTrue(seen.find(), form);
        String note = "note=No+longer&reviewOn=" + review + "&standing=" + seen.group(1);
        HttpResponse<String> undecided = therapist.postForm(at("/restrictions/" + id + "/review"), note);
        assertEquals(422, undecided.statusCode());
        assertTrue(undecided.body().contains("Choose whether to keep it or to lift it."), undecided.body());
        assertEquals(
                302,
                therapist
                        .postForm(at("/restrictions/" + id + "/review"), "outcome=lift&" + note)
                        .statusCode());
        assertEquals(
                "lifted",
                therapist.json(api("/restrictions")).get(0).get("state").asString());
        assertTrue(therapist.page(at("/restrictions")).body().contains("No longer"));
        assertFalse(lifter.page("/plan").body().contains("Overhead work"));
    }

    @Test
    void whatIsToBeLeftOutIsAskedAboutBeforeASetAndStandsWhereverTheExerciseDoes() {
        Visitor other = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(other).id();
        SERVER.share(other, therapist, RecordKind.REHAB);
        RecordedSets.upload(other, SimulationScript.clean("squat", 3, 92), "squat", 30.0);
        LocalDate review = LocalDate.now(ZoneId.systemDefault()).plusDays(10);
        assertFalse(other.page("/start").body().contains("leaves out"));
        made(therapist.post("/api/people/" + id + "/restrictions", """
                {"what":"Squats with a bar","reason":"Pain rose","reviewOn":"%s"}""".formatted(review)));
        made(therapist.post("/api/people/" + id + "/prescriptions", """
                {"exercise":"squat","sets":3,"repetitions":8,"loadCapKg":20,"timesAWeekLeast":2,"timesAWeekMost":3}"""));
        other.postForm("/pain", "score=3&moment=before");

        String leftOut = "Squats with a bar, to be reviewed " + PlanWords.day(review);
        String said = "Your plan leaves out for now: " + leftOut + ".";
        String start = other.page("/start").body();
        assertTrue(start.contains(said) && start.contains("Squat is left out for now, so Deadlift"), start);
        assertTrue(start.contains("<option value=\"deadlift\" selected=\"selected\">"), start);
        assertFalse(start.contains("<option value=\"squat\" selected"), start);
        assertTrue(other.page("/today").body().contains(leftOut));
        assertTrue(therapist.page("/patients").body().contains(leftOut));

        String squat = "source=simulated&exercise=squat&repetitions=1&load=30";
        HttpResponse<String> asked = other.postForm("/start", squat);
        for (String one : List.of(said, "This set has 30 kg, above your plan’s 20 kg.", "You noted pain, and")) {
            assertTrue(asked.body().contains(one), "all that stands is named: " + one + asked.body());
        }
        HttpResponse<String> program = other.post(
                "/api/live", "{\"source\":\"simulated\",\"exercise\":\"squat\",\"repetitions\":1,\"load\":30}");
        assertEquals(409, program.statusCode());
        assertEquals(3, RunningServer.parse(program.body()).get("questions").size(), program.body());
        assertTrue(redirectOf(other.postForm("/start", squat + answers(asked))).endsWith("/live"));
        assertTrue(other.page("/live").body().contains("<p>" + said + "</p>"));
        UUID set = UUID.fromString(other.json("/api/live").get("set").asString());
        endSet(other);

        String list = therapist.page("/patients").body();
        assertTrue(list.contains("Squat: after reading “" + said + "”; above the plan’s load"), list);
        String page = other.page("/sets/" + set).body();
        assertTrue(page.contains("after reading “" + said) && page.contains("after reading “You noted pain"), page);
        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(other, coach, RecordKind.FORM);
        String asCoach = coach.page("/sets/" + set).body();
        assertFalse(asCoach.contains("after reading"), "plan and pain are shared on their own");
        Visitor planOnly = SERVER.joined(Role.THERAPIST);
        SERVER.share(other, planOnly, RecordKind.FORM, RecordKind.REHAB);
        String asTherapist = planOnly.page("/sets/" + set).body();
        assertTrue(asTherapist.contains("after reading “" + said) && !asTherapist.contains("You noted pain"));
        SetQuestions questions = SERVER.bean(SetQuestions.class);
        assertTrue(questions.questions(id, "squat", true, 30.0, LoadUnit.KG).stream()
                .allMatch(SetQuestion::again));
        assertTrue(
                questions.questions(id, "squat", false, 30.0, LoadUnit.KG).stream()
                        .noneMatch(SetQuestion::again),
                "read before a set in which nobody lifts is not read before a real one");
        // deadlifts are not squats
        HttpResponse<String> pull = other.postForm("/start", squat.replace("squat", "deadlift"));
        assertFalse(pull.body().contains(said), pull.body());
        assertTrue(pull.body().contains("You noted pain"), pull.body());
        assertFalse(pull.body().contains("You read this today"), "not before a deadlift: " + pull.body());
    }

    @Test
    void whatIsToBeLeftOutLaterStandsOnThePageOfTheTherapist() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        made(therapist.post(api("/restrictions"), """
                {"what":"Leave out sprints","reason":"After the next look","startsOn":"%s","reviewOn":"%s"}""".formatted(today.plusDays(5), today.plusDays(12))));
        String page = therapist.page(at("/restrictions")).body();
        String later = page.substring(page.indexOf("id=\"to-come\""));
        assertTrue(later.contains("Begins later") && later.contains(">Sprints<"), "not “leave out” again: " + later);
        assertTrue(later.contains("from " + PlanWords.day(today.plusDays(5))), later);
    }

    @Test
    void aRestrictionBeginsOnTheDayThatIsChosen() {
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        assertTrue(therapist.page(at("/restrictions")).body().contains("name=\"startsOn\""));
        String form = "what=Swings&reason=After+the+race&reviewOn=" + today.plusDays(20) + "&startsOn=";
        assertEquals(
                302,
                therapist
                        .postForm(at("/restrictions"), form + today.plusDays(3))
                        .statusCode());
        String page = therapist.page(at("/restrictions")).body();
        assertTrue(page.substring(page.indexOf("id=\"to-come\"")).contains(">Swings<"), page);
        HttpResponse<String> past = therapist.post(api("/restrictions"), """
                {"what":"Swings","reason":"Old","startsOn":"2000-01-01","reviewOn":"2000-02-01"}""");
        assertEquals(422, past.statusCode(), "nobody is asked to leave out what is over");
        assertTrue(past.body().contains("Choose a day from tomorrow on."), past.body());
    }

    @Test
    void aReviewWithANoteInWhichNothingStandsIsRefused() {
        Visitor other = SERVER.joined(Role.LIFTER);
        SERVER.share(other, therapist, RecordKind.REHAB);
        String restrictions = "/api/people/" + SERVER.personOf(other).id() + "/restrictions";
        LocalDate review = LocalDate.now(ZoneId.systemDefault()).plusDays(3);
        JsonNode set = made(therapist.post(
                restrictions, "{\"what\":\"Carrying\",\"reason\":\"Ache\",\"reviewOn\":\"" + review + "\"}"));
        String reviewed = restrictions + "/" + set.get("restriction").get("id").asString() + "/review";
        HttpResponse<String> blank = therapist.post(reviewed, "{\"decision\":\"lift\",\"note\":\"  \"}");
        assertEquals(422, blank.statusCode());
        assertTrue(blank.body().contains("\"field\":\"note\""), blank.body());
        assertEquals(
                "in_force", therapist.json(restrictions).get(0).get("state").asString());
        assertEquals(200, therapist.post(reviewed, "{\"decision\":\"lift\"}").statusCode(), "without one it is lifted");
    }

    private String set(String what) {
        LocalDate review = LocalDate.now(ZoneId.systemDefault()).plusDays(9);
        return made(therapist.post(
                        api("/restrictions"),
                        "{\"what\":\"" + what + "\",\"reason\":\"Ache\",\"reviewOn\":\"" + review + "\"}"))
                .get("restriction")
                .get("id")
                .asString();
    }

    @Test
    void aReviewThatDoesNotSayThatItLiftsLiftsNothing() {
        String one = api("/restrictions/" + set("Sprinting"));
        String day = LocalDate.now(ZoneId.systemDefault()).plusDays(20).toString();
        for (String undecided : List.of(
                "{}",
                "{\"note\":\"Looks well\"}",
                "{\"reviewOn\":\"" + day + "\"}",
                "{\"decision\":null}",
                "{\"decision\":\"perhaps\"}")) {
            HttpResponse<String> refused = therapist.post(one + "/review", undecided);
            assertEquals(400, refused.statusCode(), undecided);
            assertTrue(refused.body().contains("decision must be one of keep, lift."), refused.body());
        }
        for (String contrary :
                List.of("{\"decision\":\"keep\"}", "{\"decision\":\"lift\",\"reviewOn\":\"" + day + "\"}")) {
            HttpResponse<String> refused = therapist.post(one + "/review", contrary);
            assertEquals(422, refused.statusCode(), contrary);
            assertTrue(refused.body().contains("\"field\":\"reviewOn\""), refused.body());
        }
        assertEquals("in_force", therapist.json(one).get("state").asString());
        JsonNode kept = made(therapist.post(one + "/review", "{\"decision\":\"keep\",\"reviewOn\":\"" + day + "\"}"));
        assertEquals(day, kept.get("restriction").get("reviewOn").asString());
        assertEquals(
                "lifted",
                made(therapist.post(one + "/review", "{\"decision\":\"lift\"}"))
                        .get("state")
                        .asString());
    }

    @Test
    void aReviewDoesNotUndoOneThatItsAuthorHasNotSeen() {
        String id = set("Hill walks");
        String one = api("/restrictions/" + id);
        String read = therapist.get(one).headers().firstValue("ETag").orElseThrow();
        String page = therapist.page(at("/restrictions")).body();
        String form = page.substring(page.indexOf("/restrictions/" + id + "/review"));
        Matcher seen = Pattern.compile("name=\"standing\" value=\"([^\"]+)\"").matcher(form);
        assertTrue(seen.find(), form);
        String day = therapist.json(one).at("/restriction/reviewOn").asString();
        Visitor colleague = SERVER.joined(Role.THERAPIST);
        SERVER.share(lifter, colleague, RecordKind.values());
        JsonNode kept = made(colleague.post(
                one + "/review", "{\"decision\":\"keep\",\"reviewOn\":\"" + day + "\",\"note\":\"Still sore\"}"));
        assertFalse(kept.at("/restriction/lastReviewedAt").isNull(), "kept to the same day is reviewed too: " + kept);

        HttpResponse<String> late = therapist.send(HttpRequest.newBuilder(therapist.address(one + "/review"))
                .header("Content-Type", "application/json")
                .header("If-Match", read)
                .POST(HttpRequest.BodyPublishers.ofString("{\"decision\":\"lift\"}"))
                .build());
        assertEquals(412, late.statusCode(), late.body());
        HttpResponse<String> onPage =
                therapist.postForm(at("/restrictions/" + id + "/review"), "outcome=lift&standing=" + seen.group(1));
        assertEquals(422, onPage.statusCode());
        assertTrue(onPage.body().contains("It was reviewed since you opened this page."), onPage.body());
        assertEquals("in_force", therapist.json(one).get("state").asString(), "the colleague keeps it");
    }

    @Test
    void linesOfAFlareUpThatAColleagueChangedMeanwhileAreNotOverwritten() {
        String seen = "&seen=" + therapist.hidden(at("/restrictions"), "seen");
        String keep = "do=keep&reason=For+now&what=";
        Visitor colleague = SERVER.joined(Role.THERAPIST);
        SERVER.share(lifter, colleague, RecordKind.values());
        assertEquals(
                302,
                colleague
                        .postForm(at("/restrictions/flare-up"), keep + "Running" + seen)
                        .statusCode());
        HttpResponse<String> late = therapist.postForm(at("/restrictions/flare-up"), keep + "Rowing" + seen);
        assertEquals(422, late.statusCode());
        assertTrue(late.body().contains("They stand now as: Running (For now)."), late.body());
        assertTrue(late.body().contains("value=\"Rowing\""), "what was typed is kept");
        assertTrue(therapist.page(at("/restrictions")).body().contains("value=\"Running\""));
        String none = "do=keep&what=&reason=&seen=" + therapist.hidden(at("/restrictions"), "seen");
        assertEquals(
                302, therapist.postForm(at("/restrictions/flare-up"), none).statusCode(), "the words of the server");
    }

    @Test
    void aFlareUpSetsItsEditedLines() {
        String review = LocalDate.now(ZoneId.systemDefault()).plusDays(7).toString();
        HttpResponse<String> set = therapist.postForm(
                at("/restrictions/flare-up"),
                "do=set&what=Jumping&reason=Walk+instead&what=&reason=left+out&reviewOn=" + review);
        assertEquals(302, set.statusCode(), set.body());
        String page = therapist.page(at("/restrictions")).body();
        assertTrue(page.contains("Jumping"));
        assertFalse(page.contains("left out"), "a line without what is none");
        assertTrue(
                page.contains("Asked about before no exercise: name the exercise or choose it"),
                "that jumping is never asked about is said: " + page);
        therapist.postForm(
                at("/restrictions"), "what=Heavy+deadlifts,+all+variants&reason=Pain+rose&reviewOn=" + review);
        assertTrue(
                therapist.page(at("/restrictions")).body().contains("Asked about before: Deadlift, Romanian deadlift"));
    }
}
