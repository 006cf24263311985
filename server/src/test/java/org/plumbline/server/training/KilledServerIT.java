package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.server.support.ChildServer;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.support.WatchingScreen;
import tools.jackson.databind.JsonNode;

/** A server that is killed in the midst of a set: what it had announced is in the log of the next one. */
class KilledServerIT {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @TempDir
    Path data;

    @Test
    void whatWasMeasuredAndAnnouncedASecondBeforeTheKillIsInTheLogOfTheNextServer() throws InterruptedException {
        List<Integer> announced;
        String set;
        double measuredS;
        try (ChildServer server = ChildServer.start(
                "--server.port=0", "--plumbline.data-dir=" + data, "--plumbline.simulation.speed=8")) {
            Visitor lifter = server.awaitAdministrator();
            try (WatchingScreen screen = WatchingScreen.open(lifter)) {
                set = RunningServer.parse(
                                lifter.post("/api/live", "{\"repetitions\":30}").body())
                        .get("set")
                        .asString();
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> screen.repetitionsHeardBefore(A_SECOND).size() >= 2);
                announced = screen.repetitionsHeardBefore(A_SECOND);
                measuredS = screen.poseHeardBefore(A_SECOND);
                server.kill();
            }
        }
        assertTrue(announced.contains(1), "something was announced long enough before the kill: " + announced);
        Instant killed = Instant.now();

        try (RunningServer next = RunningServer.startIn(data, "--plumbline.demo.rest=60s")) {
            JsonNode line = null;
            for (JsonNode one : next.json("/api/sets")) {
                if (one.get("id").asString().equals(set)) {
                    line = one;
                }
            }
            assertNotNull(line, "the set is in the list");
            assertEquals("interrupted", line.get("state").asString());
            Instant began = Instant.parse(line.get("startedAt").asString());
            Instant ended = Instant.parse(line.get("endedAt").asString());
            Instant measured = began.plusMillis((long) (measuredS * 1000) - 1000);
            // simulated faster than time goes, what was measured may lie ahead of the clock
            assertTrue(
                    ended.isAfter(measured.isBefore(killed) ? measured : killed)
                            && ended.isBefore(Instant.now().plusMillis(1)),
                    "it ended with the last sample that is stored, and not later than now: " + line);
            List<Integer> kept = new ArrayList<>();
            next.json("/api/sets/" + set)
                    .get("repetitions")
                    .forEach(repetition -> kept.add(repetition.get("number").asInt()));
            assertTrue(kept.containsAll(announced), "announced " + announced + ", kept " + kept);
            double keptS = next.json("/api/sets/" + set)
                    .get("recording")
                    .get("durationS")
                    .asDouble();
            assertTrue(
                    ended.isBefore(began.plusMillis((long) (keptS * 1000) + 1000)),
                    "it ended with its samples, " + keptS + " s long: " + line);
            assertTrue(measuredS > 0 && keptS >= measuredS, "measured to " + measuredS + " s, kept to " + keptS);
            JsonNode again = RunningServer.parse(
                    next.post("/api/sets/" + set + "/analyses", "").body());
            assertEquals(false, again.get("changed").asBoolean(), again.toString());
            String page = next.page("/sets/" + set).body();
            assertTrue(page.contains("interrupted") && page.contains("The server stopped while this set ran."), page);
            assertTrue(
                    next.bean(TrainingLog.class).repetitions(java.util.UUID.fromString(set)).stream()
                            .limit(announced.size())
                            .allMatch(repetition -> repetition.completedAt().isBefore(killed)),
                    "repetitions keep the time at which they were complete");
        }
    }
}
