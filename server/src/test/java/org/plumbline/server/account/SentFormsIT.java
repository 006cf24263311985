package org.plumbline.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.support.OnBothDatabases;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** Taps that come twice, as phones send them. */
@OnBothDatabases
class SentFormsIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final int TAPS = 4;
    private static final Pattern ONCE = Pattern.compile("<input type=\"hidden\" name=\"once\" value=\"([^\"]+)\"");

    private static String once(Visitor visitor, String page) {
        Matcher found = ONCE.matcher(visitor.page(page).body());
        assertTrue(found.find(), page + " marks its forms");
        return found.group(1);
    }

    private static <T> List<T> atOnce(Callable<T> tap) throws Exception {
        ExecutorService taps = Executors.newFixedThreadPool(TAPS);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : taps.invokeAll(Collections.nCopies(TAPS, tap))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            taps.shutdown();
        }
    }

    @Test
    void aDoubleTapMakesOneEntryAndEveryTapIsAnsweredAlike() throws Exception {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(lifter).id();
        String form = "score=4&moment=other&note=twice&once=" + once(lifter, "/pain");
        List<HttpResponse<String>> answers = atOnce(() -> lifter.postForm("/pain", form));
        for (HttpResponse<String> answer : answers) {
            assertEquals(302, answer.statusCode(), answer.body());
            assertTrue(answer.headers().firstValue("Location").orElse("").endsWith("/pain"));
        }
        assertEquals(302, lifter.postForm("/pain", form).statusCode(), "later too");
        assertEquals(1, lifter.json("/api/people/" + id + "/pain").size());
        assertTrue(lifter.page("/pain").body().contains("It is in your log."), "and what the first says is said");

        lifter.postForm("/pain", form.replace("score=4", "score=5"));
        assertEquals(2, lifter.json("/api/people/" + id + "/pain").size(), "gone back and changed, it is another");
    }

    @Test
    void twoRecordingsOfOneNameAndLengthAreTwoSets() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        String form = "/sets?once=" + once(lifter, "/sets");
        byte[] one = RecordedSets.bytes(SimulationScript.clean("squat", 2, 5), "morning", "squat", 60.0);
        byte[] other = RecordedSets.bytes(SimulationScript.clean("squat", 2, 5), "evening", "squat", 60.0);
        assertEquals(one.length, other.length);
        String first = uploaded(lifter, form, one);
        assertEquals(first, uploaded(lifter, form, one), "the same file sent twice is one set");
        assertNotEquals(first, uploaded(lifter, form, other));

        String twice = "This recording was brought before";
        String again = uploaded(lifter, "/sets?once=" + once(lifter, "/sets"), one);
        assertNotEquals(first, again, "from another page it is another set, and said to be the same file");
        assertTrue(lifter.page(path(again)).body().contains(twice));
        assertFalse(lifter.page(path(first)).body().contains(twice));
        Visitor somebodyElse = SERVER.joined(Role.LIFTER);
        String theirs = uploaded(somebodyElse, "/sets?once=" + once(somebodyElse, "/sets"), one);
        assertFalse(somebodyElse.page(path(theirs)).body().contains(twice), "what others brought is not told");
    }

    private static String path(String location) {
        return location.substring(location.indexOf("/sets/"));
    }

    private static String uploaded(Visitor lifter, String form, byte[] recording) {
        HttpResponse<String> answer = lifter.upload(form, "set.csv", recording);
        assertEquals(302, answer.statusCode(), answer.body());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void aFormThatWasRefusedMayBeSentAgain() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        String form = "moment=other&once=" + once(lifter, "/pain");
        assertTrue(lifter.postForm("/pain", form).body().contains("Choose how strong"));
        assertTrue(lifter.postForm("/pain", form).body().contains("Choose how strong"));
    }

    @Test
    void twoFormsWithoutAMarkAreToldThatTheyMet() throws Exception {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        // as a browser: the page first, and with it the token that both forms carry
        lifter.page("/check-in");
        for (HttpResponse<String> answer : atOnce(() -> lifter.postForm("/check-in", "sleep=3&score=2"))) {
            assertTrue(List.of(302, 409).contains(answer.statusCode()), answer.statusCode() + answer.body());
        }
        String path = "/api/people/" + SERVER.personOf(lifter).id();
        assertEquals(1, lifter.json(path + "/check-ins").size());
    }

    private static HttpResponse<String> keyed(Visitor visitor, String path, String key, String json) {
        return visitor.send(HttpRequest.newBuilder(visitor.address(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    @Test
    void aRequestOfAProgramThatBringsItsKeyIsTakenOnceAndAnsweredAlike() throws Exception {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        String path = "/api/people/" + SERVER.personOf(lifter).id() + "/pain";
        String said = "{\"score\":4,\"moment\":\"other\",\"note\":\"süß\"}";
        HttpResponse<String> first = keyed(lifter, path, "a", said);
        assertEquals(201, first.statusCode(), first.body());
        HttpResponse<String> again = keyed(lifter, path, "a", said);
        assertEquals(201, again.statusCode());
        assertEquals("", again.body(), "what was said of somebody is kept in their record alone");
        assertEquals(first.headers().firstValue("Location"), again.headers().firstValue("Location"));
        assertEquals("true", again.headers().firstValue("Idempotency-Replayed").orElse(""));
        assertEquals(1, lifter.json(path).size());

        HttpResponse<String> other = keyed(lifter, path, "a", said.replace("4", "5"));
        assertEquals(422, other.statusCode(), "another request under the same key");
        assertTrue(other.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json"));
        assertEquals(201, keyed(lifter, path, "b", said).statusCode(), "another key is another request");
        assertEquals(2, lifter.json(path).size());
        for (HttpResponse<String> one : atOnce(() -> keyed(lifter, path, "c", said))) {
            assertTrue(List.of(201, 409).contains(one.statusCode()), one.body());
        }
        assertEquals(3, lifter.json(path).size());
        assertEquals(400, keyed(lifter, path, "k".repeat(201), said).statusCode());

        Visitor stranger = SERVER.joined(Role.LIFTER);
        assertEquals(404, keyed(stranger, path, "a", said).statusCode(), "keys are each person's own");
    }

    @Test
    void aRequestThatWasRefusedMayBeSentAgainUnderItsKey() {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        String path = "/api/people/" + SERVER.personOf(lifter).id() + "/pain";
        String nonsense = "{\"score\":44,\"moment\":\"other\"}";
        assertEquals(400, keyed(lifter, path, "a", nonsense).statusCode());
        HttpResponse<String> again = keyed(lifter, path, "a", nonsense);
        assertEquals(400, again.statusCode());
        assertTrue(again.headers().firstValue("Idempotency-Replayed").isEmpty(), "it was looked at anew");
        assertEquals(201, keyed(lifter, path, "a", nonsense.replace("44", "4")).statusCode());
    }

    @Test
    void aCriterionIsSignedOnce() throws Exception {
        Visitor lifter = SERVER.joined(Role.LIFTER);
        Visitor therapist = SERVER.joined(Role.THERAPIST);
        SERVER.share(lifter, therapist, RecordKind.values());
        String list = "/api/people/" + SERVER.personOf(lifter).id() + "/checklist";
        String one = list + "/"
                + RunningServer.parse(therapist
                                .post(list, "{\"criterion\":\"Lifts a child\"}")
                                .body())
                        .get("id")
                        .asString();
        therapist.post(one + "/evidence", "{\"kind\":\"note\",\"note\":\"seen\"}");

        List<Integer> answers = atOnce(() -> therapist.post(one + "/sign", "{}").statusCode());
        assertEquals(1, Collections.frequency(answers, 200), answers.toString());
        assertEquals(TAPS - 1, Collections.frequency(answers, 422), answers.toString());
        assertEquals(
                200,
                therapist.post(one + "/withdraw", "{\"reason\":\"too early\"}").statusCode());
        assertEquals(200, therapist.post(one + "/sign", "{}").statusCode(), "withdrawn, it can be signed again");
    }
}
