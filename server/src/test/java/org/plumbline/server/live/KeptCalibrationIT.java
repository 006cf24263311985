package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.OnBothDatabases;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import tools.jackson.databind.JsonNode;

/** The calibration of a set serves the next one with the same sensors. */
@OnBothDatabases
class KeptCalibrationIT {
    private static final RunningServer SERVER = RunningServer.shared();

    private final Visitor lifter = SERVER.joined(Role.LIFTER);

    @Test
    void theCalibrationOfASetIsKeptForTheNextOneWithTheSameSensorsAndSaysHowOldItIs() {
        HttpResponse<String> none = lifter.post(
                "/api/live", "{\"exercise\":\"deadlift\",\"repetitions\":3,\"seed\":41,\"keptCalibration\":true}");
        assertEquals(400, none.statusCode(), none.body());
        assertTrue(none.body().contains("No calibration of these sensors was kept"), none.body());

        String first = lift("{\"exercise\":\"deadlift\",\"repetitions\":3,\"seed\":41}");
        String second = lift("{\"exercise\":\"deadlift\",\"repetitions\":3,\"seed\":41,\"keptCalibration\":true}");
        assertFalse(lifter.page("/sets/" + first).body().contains("Your calibration of"));
        assertTrue(lifter.page("/sets/" + second).body().contains("Your calibration of 1 min ago is used"));
        JsonNode analysis = lifter.json("/api/sets/" + second);
        assertTrue(analysis.get("repetitions").size() >= 3, "the lifts are counted");

        // the samples and the calibration that was given are all it takes to find the same again
        double moment = (analysis.at("/repetitions/0/startS").asDouble()
                        + analysis.at("/repetitions/0/endS").asDouble())
                / 2;
        correct(second, "not_repetition", moment);
        correct(second, "repetition", moment);
        assertEquals(analysis, lifter.json("/api/sets/" + second));
    }

    private void correct(String set, String kind, double timeS) {
        HttpResponse<String> response =
                lifter.post("/api/sets/" + set + "/corrections", "{\"kind\":\"" + kind + "\",\"timeS\":" + timeS + "}");
        assertTrue(response.statusCode() < 300, response.body());
    }

    private String lift(String request) {
        // the log has the end of a set a moment before its sensors are let go
        HttpResponse<String> response = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> lifter.post("/api/live", request), answer -> answer.statusCode() != 409);
        assertEquals(201, response.statusCode(), response.body());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> lifter.json("/api/live").get("stage").asString().equals("ended"));
        return RunningServer.parse(response.body()).get("set").asString();
    }
}
