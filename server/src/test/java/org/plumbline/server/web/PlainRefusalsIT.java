package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be read and cannot be meant is refused by its name, and not taken for something else. */
class PlainRefusalsIT {
    private static final RunningServer SERVER = RunningServer.shared();

    private static Visitor lifter;
    private static UUID person;

    @BeforeAll
    static void people() {
        lifter = SERVER.joined(Role.LIFTER);
        person = SERVER.personOf(lifter).id();
    }

    private static String detail(HttpResponse<String> answer) {
        assertEquals(400, answer.statusCode(), answer.body());
        return RunningServer.parse(answer.body()).get("detail").asString();
    }

    private static String pain(String body) {
        return detail(lifter.post("/api/people/" + person + "/pain", body));
    }

    @Test
    void aNumberThatIsNoneIsRefusedInAddresses() {
        for (String none : List.of("NaN", "Infinity", "-Infinity", "1e999")) {
            for (String name : List.of("leastKg", "mostKg")) {
                assertEquals(name + " must be a number.", detail(SERVER.get("/api/roster?" + name + "=" + none)));
            }
            assertEquals(
                    400,
                    lifter.get("/people/" + person + "/charts/compare-courses.svg?exercise=deadlift&load=" + none)
                            .statusCode());
        }
        assertEquals(200, SERVER.get("/api/roster?leastKg=60.5").statusCode());
    }

    @Test
    void aNumberThatIsNoneIsRefusedInJson() {
        for (String none : List.of("1e999", "-1e999", "\"NaN\"", "\"Infinity\"")) {
            String said = detail(lifter.post("/api/live", "{\"load\":" + none + "}"));
            assertTrue(said.contains("load must be a number"), said);
        }
    }

    @Test
    void aDayOfAnotherCenturyIsRefused() {
        for (String day : List.of("0001-01-01", "1999-12-31", "2100-01-01", "+12026-01-01")) {
            String said = pain("{\"score\":3,\"aboutDay\":\"" + day + "\"}");
            assertTrue(said.contains("aboutDay must be a day such as 2026-01-31, of the years 2000 to 2099"), said);
            String parameter =
                    detail(lifter.get("/api/people/" + person + "/pain/summary?from=" + day.replace("+", "%2B")));
            assertTrue(parameter.startsWith("from must be a day such as"), parameter);
        }
    }

    @Test
    void aNameThatStandsTwiceIsRefused() {
        String said = pain("{\"score\":3,\n\"score\":9}");
        assertTrue(said.startsWith("Line 2, ") && said.contains("The same name stands there twice"), said);
    }

    @Test
    void aBodyThatIsTooDeepIsSaidToBeThat() {
        JacksonException deep = assertThrows(JacksonException.class, () -> new JsonMapper().readTree("[".repeat(5000)));
        String said = UnreadableJson.say(deep);
        assertTrue(said.contains("nested deeper than can be read") && !said.contains("larger"), said);
    }

    @Test
    void aProblemNamesTheAddressThatWasAskedFor() {
        JsonNode problem = RunningServer.parse(lifter.get("/api/nothing/here").body());
        assertEquals("/api/nothing/here", problem.get("instance").asString());
    }

    @Test
    void wordsOfAnswersAreWrittenAsInRequests() {
        HttpResponse<String> kept = lifter.post(
                "/api/people/" + person + "/pain", "{\"score\":2,\"moment\":\"before\",\"qualities\":[\"stiff\"]}");
        assertEquals(201, kept.statusCode(), kept.body());
        JsonNode entry = RunningServer.parse(kept.body()).get("entry");
        assertEquals("before", entry.get("moment").asString(), kept.body());
        assertFalse(kept.body().matches("(?s).*\"[A-Z][A-Z_]+\".*"), kept.body());
        String docs = SERVER.get("/api-docs").body();
        assertFalse(docs.contains("\"enum\":[\"BEFORE\""), "the description says it as the answers do");
    }

    @Test
    void theTokenOfAClosedAccountIsToldThatItIsClosed() {
        Visitor leaving = SERVER.joined(Role.LIFTER);
        UUID id = SERVER.personOf(leaving).id();
        String token = RunningServer.parse(leaving.post("/api/account/tokens", "{\"name\":\"p\",\"scopes\":[\"read\"]}")
                        .body())
                .get("secret")
                .asString();
        assertEquals(200, asProgram(token).statusCode());
        assertEquals(
                204,
                SERVER.me()
                        .put("/api/administration/people/" + id + "/closed", "{\"closed\":true}")
                        .statusCode());

        HttpResponse<String> refused = asProgram(token);
        assertEquals(401, refused.statusCode());
        assertTrue(refused.body().contains("The account of this token is closed."), refused.body());
        HttpResponse<String> unknown = asProgram("never-made");
        assertEquals(401, unknown.statusCode());
        assertTrue(unknown.body().contains("This token is not known."), unknown.body());
    }

    @Test
    void aFileMayHaveALongNameAndOneThatIsTooLongIsSaidToBeThat() {
        byte[] nothing = "no recording".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                422,
                lifter.upload("/api/recordings", "n".repeat(900) + ".csv", nothing)
                        .statusCode());
        String said = detail(lifter.upload("/api/recordings", "n".repeat(9_000) + ".csv", nothing));
        assertTrue(said.startsWith("The name of the file is longer"), said);
    }

    @Test
    void whoeverSendsFromAPageThatIsNotOpenAnyMoreIsToldToLoadItAnew() {
        HttpResponse<String> refused = lifter.sendPlain(
                HttpRequest.newBuilder(lifter.address("/api/people/" + person + "/pain"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"score\":2,\"moment\":\"before\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(403, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("Load the page anew, or sign in again"), refused.body());
    }

    @Test
    void whoeverTakesOnlyWhatIsNotGivenIsToldWhatIs() {
        for (String path : List.of("/api/me", "/api/sets")) {
            HttpResponse<String> refused = lifter.send(HttpRequest.newBuilder(lifter.address(path))
                    .header("Accept", "application/xml")
                    .build());
            assertEquals(406, refused.statusCode(), refused.body());
            assertTrue(refused.body().contains("This is answered as application/json"), refused.body());
        }
    }

    @Test
    void aTokenIsDeletedByItsOwnerOnceAndByNobodyElse() {
        lifter.post("/api/account/tokens", "{\"name\":\"p\",\"scopes\":[\"read\"]}");
        String token = "/api/account/tokens/"
                + lifter.json("/api/account/tokens").get(0).get("id").asString();
        assertEquals(404, SERVER.joined(Role.LIFTER).delete(token).statusCode());
        assertEquals(204, lifter.delete(token).statusCode());
        assertEquals(404, lifter.delete(token).statusCode());
        assertEquals(
                404, lifter.delete("/api/account/tokens/" + UUID.randomUUID()).statusCode());
    }

    @Test
    void aFormWithAWordThatNoPageOffersIsToldWhichThereAre() {
        assertOffered(
                lifter, "/account/tokens", "name=watch&scope=everything", "scope must be one of read, write, live");
        assertOffered(SERVER.me(), "/invite", "role=king", "role must be one of lifter, coach");
        assertOffered(
                SERVER.me(), "/administration/purpose", "house=castle", "purpose must be one of gym, clinic, both");
        String invited = RunningServer.parse(SERVER.post("/api/administration/invitations", "{\"roles\":[\"lifter\"]}")
                        .body())
                .get("path")
                .asString();
        Visitor joining = SERVER.stranger();
        assertOffered(
                joining,
                invited,
                "name=N&email=new-one@example.org&password=" + Visitor.PASSWORD.replace(' ', '+')
                        + "&adult=true&share=dreams",
                "kind must be one of form, pain, rehab");
        assertEquals(200, joining.page(invited).statusCode());
        joining.join(invited, "N", "new-one@example.org");
    }

    private static void assertOffered(Visitor by, String path, String form, String words) {
        HttpResponse<String> refused = by.postForm(path, form);
        assertEquals(400, refused.statusCode(), path + ": " + refused.body());
        assertTrue(refused.body().contains(words), path + ": " + refused.body());
    }

    private static HttpResponse<String> asProgram(String token) {
        Visitor program = SERVER.stranger();
        return program.sendPlain(
                HttpRequest.newBuilder(program.address("/api/me"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
