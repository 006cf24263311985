package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.recording.RecordingWriter;
import org.plumbline.core.simulation.SessionScript;
import org.plumbline.core.simulation.SimulatedSession;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.support.OnBothDatabases;
import org.plumbline.server.support.RunningServer;
import tools.jackson.databind.JsonNode;

/** The lifter corrects a wrong count on the real server; nothing of the data is lost by it. */
@OnBothDatabases
class CorrectionsIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static byte[] recording;

    @BeforeAll
    static void simulate() throws IOException {
        recording = recording(4);
    }

    @Test
    void aRepetitionThatWasNoneIsTakenOutAndTheSetIsFoundAsBeforeWhenThatIsTakenBack() {
        String set = upload(recording);
        JsonNode before = SERVER.json("/api/sets/" + set);
        HttpResponse<String> made = correct(set, "not_repetition", middleOf(before, 1));

        assertEquals(201, made.statusCode(), made.body());
        assertEquals(3, RunningServer.parse(made.body()).get("repetitions").asInt());
        JsonNode after = SERVER.json("/api/sets/" + set);
        assertEquals(3, after.get("set").get("repetitionCount").asInt());
        assertEquals(3, after.get("repetitions").get(2).get("number").asInt(), "they are numbered anew");
        assertEquals(3, lineOf(set).get("repetitions").asInt(), "the list says the same");
        JsonNode standing = SERVER.json("/api/sets/" + set + "/corrections");
        assertEquals(1, standing.size());
        assertEquals("You", standing.get(0).get("by").asString());
        String page = SERVER.page("/sets/" + set).body();
        assertTrue(page.contains("You said that it is not a repetition."), page);

        String address = made.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> undone = SERVER.send(
                HttpRequest.newBuilder(SERVER.address(address)).DELETE().build());
        assertEquals(4, RunningServer.parse(undone.body()).get("repetitions").asInt());
        assertEquals(before, SERVER.json("/api/sets/" + set));
        assertEquals(0, SERVER.json("/api/sets/" + set + "/corrections").size());
    }

    @Test
    void whoSaysTheOppositeTakesTheCorrectionBack() {
        String set = upload(recording);
        double moment = middleOf(SERVER.json("/api/sets/" + set), 2);
        correct(set, "not_repetition", moment);
        HttpResponse<String> back = correct(set, "repetition", moment);

        assertEquals(200, back.statusCode(), back.body());
        assertTrue(RunningServer.parse(back.body()).get("correction").isNull());
        assertEquals(4, RunningServer.parse(back.body()).get("repetitions").asInt());
        assertEquals(0, SERVER.json("/api/sets/" + set + "/corrections").size());
    }

    @Test
    void theFormsOfThePageDoTheSameWithoutScript() {
        String set = upload(recording);
        double moment = middleOf(SERVER.json("/api/sets/" + set), 0);
        HttpResponse<String> made =
                SERVER.postForm("/sets/" + set + "/corrections", "kind=not_repetition&timeS=" + moment);
        assertEquals(302, made.statusCode());
        String page = SERVER.page("/sets/" + set).body();
        assertTrue(page.contains("1 movement is not counted"), page);
        String id = SERVER.json("/api/sets/" + set + "/corrections")
                .get(0)
                .get("id")
                .asString();
        assertTrue(page.contains("/corrections/" + id + "/undo"), page);

        SERVER.postForm("/sets/" + set + "/corrections/" + id + "/undo", "");
        assertFalse(SERVER.page("/sets/" + set).body().contains("not counted"));
    }

    @Test
    void aMovementThatWasSetAsideIsCountedWhenTheLifterSaysSo() throws IOException {
        byte[] session = recording(new SimulatedSession(SessionScript.realistic("deadlift", 10, 5)).wearable());
        String set = upload(session);
        JsonNode before = SERVER.json("/api/sets/" + set);
        assertTrue(before.get("setAside").size() > 0, "a session has movements that are no repetitions");
        JsonNode movement = before.get("setAside").get(0);
        double moment =
                (movement.get("startS").asDouble() + movement.get("endS").asDouble()) / 2;
        assertTrue(SERVER.page("/sets/" + set).body().contains("This was a rep"));
        HttpResponse<String> made = correct(set, "repetition", moment);

        assertEquals(201, made.statusCode(), made.body());
        assertTrue(RunningServer.parse(made.body()).get("repetitions").asInt()
                > before.get("repetitions").size());
        assertTrue(SERVER.page("/sets/" + set).body().contains("counted by You"));
        correct(set, "not_repetition", moment);
        assertEquals(before, SERVER.json("/api/sets/" + set));
    }

    @Test
    void aPageOfAnotherSiteCannotCorrect() {
        String set = upload(recording);
        HttpResponse<String> foreign =
                SERVER.send(HttpRequest.newBuilder(SERVER.address("/sets/" + set + "/corrections"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", "https://elsewhere.example")
                        .POST(HttpRequest.BodyPublishers.ofString("kind=not_repetition&timeS=30"))
                        .build());
        assertEquals(403, foreign.statusCode());
        assertEquals(0, SERVER.json("/api/sets/" + set + "/corrections").size());
    }

    @Test
    void whatCannotBeCorrectedIsSaidPlainly() {
        String set = upload(recording);
        assertProblem(409, correct(set, "not_repetition", 0.1), "No counted repetition is at 0.1 s.");
        assertProblem(409, correct(set, "repetition", 0.1), "No movement was set aside at 0.1 s.");
        assertProblem(400, correct(set, "repetition", 1e308), "timeS must be a moment within the movement");
        assertProblem(400, correct(set, "repetition", -1e308), "timeS must be a moment within the movement");
        assertProblem(400, correct(set, "squat", 0.1), "kind must be");
        assertProblem(
                400, SERVER.post("/api/sets/" + set + "/corrections", "{\"kind\":\"repetition\"}"), "timeS must be");
        assertEquals(
                404,
                correct("00000000-0000-0000-0000-000000000000", "repetition", 1).statusCode());
    }

    @Test
    void aLiveSetIsCorrectedWhenItIsOverAndNotBefore() {
        // the log has the end of a set a moment before its sensors are let go
        HttpResponse<String> started = Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> SERVER.post("/api/live", "{\"exercise\":\"squat\",\"repetitions\":3,\"seed\":31}"),
                        answer -> answer.statusCode() != 409);
        String set = RunningServer.parse(started.body()).get("set").asString();
        assertProblem(409, correct(set, "not_repetition", 30), "The set is running");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> lineOf(set).get("state").asString().equals("finished"));

        JsonNode before = SERVER.json("/api/sets/" + set);
        correct(set, "not_repetition", middleOf(before, 1));
        assertEquals(2, SERVER.json("/api/sets/" + set).get("repetitions").size());
        correct(set, "repetition", middleOf(before, 1));
        assertEquals(before, SERVER.json("/api/sets/" + set));
    }

    @Test
    void whatWasSaidOfTheFileIsStillSaidAfterwards() {
        String text = new String(recording, StandardCharsets.UTF_8);
        HttpResponse<String> kept = SERVER.upload(
                "/api/recordings", "cut.csv", (text + "thorax,not a number\n").getBytes(StandardCharsets.UTF_8));
        String set = RunningServer.parse(kept.body()).get("set").asString();
        JsonNode before = SERVER.json("/api/sets/" + set);
        correct(set, "not_repetition", middleOf(before, 0));

        assertEquals(
                before.get("quality").get("messages"),
                SERVER.json("/api/sets/" + set).get("quality").get("messages"));
        assertEquals("partial", lineOf(set).get("state").asString());
    }

    @Test
    void aSetOfTenMinutesIsAnalysedAgainWithinSeconds() throws IOException {
        byte[] longSet = recording(110);
        long uploading = System.nanoTime();
        String set = upload(longSet);
        Duration uploaded = Duration.ofNanos(System.nanoTime() - uploading);
        JsonNode before = SERVER.json("/api/sets/" + set);
        double durationS = before.get("recording").get("durationS").asDouble();
        assertTrue(durationS > 400, "it is long: " + durationS + " s");
        long start = System.nanoTime();
        correct(set, "not_repetition", middleOf(before, 50));
        Duration taken = Duration.ofNanos(System.nanoTime() - start);

        assertEquals(
                before.get("repetitions").size() - 1,
                SERVER.json("/api/sets/" + set).get("repetitions").size());
        // well under two seconds on a machine of its own; one so busy that it is longer took as long to read it in
        assertTrue(
                taken.toSeconds() < 8 || taken.compareTo(uploaded) < 0,
                "took " + taken.toMillis() + " ms, reading it in " + uploaded.toMillis() + " ms");
    }

    private static HttpResponse<String> correct(String set, String kind, double timeS) {
        return SERVER.post("/api/sets/" + set + "/corrections", "{\"kind\":\"" + kind + "\",\"timeS\":" + timeS + "}");
    }

    private static double middleOf(JsonNode analysis, int repetition) {
        JsonNode one = analysis.get("repetitions").get(repetition);
        return (one.get("startS").asDouble() + one.get("endS").asDouble()) / 2;
    }

    private static void assertProblem(int status, HttpResponse<String> response, String detail) {
        assertEquals(status, response.statusCode(), response.body());
        assertTrue(RunningServer.parse(response.body()).get("detail").asString().contains(detail), response.body());
    }

    private static JsonNode lineOf(String set) {
        for (JsonNode line : SERVER.json("/api/sets?limit=200")) {
            if (line.get("id").asString().equals(set)) {
                return line;
            }
        }
        throw new AssertionError("the set is gone");
    }

    private static String upload(byte[] content) {
        HttpResponse<String> response = SERVER.upload("/api/recordings", "set.csv", content);
        assertEquals(201, response.statusCode(), response.body());
        return RunningServer.parse(response.body()).get("set").asString();
    }

    private static byte[] recording(int repetitions) throws IOException {
        return recording(new SimulatedWearable(SimulationScript.clean("deadlift", repetitions, 21)));
    }

    private static byte[] recording(SimulatedWearable wearable) throws IOException {
        RecordingHeader header =
                new RecordingHeader("Pulls", "deadlift", null, 140.0, wearable.sensors(), List.of(), Map.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RecordingWriter writer = new RecordingWriter(bytes, header, false)) {
            ClockMapper clock = new ClockMapper(2, sample -> {
                try {
                    if (sample.timeMicros >= 0) {
                        writer.write(sample);
                    }
                } catch (IllegalArgumentException outOfOrder) {
                    // the other sensor's clock runs ahead: one row less
                } catch (IOException inMemory) {
                    throw new AssertionError(inMemory);
                }
            });
            ImuSample sample = new ImuSample();
            while (wearable.next(sample)) {
                clock.accept(sample);
            }
            clock.finish();
        }
        return bytes.toByteArray();
    }
}
