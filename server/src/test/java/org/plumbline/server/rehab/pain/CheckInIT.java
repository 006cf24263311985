package org.plumbline.server.rehab.pain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plumbline.server.rehab.pain.PainPages.NONE;
import static org.plumbline.server.rehab.pain.PainPages.SERVER;
import static org.plumbline.server.rehab.pain.PainPages.answered;
import static org.plumbline.server.rehab.pain.PainPages.api;
import static org.plumbline.server.rehab.pain.PainPages.redirectOf;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import tools.jackson.databind.JsonNode;

/** The check-in of a day. */
class CheckInIT {
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
        String changed = "sleep=3&stress=4&soreness=3&score=1&places=lower_back:left&painkiller=true&seen=";
        HttpResponse<String> late = lifter.postForm("/check-in", changed + "none");
        assertTrue(
                late.body().contains("You checked in since you opened this page"), "another page said something else");
        assertTrue(
                late.body()
                        .contains(
                                "sleep 2, stress 4, soreness 3, a painkiller taken, pain 2; lower back left, note: –."),
                late.body());
        redirectOf(lifter.postForm("/check-in", changed + lifter.hidden("/check-in", "seen")));

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
    void allThatWasSaidOfPainIsShownToWhoWouldOverwriteIt() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        String opened = "&seen=" + lifter.hidden("/check-in", "seen");
        redirectOf(lifter.postForm(
                "/check-in",
                "sleep=3&score=4&places=lower_back:left&places=calf:right&qualities=stiff&qualities=numb"
                        + "&onset=sudden&duration=days" + opened));
        String late = lifter.postForm("/check-in", "sleep=3&score=4" + opened).body();
        assertTrue(
                late.contains("no painkiller, pain 4; lower back left; calf right; stiff; numb or tingling; suddenly;"
                        + " a few days, note: –."),
                late);
    }

    @Test
    void painThatWasTakenOutOfTheLogMeanwhileIsNotPutBackUnseen() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        redirectOf(lifter.postForm("/check-in", "sleep=3&score=4&places=lower_back:left"));
        String seen = "&seen=" + lifter.hidden("/check-in", "seen");
        String pain =
                lifter.json(api(lifter, "pain")).get(0).get("entry").get("id").asString();
        lifter.postForm("/pain/" + pain + "/remove", "");
        String late = lifter.postForm("/check-in", "sleep=4&score=4&places=lower_back:left" + seen)
                .body();
        assertTrue(late.contains("You checked in since you opened this page"), late);
        assertEquals(0, lifter.json(api(lifter, "pain")).size());
    }

    @Test
    void whatWasSaidOfSleepStressAndSorenessStandsBesideTheFormOfTheDayForWhomItIsShared() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        assertFalse(lifter.page("/pain").body().contains("id=\"check-ins\""), "nothing was said yet");
        lifter.put(api(lifter, "check-ins/today"), "{\"sleep\":2,\"stress\":4}");
        RecordedSets.upload(lifter, RecordedSets.of("deadlift", 5, 21, 140.0, new SimulatedFault.Rounding(3, 12)));
        String form = "1 of 5 reps flagged";
        String own = days(lifter, "/pain");
        assertTrue(own.contains("<td>2 poorly</td>") && own.contains("<td>4 much</td>"), own);
        assertTrue(own.contains("<td>–</td>"), "what was not answered is not made up: " + own);
        assertTrue(own.contains(form), own);
        assertTrue(lifter.page("/check-in").body().contains("href=\"/pain#check-ins\""));
        assertTrue(lifter.page("/progress").body().contains("href=\"/pain#check-ins\""));

        Visitor coach = SERVER.joined(Role.COACH);
        SERVER.share(lifter, coach, RecordKind.PAIN);
        String others = "/people/" + SERVER.personOf(lifter).id() + "/pain";
        String withoutForm = days(coach, others);
        assertTrue(withoutForm.contains("<td>2 poorly</td>") && !withoutForm.contains(form), withoutForm);
        SERVER.share(lifter, coach, RecordKind.PAIN, RecordKind.FORM);
        assertTrue(days(coach, others).contains(form), "form is shared on its own");
        Visitor formOnly = SERVER.joined(Role.COACH);
        SERVER.share(lifter, formOnly, RecordKind.FORM);
        assertEquals(404, formOnly.page(others).statusCode());
    }

    private static String days(Visitor who, String path) {
        String page = who.page(path).body();
        int begin = page.indexOf("id=\"check-ins\"");
        assertTrue(begin > 0, page);
        return page.substring(begin, page.indexOf("</table>", begin));
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
}
