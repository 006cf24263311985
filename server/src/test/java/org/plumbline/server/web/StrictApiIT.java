package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** What cannot be meant is refused in words and changes nothing: no default stands in for it, and nothing is lost by leaving it out. */
class StrictApiIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final String DAY = " must be a day such as 2026-01-31, of the years 2000 to 2099.";

    private static Visitor lifter;
    private static Visitor therapist;
    private static UUID person;

    @BeforeAll
    static void people() {
        lifter = SERVER.joined(Role.LIFTER);
        therapist = SERVER.joined(Role.THERAPIST);
        person = SERVER.personOf(lifter).id();
        SERVER.share(lifter, therapist, RecordKind.values());
    }

    private static String api(String path) {
        return "/api/people/" + person + path;
    }

    private static void assertRefused(String said, HttpResponse<String> answer, String asked) {
        assertEquals(400, answer.statusCode(), asked + " " + answer.body());
        String detail = RunningServer.parse(answer.body()).get("detail").asString();
        assertTrue(detail.endsWith(said), asked + ": " + detail);
    }

    /** Each address with what is said of it. */
    private static Stream<Executable> refused(Map<String, String> addresses) {
        return addresses.entrySet().stream()
                .map(one -> () -> assertRefused(one.getValue(), lifter.get(one.getKey()), one.getKey()));
    }

    @Test
    void aDayIsWrittenInOneWay() {
        List<String> none = List.of(
                "\"2026-01-31T12:00:00\"",
                "\"2026-01-31T00:00:00Z\"",
                "\" 2026-01-31\"",
                "\"2026-01-31 \"",
                "\"2026-1-31\"",
                "\"2026-02-30\"",
                "\"1900-01-01\"",
                "\"3000-01-01\"",
                "[2026,1,31]",
                "[\"2026-01-31\"]",
                "20484",
                "{}");
        Map<String, String> routes = Map.of(
                "/pain", "aboutDay", "/activities", "doneOn", "/restrictions", "reviewOn", "/clearances", "givenOn");
        assertAll(routes.entrySet().stream()
                .flatMap(route -> none.stream().map(day -> {
                    String body = "{\"" + route.getValue() + "\":" + day + "}";
                    return () -> assertRefused(route.getValue() + DAY, lifter.post(api(route.getKey()), body), body);
                })));
        assertAll(Stream.of("2026-01-31T12:00:00", "%202026-01-31", "2026-1-31", "1900-01-01", "3000-01-01")
                .flatMap(day -> refused(Map.of(
                        api("/sets?since=" + day), "since" + DAY,
                        api("/pain/summary?from=" + day), "from" + DAY,
                        api("/adherence?to=" + day), "to" + DAY))));
    }

    @Test
    void aDayThatNobodyCanMeanIsRefusedOnPagesToo() {
        String patient = "/patients/" + person;
        String said = "Write a day such as 2026-01-31, of the years 2000 to 2099.";
        for (String form : List.of(
                "/clearances:givenOn=1900-01-01&givenBy=A&scope=B",
                "/restrictions:what=A&reason=B&reviewOn=3000-01-01",
                "/prescriptions:exercise=squat&sets=1&repetitions=1&startsOn=3000-01-01")) {
            String[] halves = form.split(":");
            HttpResponse<String> page = therapist.postForm(patient + halves[0], halves[1]);
            assertEquals(422, page.statusCode(), form);
            assertTrue(page.body().contains(said), page.body());
        }
        String log =
                lifter.postForm("/log", "kind=walking&minutes=5&day=1900-01-01").body();
        assertTrue(log.contains("The day must be a day such as 2026-01-31, of the years 2000 to 2099."), log);
    }

    @Test
    void aParameterThatIsNoneIsRefused() {
        assertAll(refused(Map.of(
                "/api/sets?limit=0x10", "limit must be a whole number.",
                "/api/sets?limit=%2010", "limit must be a whole number.",
                "/api/sets?limit=1%200", "limit must be a whole number.",
                "/api/sets?limit=%2b7", "limit must be a whole number.",
                "/api/sets?limit=99999999999", "limit must be a whole number.",
                "/api/roster?leastKg=0x1p3", "leastKg must be a number.",
                "/api/roster?leastKg=5d", "leastKg must be a number.",
                "/api/sets?limit=5&limit=6", "limit is said more than once. Say it once.",
                "/api/sets?limit=", "limit is empty. Leave it out, or say what it is to be.",
                "/api/sets?limti=5", "limti is not known here. Known are: limit, offset.")));
        assertAll(refused(Map.of(
                "/api/me?limit=5",
                "This address takes no parameters, and so no limit.",
                "/api/me?%3Cb%3E=5",
                "This address takes no parameters, and so no ?.",
                api("/sets?exercise=juggling"),
                "The exercise \"juggling\" is not known, and there are no sets of it.",
                api("/next-set?exercise=juggling"),
                "The exercise \"juggling\" is not known, and there are no sets of it.",
                api("/progress?exercise=juggling"),
                "The exercise \"juggling\" is not known, and there are no sets of it.",
                api("/progress/load?exercise=juggling"),
                "The exercise \"juggling\" is not known, and there are no sets of it.",
                "/api/roster?exercise=juggling",
                "The exercise \"juggling\" is not known, and there are no sets of it.",
                "/api/queue?exercise=juggling",
                "The exercise \"juggling\" is not known, and there are no sets of it.",
                api("/report.pdf?form=2026-01-31"),
                "form is not known here. Known are: from, note, to.")));
    }

    @Test
    void anExerciseThatOnlyARecordingNamesIsAskedAfterByItsName() {
        Visitor other = SERVER.joined(Role.LIFTER);
        String named = new String(RecordedSets.of("deadlift", 2, 5, 80.0), java.nio.charset.StandardCharsets.UTF_8)
                .replaceFirst("# exercise: deadlift", "# exercise: stone lift");
        assertEquals(
                201,
                other.upload("/api/recordings", "stones.csv", named.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .statusCode());
        String sets = "/api/people/" + SERVER.personOf(other).id() + "/sets?exercise=stone%20lift";
        assertEquals(1, other.json(sets).get("total").asInt());
    }

    @Test
    void whatIsLeftOutIsNotTakenForNone() {
        String shares = "/api/account/shares/" + SERVER.personOf(therapist).id();
        String leftOut = " is left out. Say it, so that nothing is taken away unasked: null says that there is none.";
        assertEquals(
                200, lifter.put(api("/goals/deadlift"), "{\"repetitions\":8}").statusCode());

        assertRefused("kinds" + leftOut, lifter.put(shares, "{}"), shares);
        assertRefused(
                "kinds must be a list of form, pain, rehab; an empty one shares nothing.",
                lifter.put(shares, "{\"kinds\":null}"),
                shares);
        assertRefused("repetitions" + leftOut, lifter.put(api("/goals/deadlift"), "{}"), "goal");
        assertRefused("set" + leftOut, lifter.post(api("/symptoms/stops"), "{}"), "stop");
        String account = "/api/administration/people/" + person + "/closed";
        assertEquals(400, SERVER.me().put(account, "{}").statusCode(), "neither closed nor opened");

        assertEquals(
                3,
                lifter.json("/api/account/shares").get(0).get("kinds").size(),
                "nothing that was shared is taken away");
        assertEquals(
                8, lifter.json(api("/progress?exercise=deadlift")).get("goal").asInt());
        assertEquals(0, lifter.json(api("/symptoms/stops")).size());

        assertEquals(
                200,
                lifter.put(api("/goals/deadlift"), "{\"repetitions\":null}").statusCode());
        assertTrue(lifter.json(api("/progress?exercise=deadlift")).get("goal").isNull());
        assertEquals(204, lifter.post(api("/symptoms/stops"), "{\"set\":null}").statusCode());
    }

    @Test
    void chartsAndReportsShowTheTimeThatWasAskedForOrNone() {
        String patient = "/patients/" + person;
        for (String weeks : List.of("-5", "0", "abc", "27", "1.5", "%2B4", "9999999999", "")) {
            for (String path : List.of("/adherence", "/pain-dose.svg")) {
                HttpResponse<String> page = therapist.page(patient + path + "?weeks=" + weeks);
                assertEquals(400, page.statusCode(), path + weeks);
                assertTrue(page.body().contains("weeks must be a whole number from 1 to 26."), page.body());
            }
        }
        assertEquals(200, therapist.page(patient + "/adherence?weeks=26").statusCode());
        String tomorrow = "?to=" + LocalDate.now(ZoneId.systemDefault()).plusDays(1);
        String said = "The last day is still to come. Choose today or an earlier one.";
        assertAll(refused(Map.of(
                api("/adherence" + tomorrow), said,
                api("/pain-dose" + tomorrow), said,
                api("/pain/summary" + tomorrow), said,
                api("/report.pdf" + tomorrow), said)));
        assertTrue(therapist.page(patient + "/report" + tomorrow).body().contains(said));
        assertEquals(
                400,
                lifter.get("/people/" + person + "/charts/load-drift.svg?exercise=juggling")
                        .statusCode());
    }

    @Test
    void aTokenThatMayReadMayAskWhetherThereIsSomethingToRead() {
        String read = token("\"read\"");
        String both = token("\"read\",\"health\"");
        assertEquals(200, head(read, "/api/sets"));
        assertEquals(200, head(read, "/api-docs"));
        assertEquals(200, head(read, "/people/" + person + "/charts/progress.svg?what=load"));
        assertEquals(200, head(both, api("/pain")));
        assertEquals(403, head(read, api("/pain")), "of health it may not");
        assertEquals(403, head(token("\"write\""), "/api/sets"), "to ask is to read");
    }

    private static String token(String scopes) {
        return RunningServer.parse(lifter.post("/api/account/tokens", "{\"name\":\"p\",\"scopes\":[" + scopes + "]}")
                        .body())
                .get("secret")
                .asString();
    }

    private static int head(String token, String path) {
        Visitor program = SERVER.stranger();
        return program.send(HttpRequest.newBuilder(program.address(path))
                        .header("Authorization", "Bearer " + token)
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build())
                .statusCode();
    }

    @Test
    void textThatNobodyCanSeeIsNoNameAndNoText() {
        String before = SERVER.personOf(lifter).name();
        for (String unseen : List.of("%E2%80%8B", "%C2%A0%C2%A0", "%E3%85%A4", "%E2%80%8D%EF%B8%8F")) {
            HttpResponse<String> named = lifter.postForm("/account/name", "name=" + unseen);
            assertEquals(400, named.statusCode(), unseen);
            assertTrue(named.body().contains("name has nothing in it that can be seen."), named.body());
        }
        assertEquals(400, lifter.postForm("/account/name", "name=a%07b").statusCode());
        lifter.postForm("/account/name", "name=two%0Alines");
        assertEquals(before, SERVER.personOf(lifter).name());

        String none = " has nothing in it that can be seen. Write something, or leave it empty.";
        assertRefused("note" + none, lifter.post(api("/pain"), "{\"score\":3,\"note\":\"\\u200b\\u00a0\"}"), "note");
        assertRefused("what" + none, therapist.post(api("/restrictions"), "{\"what\":\"\\u2060\"}"), "what");
        String control = " has a character that is none (a control character, or half of a pair). Take it out.";
        assertRefused("note" + control, lifter.post(api("/pain"), "{\"score\":3,\"note\":\"a\\u001bb\"}"), "note");
        assertEquals(
                400,
                lifter.post("/api/account/tokens", "{\"name\":\"a\\nb\",\"scopes\":[\"read\"]}")
                        .statusCode(),
                "a name is one line");
        assertEquals(
                201,
                lifter.post(api("/pain"), "{\"score\":3,\"note\":\"two\\nlines\"}")
                        .statusCode(),
                "a note may have several");
    }

    @Test
    void aLoadTooSmallToBeShownIsLeftOutOfARecordingAndSaid() {
        HttpResponse<String> answer =
                lifter.upload("/api/recordings", "light.csv", RecordedSets.of("deadlift", 2, 5, 0.001));
        assertEquals(201, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("Loads are shown to the half: the least is 0.5 kg"), answer.body());
        String set = RunningServer.parse(answer.body()).get("set").asString();
        assertTrue(
                lifter.json("/api/sets/" + set + "/effort").get("loadKg").isNull(), "no load is not a load of nothing");
    }
}
