package org.plumbline.server.wearable.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.wearable.radio.simulated.SimulatedGym;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An account is closed while its person lifts. */
class ClosedAccountIT {
    private static final String PELVIS = "C0:FF:EE:00:00:01";
    private static final String THORAX = "C0:FF:EE:00:00:02";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void theirSetEndsAndIsKeptAndTheirSensorsAreAnybodysToPair() {
        try (RunningServer server = RunningServer.start("--plumbline.demo.enabled=false")) {
            server.bean(SensorStation.class)
                    .simulate(SimulatedGym.standing(SimulationScript.clean(SimulationScript.DEADLIFT, 20, 5)));
            Visitor lifter = server.joined(Role.LIFTER);
            Visitor next = server.joined(Role.LIFTER);
            pairBoth(lifter);
            HttpResponse<String> started =
                    lifter.post("/api/live", "{\"source\":\"sensors\",\"exercise\":\"deadlift\"}");
            assertEquals(201, started.statusCode(), started.body());
            UUID set = UUID.fromString(
                    RunningServer.parse(started.body()).get("set").asString());
            assertEquals(409, next.post("/api/sensors/" + PELVIS, "").statusCode(), "they are somebody's");
            UUID closed = server.personOf(lifter).id();
            Awaitility.await().atMost(PATIENCE).until(() -> samples(server, set) > 0);

            server.postForm("/administration/people/" + closed + "/close", "");

            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertEquals("interrupted", state(server, set)));
            assertTrue(samples(server, set) > 0, "what was measured stays");
            pairBoth(next);
            server.postForm("/administration/people/" + closed + "/open", "");
            assertEquals(
                    200,
                    lifter.signIn(email(server, closed)).page("/sets/" + set).statusCode());
        }
    }

    private static void pairBoth(Visitor who) {
        who.post("/api/sensors/find", "");
        for (String address : List.of(PELVIS, THORAX)) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> who.post("/api/sensors/" + address, "").statusCode() == 200);
            Awaitility.await().atMost(PATIENCE).until(() -> isStreaming(who, address));
        }
        place(who, PELVIS, "pelvis");
        place(who, THORAX, "thorax");
    }

    private static void place(Visitor who, String address, String placement) {
        HttpResponse<String> placed = who.send(HttpRequest.newBuilder(who.address("/api/sensors/" + address))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"placement\":\"" + placement + "\"}"))
                .build());
        assertEquals(200, placed.statusCode(), placed.body());
    }

    private static boolean isStreaming(Visitor who, String address) {
        for (JsonNode sensor : who.json("/api/sensors").get("sensors")) {
            if (sensor.get("address").asString().equals(address)) {
                return sensor.get("state").asString().equals("streaming");
            }
        }
        return false;
    }

    private static String state(RunningServer server, UUID set) {
        return server.bean(JdbcClient.class)
                .sql("select state from training_set where id = :id")
                .param("id", set)
                .query(String.class)
                .single();
    }

    private static long samples(RunningServer server, UUID set) {
        return server.bean(JdbcClient.class)
                .sql("select coalesce(sum(sample_count), 0) from sample_chunk where set_id = :id")
                .param("id", set)
                .query(Long.class)
                .single();
    }

    private static String email(RunningServer server, UUID person) {
        return server.bean(JdbcClient.class)
                .sql("select email from person where id = :id")
                .param("id", person)
                .query(String.class)
                .single();
    }
}
