package org.plumbline.server.rehab.pain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plumbline.server.rehab.pain.PainPages.NONE;
import static org.plumbline.server.rehab.pain.PainPages.SERVER;
import static org.plumbline.server.rehab.pain.PainPages.answered;
import static org.plumbline.server.rehab.pain.PainPages.api;
import static org.plumbline.server.rehab.pain.PainPages.redirectOf;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The symptom questions: when they are asked, what each answer leads to, and how long it stands. */
class SymptomsIT {
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
    void theEmergencyTextIsOpenToStrangersAndComplete() {
        String text = SERVER.stranger().page("/emergency").body();
        assertTrue(text.contains("Call 112 at once") && text.contains("tel:112"), text);
        for (SymptomQuestion question : SymptomQuestion.of(SymptomTier.EMERGENCY)) {
            assertTrue(text.contains(org.plumbline.server.web.Words.say("symptoms.question." + question.word())));
        }
        assertEquals(200, SERVER.stranger().get("/emergency-worker.js").statusCode());
        assertFalse(text.contains("_csrf"), "what is kept on a device holds nothing of a session");
    }
}
