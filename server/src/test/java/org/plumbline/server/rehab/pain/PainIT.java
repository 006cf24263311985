package org.plumbline.server.rehab.pain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.training.BegunAnyway;
import org.plumbline.server.training.ProgressGate;
import org.plumbline.server.training.SetQuestions;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Check-in, pain log and symptom questions on the real server. */
class PainIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final String NONE = "none=emergency&none=urgent&none=routine";

    @Test
    void aCheckInIsKeptShownAgainAndChangedOnTheSameDay() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        String refused = lifter.postForm("/check-in", "note=slept+on+the+train").body();
        assertTrue(refused.contains("Answer at least one") && refused.contains("slept on the train"), "said, and kept");

        refused = lifter.postForm("/check-in", "sleep=2&qualities=sharp&onset=sudden&note=on+the+stairs")
                .body();
        assertTrue(refused.contains("You described pain: choose how strong it is"), refused);
        assertTrue(refused.contains("on the stairs") && refused.contains("value=\"sharp\" checked"), "nothing is lost");

        redirectOf(lifter.postForm(
                "/check-in", "sleep=2&stress=4&soreness=3&score=2&places=lower_back:left&painkiller=true"));
        redirectOf(lifter.postForm(
                "/check-in", "sleep=3&stress=4&soreness=3&score=1&places=lower_back:left&painkiller=true"));

        assertTrue(lifter.page("/symptoms?because=start").body().contains("Your check-in is kept."), "it is confirmed");

        JsonNode days = lifter.json(api(lifter, "check-ins"));
        assertEquals(1, days.size(), "one a day");
        assertEquals(3, days.get(0).get("sleep").asInt());
        assertEquals(1, days.get(0).get("pain").get("score").asInt());
        JsonNode log = lifter.json(api(lifter, "pain"));
        assertEquals(1, log.size(), "the pain was changed with it");
        assertTrue(log.get(0).get("entry").get("maybeMasked").asBoolean());
        String page = lifter.page("/check-in").body();
        assertTrue(page.contains("value=\"lower_back:left\" checked"), "the form shows what was said");
        assertTrue(page.contains("A few questions about it are not answered yet."), "they are not skipped in silence");
        String partly = lifter.postForm("/symptoms", "because=start&none=emergency&yes=down_the_leg")
                .body();
        assertEquals(2, partly.split("Not answered yet: tick what is so").length, "the one part that is missing");
        assertTrue(partly.contains("value=\"down_the_leg\" checked"), "and what was ticked stays");
        redirectOf(lifter.postForm("/symptoms", "because=start&" + NONE));
        assertFalse(lifter.page("/check-in").body().contains("A few questions about it"), "answered");
    }

    @Test
    void painIsListedWithItsLightTakenOutAndPutBack() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        assertTrue(lifter.page("/pain").body().contains("Nothing in the log yet"));
        assertTrue(
                lifter.postForm("/pain", "moment=after&places=knee:left").body().contains("Choose how strong"));
        lifter.postForm("/pain", "moment=after&score=5&places=knee:left&qualities=stiff&note=last+set");

        String page = lifter.page("/pain").body();
        assertTrue(page.contains("knee") && page.contains("stiff") && page.contains("last set"), page);
        assertTrue(page.contains("Let it settle"), "amber after training is answered");
        JsonNode entry = lifter.json(api(lifter, "pain")).get(0);
        assertEquals("amber", entry.get("light").asString());
        String id = entry.get("entry").get("id").asString();

        lifter.postForm("/pain/" + id + "/remove", "");
        assertTrue(lifter.page("/pain").body().contains("/pain/" + id + "/restore"), "it can be put back");
        assertEquals(0, lifter.json(api(lifter, "pain")).size());
        lifter.postForm("/pain/" + id + "/restore", "");
        assertEquals(1, lifter.json(api(lifter, "pain")).size());
    }

    @Test
    void aPainkillerOfTheCheckInMarksTheRestOfTheDay() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        lifter.put(api(lifter, "check-ins/today"), "{\"sleep\":4,\"painkiller\":true}");
        HttpResponse<String> noted = lifter.post(api(lifter, "pain"), "{\"score\":2,\"moment\":\"after\"}");
        assertEquals(201, noted.statusCode(), noted.body());
        assertTrue(RunningServer.parse(noted.body())
                .get("entry")
                .get("maybeMasked")
                .asBoolean());
        assertTrue(lifter.page("/pain").body().contains("may be masked"));
    }

    @Test
    void theFirstPainAndARiseLeadToTheSymptomQuestions() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        assertTrue(redirectOf(lifter.postForm("/check-in", "score=2")).endsWith("/symptoms?because=start"));
        assertTrue(lifter.postForm("/symptoms", "because=start&none=emergency")
                .body()
                .contains("Please answer each part"));
        String result = redirectOf(lifter.postForm("/symptoms", "because=start&mechanism=slowly&" + NONE));
        String text = lifter.page(result).body();
        assertTrue(text.contains("cannot rule anything out") && text.contains("112"), text);
        assertFalse(text.toLowerCase(java.util.Locale.ROOT).contains("all clear"));
        assertTrue(lifter.json(api(lifter, "pain/due")).get("symptoms").isNull());

        lifter.postForm("/pain", "score=4&moment=other");
        assertEquals(
                "rise", lifter.json(api(lifter, "pain/due")).get("symptoms").asString());
        assertTrue(lifter.page("/pain").body().contains("Your pain has gone up by two points or more"));
    }

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
    void afterASharpStopEverySetOfTheDayIsAskedForAndEachThatIsBegunIsKept() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        String said = "For today: no further heavy set. What hurts sharply is not trained through.";
        String set = "source=simulated&exercise=squat&repetitions=1&load=20";
        assertFalse(lifter.page("/start").body().contains(said));
        lifter.postForm("/symptoms/stopped", "");

        String start = lifter.page("/start").body();
        assertTrue(
                start.contains("<span>" + said + "</span> <a href=\"/pain\">"),
                "it leads to where it is kept: " + start);
        assertTrue(start.contains("<a href=\"/symptoms?because=stop\">"), "and to what waits for an answer: " + start);
        String live = lifter.page("/live").body();
        assertTrue(live.contains("<p>" + said + "</p>"), "it stands beside the clock of the rest: " + live);
        HttpResponse<String> asked = lifter.postForm("/start", set);
        assertEquals(200, asked.statusCode());
        assertTrue(asked.body().contains(said) && asked.body().contains("Begin all the same"), asked.body());

        assertEquals(200, lifter.postForm("/start", set + "&anyway=true").statusCode(), "who has not read it is asked");
        HttpResponse<String> program =
                lifter.post("/api/live", "{\"source\":\"simulated\",\"exercise\":\"squat\",\"repetitions\":1}");
        assertEquals(409, program.statusCode(), "so is a program");
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

    private static void beginAnyway(Visitor lifter, String set) {
        Matcher answers = Pattern.compile("name=\"anyway\" value=\"([^\"]+)\"")
                .matcher(lifter.postForm("/start", set).body());
        StringBuilder all = new StringBuilder(set);
        while (answers.find()) {
            all.append("&anyway=").append(answers.group(1));
        }
        assertTrue(redirectOf(lifter.postForm("/start", all.toString())).endsWith("/live"));
        stop(lifter);
    }

    private static void stop(Visitor lifter) {
        lifter.postForm("/live/" + lifter.json("/api/live").get("set").asString() + "/stop", "");
    }

    @Test
    void everyTierHasItsText() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        assertTrue(lifter.page("/pain").body().contains("id=\"recovery\""));
        String now = answered(lifter, "yes=saddle_numbness");
        assertTrue(now.contains("Get medical help now") && !now.contains("id=\"go-on\""), now);
        String log = lifter.page("/pain").body();
        assertTrue(log.contains("id=\"standing\"") && !log.contains("id=\"recovery\""), "no self-care beside that");
        assertTrue(answered(lifter, "yes=fever_or_unwell&none=emergency").contains("today or in the next few days"));
        assertTrue(
                answered(lifter, "yes=down_the_leg&none=emergency&none=urgent").contains("when it suits you"));
        String mild = answered(lifter, NONE);
        assertTrue(
                mild.contains("You ticked nothing") && !mild.contains("id=\"go-on\""), "what was ticked before stands");
        String other = answered(SERVER.joined(Role.LIFTER), NONE);
        assertTrue(other.contains("You ticked nothing") && other.contains("id=\"go-on\""), "there is a way on");
        JsonNode kept = lifter.json(api(lifter, "symptoms"));
        assertEquals(4, kept.size());
        assertEquals("nothing_ticked", kept.get(0).get("tier").asString(), "the newest first");
        assertEquals(23, kept.get(0).get("answers").size());
    }

    @Test
    void whatMustBeSeenAtOnceStandsAboveAllElseOnTheFirstPageWithTheNumberToCall() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        answered(lifter, "yes=saddle_numbness");
        String today = lifter.page("/today").body();
        String cards = today.substring(today.indexOf("class=\"cards\""));
        String first = cards.substring(cards.indexOf("<section"), cards.indexOf("</section>"));
        assertTrue(first.contains("level-3 call-card") && first.contains("Get medical help now."), first);
        assertTrue(first.contains("<a class=\"primary call-now\" href=\"tel:112\">Call 112</a>"), first);
        assertTrue(first.contains("<path d=\"M2 2h12v12H2z\""), "a shape says the same as the colour: " + first);

        Visitor other = SERVER.joined(Role.LIFTER);
        answered(other, "yes=fever_or_unwell&none=emergency");
        String less = other.page("/today").body();
        assertTrue(
                less.contains("today-card level-2") && !less.contains("tel:"), "what can wait a day looks so: " + less);
    }

    @Test
    void numbnessOfTheCheckInIsTickedInTheQuestionsAndNotLostWhereTheTickIsTakenOut() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        String ticked = "value=\"limb_weak_or_numb\" checked=\"checked\"";
        assertFalse(lifter.page("/symptoms").body().contains(ticked));
        String asked = redirectOf(lifter.postForm("/check-in", "sleep=3&score=2&places=buttock:left&qualities=numb"));
        String form = lifter.page(asked).body();
        assertTrue(form.contains(ticked) && form.contains("you said “numb or tingling”"), form);
        assertTrue(form.contains("It is ticked below"), form);
        assertFalse(form.contains("value=\"urgent\" checked"), form);

        String again =
                lifter.postForm("/symptoms", "because=start&none=emergency").body();
        assertTrue(!again.contains(ticked) && again.contains("you said “numb or tingling”"), "theirs to say: " + again);
        assertFalse(again.contains("It is ticked below"), "it is not: " + again);
        String said = "you also noted “numb or tingling”";
        assertTrue(answered(lifter, NONE).contains(said), "it goes along to whoever examines");
        assertFalse(answered(lifter, "yes=limb_weak_or_numb&none=emergency").contains(said), "it is among the ticks");
    }

    @Test
    void answeringAnewTakesNothingGraveOutOfSight() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        Visitor therapist = SERVER.joined(Role.THERAPIST);
        UUID id = SERVER.personOf(lifter).id();
        SERVER.share(lifter, therapist, RecordKind.PAIN, RecordKind.REHAB);
        String grave = redirectOf(lifter.postForm("/symptoms", "because=own&none=emergency&yes=fever_or_unwell"));
        SERVER.bean(JdbcClient.class)
                .sql("update symptom_check set said_at = :at where lifter_id = :lifter")
                .param("at", OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(11))
                .param("lifter", id)
                .update();
        String anew = redirectOf(lifter.postForm("/symptoms", "because=own&" + NONE));

        String sentence = "Speak with a doctor today or in the next few days";
        Pattern besideIt = Pattern.compile("Answered anew (at )?[^<]*\\d\\d:\\d\\d: nothing of it\\.");
        for (String page : List.of("/today", "/pain", grave, anew)) {
            String seen = lifter.page(page).body();
            assertTrue(seen.contains(sentence), page + ": " + seen);
            assertTrue(besideIt.matcher(seen).find(), page + ": " + seen);
        }
        String day = "\\d{1,2} \\w{3} \\d{4} \\d\\d:\\d\\d";
        Pattern both = Pattern.compile(day + ": the answers to the symptom questions led to “" + sentence
                + "”\\. Ticked, in the words of the questions: Fever, chills, or you feel unwell altogether\\."
                + " Answered anew (at \\d\\d:\\d\\d|" + day + "): nothing of it\\.");
        for (String page : List.of("/patients", "/patients/" + id)) {
            String seen = therapist.page(page).body();
            assertTrue(both.matcher(seen).find(), page + ": " + seen);
        }
        assertTrue(therapist.page("/people/" + id + "/pain").body().contains("Earlier answers still stand"));
        assertTrue(
                SERVER.bean(PainGate.class).hold(id, "deadlift", Instant.now()).isPresent(),
                "nor is more load suggested");
        assertTrue(lifter.page("/start").body().contains("until you have spoken with a doctor"));
    }

    @Test
    void answersThatCameLaterAreNotCalledEarlierOnes() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        String before = redirectOf(lifter.postForm("/symptoms", "because=own&" + NONE));
        redirectOf(lifter.postForm("/symptoms", "because=own&none=emergency&yes=fever_or_unwell"));
        String after = redirectOf(lifter.postForm("/symptoms", "because=own&" + NONE));
        assertFalse(lifter.page(before).body().contains("Earlier answers"));
        assertTrue(lifter.page(after).body().contains("Earlier answers still stand"));
    }

    @Test
    void onlyWhomPainIsSharedWithReadsItAndNobodyElseWritesIt() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        Visitor coach = SERVER.joined(Role.COACH);
        Visitor therapist = SERVER.joined(Role.THERAPIST);
        lifter.postForm("/pain", "score=6&moment=other&note=on+the+stairs");
        String check = redirectOf(lifter.postForm("/symptoms", "because=own&" + NONE));
        String page = "/people/" + SERVER.personOf(lifter).id() + "/pain";
        SERVER.share(lifter, coach, RecordKind.FORM);
        SERVER.share(lifter, therapist, RecordKind.PAIN, RecordKind.REHAB);

        assertEquals(404, coach.page(page).statusCode(), "form and loads are not pain");
        assertEquals(404, coach.get(api(lifter, "symptoms")).statusCode());
        assertEquals(404, coach.page(check).statusCode());
        assertTrue(therapist.page(page).body().contains("on the stairs"));
        assertEquals(200, therapist.page(check).statusCode());
        assertEquals(403, therapist.post(api(lifter, "pain"), "{\"score\":1}").statusCode());
        assertTrue(lifter.json("/api/account/reads").toString().contains("pain"), "the read is in the list");

        // the server is for both: bounds are the therapist's
        therapist.postForm("/people/" + SERVER.personOf(lifter).id() + "/pain-bounds", "greenMost=4&amberMost=7");
        assertEquals(
                "amber", lifter.json(api(lifter, "pain")).get(0).get("light").asString());
        assertEquals(
                404,
                lifter.postForm("/people/" + SERVER.personOf(lifter).id() + "/pain-bounds", "greenMost=8&amberMost=9")
                        .statusCode());
    }

    @Test
    void theDayAfterTrainingIsAskedAboutAndAnswered() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(lifter).id();
        Instant yesterday = Instant.now().minusSeconds(22 * 3600);
        liftedAt(id, yesterday);
        JsonNode due = lifter.json(api(lifter, "pain/due")).get("followUps");
        assertEquals("hours_24", due.get(0).get("moment").asString(), due.toString());
        LocalDate day = LocalDate.parse(due.get(0).get("aboutDay").asString());
        assertTrue(lifter.page("/pain").body().contains("How is it after training?"));

        lifter.postForm("/pain", "moment=hours_24&aboutDay=" + day + "&score=0");
        assertEquals(0, lifter.json(api(lifter, "pain/due")).get("followUps").size());
    }

    @Test
    void theEmergencyTextIsOpenToStrangersAndComplete() {
        String text = SERVER.stranger().page("/emergency").body();
        assertTrue(text.contains("Call 112 at once") && text.contains("tel:112"), text);
        for (SymptomQuestion question : SymptomQuestion.of(SymptomTier.EMERGENCY)) {
            assertTrue(text.contains(org.plumbline.server.web.Words.say("symptoms.question." + question.word())));
        }
        assertEquals(200, SERVER.stranger().get("/emergency-worker.js").statusCode());
        assertFalse(text.contains("_csrf"), "what is kept on a device holds nothing of a session");
    }

    @Test
    void nonsenseIsRefusedPlainly() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        for (String body : List.of(
                "{\"score\":11}",
                "{\"score\":2,\"places\":[\"tail:left\"]}",
                "{\"moment\":\"after\"}",
                "{\"score\":1,\"set\":\"" + UUID.randomUUID() + "\"}")) {
            assertEquals(400, lifter.post(api(lifter, "pain"), body).statusCode(), body);
        }
        assertEquals(400, lifter.get(api(lifter, "pain") + "?limit=0").statusCode());
        assertEquals(
                400,
                lifter.post(api(lifter, "symptoms"), "{\"none\":[\"urgent\"]}").statusCode());
        assertEquals(404, lifter.page("/people/" + UUID.randomUUID() + "/pain").statusCode());
    }

    @Test
    void cuesAreRememberedPerPerson() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        assertEquals("bandwidth", lifter.json("/api/live/cues").get("mode").asString());
        lifter.put("/api/live/cues", "{\"mode\":\"silent\",\"restS\":90}");
        lifter.put("/api/live/cues", "{\"silenced\":true}");
        JsonNode cues = lifter.json("/api/live/cues");
        assertEquals("silent", cues.get("mode").asString());
        assertEquals(90, cues.get("restS").asInt());
        assertTrue(cues.get("silenced").asBoolean());
        assertEquals(0, cues.get("share").asDouble());
        assertFalse(SERVER.joined(Role.LIFTER)
                .json("/api/live/cues")
                .get("silenced")
                .asBoolean());
        assertEquals(400, lifter.put("/api/live/cues", "{\"mode\":\"loud\"}").statusCode());
    }

    private static String answered(Visitor lifter, String form) {
        return lifter.page(redirectOf(lifter.postForm("/symptoms", "because=own&" + form)))
                .body();
    }

    private static String api(Visitor visitor, String what) {
        return "/api/people/" + SERVER.personOf(visitor).id() + "/" + what;
    }

    private static String redirectOf(HttpResponse<String> answer) {
        assertEquals(302, answer.statusCode(), answer.body());
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("https?://[^/]+", "");
    }

    /** A set of real sensors, as it stands in the log once it is over. */
    private static UUID liftedAt(UUID lifter, Instant when) {
        JdbcClient jdbc = SERVER.bean(JdbcClient.class);
        OffsetDateTime at = when.atOffset(ZoneOffset.UTC);
        UUID session = UUID.randomUUID();
        UUID set = UUID.randomUUID();
        jdbc.sql("insert into training_session (id, lifter_id, started_at) values (?, ?, ?)")
                .params(session, lifter, at)
                .update();
        jdbc.sql(
                        "insert into training_set (id, session_id, lifter_id, exercise, source, demo, simulated, state, started_at,"
                                + " recording_header) values (?, ?, ?, 'deadlift', 'sensors', false, false, 'finished', ?, '{}')")
                .params(set, session, lifter, at)
                .update();
        return set;
    }
}
