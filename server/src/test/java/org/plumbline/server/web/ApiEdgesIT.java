package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** What the API says to programs that send what cannot be, ask for too much, or ask again. */
class ApiEdgesIT {
    private static final RunningServer SERVER = RunningServer.shared();

    private static Visitor lifter;
    private static UUID person;

    @BeforeAll
    static void people() {
        lifter = SERVER.joined(Role.LIFTER);
        person = SERVER.personOf(lifter).id();
        SERVER.share(lifter, SERVER.joined(Role.THERAPIST), RecordKind.values());
    }

    private static String api(String path) {
        return "/api/people/" + person + path;
    }

    private static String detail(HttpResponse<String> answer) {
        assertEquals(400, answer.statusCode(), answer.body());
        return RunningServer.parse(answer.body()).get("detail").asString();
    }

    @Test
    void textThatNoDatabaseTakesIsRefusedByTheNameOfItsField() {
        for (String none : List.of("a\\u0000b", "a\\ud83d", "\\udc00b")) {
            String said = detail(lifter.post(api("/pain"), "{\"score\":3,\"note\":\"" + none + "\"}"));
            assertTrue(said.contains("note has a character that is none"), said);
        }
        assertEquals(
                201,
                lifter.post(api("/pain"), "{\"score\":3,\"note\":\"fine \\ud83d\\ude00\"}")
                        .statusCode());

        HttpResponse<String> form = lifter.postForm("/pain", "score=3&note=a%00b");
        assertEquals(400, form.statusCode());
        assertTrue(form.body().contains("note has a character that is none"), form.body());
        assertEquals(
                400,
                SERVER.stranger().postForm("/sign-in", "email=a%00b&password=x").statusCode());
        assertTrue(detail(lifter.get(api("/sets?exercise=a%00b"))).contains("exercise has"));
    }

    @Test
    void everyListSaysTheSameOfALimitThatCannotBe() {
        Stream<Executable> lists = Stream.of(
                        "/api/sets",
                        "/api/roster",
                        "/api/queue",
                        "/api/account/reads",
                        "/api/account/tokens",
                        api("/sets"),
                        api("/activities"),
                        api("/pain"),
                        api("/check-ins"),
                        api("/symptoms"),
                        api("/symptoms/stops"),
                        api("/prescriptions"),
                        api("/progressions"),
                        api("/restrictions"),
                        api("/checklist"),
                        api("/clearances"),
                        api("/range-of-motion"))
                .flatMap(path -> Stream.of("?limit=-1", "?limit=0", "?limit=201", "?offset=-1")
                        .map(part -> () -> assertEquals(
                                "limit must be 1 to 200, and offset 0 or more.",
                                detail(lifter.get(path + part)),
                                path + part)));
        assertAll(lists);
    }

    @Test
    void aBodyOfAnotherKindIsToldWhatToSend() {
        HttpResponse<String> text = lifter.send(HttpRequest.newBuilder(lifter.address(api("/pain")))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"score\":3}"))
                .build());
        assertEquals(415, text.statusCode());
        String said = RunningServer.parse(text.body()).get("detail").asString();
        assertTrue(said.startsWith("What came is of a kind that is not taken here. Send it as application/json"), said);
    }

    @Test
    void whatJsonRefusesIsNotTakenAsYaml() {
        HttpResponse<String> yaml = lifter.send(HttpRequest.newBuilder(lifter.address(api("/pain")))
                .header("Content-Type", "application/yaml")
                .POST(HttpRequest.BodyPublishers.ofString("score: 3.9\nnobodyKnows: it\n"))
                .build());
        assertEquals(415, yaml.statusCode());
        assertFalse(yaml.body().contains("yaml"), yaml.body());
    }

    @Test
    void aTokenThatMayDoNothingIsNotMade() {
        int before = lifter.json("/api/account/tokens").size();
        assertTrue(detail(lifter.post("/api/account/tokens", "{\"name\":\"scale\",\"scopes\":[]}"))
                .contains("scopes at least one of"));
        assertEquals(before, lifter.json("/api/account/tokens").size());
    }

    @Test
    void whatIsOnlyAnsweredIsNotTakenWithoutAWord() {
        Visitor therapist = SERVER.joined(Role.THERAPIST);
        SERVER.share(lifter, therapist, RecordKind.values());
        String said = after(therapist.put(api("/statement"), "{\"statement\":\"Ache\",\"by\":{\"by\":\"Me\"}}"));
        assertEquals("by is not known here. Known are: statement.", said);
    }

    @Test
    void aCorrectionThatIsNotThereIsNotTakenBack() {
        UUID set = RecordedSets.upload(lifter, RecordedSets.of("deadlift", 2, 5, 80.0));
        String none = "/api/sets/" + set + "/corrections/" + UUID.randomUUID();
        assertEquals(404, lifter.delete(none).statusCode());
    }

    @Test
    void jsonThatCannotBeReadIsAnsweredWithWhereAndWhatWasExpected() {
        String path = api("/pain");
        assertEquals("score must be a whole number.", after(lifter.post(path, "{\n\"score\":\"secret\"}")));
        assertTrue(detail(lifter.post(path, "{\n\"score\":\"secret\"}")).startsWith("Line 2, column "));
        assertEquals("set must be an identity (UUID).", after(lifter.post(path, "{\"set\":\"secret\"}")));
        assertEquals(
                "aboutDay must be a day such as 2026-01-31, of the years 2000 to 2099.",
                after(lifter.post(path, "{\"aboutDay\":\"secret\"}")));
        assertEquals("places must be a list.", after(lifter.post(path, "{\"places\":7}")));
        assertEquals("painkiller must be true or false.", after(lifter.post(path, "{\"painkiller\":\"secret\"}")));
        assertEquals("This is no JSON.", after(lifter.post(path, "{\"score\":secret}")));
        assertEquals(
                "score is larger than can be read.", after(lifter.post(path, "{\"score\":" + "9".repeat(40) + "}")));
        assertEquals(
                "score must be a whole number.", after(lifter.post(path, "{\"score\":\"5\"}")), "a text is no number");
        assertTrue(
                after(lifter.post(path, "{\"score\":5,\"scroe\":6}"))
                        .startsWith("scroe is not known here. Known are: "),
                "a mistyped name is not left out without a word");
        assertEquals("The body must be an object.", after(lifter.post(path, "[\"secret\"]")));
        assertEquals("A JSON body is expected.", detail(lifter.post(path, "")));
    }

    @Test
    void aWordIsReadHoweverItsLettersAreWrittenAndOneThatIsNoneIsToldThoseThereAre() {
        assertEquals(
                201,
                lifter.post(api("/pain"), "{\"score\":3,\"moment\":\"AFTER\"}").statusCode());
        assertEquals(
                201,
                lifter.post(api("/activities"), "{\"kind\":\"Warm_Up\",\"minutes\":5}")
                        .statusCode());
        assertEquals(
                "moment must be one of before, during, after, hours_24, hours_48, hours_72, other.",
                detail(lifter.post(api("/pain"), "{\"score\":3,\"moment\":\"secret\"}")));
        assertEquals(
                "kind must be one of walking, mobility, cycling, swimming, warm_up, other.",
                detail(lifter.post(api("/activities"), "{\"kind\":\"secret\",\"minutes\":5}")));
        assertEquals(
                "scope must be one of read, write, live, health.",
                detail(lifter.post("/api/account/tokens", "{\"name\":\"p\",\"scopes\":[\"secret\"]}")));
        assertEquals(
                "mode must be one of silent, bandwidth, fading.",
                detail(lifter.send(HttpRequest.newBuilder(lifter.address("/api/live/cues"))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"mode\":\"secret\"}"))
                        .build())));
    }

    @Test
    void nullWithinAListSaysNothingAndIsRefusedByItsPlace() {
        assertEquals("anyway[0] must be a text.", after(lifter.post("/api/live", "{\"anyway\":[null]}")));
        assertEquals(
                "places[1] must be a text.",
                after(lifter.post(api("/pain"), "{\"score\":3,\"places\":[\"knee:left\",null]}")));
        assertEquals(
                "limits.lumbarFlexionPeakDeg must be a number.",
                after(lifter.post(api("/prescriptions"), "{\"limits\":{\"lumbarFlexionPeakDeg\":null}}")));
    }

    @Test
    void nothingIsReadAsSomethingElse() {
        String path = api("/pain");
        assertEquals("score must be a whole number.", after(lifter.post(path, "{\"score\":\"\"}")));
        assertEquals("score must be a whole number.", after(lifter.post(path, "{\"score\":\"  \"}")));
        assertEquals("painkiller must be true or false.", after(lifter.post(path, "{\"painkiller\":\" \"}")));
        assertEquals("set must be an identity (UUID).", after(lifter.post(path, "{\"score\":3,\"set\":\"\"}")));
        assertEquals("set must be an identity (UUID).", after(lifter.post(path, "{\"score\":3,\"set\":\" \"}")));
        assertEquals(
                "aboutDay must be a day such as 2026-01-31, of the years 2000 to 2099.",
                after(lifter.post(path, "{\"score\":3,\"aboutDay\":\"\"}")));
        for (String none : List.of("7", "7.5", "true")) {
            assertEquals("note must be a text.", after(lifter.post(path, "{\"score\":3,\"note\":" + none + "}")));
        }
        assertEquals("places[0] must be a text.", after(lifter.post(path, "{\"score\":3,\"places\":[7]}")));
        assertEquals(201, lifter.post(path, "{\"score\":3,\"note\":\"\"}").statusCode(), "no text is a text");
    }

    @Test
    void aDayOfAnActivityThatCannotBeIsToldWhy() {
        assertEquals(
                "The day must not be more than 5 years ago.",
                detail(lifter.post(
                        api("/activities"), "{\"kind\":\"walking\",\"minutes\":5,\"doneOn\":\"2000-01-01\"}")));
        assertEquals(
                "The day must be today or before.",
                detail(lifter.post(
                        api("/activities"), "{\"kind\":\"walking\",\"minutes\":5,\"doneOn\":\"2099-01-01\"}")));
    }

    @Test
    void aPartOfTheAddressThatCannotBeIsNamedAndNotRepeated() {
        assertEquals("days must be a whole number.", detail(lifter.get("/api/roster?days=abc")));
        assertEquals("id must be an identity (UUID).", detail(lifter.get("/api/sets/abc")));
        assertEquals(
                400,
                lifter.get(api("/sets?since=-999999999-01-01&until=%2B999999999-12-31"))
                        .statusCode());
    }

    @Test
    void anAddressThatTomcatDoesNotReadIsAnsweredAsAnyOther() throws IOException {
        for (String path : List.of("/api/sets/%00", "/api/sets/a%2fb", "/api/[")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertTrue(answer.contains("application/problem+json"), path + ": " + answer);
            assertTrue(answer.contains("\"detail\":\"That request could not be understood.\""), answer);
        }
        String page = raw("GET /%00 HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
        assertTrue(page.contains("<h1>That request could not be understood.</h1>"), page);
        assertFalse(page.contains("Tomcat"), page);
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", lifter.address("/").getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String after(HttpResponse<String> answer) {
        String said = detail(answer);
        assertFalse(said.contains("secret"), said);
        return said.replaceFirst("^Line \\d+, column \\d+: ", "");
    }

    @Test
    void whoHasItAlreadyIsToldThatNothingChanged() {
        Stream<Executable> reads = Stream.of(
                        "/api/me",
                        "/api/sets",
                        "/api/account/shares",
                        "/api/account/tokens",
                        api("/sets"),
                        api("/activities"),
                        api("/pain"),
                        api("/pain/summary"),
                        api("/check-ins"),
                        api("/prescriptions"),
                        api("/restrictions"),
                        api("/checklist"),
                        api("/adherence"))
                .map(path -> () -> {
                    String mark = lifter.get(path).headers().firstValue("ETag").orElse("none");
                    HttpResponse<String> again = lifter.send(HttpRequest.newBuilder(lifter.address(path))
                            .header("If-None-Match", mark)
                            .build());
                    assertEquals(304, again.statusCode(), path + " marked " + mark);
                    assertEquals("", again.body());
                });
        assertAll(reads);
        assertTrue(
                lifter.send(
                                HttpRequest.newBuilder(lifter.address("/api/account/export"))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .headers()
                        .firstValue("ETag")
                        .isEmpty(),
                "a download is not kept back for its mark");
    }

    private static String token(String scopes) {
        return RunningServer.parse(lifter.post("/api/account/tokens", "{\"name\":\"p\",\"scopes\":[" + scopes + "]}")
                        .body())
                .get("secret")
                .asString();
    }

    private static int asProgram(String token, String path) {
        return answerTo(token, path).statusCode();
    }

    private static HttpResponse<String> answerTo(String token, String path) {
        Visitor program = SERVER.stranger();
        return program.send(HttpRequest.newBuilder(program.address(path))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    @Test
    void aTokenThatDoesNotReachIsToldWhichScopesItLacks() {
        String live = token("\"live\"");
        String lacks = "This token lacks the scope: ";
        assertTrue(answerTo(live, "/api/sets").body().contains(lacks + "read."));
        assertTrue(answerTo(live, api("/pain")).body().contains(lacks + "health, read."));
        assertTrue(answerTo(token("\"read\""), "/api/live").body().contains(lacks + "live."));
        assertTrue(answerTo(live, "/pain").body().contains("No token reaches this"));
        assertTrue(answerTo(live, "/api/account/tokens").body().contains("No token reaches this"));
    }

    @Test
    void aTokenReadsARecordingToItsEnd() {
        UUID set = RecordedSets.upload(lifter, RecordedSets.of("deadlift", 2, 3, 80.0));
        assertEquals(200, asProgram(token("\"read\""), "/api/sets/" + set + "/recording"));
        assertEquals(200, asProgram(token("\"read\""), "/api/queue/labels.csv"));
    }

    @Test
    void aTokenReadsChartsAsFarAsItReaches() {
        String read = token("\"read\"");
        String live = token("\"live\"");
        String progress = "/people/" + person + "/charts/progress.svg?what=load";
        String pain = "/people/" + person + "/charts/pain.svg";
        assertEquals(200, asProgram(read, progress));
        assertEquals(403, asProgram(live, progress));
        assertEquals(404, asProgram(read, "/sets/" + UUID.randomUUID() + "/chart.svg"), "let in, and nothing there");
        assertEquals(403, asProgram(read, pain));
        assertEquals(200, asProgram(token("\"read\",\"health\""), pain));
        assertEquals(403, asProgram(read, "/pain"), "pages are for people");
    }

    @Test
    void theSocketOfATokenEndsWithTheToken() {
        String token = token("\"live\"");
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        Visitor program = SERVER.stranger();
        WebSocket socket = program.client()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(
                        URI.create(program.address("/ws/live").toString().replaceFirst("http", "ws")),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
                                closed.complete(status);
                                return null;
                            }
                        })
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
        lifter.json("/api/account/tokens")
                .forEach(one ->
                        lifter.delete("/api/account/tokens/" + one.get("id").asString()));
        assertEquals(1008, closed.orTimeout(10, TimeUnit.SECONDS).join());
        socket.abort();
    }
}
