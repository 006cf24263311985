package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.WatchingScreen;
import org.plumbline.server.training.BegunAnyway;
import org.plumbline.server.training.SetQuestion;
import org.plumbline.server.training.SetQuestions;
import org.plumbline.server.wearable.radio.simulated.SimulatedGym;
import org.plumbline.server.wearable.station.SensorStation;
import tools.jackson.databind.JsonNode;

/** A lifter who put the pelvis sensor on the ribs and the other way round. */
class SwappedSensorsIT {
    @Test
    void whoBowsWithSwappedSensorsIsToldAtOnceAndChangesThemOver() {
        try (RunningServer server = RunningServer.start("--plumbline.demo.enabled=false")) {
            SimulatedGym gym = SimulatedGym.standing(SimulationScript.clean(SimulationScript.DEADLIFT, 3, 7));
            server.bean(SensorStation.class).simulate(gym);
            server.post("/api/sensors/find", "");
            wear(server, SimulatedGym.TIMU_PELVIS, "thorax");
            wear(server, SimulatedGym.TIMU_THORAX, "pelvis");
            assertTrue(server.page("/place").body().contains("/place/change-over"), "two sensors can be changed over");

            String set;
            try (WatchingScreen screen = WatchingScreen.open(server)) {
                HttpResponse<String> started = server.post("/api/live", "{\"source\":\"sensors\",\"load\":60}");
                assertEquals(201, started.statusCode(), started.body());
                set = RunningServer.parse(started.body()).get("set").asString();
                JsonNode snapshot = screen.await(
                                "snapshot",
                                event -> event.get("snapshot")
                                        .get("stage")
                                        .asString()
                                        .equals("lifting"))
                        .get("snapshot");
                assertTrue(snapshot.get("calibration").get("swapped").asBoolean(), snapshot.toString());
                assertEquals("none", snapshot.get("calibration").get("quality").asString());
            }

            // read before that set; what was noted since was not
            LiveSet swapped =
                    server.bean(LiveSets.class).find(UUID.fromString(set)).orElseThrow();
            SetQuestions questions = server.bean(SetQuestions.class);
            SetQuestion read =
                    new SetQuestion(BegunAnyway.Question.RESTRICTED, "Read before.", null, null, null, false);
            questions.begunAnyway(List.of(read), swapped.lifter().id(), swapped.id(), swapped.plan());
            server.postForm("/pain", "score=4&moment=during");

            JsonNode again;
            try (WatchingScreen screen = WatchingScreen.open(server)) {
                screen.await("snapshot", event -> true);
                server.postForm("/live/" + set + "/change-over", "");
                again = screen.await(
                                "snapshot",
                                event -> !event.get("snapshot")
                                        .get("set")
                                        .asString()
                                        .equals(set))
                        .get("snapshot");
            }

            JsonNode sensors = server.json("/api/sensors").get("sensors");
            for (JsonNode sensor : sensors) {
                String place = sensor.get("address").asString().equals(SimulatedGym.TIMU_PELVIS) ? "pelvis" : "thorax";
                assertEquals(place, sensor.get("placement").asString(), "each sensor has the place it sits on");
            }
            assertEquals("stand_still", again.get("stage").asString(), "a set of its own begins, with bows");
            LocalDate today = LocalDate.now(ZoneId.systemDefault());
            List<BegunAnyway> begun = questions.between(List.of(swapped.lifter().id()), today, today);
            assertEquals(
                    List.of("Read before."),
                    begun.stream().map(BegunAnyway::sentence).toList(),
                    "what was read before the replaced set, once, and nothing that nobody read");
            assertEquals(
                    again.get("set").asString(), String.valueOf(begun.get(0).setId()));
            server.post("/api/live/" + again.get("set").asString() + "/stop", "");
        }
    }

    private static void wear(RunningServer server, String address, String placement) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> server.post("/api/sensors/" + address, "").statusCode() == 200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> server.json("/api/sensors").toString().contains("\"" + address + "\""));
        server.me().put("/api/sensors/" + address, "{\"placement\":\"" + placement + "\"}");
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> {
            for (JsonNode sensor : server.json("/api/sensors").get("sensors")) {
                if (sensor.get("address").asString().equals(address)) {
                    return sensor.get("state").asString().equals("streaming")
                            && placement.equals(sensor.get("placement").asString());
                }
            }
            return false;
        });
    }
}
