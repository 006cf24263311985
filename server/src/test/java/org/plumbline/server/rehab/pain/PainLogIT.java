package org.plumbline.server.rehab.pain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plumbline.server.rehab.pain.PainPages.NONE;
import static org.plumbline.server.rehab.pain.PainPages.SERVER;
import static org.plumbline.server.rehab.pain.PainPages.api;
import static org.plumbline.server.rehab.pain.PainPages.liftedAt;
import static org.plumbline.server.rehab.pain.PainPages.redirectOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.Visitor;
import tools.jackson.databind.JsonNode;

/** The pain log: who writes it, who reads it, and the day after training. */
class PainLogIT {
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
}
