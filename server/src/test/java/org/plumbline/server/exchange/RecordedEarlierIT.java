package org.plumbline.server.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.Role;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;
import org.plumbline.server.training.Moments;
import org.plumbline.server.training.StoredRepetition;
import org.plumbline.server.training.TrainingLog;
import org.plumbline.server.training.TrainingSet;
import tools.jackson.databind.JsonNode;

/** Recordings that are brought days after they were made. */
class RecordedEarlierIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final String PATH = "/api/recordings";
    private static final Instant EARLIER =
            Instant.now().minus(Duration.ofDays(9)).truncatedTo(ChronoUnit.MINUTES);

    private final Visitor lifter = SERVER.joined(Role.LIFTER);

    @Test
    void aRecordingThatSaysWhenItWasMadeStandsInTheLogThere() {
        TrainingSet set = set(lifter.upload(PATH, "set.csv", dated(EARLIER.toString())));
        assertEquals(EARLIER, set.startedAt());
        long lastedS = Duration.between(set.startedAt(), set.endedAt()).toSeconds();
        assertTrue(lastedS >= 10 && lastedS < 120, "as long as its samples: " + lastedS + " s");
        String page = lifter.page("/sets/" + set.id()).body();
        assertTrue(page.contains(SERVER.bean(Moments.class).say(EARLIER)), page);
        JsonNode listed = lifter.json("/api/sets").get(0);
        assertEquals(EARLIER.toString(), listed.get("startedAt").asString());
    }

    @Test
    void setsRecordedOneAfterTheOtherAreOneSessionInWhateverOrderTheyAreBrought() {
        TrainingSet second = set(brought(EARLIER.plus(Duration.ofMinutes(20))));
        TrainingSet first = set(brought(EARLIER));
        TrainingSet today = set(lifter.upload(PATH, "set.csv", recording()));
        TrainingSet third = set(brought(EARLIER.plus(Duration.ofMinutes(100))));
        assertEquals(second.sessionId(), first.sessionId());
        assertEquals(second.sessionId(), third.sessionId());
        assertNotEquals(second.sessionId(), today.sessionId());
    }

    @Test
    void whatThePersonSaysGoesBeforeWhatTheFileSaysAndGoesWithTheRecording() throws Exception {
        Instant said = EARLIER.plus(Duration.ofDays(1));
        TrainingSet set =
                set(lifter.upload(PATH, "set.csv", dated(EARLIER.toString()), Map.of("recordedAt", said.toString())));
        assertEquals(said, set.startedAt());
        assertEquals(said.toString(), set.header().otherKeys().get("recorded"));
        Visitor elsewhere = SERVER.joined(Role.LIFTER);
        byte[] out = lifter.send(
                        HttpRequest.newBuilder(lifter.address("/api/sets/" + set.id() + "/recording"))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        assertEquals(said, set(elsewhere.upload(PATH, "set.csv.gz", out)).startedAt());
    }

    @Test
    void aTimeInTheFileThatCannotBeTakenIsSaidAndTheSetIsKept() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        HttpResponse<String> answer = lifter.upload(PATH, "set.csv", dated("last Tuesday"));
        String warnings = RunningServer.parse(answer.body()).get("warnings").toString();
        assertTrue(
                warnings.contains("“last Tuesday”") && warnings.contains("counts from when it was brought"), warnings);
        TrainingSet set = set(answer);
        assertFalse(set.startedAt().isBefore(before));
        assertTrue(lifter.page("/sets/" + set.id()).body().contains("last Tuesday"), "it stands with the set");
    }

    @Test
    void aTimeThatThePersonSaysAndThatCannotBeTakenKeepsNothing() {
        for (String wrong : new String[] {
            "2026-11-20", Instant.now().plus(Duration.ofDays(1)).toString()
        }) {
            HttpResponse<String> answer = lifter.upload(PATH, "set.csv", recording(), Map.of("recordedAt", wrong));
            assertEquals(400, answer.statusCode(), answer.body());
            assertTrue(
                    answer.body().contains(wrong) && answer.body().contains("Nothing of it was kept"), answer.body());
            HttpResponse<String> page = lifter.upload("/sets", "set.csv", recording(), Map.of("recordedAt", wrong));
            assertEquals(
                    "/sets",
                    page.headers()
                            .firstValue("Location")
                            .map(to -> to.replaceAll("^http://[^/]+", ""))
                            .orElse(""));
            assertTrue(lifter.page("/sets").body().contains(wrong));
        }
        assertEquals(0, lifter.json("/api/sets").size());
    }

    @Test
    void theSameTimeTwiceIsSaid() {
        assertFalse(brought(EARLIER).body().contains("very same time"));
        String again =
                lifter.upload(PATH, "other.csv", dated(EARLIER.toString())).body();
        assertTrue(again.contains("began at the very same time, " + Moments.dateAndTime(EARLIER)), again);
    }

    @Test
    void whenTheSameFileWasBroughtIsSaidAndNotWhenItWasRecorded() {
        brought(EARLIER);
        String again = brought(EARLIER.minus(Duration.ofDays(3))).body();
        assertTrue(again.contains("came on " + Moments.date(LocalDate.now(ZoneId.systemDefault()))), again);
    }

    @Test
    void setsOfOneSessionThatAreBroughtAtTheSameTimeAreOneSession() {
        for (int pair = 0; pair < 4; pair++) {
            Instant at = EARLIER.minus(Duration.ofDays(20L + pair));
            List<TrainingSet> sets = Stream.of(0, 20)
                    .map(minutes -> CompletableFuture.supplyAsync(() -> brought(at.plus(Duration.ofMinutes(minutes)))))
                    .toList()
                    .stream()
                    .map(answer -> set(answer.join()))
                    .toList();
            assertEquals(sets.get(0).sessionId(), sets.get(1).sessionId());
        }
    }

    @Test
    void repetitionsLieWithinTheirSetWhereverTheClockOfTheFileBegins() {
        StringBuilder late = new StringBuilder();
        for (String line : new String(dated(EARLIER.toString()), StandardCharsets.UTF_8).split("\n")) {
            String[] cells = line.split(",");
            boolean row = cells.length > 2 && cells[1].matches("\\d+");
            late.append(
                            row
                                    ? line.replaceFirst(
                                            "," + cells[1], "," + (5_000_000_000L + Long.parseLong(cells[1])))
                                    : line)
                    .append('\n');
        }
        TrainingSet set = set(lifter.upload(PATH, "late.csv", late.toString().getBytes(StandardCharsets.UTF_8)));
        List<StoredRepetition> repetitions = SERVER.bean(TrainingLog.class).repetitions(set.id());
        assertEquals(3, repetitions.size());
        for (StoredRepetition one : repetitions) {
            assertTrue(one.completedAt().isAfter(set.startedAt()), one.completedAt() + " in " + set.startedAt());
            assertFalse(one.completedAt().isAfter(set.endedAt()), one.completedAt() + " in " + set.endedAt());
        }
    }

    @Test
    void whoBringsItOnThePageIsToldAtOnceWhereItDoesNotStandWhereItShould() {
        String page = lifter.upload("/sets", "set.csv", dated("2099-01-01T10:00Z"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String said = lifter.page(page.replaceAll("^http://[^/]+", "")).body();
        int notice = said.indexOf("lies in the future");
        assertTrue(notice > 0 && notice < said.indexOf("<h1"), "above everything else: " + said);
    }

    @Test
    void aSetThatWasDeletedIsNotBroughtBefore() {
        TrainingSet wrong = set(brought(EARLIER));
        lifter.send(HttpRequest.newBuilder(lifter.address("/api/sets/" + wrong.id()))
                .DELETE()
                .build());
        assertFalse(brought(EARLIER.plus(Duration.ofDays(1))).body().contains("brought before"));
    }

    @Test
    void anotherPartThanIsKnownIsRefusedAndSoIsATimeAsAFile() {
        HttpResponse<String> misspelt =
                lifter.upload(PATH, "set.csv", recording(), Map.of("recordedat", EARLIER.toString()));
        assertEquals(400, misspelt.statusCode(), misspelt.body());
        assertTrue(misspelt.body().contains("recordedAt"), misspelt.body());
        HttpResponse<String> file = lifter.upload(
                PATH, "set.csv", recording(), Map.of("recordedAt\"; filename=\"r.txt", EARLIER.toString()));
        assertEquals(400, file.statusCode(), file.body());
        assertEquals(0, lifter.json("/api/sets").size());
    }

    private HttpResponse<String> brought(Instant recordedAt) {
        return lifter.upload(PATH, "set.csv", recording(), Map.of("recordedAt", recordedAt.toString()));
    }

    private static TrainingSet set(HttpResponse<String> answer) {
        assertEquals(201, answer.statusCode(), answer.body());
        UUID id = UUID.fromString(RunningServer.parse(answer.body()).get("set").asString());
        return SERVER.bean(TrainingLog.class).find(id).orElseThrow();
    }

    private static byte[] recording() {
        return RecordedSets.of("deadlift", 3, 11, 100.0);
    }

    private static byte[] dated(String recorded) {
        String text = new String(recording(), StandardCharsets.UTF_8);
        return text.replaceFirst("\n", "\n# recorded: " + recorded + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
