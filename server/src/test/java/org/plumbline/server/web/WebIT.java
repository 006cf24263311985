package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import tools.jackson.databind.JsonNode;

class WebIT {
    private static final RunningServer SERVER = RunningServer.shared();

    @ParameterizedTest
    @ValueSource(strings = {"/live", "/start", "/sets", "/sets?from=50"})
    void everyPageOpens(String path) {
        HttpResponse<String> page = SERVER.page(path);
        assertEquals(200, page.statusCode(), page.body());
        assertTrue(page.body().contains("<main id=\"main\""));
        assertFalse(page.body().contains("://"), "no file comes from another host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/sets/00000000-0000-0000-0000-000000000000", "/sets/no-identity"})
    void whatIsNotThereIsACalmPage(String path) {
        HttpResponse<String> page = SERVER.page(path);
        assertTrue(page.statusCode() == 404 || page.statusCode() == 400, path + " " + page.statusCode());
        assertTrue(page.body().contains("Back to the start"), page.body());
        assertFalse(page.body().contains("Exception"), page.body());
    }

    @Test
    void whoIsSignedInFindsTheMenuWhereNothingIsToo() {
        String page = SERVER.joined(Role.LIFTER).page("/nothing").body();
        assertTrue(page.contains("href=\"/today\"") && page.contains("name=\"_csrf\""), page);
        assertFalse(page.contains("href=\"/board\""), "a lifter's own");
    }

    @Test
    void programsGetProblemDetails() {
        HttpResponse<String> response = SERVER.get("/api/nothing");
        assertEquals(404, response.statusCode());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void aProgramThatSaysNotWhoItIsIsToldSoWhateverItWants() {
        for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
            HttpResponse<String> unknown = SERVER.stranger()
                    .sendPlain(
                            HttpRequest.newBuilder(SERVER.address("/api/live/cues"))
                                    .header("Content-Type", "application/json")
                                    .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertEquals(401, unknown.statusCode(), method);
            assertEquals(
                    "application/problem+json",
                    unknown.headers().firstValue("Content-Type").orElse(""));
            assertEquals(
                    "Sign in, or send a token.",
                    RunningServer.parse(unknown.body()).get("detail").asString());
        }
    }

    @Test
    void pagesOfOtherSitesCannotPressOurButtons() {
        HttpResponse<String> foreign = SERVER.send(HttpRequest.newBuilder(SERVER.address("/account/load-unit"))
                .header("Origin", "http://elsewhere.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("unit=lb"))
                .build());
        assertEquals(403, foreign.statusCode());
        HttpRequest withoutToken = HttpRequest.newBuilder(SERVER.address("/account/load-unit?unit=lb"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertEquals(
                403,
                SERVER.me()
                        .sendPlain(withoutToken, HttpResponse.BodyHandlers.ofString())
                        .statusCode());
        HttpResponse<String> own = SERVER.send(HttpRequest.newBuilder(SERVER.address("/account/load-unit"))
                .header("Origin", "http://localhost:" + SERVER.port())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("unit=lb"))
                .build());
        assertEquals(302, own.statusCode());
        assertTrue(SERVER.page("/start").body().contains(">lb</small>"), "the unit is kept");
        SERVER.postForm("/account/load-unit", "unit=kg");
    }

    /** A name of another site that was made to point here. */
    @Test
    void aServerOnLoopbackAnswersToLoopbackNamesOnly() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", SERVER.port())) {
            OutputStream out = socket.getOutputStream();
            out.write("GET /sets HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            try (InputStream in = socket.getInputStream()) {
                String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
            }
        }
    }

    @Test
    void healthIsUp() {
        assertTrue(SERVER.get("/actuator/health").body().contains("UP"));
    }

    @Test
    void whyTheServerIsWellIsToldToAdministratorsOnly() {
        JsonNode parts = SERVER.json("/actuator/health").get("components");
        for (String part : List.of(
                "db",
                "diskSpace",
                "dataDirectoryHealth",
                "live",
                "wearable",
                "chartHealth",
                "spoolHealth",
                "sampleHealth",
                "backupHealth")) {
            assertTrue(parts.has(part), part + " in " + parts);
        }
        assertEquals(
                SERVER.dataDirectory().toString(),
                parts.get("diskSpace").get("details").get("path").asString(),
                "the disk of the data");
        assertTrue(parts.get("live").get("details").has("running"), parts.toString());
        for (Visitor other : List.of(SERVER.stranger(), SERVER.joined(Role.COACH))) {
            JsonNode told = other.json("/actuator/health");
            assertEquals("UP", told.get("status").asString());
            assertFalse(told.has("components") || told.has("details"), told.toString());
            assertNotEquals(200, other.get("/actuator/health/db").statusCode());
        }
    }
}
