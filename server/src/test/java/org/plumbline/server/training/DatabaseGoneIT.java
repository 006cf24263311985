package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.Installs;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.StoppableDatabase;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.support.WatchingScreen;
import tools.jackson.databind.JsonNode;

/** PostgreSQL goes away while people ask for something. */
class DatabaseGoneIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private static StoppableDatabase database;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        if (StoppableDatabase.missing().isEmpty()) {
            database = StoppableDatabase.create();
            server = RunningServer.start(
                    "--plumbline.demo.enabled=false",
                    "--spring.datasource.url=" + database.url() + "&preferQueryMode=simple",
                    "--spring.datasource.hikari.connection-timeout=500");
        }
    }

    @BeforeEach
    void need() {
        Installs.need(DatabaseGoneIT.class, StoppableDatabase.missing());
    }

    @AfterEach
    void mendAndAwaitAnswers() {
        database.mend();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> server.page("/sets").statusCode() == 200
                        && server.page("/progress").statusCode() == 200);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
            database.close();
        }
    }

    @Test
    void whoLiftsEndsTheirSetAndItIsSavedWhenTheDatabaseIsBack() {
        try (WatchingScreen screen = WatchingScreen.open(server)) {
            String set = RunningServer.parse(
                            server.post("/api/live", "{\"repetitions\":30}").body())
                    .get("set")
                    .asString();
            screen.awaitStage(set, "lifting");
            database.cut();
            HttpResponse<String> ended = server.postForm("/live/" + set + "/stop", "");
            assertEquals(302, ended.statusCode(), ended.body());
            screen.awaitStage(set, "ended");
            database.mend();
            TrainingLog log = server.bean(TrainingLog.class);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> log.find(UUID.fromString(set)).orElseThrow().state() == SetState.FINISHED);
        }
    }

    @Test
    void aProgramIsKnownByItsTokenAndWhoWasNeverKnownIsNot() {
        String token = RunningServer.parse(
                        server.post("/api/account/tokens", "{\"name\":\"phone\",\"scopes\":[\"live\"]}")
                                .body())
                .get("secret")
                .asString();
        int before = withToken(token, "GET", "/api/live").statusCode();
        assertEquals(2, before / 100, "a set or none");
        database.cut();
        assertEquals(before, withToken(token, "GET", "/api/live").statusCode());
        assertEquals(503, withToken("plumbline_unknown", "GET", "/api/live").statusCode());
    }

    private static HttpResponse<String> withToken(String token, String method, String path) {
        Visitor program = server.stranger();
        return program.sendPlain(
                HttpRequest.newBuilder(program.address(path))
                        .header("Authorization", "Bearer " + token)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void thePageForEmergenciesOpensForEverybody() {
        Visitor stranger = server.stranger();
        assertEquals(200, server.page("/emergency").statusCode());
        database.cut();
        for (Visitor visitor : new Visitor[] {server.me(), stranger}) {
            HttpResponse<String> page = visitor.page("/emergency");
            assertEquals(200, page.statusCode(), page.body());
            assertTrue(page.body().contains("tel:112"), page.body());
        }
        assertEquals(503, server.page("/sets").statusCode(), "what has to be read waits");
    }

    @Test
    void aRequestWhoseAnswerWasLostJustAfterItWasKeptIsNotCarriedOutAgain() {
        Visitor lifter = server.joined(Role.LIFTER);
        String path = "/api/people/" + server.personOf(lifter).id() + "/pain";
        HttpRequest said = HttpRequest.newBuilder(lifter.address(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "a")
                .POST(HttpRequest.BodyPublishers.ofString("{\"score\":4,\"moment\":\"other\"}"))
                .build();
        database.cutWhenDone("COMMIT");
        HttpResponse<String> first = lifter.send(said);
        assertEquals(503, first.statusCode(), first.body());
        mendAndAwaitAnswers();
        assertEquals(1, lifter.json(path).size(), "it was kept all the same");
        HttpResponse<String> again = lifter.send(said);
        assertEquals(409, again.statusCode(), again.body());
        assertTrue(again.body().contains("may have been carried out"), again.body());
        assertEquals(1, lifter.json(path).size());
    }

    @Test
    void aFormWhoseAnswerWasLostJustAfterItWasKeptIsNotTakenAgain() {
        Visitor lifter = server.joined(Role.LIFTER);
        String path = "/api/people/" + server.personOf(lifter).id() + "/pain";
        String form = "score=4&moment=other&once=" + lifter.hidden("/pain", "once");
        database.cutWhenDone("COMMIT");
        HttpResponse<String> first = lifter.postForm("/pain", form);
        assertEquals(503, first.statusCode(), first.body());
        mendAndAwaitAnswers();
        assertEquals(1, lifter.json(path).size(), "it was kept all the same");
        HttpResponse<String> again = lifter.postForm("/pain", form);
        assertEquals(409, again.statusCode(), again.body());
        assertEquals(1, lifter.json(path).size());
    }

    @Test
    void aDatabaseThatAnswersAndTakesNothingIsNotWell() {
        assertEquals("UP", writing().at("/status").asString());
        database.setReadOnly(true);
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertEquals(
                            "nothing can be written: ERROR: cannot execute UPDATE in a read-only transaction",
                            writing().at("/details/trouble").asString()));
            assertEquals(503, server.get("/actuator/health").statusCode());
        } finally {
            database.setReadOnly(false);
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertEquals("UP", writing().at("/status").asString()));
    }

    private static JsonNode writing() {
        return RunningServer.parse(server.get("/actuator/health").body()).at("/components/databaseWriteHealth");
    }
}
