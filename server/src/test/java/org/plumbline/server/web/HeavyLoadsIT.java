package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Loads that were stored before there was a bound to them: whatever is read of them is read. */
class HeavyLoadsIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final List<String> ASKED_FOR_MORE = List.of(
            "/people/{id}/charts/progress.svg?what=load&exercise=deadlift",
            "/people/{id}/charts/progress.png?what=e1rm&exercise=deadlift",
            "/people/{id}/charts/progress.svg?what=repetitions&exercise=deadlift",
            "/people/{id}/charts/load-drift.svg?exercise=deadlift",
            "/people/{id}/charts/load-drift.png?exercise=deadlift",
            "/people/{id}/charts/compare-peaks.svg?exercise=deadlift",
            "/people/{id}/charts/compare-courses.svg?exercise=deadlift",
            "/people/{id}/compare?exercise=deadlift",
            "/people/{id}/progress?exercise=deadlift",
            "/people/{id}/sets?exercise=deadlift",
            "/progress?exercise=deadlift",
            "/start?exercise=deadlift",
            "/api/people/{id}/next-set?exercise=deadlift",
            "/api/people/{person}/progress?exercise=deadlift",
            "/api/people/{person}/progress/load?exercise=deadlift",
            "/api/people/{person}/progress/e1rm?exercise=deadlift",
            "/api/people/{id}/limits?exercise=deadlift",
            "/patients/{id}/report.pdf?from=2026-01-01");
    private static AccessWorld world;
    private static UUID person;

    @BeforeAll
    static void setsOfSomebody() {
        world = new AccessWorld(SERVER);
        Visitor self = world.people().get("self");
        person = SERVER.personOf(self).id();
        for (int seed = 1; seed <= 3; seed++) {
            RecordedSets.upload(self, RecordedSets.of("deadlift", 3, seed, 100.0));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1000.5, Double.MAX_VALUE})
    void areReadWhereverTheyStand(double loadKg) throws IOException {
        JdbcClient jdbc = SERVER.bean(JdbcClient.class);
        for (String table : List.of("training_set", "set_summary", "session_summary")) {
            jdbc.sql("update " + table + " set load_kg = :load where lifter_id = :person")
                    .param("load", loadKg)
                    .param("person", person)
                    .update();
        }
        jdbc.sql("update prescription set load_cap_kg = :load where person_id = :person and load_cap_kg is not null")
                .param("load", loadKg)
                .param("person", person)
                .update();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> reader :
                Map.of("self", "kg", "coach", "lb", "therapist", "kg").entrySet()) {
            Visitor visitor = world.people().get(reader.getKey());
            visitor.send(HttpRequest.newBuilder(visitor.address("/api/account/load-unit"))
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString("{\"unit\":\"" + reader.getValue() + "\"}"))
                    .build());
            for (String path : Stream.concat(pages().stream(), ASKED_FOR_MORE.stream())
                    .map(world::fill)
                    .toList()) {
                HttpResponse<String> answer = visitor.send(HttpRequest.newBuilder(visitor.address(path))
                        .header("Accept", path.startsWith("/api/") || path.contains(".") ? "*/*" : "text/html")
                        .build());
                if (answer.statusCode() >= 500) {
                    wrong.add(path + " in " + reader.getValue() + " to " + reader.getKey() + ": " + answer.statusCode()
                            + " " + answer.body().lines().findFirst().orElse(""));
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Every page and answer that can be asked for. */
    private static List<String> pages() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/access-table.txt"))) {
            return lines.filter(line -> line.startsWith("GET ") && !line.contains("untried"))
                    .map(line ->
                            line.substring("GET ".length()).split(" = ", 2)[0].strip())
                    .filter(path -> !path.equals("/error"))
                    .toList();
        }
    }
}
