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
import org.springframework.jdbc.core.simple.JdbcClient;
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
            String once = server.me().hidden("/live", "once");
            database.cut();
            HttpResponse<String> begun = server.postForm("/live/" + set + "/begin", "once=" + once);
            assertEquals(302, begun.statusCode(), begun.body());
            screen.awaitStage(set, "lifting");
            HttpResponse<String> ended = server.post("/api/live/" + set + "/stop", "");
            assertEquals(200, ended.statusCode(), ended.body());
            screen.awaitStage(set, "ended");
            assertEquals(503, server.get("/api/live").statusCode(), "whoever asks for more than that waits");
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
        String stop = "/api/live/" + UUID.randomUUID() + "/stop";
        assertEquals(404, withToken(token, stop).statusCode(), "there is no such set");
        database.cut();
        assertEquals(404, withToken(token, stop).statusCode());
        assertEquals(503, withToken("plumbline_unknown", stop).statusCode());
    }

    private static HttpResponse<String> withToken(String token, String path) {
        Visitor program = server.stranger();
        return program.sendPlain(
                HttpRequest.newBuilder(program.address(path))
                        .header("Authorization", "Bearer " + token)
                        .POST(HttpRequest.BodyPublishers.noBody())
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
        database.cutWhenCommitted("insert into pain_entry");
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
        database.cutWhenCommitted("insert into pain_entry");
        HttpResponse<String> first = lifter.postForm("/pain", form);
        assertEquals(503, first.statusCode(), first.body());
        mendAndAwaitAnswers();
        assertEquals(1, lifter.json(path).size(), "it was kept all the same");
        HttpResponse<String> again = lifter.postForm("/pain", form);
        assertEquals(409, again.statusCode(), again.body());
        assertEquals(1, lifter.json(path).size());
    }

    @Test
    void aSetWhoseBeginNobodyHeardOfIsTakenBack() {
        Visitor lifter = server.joined(Role.LIFTER);
        UUID id = server.personOf(lifter).id();
        database.cutWhenCommitted("insert into training_set");
        HttpResponse<String> refused = lifter.post("/api/live", "{\"repetitions\":3}");
        assertEquals(503, refused.statusCode(), refused.body());
        mendAndAwaitAnswers();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        0L,
                        server.bean(JdbcClient.class)
                                .sql("select count(*) from training_set where lifter_id = :id")
                                .param("id", id)
                                .query(Long.class)
                                .single()));
        assertEquals(201, lifter.post("/api/live", "{\"repetitions\":3}").statusCode());
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
            assertEquals(200, server.page("/sets").statusCode(), "what is there is read");
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
