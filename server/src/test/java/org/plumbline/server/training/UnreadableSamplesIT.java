package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.core.AnalysisResult;
import org.plumbline.server.support.OnBothDatabases;
import org.plumbline.server.support.RunningServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A byte of a set's stored samples is not the one that was written: that stretch is a gap, the rest stands, and it is said. */
@OnBothDatabases
class UnreadableSamplesIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static final String SAID = "are not as they were written";

    private static final int TIME_AT = 28;

    private UUID set;

    @BeforeEach
    void upload() {
        set = UploadedSets.clean(SERVER.me());
    }

    @Test
    void aLongUploadThatWasRefusedIsTakenAwayPieceByPieceAndNothingElseWithIt() {
        UUID refused = UploadedSets.clean(SERVER.me());
        SampleRepository samples = SERVER.bean(SampleRepository.class);
        int stored = samples.chunkCount(refused);
        for (int number = stored; number < 1_203; number++) {
            samples.insert(refused, number, 1, new byte[] {1});
        }
        samples.deleteInPieces(refused);
        assertEquals(203, samples.chunkCount(refused), "the last piece goes with its set");
        log().discard(refused);
        assertEquals(0, samples.chunkCount(refused));
        assertTrue(log().find(refused).isEmpty());
        assertTrue(samples.chunkCount(set) > 0);
    }

    @Test
    void theRepetitionsOfThatStretchAreNotAssessedAndTheOthersStand() {
        List<AnalysisResult.Repetition> before = found().repetitions();
        double middleS = (before.get(2).startS() + before.get(2).endS()) / 2;
        change(chunkAt(middleS));

        HttpResponse<String> again = SERVER.post("/api/sets/" + set + "/analyses", "");
        assertEquals(200, again.statusCode(), again.body());
        String said = found().quality().messages().stream()
                .filter(one -> one.contains(SAID))
                .findFirst()
                .orElseThrow();
        assertTrue(said.startsWith("Stored samples of pelvis, thorax from "), said);
        assertTrue(SERVER.page("/sets/" + set).body().contains(SAID), "a person is told on the page of the set");
        UnreadableStretch lost = log().unreadable(log().find(set).orElseThrow()).get(0);
        double toS = lost.toS() == null ? Double.MAX_VALUE : lost.toS();
        assertTrue(lost.fromS() <= middleS && toS >= middleS, lost.toString());
        List<AnalysisResult.Repetition> now = found().repetitions();
        for (AnalysisResult.Repetition one : now) {
            if (one.startS() < toS && one.endS() > lost.fromS()) {
                assertFalse(one.notAssessed().isEmpty(), "not assessed there: " + one);
            }
        }
        List<AnalysisResult.Repetition> clear = before.stream()
                .filter(one -> one.endS() < lost.fromS() || one.startS() > toS + 1)
                .toList();
        assertFalse(clear.isEmpty());
        for (AnalysisResult.Repetition one : clear) {
            assertTrue(
                    now.stream()
                            .anyMatch(same -> Math.abs(same.startS() - one.startS()) < 0.1
                                    && Math.abs(same.endS() - one.endS()) < 0.1),
                    one + " stands in " + now);
        }
        assertFalse(found().repetitions().equals(before), "what was measured in the stretch is not made up");
    }

    @Test
    void theRecordingComesOutWithoutThatStretchAndNamesIt() throws IOException {
        long whole = recording().stream().filter(line -> !line.startsWith("#")).count();
        change(1);
        List<String> lines = recording();
        String named = lines.stream()
                .filter(line -> line.startsWith("# unreadable: pelvis,thorax "))
                .findFirst()
                .orElseThrow();
        assertTrue(named.matches("# unreadable: pelvis,thorax \\d+\\.\\d{3} \\d+\\.\\d{3}"), named);
        long left = lines.stream().filter(line -> !line.startsWith("#")).count();
        assertTrue(left < whole && left > whole / 2, left + " of " + whole);
        assertEquals(200, SERVER.get("/sets/" + set + "/chart.svg").statusCode());
    }

    @Test
    void aSampleOfNoSensorInAChunkWithoutAChecksumIsAGapEverywhere() throws IOException {
        byte[] earlier = payload(1);
        earlier[4] = 1;
        Arrays.fill(earlier, 12, 16, (byte) 0);
        earlier[SampleChunk.HEADER_BYTES] = (byte) 200;
        put(1, earlier);

        HttpResponse<String> again = SERVER.post("/api/sets/" + set + "/analyses", "");
        assertEquals(200, again.statusCode(), again.body());
        assertTrue(recording().stream().anyMatch(line -> line.startsWith("# unreadable: pelvis,thorax ")));
        for (String path : List.of("/reps/1", "/reps/1/samples.csv", "/reps/1/charts/samples.svg")) {
            assertEquals(200, SERVER.get("/sets/" + set + path).statusCode(), path);
        }
    }

    @Test
    void healthAndFiguresCountIt() {
        double before = unreadable();
        change(1);
        log().unreadable(log().find(set).orElseThrow());
        log().unreadable(log().find(set).orElseThrow());
        assertEquals(before + 1, unreadable(), "each chunk once");
        JsonNode health = SERVER.json("/actuator/health").get("components").get("sampleHealth");
        assertEquals("UNKNOWN", health.get("status").asString());
        assertTrue(health.get("details").get("sets").toString().contains(set.toString()), health.toString());
    }

    @Test
    void aSetOfWhichNothingCanBeReadKeepsItsResult() {
        AnalysisResult before = found();
        for (int chunk = 0; chunk < chunks(); chunk++) {
            change(chunk);
        }
        HttpResponse<String> refused = SERVER.post("/api/sets/" + set + "/analyses", "");
        assertEquals(409, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("Nothing was changed"), refused.body());
        assertEquals(before, found());
    }

    private static TrainingLog log() {
        return SERVER.bean(TrainingLog.class);
    }

    private AnalysisResult found() {
        return log().analysis(set).orElseThrow();
    }

    private int chunks() {
        return SERVER.bean(SampleRepository.class).chunkCount(set);
    }

    /** The chunk with the samples of a moment: each begins where the one before it ends. */
    private int chunkAt(double momentS) {
        for (int chunk = chunks() - 1; chunk > 0; chunk--) {
            long firstMicros = ByteBuffer.wrap(payload(chunk))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getLong(SampleChunk.HEADER_BYTES + TIME_AT);
            if (firstMicros <= momentS * 1e6) {
                return chunk;
            }
        }
        return 0;
    }

    private byte[] payload(int chunk) {
        return SERVER.bean(JdbcClient.class)
                .sql("select payload from sample_chunk where set_id = :set and chunk_number = :chunk")
                .param("set", set)
                .param("chunk", chunk)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /** Changes one bit of a chunk in the database. */
    private void change(int chunk) {
        byte[] payload = payload(chunk);
        payload[payload.length / 2] ^= 0x10;
        put(chunk, payload);
    }

    private void put(int chunk, byte[] payload) {
        SERVER.bean(JdbcClient.class)
                .sql("update sample_chunk set payload = :payload where set_id = :set and chunk_number = :chunk")
                .param("payload", payload)
                .param("set", set)
                .param("chunk", chunk)
                .update();
    }

    private List<String> recording() throws IOException {
        HttpResponse<byte[]> answer = SERVER.send(
                HttpRequest.newBuilder(SERVER.address("/api/sets/" + set + "/recording"))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        try (GZIPInputStream text = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new ArrayList<>(new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
    }

    private static double unreadable() {
        return SERVER.get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("plumbline_chunks_unreadable "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
    }
}
