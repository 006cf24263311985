package org.plumbline.server.wearable.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.wearable.radio.simulated.SimulatedGym;
import tools.jackson.databind.JsonNode;

/** A gym in which several people wear a pair of sensors each, over one radio, and which is full when two of them lift. */
class FullGymIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void everyLifterIsFedByTheirOwnPairAndNobodyTouchesAnothers() {
        try (RunningServer server = RunningServer.start(
                "--plumbline.demo.enabled=false",
                "--plumbline.live.most-sets=2",
                "--plumbline.scrape-token=a-long-secret")) {
            server.bean(SensorStation.class)
                    .simulate(SimulatedGym.standing(SimulationScript.clean(SimulationScript.DEADLIFT, 3, 7)));
            Visitor one = server.me();
            Visitor other = server.joined(Role.LIFTER);
            one.post("/api/sensors/find", "");
            wear(one, SimulatedGym.TIMU_PELVIS, "pelvis");
            wear(one, SimulatedGym.TIMU_THORAX, "thorax");
            wear(other, SimulatedGym.WITMOTION_PELVIS, "pelvis");
            wear(other, SimulatedGym.WITMOTION_THORAX, "thorax");

            assertFalse(knows(one, SimulatedGym.WITMOTION_PELVIS), "nobody is shown another's sensors");
            anothersSensorIsAsIfItWereNotThere(other, "/api/sensors/" + SimulatedGym.TIMU_PELVIS);
            assertEquals(
                    409,
                    server.joined(Role.LIFTER).post("/api/sensors/placing", "").statusCode(),
                    "two sensors are needed to tap one of them");

            String first = start(one);
            String second = start(other);
            assertNotEquals(first, second);
            awaitFed(one, first);
            awaitFed(other, second);
            for (String change : List.of("{\"mine\":false}", "{\"placement\":\"lumbar\"}", "{\"wanted\":false}")) {
                HttpResponse<String> inUse = one.put("/api/sensors/" + SimulatedGym.TIMU_PELVIS, change);
                assertEquals(409, inUse.statusCode(), "not while a set runs with it: " + inUse.body());
            }
            assertEquals(
                    409, one.delete("/api/sensors/" + SimulatedGym.TIMU_PELVIS).statusCode());
            anothersSensorIsAsIfItWereNotThere(other, "/api/sensors/" + SimulatedGym.TIMU_PELVIS);
            assertEquals(409, server.me().post("/api/sensors/simulate", "").statusCode());
            HttpResponse<String> refused = server.joined(Role.LIFTER).post("/api/live", "{\"source\":\"simulated\"}");
            assertEquals(503, refused.statusCode());
            assertTrue(refused.body().contains("This server is full: 2 sets are running."), refused.body());
            figuresAreForWhoMayHaveThem(server, other);
            one.post("/api/live/" + first + "/stop", "");
            other.post("/api/live/" + second + "/stop", "");

            assertEquals(
                    200,
                    one.put("/api/sensors/" + SimulatedGym.TIMU_PELVIS, "{\"mine\":false}")
                            .statusCode());
            assertTrue(knows(other, SimulatedGym.TIMU_PELVIS), "a sensor of the house is open to all");
            sensorsOfTheHouseFeedOneSetAtATime(server, one);
        }
    }

    /** Also while a set runs with it: who may not see it is not told so. */
    private static void anothersSensorIsAsIfItWereNotThere(Visitor lifter, String sensor) {
        assertEquals(409, lifter.post(sensor, "").statusCode(), "who stands beside it is told that it is paired");
        for (String change : List.of("{\"placement\":\"lumbar\"}", "{\"wanted\":false}", "{\"mine\":true}")) {
            assertEquals(404, lifter.put(sensor, change).statusCode(), change);
        }
        assertEquals(404, lifter.post(sensor + "/tap", "").statusCode());
        assertEquals(404, lifter.post(sensor + "/blink", "").statusCode());
        assertEquals(404, lifter.delete(sensor).statusCode());
    }

    private static void sensorsOfTheHouseFeedOneSetAtATime(RunningServer server, Visitor lifter) {
        lifter.put("/api/sensors/" + SimulatedGym.TIMU_THORAX, "{\"mine\":false}");
        lifter.put("/api/sensors/" + SimulatedGym.TIMU_PELVIS, "{\"placement\":\"pelvis\"}");
        lifter.put("/api/sensors/" + SimulatedGym.TIMU_THORAX, "{\"placement\":\"thorax\"}");
        String set = start(lifter);
        HttpResponse<String> inUse = server.joined(Role.LIFTER).post("/api/live", "{\"source\":\"sensors\"}");
        assertEquals(409, inUse.statusCode(), inUse.body());
        assertTrue(inUse.body().contains("The sensors are in use by another set."), inUse.body());
        lifter.post("/api/live/" + set + "/stop", "");
    }

    private static void figuresAreForWhoMayHaveThem(RunningServer server, Visitor lifter) {
        assertTrue(figures(server.me(), "").body().contains("plumbline_live_sets 2.0"), "the administrator's");
        // on a busy machine a sensor is silent for a moment now and then
        HttpResponse<String> scraped = Awaitility.await("four sensors stream")
                .atMost(PATIENCE)
                .until(
                        () -> figures(server.stranger(), "Bearer a-long-secret"),
                        answer -> answer.body().contains("plumbline_sensors_streaming 4.0"));
        assertTrue(scraped.body().contains("plumbline_sets_refused_total 1.0"), scraped.body());
        assertEquals(404, figures(lifter, "").statusCode());
        assertEquals(401, figures(server.stranger(), "").statusCode());
        assertEquals(401, figures(server.stranger(), "Bearer another-secret").statusCode());
    }

    private static HttpResponse<String> figures(Visitor visitor, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(visitor.address("/actuator/prometheus"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return visitor.send(request.GET().build());
    }

    private static void wear(Visitor lifter, String address, String placement) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> lifter.post("/api/sensors/" + address, "").statusCode() == 200);
        lifter.put("/api/sensors/" + address, "{\"placement\":\"" + placement + "\"}");
        Awaitility.await().atMost(PATIENCE).until(() -> {
            JsonNode sensor = sensor(lifter, address);
            return sensor != null && sensor.get("state").asString().equals("streaming");
        });
    }

    private static boolean knows(Visitor lifter, String address) {
        return sensor(lifter, address) != null;
    }

    private static JsonNode sensor(Visitor lifter, String address) {
        for (JsonNode sensor : lifter.json("/api/sensors").get("sensors")) {
            if (sensor.get("address").asString().equals(address)) {
                return sensor;
            }
        }
        return null;
    }

    private static String start(Visitor lifter) {
        // 503 while one of the sensors is silent
        HttpResponse<String> started = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> lifter.post(
                                "/api/live", "{\"source\":\"sensors\",\"exercise\":\"deadlift\",\"load\":80}"),
                        answer -> answer.statusCode() != 503);
        assertEquals(201, started.statusCode(), started.body());
        return RunningServer.parse(started.body()).get("set").asString();
    }

    private static void awaitFed(Visitor lifter, String set) {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            JsonNode sensors = lifter.json("/api/live/" + set).get("sensors");
            return sensors.size() == 2
                    && sensors.get(0).get("rateHz").asDouble() > 50
                    && sensors.get(1).get("rateHz").asDouble() > 50;
        });
    }
}
