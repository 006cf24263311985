package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.AtOnce;
import org.plumbline.server.support.OnBothDatabases;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** Forms that were opened together and are sent at the same moment: one is taken, and the others lose nothing and hear of it. */
@OnBothDatabases
class WrittenAtOnceIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final int SENT = 4;

    private static Visitor lifter;
    private static Visitor helper;
    private static UUID person;

    @BeforeAll
    static void somebodyWithACoachWhoIsATherapistToo() {
        lifter = SERVER.joined(Role.LIFTER);
        helper = SERVER.joined(Role.COACH, Role.THERAPIST);
        person = SERVER.personOf(lifter).id();
        SERVER.share(lifter, helper, RecordKind.values());
        helper.postForm("/account/load-unit", "unit=kg");
    }

    /** Sends the same form with one thing different, and says what those were answered that were not taken. */
    private static List<HttpResponse<String>> refused(Visitor sender, String path, Function<Integer, String> form) {
        return refused(AtOnce.send(forms(sender, path, form)));
    }

    /** The same of what is held by the person whose record it is. */
    private static List<HttpResponse<String>> refusedOfPerson(
            Visitor sender, String path, Function<Integer, String> form) {
        return refused(AtOnce.sendOf(SERVER, person, forms(sender, path, form)));
    }

    private static List<Supplier<HttpResponse<String>>> forms(
            Visitor sender, String path, Function<Integer, String> form) {
        return IntStream.rangeClosed(1, SENT)
                .<Supplier<HttpResponse<String>>>mapToObj(one -> () -> sender.postForm(path, form.apply(one)))
                .toList();
    }

    private static List<HttpResponse<String>> refused(List<HttpResponse<String>> answers) {
        List<HttpResponse<String>> refused =
                answers.stream().filter(answer -> answer.statusCode() != 302).toList();
        assertEquals(
                SENT - 1,
                refused.size(),
                answers.stream().map(HttpResponse::statusCode).toList().toString());
        return refused;
    }

    private static void assertSaid(String said, List<HttpResponse<String>> refused) {
        refused.forEach(answer -> assertTrue(answer.body().contains(said), answer.statusCode() + answer.body()));
    }

    @Test
    void ofCheckInsOneIsKept() {
        String seen = "&seen=" + lifter.hidden("/check-in", "seen");
        assertSaid(
                "You checked in since you opened this page",
                refusedOfPerson(lifter, "/check-in", one -> "sleep=" + one + "&stress=1" + seen));
        assertEquals(1, lifter.json("/api/people/" + person + "/check-ins").size());
    }

    @Test
    void painIsTakenBackAndPutBackByOneAtATime() {
        lifter.postForm("/pain", "moment=other&score=2&places=knee:left");
        String id = lifter.json("/api/people/" + person + "/pain")
                .get(0)
                .get("entry")
                .get("id")
                .asString();
        Supplier<HttpResponse<String>> removed = () -> lifter.delete("/api/people/" + person + "/pain/" + id);
        assertEquals(
                List.of(204, 404),
                AtOnce.sendOf(SERVER, person, List.of(removed, removed)).stream()
                        .map(HttpResponse::statusCode)
                        .sorted()
                        .toList());
        Supplier<HttpResponse<String>> restored = () -> lifter.postForm("/pain/" + id + "/restore", "");
        AtOnce.sendOf(SERVER, person, List.of(restored, restored));
        assertEquals(1, lifter.json("/api/people/" + person + "/pain").size());
    }

    @Test
    void ofWhatIsSaidOfASetOneStands() {
        UUID set = RecordedSets.upload(lifter, SimulationScript.clean("deadlift", 3, 11), "deadlift", 60.0);
        String effort = "/sets/" + set + "/effort";
        String seen = "&seen=" + lifter.hidden(effort, "seen");
        assertSaid(
                "Something else was saved since you opened this page",
                refused(lifter, effort, one -> "rpe=" + (5 + one) + "&left=&load=60&note=" + seen));

        String read = "&seen=" + lifter.hidden(effort, "seen");
        String rpe = lifter.json("/api" + effort).get("rpe").asString();
        assertSaid(
                "Something else was saved since you opened this page",
                refused(lifter, effort, one -> "rpe=" + rpe + "&left=&load=" + (60 + one) + "&note=" + read));

        String again = "&seen=" + lifter.hidden(effort, "seen");
        assertSaid(
                "Something else was saved since you opened this page",
                refused(lifter, effort, one -> "rpe=" + rpe + "&left=&load=" + (70 + one) + "&note=" + again));
    }

    @Test
    void ofLimitsOfARuleOneStands() {
        String page = "/people/" + person + "/limits";
        String opened = page + "?exercise=deadlift&rule=rounding&as=coach";
        String seen = "&seen=" + helper.hidden(opened, "seen");
        String form = "exercise=deadlift&rule=rounding&do=save&as=coach&notice=40&stop=60&caution=";
        assertSaid(
                "This limit was changed since you opened this page",
                refusedOfPerson(helper, page, one -> form + (50 + one) + seen));

        String wish = "{\"exercise\":\"deadlift\",\"rule\":\"rounding\",\"notice\":40,\"caution\":%d,\"stop\":60}";
        AtOnce.sendOf(
                SERVER,
                person,
                IntStream.rangeClosed(1, SENT)
                        .<Supplier<HttpResponse<String>>>mapToObj(
                                one -> () -> helper.post("/api" + page, wish.formatted(50 + one)))
                        .toList());
        assertEquals(
                1,
                helper.json("/api" + page + "?exercise=deadlift")
                        .get("personal")
                        .size(),
                "a program says nothing of what it has seen: the last word stands, and no other beside it");
    }

    @Test
    void ofStatementsOneStands() {
        String patient = "/patients/" + person;
        String seen = "&seen=" + helper.hidden(patient, "seen");
        assertEquals(
                302,
                helper.postForm(patient + "/statement", "statement=Stiff" + seen)
                        .statusCode());
        String read = "&seen=" + helper.hidden(patient, "seen");
        assertSaid(
                "Something else was written since you opened this page, by ",
                refusedOfPerson(helper, patient + "/statement", one -> "statement=Ache+" + one + read));
    }

    @Test
    void aProgramThatSaysWhatItHasReadWritesOverNothingElse() {
        String people = "/api/people/" + person;
        String statement = people + "/statement";
        writesOver(
                helper,
                statement,
                "PUT " + statement,
                Stream.of("Ache", "Stiff", "Well").map(one -> "{\"statement\":\"" + one + "\"}"));
        writesOver(
                helper,
                people + "/limits?exercise=squat",
                "POST " + people + "/limits",
                Stream.of(50, 51, 52)
                        .map(("{\"exercise\":\"squat\",\"rule\":\"rounding\","
                                + "\"notice\":40,\"caution\":%d,\"stop\":60}")::formatted));
        Visitor owner = SERVER.joined(Role.LIFTER);
        String shares = "/api/account/shares";
        writesOver(
                owner,
                shares,
                "PUT " + shares + "/" + SERVER.personOf(helper).id(),
                Stream.of("form", "pain", "rehab").map(one -> "{\"kinds\":[\"" + one + "\"]}"));
    }

    /** The second of three bodies is sent by whoever has not read the first; the third by whoever has. */
    private static void writesOver(Visitor program, String read, String route, Stream<String> bodies) {
        List<String> sent = bodies.toList();
        String mark = mark(program, read);
        assertEquals(2, write(program, route, sent.get(0), mark).statusCode() / 100, route);
        HttpResponse<String> late = write(program, route, sent.get(1), mark);
        assertEquals(412, late.statusCode(), route);
        assertTrue(late.body().contains("Something else stands there than what you have read"), late.body());
        assertEquals(2, write(program, route, sent.get(2), mark(program, read)).statusCode() / 100, route);
    }

    private static String mark(Visitor program, String read) {
        HttpResponse<String> answer = program.get(read);
        return answer.headers().firstValue("ETag").orElseThrow(() -> new AssertionError(read + answer.body()));
    }

    private static HttpResponse<String> write(Visitor program, String route, String body, String mark) {
        String[] halves = route.split(" ", 2);
        return program.send(HttpRequest.newBuilder(program.address(halves[1]))
                .header("Content-Type", "application/json")
                .header("If-Match", mark)
                .method(halves[0], HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void ofLinesOfAFlareUpOneIsKept() {
        String page = "/patients/" + person + "/restrictions";
        String seen = "&seen=" + helper.hidden(page, "seen");
        Function<Integer, String> lines = one -> "do=keep&reason=For+now&what=Running+" + one;
        assertSaid("They stand now as: ", refused(helper, page + "/flare-up", one -> lines.apply(one) + seen));
        String read = "&seen=" + helper.hidden(page, "seen");
        assertSaid("They stand now as: ", refused(helper, page + "/flare-up", one -> lines.apply(4 + one) + read));
        helper.postForm(page + "/flare-up", "do=keep&what=&reason=&seen=" + helper.hidden(page, "seen"));
    }

    @Test
    void ofChangesOfAPrescriptionOneIsTheNextVersion() {
        String api = "/api/people/" + person + "/prescriptions";
        String dose = "\"exercise\":\"squat\",\"sets\":3,\"repetitions\":8,\"timesAWeekLeast\":2,\"timesAWeekMost\":3";
        List<Integer> made = answers(() -> helper.post(api, "{" + dose + "}"));
        assertEquals(List.of(201, 422, 422, 422), made, "an exercise is prescribed once");

        String series = helper.json(api).get(0).get("series").asString();
        String page = "/patients/" + person + "/prescriptions/" + series;
        String day = helper.json(api).get(0).get("startsOn").asString();
        String form = "exercise=squat&repetitions=8&timesAWeekLeast=2&timesAWeekMost=3&phase=supervised"
                + "&changeReason=Goes+well&startsOn=" + day + "&version=" + helper.hidden(page, "version");
        List<HttpResponse<String>> late = refusedOfPerson(helper, page, one -> form + "&sets=" + (3 + one));
        assertSaid("Version 2 was written meanwhile", late);
        assertSaid("name=\"version\" value=\"2\"", late);
    }

    @Test
    void whatIsSharedOnTwoPagesAtOnceIsAllShared() {
        Visitor owner = SERVER.joined(Role.LIFTER);
        Visitor coach = SERVER.joined(Role.COACH);
        owner.postForm("/account/load-unit", "unit=kg");
        UUID viewer = SERVER.personOf(coach).id();
        AtOnce.sendOf(
                SERVER,
                SERVER.personOf(owner).id(),
                Stream.of("form", "pain", "rehab")
                        .<Supplier<HttpResponse<String>>>map(
                                kind -> () -> owner.postForm("/account/shares", "kind=" + viewer + ":" + kind))
                        .toList());
        assertEquals(
                "[\"form\",\"pain\",\"rehab\"]",
                owner.json("/api/account/shares").get(0).get("kinds").toString());
    }

    private static List<Integer> answers(Supplier<HttpResponse<String>> request) {
        return AtOnce.sendOf(
                        SERVER,
                        person,
                        Stream.generate(() -> request).limit(SENT).toList())
                .stream()
                .map(HttpResponse::statusCode)
                .sorted()
                .toList();
    }
}
