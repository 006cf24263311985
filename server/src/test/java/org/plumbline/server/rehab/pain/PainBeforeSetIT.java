package org.plumbline.server.rehab.pain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plumbline.server.rehab.pain.PainPages.NONE;
import static org.plumbline.server.rehab.pain.PainPages.SERVER;
import static org.plumbline.server.rehab.pain.PainPages.api;
import static org.plumbline.server.rehab.pain.PainPages.beginAnyway;
import static org.plumbline.server.rehab.pain.PainPages.liftedAt;
import static org.plumbline.server.rehab.pain.PainPages.redirectOf;
import static org.plumbline.server.rehab.pain.PainPages.stop;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.training.BegunAnyway;
import org.plumbline.server.training.ProgressGate;
import org.plumbline.server.training.SetQuestions;
import tools.jackson.databind.JsonNode;

/** A stop for sharp pain, and what of pain is read before the next set. */
class PainBeforeSetIT {
    @Test
    void aStopForSharpPainIsKeptBeforeAnyQuestionIsAnswered() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        Visitor therapist = SERVER.joined(Role.THERAPIST);
        UUID id = SERVER.personOf(lifter).id();
        SERVER.share(lifter, therapist, RecordKind.PAIN);
        ProgressGate gate = SERVER.bean(PainGate.class);
        UUID set = liftedAt(id, Instant.now().minusSeconds(60));

        assertEquals(
                404,
                SERVER.joined(Role.LIFTER)
                        .postForm("/symptoms/stopped", "set=" + set)
                        .statusCode(),
                "nobody says so for another");
        assertEquals(204, lifter.postForm("/symptoms/stopped", "set=" + set).statusCode());
        lifter.post(api(lifter, "symptoms/stops"), "{\"set\":\"" + set + "\"}");

        assertEquals(1, lifter.json(api(lifter, "symptoms/stops")).size(), "told twice is one stop");
        assertEquals(
                "stop", lifter.json(api(lifter, "pain/due")).get("symptoms").asString());
        assertTrue(gate.hold(id, "deadlift", Instant.now()).isPresent());
        String seen = therapist.page("/people/" + id + "/pain").body();
        assertTrue(seen.contains("stopped for sharp pain") && seen.contains("no score yet"), seen);
        assertTrue(lifter.page("/pain").body().contains("symptom questions not answered yet"));

        redirectOf(lifter.postForm("/symptoms", "because=stop&set=" + set + "&" + NONE));
        lifter.postForm("/pain", "score=6&moment=during&set=" + set);
        redirectOf(lifter.postForm("/symptoms", "because=rise&" + NONE));
        JsonNode stop = lifter.json(api(lifter, "symptoms/stops")).get(0);
        assertTrue(stop.get("answered").asBoolean());
        assertEquals(6, stop.get("score").asInt());
        assertTrue(lifter.json(api(lifter, "pain/due")).get("symptoms").isNull());
    }

    @Test
    void redPainAtAnyOtherTimeHoldsAStepUpUntilTheNextAnswerAndIsNamed() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(lifter).id();
        ProgressGate gate = SERVER.bean(PainGate.class);
        redirectOf(lifter.postForm("/pain", "score=7&moment=other"));
        String reason = gate.hold(id, "deadlift", Instant.now()).orElseThrow().reason();
        assertTrue(reason.startsWith("You noted pain 7 of 10 ("), reason);
        assertTrue(reason.endsWith("at least until an answer is not red."), reason);
        assertTrue(lifter.page("/pain").body().contains("Your last answer is red."));
        redirectOf(lifter.postForm("/pain", "score=2&moment=other"));
        assertTrue(gate.hold(id, "deadlift", Instant.now()).isEmpty());
    }

    @Test
    void afterASharpStopEverySetOfTheDayIsAskedForAndEachThatIsBegunIsKept() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        String said = "For today: no further heavy set. What hurts sharply is not trained through.";
        String set = "source=simulated&exercise=squat&repetitions=1&load=20";
        assertFalse(lifter.page("/start").body().contains(said));
        lifter.postForm("/symptoms/stopped", "");

        String start = lifter.page("/start").body();
        assertTrue(
                start.contains("<span>" + said + "</span> <a href=\"/pain#stops\">"),
                "it leads to where it is kept: " + start);
        assertTrue(start.contains("<a href=\"/symptoms?because=stop\">"), "and to what waits for an answer: " + start);
        String live = lifter.page("/live").body();
        assertTrue(
                live.contains("<span>" + said + "</span> <a href=\"/pain#stops\">"),
                "it stands beside the clock of the rest: " + live);
        HttpResponse<String> asked = lifter.postForm("/start", set);
        assertEquals(200, asked.statusCode());
        assertTrue(asked.body().contains(said) && asked.body().contains("Begin all the same"), asked.body());

        assertEquals(200, lifter.postForm("/start", set + "&anyway=true").statusCode(), "who has not read it is asked");
        HttpResponse<String> program =
                lifter.post("/api/live", "{\"source\":\"simulated\",\"exercise\":\"squat\",\"repetitions\":1}");
        assertEquals(409, program.statusCode(), "so is a program");
        for (String nonsense : List.of("\"exercise\":\"flying\"", "\"repetitions\":-3", "\"load\":-20")) {
            assertEquals(
                    400,
                    lifter.post("/api/live", "{\"source\":\"simulated\"," + nonsense + "}")
                            .statusCode(),
                    "nobody is asked before a set that cannot be: " + nonsense);
        }
        JsonNode question = RunningServer.parse(program.body()).get("questions").get(0);
        assertEquals(said, question.get("sentence").asString());

        assertTrue(
                asked.body().contains("value=\"" + question.get("answer").asString() + "\""), "the page asks the same");
        assertTrue(asked.body().contains("href=\"/symptoms?because=stop\""), "the questions can be answered first");
        beginAnyway(lifter, set);
        HttpResponse<String> again = lifter.postForm("/start", set);
        assertTrue(again.body().contains("You read this today and began all the same."), "short: " + again.body());
        beginAnyway(lifter, set);
        UUID id = SERVER.personOf(lifter).id();
        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        List<BegunAnyway> kept = SERVER.bean(SetQuestions.class).between(List.of(id), today, today);
        assertEquals(2, kept.stream().map(BegunAnyway::setId).distinct().count(), "each with its set");
        lifter.postForm("/symptoms", "because=stop&none=emergency&yes=fever_or_unwell");
        asked = lifter.postForm("/start", set);
        assertTrue(asked.body().contains("until you have spoken with a doctor"), "what was said since is asked too");
    }

    @Test
    void redPainBeforeTrainingHoldsAStepUpIsAskedAboutAndToldTheTherapist() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        Visitor therapist = SERVER.joined(Role.THERAPIST);
        UUID id = SERVER.personOf(lifter).id();
        SERVER.share(lifter, therapist, RecordKind.PAIN);
        redirectOf(lifter.postForm("/check-in", "sleep=3&score=8&qualities=sharp&painkiller=true"));
        redirectOf(lifter.postForm("/symptoms", "because=start&" + NONE));
        String said = "You noted pain 8 of 10 before training, with a painkiller taken: it may be more without."
                + " For today: no heavy set.";

        assertTrue(
                SERVER.bean(PainGate.class).hold(id, "deadlift", Instant.now()).isPresent());
        assertTrue(
                lifter.page("/today").body().contains(said),
                lifter.page("/today").body());
        assertTrue(lifter.page("/start").body().contains(said));
        String set = "source=simulated&exercise=squat&repetitions=1&load=20";
        HttpResponse<String> asked = lifter.postForm("/start", set);
        assertTrue(asked.body().contains(said) && asked.body().contains("Before this set"), asked.body());
        assertTrue(lifter.page("/pain").body().contains("Red before training. Nothing heavy that day"));

        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        List<PainNews.Line> news =
                SERVER.bean(PainNews.class).of(List.of(id), today, today).get(id);
        assertEquals(PainNews.Weight.RED_BEFORE, news.get(0).weight());
        assertTrue(news.get(0).words().endsWith(": pain 8 of 10, before training. It may be masked by a painkiller."));
        String seen = therapist.page("/people/" + id + "/pain").body();
        assertTrue(seen.contains("Red before training. Nothing heavy that day"), seen);
    }

    @Test
    void redPainInASetAndWhatWasNumbWithItAreReadFirstByWhoLooksAfterThem() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(lifter).id();
        assertEquals(
                201,
                lifter.post(
                                "/api/people/" + id + "/pain",
                                "{\"score\":7,\"moment\":\"during\",\"qualities\":[\"numb\"]}")
                        .statusCode());
        lifter.post("/api/people/" + id + "/pain", "{\"score\":8,\"moment\":\"after\"}");
        lifter.post("/api/people/" + id + "/pain", "{\"score\":1,\"moment\":\"before\"}");

        LocalDate today = LocalDate.now(ZoneId.systemDefault());
        List<PainNews.Line> news =
                SERVER.bean(PainNews.class).of(List.of(id), today, today).get(id);
        assertEquals(
                List.of(PainNews.Weight.NUMB, PainNews.Weight.RED_DURING, PainNews.Weight.RED_OTHERWISE),
                news.stream().map(PainNews.Line::weight).toList());
        assertTrue(
                news.get(0).words().endsWith("something numb or tingling was noted, during a set, with pain 7 of 10."));
        assertTrue(
                news.get(1).words().endsWith(": pain 7 of 10, during a set."),
                news.get(1).words());
        assertTrue(
                news.get(2).words().endsWith(": pain 8 of 10, after training."),
                news.get(2).words());
        String due = "You stopped a set for sharp pain, or noted pain in one.";
        assertTrue(lifter.page("/pain").body().contains(due), "no set was stopped, and nobody says so");
    }

    @Test
    void theFirstPainWhoseQuestionsWaitIsAskedAboutBeforeTheNextSet() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        String set = "source=simulated&exercise=squat&repetitions=1&load=42.5";
        redirectOf(lifter.postForm("/pain", "score=4&moment=before"));
        String said = "You noted pain, and the questions about it are not answered yet.";

        HttpResponse<String> asked = lifter.postForm("/start", set);
        assertTrue(asked.body().contains(said), asked.body());
        assertTrue(asked.body().contains("href=\"/symptoms?because=start\""), asked.body());
        assertTrue(lifter.page("/start?back").body().contains("value=\"42.5\""), "what was typed waits");
        beginAnyway(lifter, set);
        String last = lifter.json("/api/sets").get(0).get("id").asString();
        assertTrue(lifter.page("/sets/" + last).body().contains("Begun all the same, after reading “" + said + "”"));

        redirectOf(lifter.postForm("/symptoms", "because=start&" + NONE));
        assertTrue(redirectOf(lifter.postForm("/start", set)).endsWith("/live"), "answered, nothing is asked");
        stop(lifter);
    }

    @Test
    void aProgramThatMayNotReadHealthHearsThatSomethingWaitsAndNotWhat() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        redirectOf(lifter.postForm("/pain", "score=4&moment=before"));
        HttpResponse<String> told = start(token(lifter, "\"live\",\"health\""), "");
        JsonNode question = RunningServer.parse(told.body()).get("questions").get(0);
        String answer = question.get("answer").asString();

        String live = token(lifter, "\"live\"");
        HttpResponse<String> untold = start(live, "");
        assertEquals(409, untold.statusCode(), untold.body());
        assertFalse(untold.body().contains(question.get("sentence").asString()), untold.body());
        assertFalse(untold.body().contains(answer), "nor the word that is made of it: " + untold.body());
        assertTrue(untold.body().contains("lacks the scope for: health"), untold.body());
        assertEquals(
                409,
                start(live, ",\"anyway\":[\"" + answer + "\"]").statusCode(),
                "who cannot read it has not read it");
        HttpResponse<String> begun = start(token(lifter, "\"live\",\"health\""), ",\"anyway\":[\"" + answer + "\"]");
        assertEquals(201, begun.statusCode(), begun.body());
        stop(lifter);
    }

    private static String token(Visitor lifter, String scopes) {
        return RunningServer.parse(lifter.post("/api/account/tokens", "{\"name\":\"p\",\"scopes\":[" + scopes + "]}")
                        .body())
                .get("secret")
                .asString();
    }

    private static HttpResponse<String> start(String token, String more) {
        Visitor program = SERVER.stranger();
        return program.sendPlain(
                HttpRequest.newBuilder(program.address("/api/live"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"source\":\"simulated\",\"exercise\":\"squat\",\"repetitions\":1" + more + "}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
