package org.plumbline.server.wearable.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.support.WatchingScreen;
import org.plumbline.server.wearable.radio.simulated.SimulatedGym;
import tools.jackson.databind.JsonNode;

/** From nothing to a set with two sensors, over the API, with simulated sensors that are spoken to like real ones. */
class SensorsIT {
    private static final String PELVIS = "C0:FF:EE:00:00:01";
    private static final String THORAX = "C0:FF:EE:00:00:02";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int REPETITIONS = 4;
    private static final String NOTHING_YET = "Nothing here yet.";
    private static final String AS_IN_MY_LAST_SET = "Sensors sit as in my last set";

    private static RunningServer server;
    private static SimulatedGym gym;

    @BeforeAll
    static void start() {
        server = RunningServer.start("--plumbline.demo.enabled=false");
        gym = SimulatedGym.standing(SimulationScript.clean(SimulationScript.DEADLIFT, REPETITIONS, 5)
                .with(new SimulatedFault.Rounding(3, 10)));
        server.bean(SensorStation.class).simulate(gym);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void sensorsAreFoundPairedPlacedAndWornAndALostOneComesBackIntoTheSet() {
        assertTrue(server.page("/start").body().contains(NOTHING_YET));
        server.post("/api/sensors/find", "");
        awaitStatus(status -> status.get("found").size() >= 2);
        // who looks again, or with a second browser, sees them again
        server.post("/api/sensors/find", "");
        awaitStatus(status -> status.get("found").size() >= 2);
        assertEquals(404, server.post("/api/sensors/C0:FF:EE:00:00:09", "").statusCode(), "it is out of reach");
        assertEquals(409, server.post("/api/sensors/placing", "").statusCode(), "none streams yet");
        pair(PELVIS);
        pair(THORAX);
        awaitState(PELVIS, "streaming");
        awaitState(THORAX, "streaming");
        place(THORAX, "pelvis");
        assertEquals(200, server.post("/api/sensors/placing", "").statusCode());
        Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        assertEquals(200, server.post("/api/sensors/" + THORAX + "/tap", "").statusCode());
        awaitStatus(status -> !status.get("placing").get("waiting").asBoolean());
        JsonNode placed = server.json("/api/sensors");
        assertEquals("thorax", sensor(placed, THORAX).get("placement").asString(), placed.toString());
        assertEquals("pelvis", sensor(placed, PELVIS).get("placement").asString(), placed.toString());
        awaitStatus(status -> sensor(status, PELVIS).get("signal").get("rateHz").asDouble() > 100
                && sensor(status, THORAX).get("signal").get("batteryPercent").asInt() == 90);
        String start = server.page("/start").body();
        assertFalse(start.contains(NOTHING_YET), "two sensors are paired");
        assertFalse(start.contains(AS_IN_MY_LAST_SET), "there is none");
        assertFalse(start.contains("value=\"80.0\""), start);

        try (WatchingScreen screen = WatchingScreen.open(server)) {
            HttpResponse<String> started =
                    server.post("/api/live", "{\"source\":\"sensors\",\"exercise\":\"deadlift\",\"load\":80}");
            assertEquals(201, started.statusCode(), started.body());
            String set = RunningServer.parse(started.body()).get("set").asString();
            screen.await(
                    "repetition", event -> event.get("repetition").get("number").asInt() == 1);
            assertEquals(409, asked(THORAX, "pelvis").statusCode(), "a set runs with it");
            gym.radio().carryAway(THORAX);
            screen.await("message", event -> event.get("message").asString().contains("(lowest ribs) is lost"));
            gym.radio().comeBack(THORAX);
            JsonNode back = screen.await(
                    "message", event -> event.get("message").asString().contains("is back"));
            assertTrue(back.get("message").asString().contains("not assessed"), back.toString());
            screen.await(
                    "repetition", event -> event.get("repetition").get("number").asInt() == REPETITIONS);
            server.post("/api/live/" + set + "/stop", "");

            JsonNode result = server.json("/api/sets/" + set);
            assertEquals(REPETITIONS, result.get("repetitions").size());
        }
        String next = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> server.page("/start").body(), page -> page.contains(AS_IN_MY_LAST_SET));
        assertTrue(measured(next).contains("value=\"80.0\""), "the load of the set before: " + measured(next));
        assertFalse(next.contains("Last time:"), "nobody lifted it");
    }

    /** The form of a set with sensors. */
    private static String measured(String page) {
        int begin = page.indexOf("value=\"sensors\"");
        return page.substring(begin, page.indexOf("</form>", begin));
    }

    @Test
    void onlyAnAdministratorGoesOverToSimulatedSensorsForEverybodyAndOthersAreToldWhoCan() {
        Visitor lifter = server.joined(Role.LIFTER);
        HttpResponse<String> refused = lifter.post("/api/sensors/simulate", "");
        assertEquals(403, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("Only an administrator"), refused.body());
        String page = lifter.page("/sensors").body();
        assertTrue(!page.contains("id=\"simulate\"") && page.contains("An administrator of this server can"), page);
        assertTrue(server.page("/sensors").body().contains("id=\"simulate\""));
        assertTrue(lifter.json("/api/sensors").get("simulated").asBoolean(), "how it is set is for everybody to see");
    }

    private static void pair(String address) {
        assertEquals(200, server.post("/api/sensors/" + address, "").statusCode());
    }

    private static void place(String address, String placement) {
        HttpResponse<String> placed = asked(address, placement);
        assertEquals(200, placed.statusCode(), placed.body());
    }

    private static HttpResponse<String> asked(String address, String placement) {
        return server.send(HttpRequest.newBuilder(server.address("/api/sensors/" + address))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"placement\":\"" + placement + "\"}"))
                .build());
    }

    private static void awaitState(String address, String state) {
        awaitStatus(status -> sensor(status, address).get("state").asString().equals(state));
    }

    private static void awaitStatus(Predicate<JsonNode> isSo) {
        Awaitility.await().atMost(PATIENCE).until(() -> server.json("/api/sensors"), isSo);
    }

    private static JsonNode sensor(JsonNode status, String address) {
        for (JsonNode sensor : status.get("sensors")) {
            if (sensor.get("address").asString().equals(address)) {
                return sensor;
            }
        }
        throw new AssertionError(address + " is not among the sensors: " + status);
    }
}
