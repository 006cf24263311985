package org.plumbline.server.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.recording.RecordingWriter;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.support.OnBothDatabases;
import org.plumbline.server.support.RunningServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Recordings in and out of the real server, as a program and as a form sends them. */
@OnBothDatabases
class ExchangeIT {
    private static final RunningServer SERVER = RunningServer.shared();
    private static byte[] recording;

    @BeforeAll
    static void simulate() throws IOException {
        SimulationScript script = SimulationScript.clean("deadlift", 4, 21).with(new SimulatedFault.Rounding(3, 9));
        SimulatedWearable wearable = new SimulatedWearable(script);
        RecordingHeader header = new RecordingHeader(
                "Four pulls", "deadlift", null, 140.0, wearable.sensors(), List.of(), Map.of("simulated", "yes"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RecordingWriter writer = new RecordingWriter(bytes, header, false)) {
            ClockMapper clock = new ClockMapper(2, sample -> {
                try {
                    if (sample.timeMicros >= 0) {
                        writer.write(sample);
                    }
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
        recording = bytes.toByteArray();
    }

    @Test
    void anUploadedRecordingIsASetWithItsFlaggedRepetition() {
        HttpResponse<String> response = SERVER.upload("/api/recordings", "pulls.csv", recording);
        assertEquals(201, response.statusCode(), response.body());
        JsonNode kept = RunningServer.parse(response.body());
        assertEquals(4, kept.get("repetitions").asInt());

        String page = SERVER.page(kept.get("page").asString()).body();
        assertTrue(page.contains("Rep 3 rounded"), page);
        assertTrue(page.contains("140 kg") && page.contains("Four pulls") && page.contains("simulated"), page);
        HttpResponse<String> chart = SERVER.get(kept.get("page").asString() + "/chart.svg");
        assertEquals(200, chart.statusCode());
        assertTrue(chart.body().contains("Rep 3 rounded"));
        HttpResponse<String> png = SERVER.get(kept.get("page").asString() + "/chart.png");
        assertEquals("image/png", png.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void whatGoesInComesOutAndIsFoundTheSameWhenItGoesInAgain() throws IOException {
        String first = upload(gzip(recording), "pulls.csv.gz");
        byte[] out = download(first);
        String second = upload(out, "again.csv.gz");

        assertEquals(
                SERVER.json("/api/sets/" + first).get("repetitions"),
                SERVER.json("/api/sets/" + second).get("repetitions"));
        assertArrayEquals(out, download(second), "a recording that came from here is kept to the last digit");
    }

    @Test
    void aMalformedRowIsNamedAndWhatStoodBeforeItIsKept() {
        String text = new String(recording, StandardCharsets.UTF_8);
        int cut = text.indexOf('\n', text.length() * 3 / 4) + 1;
        byte[] broken = (text.substring(0, cut) + "thorax,not a number,1,2,3,4,5,6\n").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response = SERVER.upload("/api/recordings", "broken.csv", broken);

        assertEquals(422, response.statusCode(), response.body());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse(""));
        JsonNode problem = RunningServer.parse(response.body());
        String detail = problem.get("detail").asString();
        assertTrue(detail.startsWith("broken.csv, line ") && detail.contains("column 2"), detail);
        String page = SERVER.page(problem.get("page").asString()).body();
        assertTrue(page.contains("partial") && page.contains("/reps/2\""), "its repetitions are there");
    }

    @Test
    void aRecordingOfDecadesWithASampleADayIsTakenInFullChunks() {
        StringBuilder rows = new StringBuilder("# trunk-imu-recording: 1\n# subject: P01\n# sensor: pelvis\n")
                .append("sensor,time_us,acc_x,acc_y,acc_z,gyr_x,gyr_y,gyr_z\n");
        int days = 54 * 365;
        for (long day = 0; day < days; day++) {
            rows.append("pelvis,")
                    .append(day * 86_400_000_000L)
                    .append(",0,0,9.81,0,0,")
                    .append(day % 2)
                    .append('\n');
        }
        HttpResponse<String> answer =
                SERVER.upload("/api/recordings", "decades.csv", rows.toString().getBytes(StandardCharsets.UTF_8));
        assertEquals(201, answer.statusCode(), answer.body());
        String set = RunningServer.parse(answer.body()).get("set").asString();
        int chunks = SERVER.bean(JdbcClient.class)
                .sql("select count(*) from sample_chunk where set_id = :set")
                .param("set", UUID.fromString(set))
                .query(Integer.class)
                .single();
        assertTrue(chunks <= 1 + days / 1000, "a write for every sample takes minutes: " + chunks);
        assertEquals(200, SERVER.get("/sets/" + set).statusCode());
    }

    @Test
    void aFileOfAnotherKindIsRefusedWithItsMessage() {
        for (byte[] file : List.of(new byte[0], new byte[] {1, 2, 3}, "hello".getBytes(StandardCharsets.UTF_8))) {
            HttpResponse<String> response = SERVER.upload("/api/recordings", "odd.bin", file);
            assertEquals(422, response.statusCode(), response.body());
            JsonNode problem = RunningServer.parse(response.body());
            assertTrue(problem.get("detail").asString().startsWith("odd.bin"), response.body());
            assertFalse(problem.has("set"), "nothing was kept");
        }
    }

    @Test
    void anUploadThatIsNoFormIsRefusedWithWhatToDo() {
        HttpResponse<String> response = SERVER.send(HttpRequest.newBuilder(SERVER.address("/api/recordings"))
                .header("Content-Type", "multipart/form-data")
                .POST(HttpRequest.BodyPublishers.ofByteArray(recording))
                .build());
        assertEquals(400, response.statusCode(), response.body());
        assertTrue(
                RunningServer.parse(response.body()).get("detail").asString().contains("multipart"), response.body());
    }

    @Test
    void anUploadOfAnotherShapeIsToldWhatToSend() {
        String noForm = "Send a form (multipart/form-data) with the recording in its field \"file\".";
        for (byte[] body : List.of(recording, new byte[3_000_000])) {
            HttpResponse<String> plain = SERVER.send(HttpRequest.newBuilder(SERVER.address("/api/recordings"))
                    .header("Content-Type", "text/csv")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build());
            assertToldToSend(noForm, 415, plain);
        }
        HttpResponse<String> nothing = SERVER.send(HttpRequest.newBuilder(SERVER.address("/api/recordings"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        assertToldToSend(noForm, 415, nothing);

        String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\nhello\r\n--x--\r\n";
        for (String field : List.of("recording", "file")) {
            HttpResponse<String> without = SERVER.send(HttpRequest.newBuilder(SERVER.address("/api/recordings"))
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(HttpRequest.BodyPublishers.ofString(part.formatted(field)))
                    .build());
            assertToldToSend("Send the recording as a file, in the field \"file\" of the form.", 400, without);
        }
        HttpResponse<String> page = SERVER.me().postForm("/sets", "file=set.csv");
        assertEquals(415, page.statusCode());
        assertTrue(page.body().contains("Send a form"), page.body());
    }

    private static void assertToldToSend(String what, int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        String detail = RunningServer.parse(answer.body()).get("detail").asString();
        assertTrue(detail.contains(what), detail);
    }

    @Test
    void bytesBehindTheGzipAreToldWithTheSet() throws IOException {
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        more.write(gzip(recording));
        more.write("not gzip".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = SERVER.upload("/api/recordings", "more.csv.gz", more.toByteArray());
        assertEquals(201, response.statusCode(), response.body());
        assertTrue(response.body().contains("goes on behind the end of its gzip data"), response.body());
    }

    @Test
    void twoFilesAtOnceAreRefusedAndNothingIsKept() {
        int before = SERVER.json("/api/sets").size();
        String part = "--two\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                + new String(recording, StandardCharsets.UTF_8) + "\r\n";
        for (String second : List.of(part, part.replace("name=\"file\"", "name=\"another\""))) {
            HttpResponse<String> response = SERVER.send(HttpRequest.newBuilder(SERVER.address("/api/recordings"))
                    .header("Content-Type", "multipart/form-data; boundary=two")
                    .POST(HttpRequest.BodyPublishers.ofString(part + second + "--two--\r\n"))
                    .build());
            assertEquals(400, response.statusCode(), response.body());
            assertTrue(response.body().contains("one recording at a time"), response.body());
        }
        assertEquals(before, SERVER.json("/api/sets").size());
    }

    @Test
    void aNameThatIsCutIsSaidToBeCut() {
        String text = new String(recording, StandardCharsets.UTF_8);
        String name = "x".repeat(61);
        byte[] named = text.replace("# exercise: deadlift", "# exercise: " + name)
                .replace("# title: Four pulls", "# title: " + "t".repeat(401))
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response = SERVER.upload("/api/recordings", "named.csv", named);
        assertEquals(201, response.statusCode(), response.body());
        assertTrue(response.body().contains("longer than 60 characters. It was cut."), response.body());
        assertTrue(response.body().contains("longer than 400 characters. It was cut."), response.body());
        String page = RunningServer.parse(response.body()).get("page").asString();
        assertTrue(SERVER.page(page).body().contains("longer than 60 characters"), "and on its page");
    }

    @Test
    void whatWasSimulatedStaysSimulatedOnItsWayOutAndIn() throws IOException {
        String live = RunningServer.parse(
                        SERVER.post("/api/live", "{\"repetitions\":2}").body())
                .get("set")
                .asString();
        SERVER.post("/api/live/" + live + "/stop", "");
        assertTrue(isSimulated(live));
        byte[] out = download(live);
        assertTrue(new String(gunzip(out), StandardCharsets.UTF_8).contains("# simulated: "));
        assertTrue(isSimulated(upload(out, "live.csv.gz")));
        byte[] ofAnEarlierServer = new String(recording, StandardCharsets.UTF_8)
                .replaceFirst("# simulated: [^\n]*\n", "")
                .getBytes(StandardCharsets.UTF_8);
        assertTrue(isSimulated(upload(ofAnEarlierServer, "earlier.csv")), "its sensors say so");
    }

    private static byte[] gunzip(byte[] packed) throws IOException {
        try (GZIPInputStream text = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return text.readAllBytes();
        }
    }

    private static boolean isSimulated(String set) {
        for (JsonNode one : SERVER.json("/api/sets")) {
            if (one.get("id").asString().equals(set)) {
                return one.get("simulated").asBoolean();
            }
        }
        throw new AssertionError(set + " is not in the list");
    }

    @Test
    void aTruncatedGzipKeepsWhatCouldBeRead() throws IOException {
        byte[] whole = gzip(recording);
        HttpResponse<String> response =
                SERVER.upload("/api/recordings", "cut.csv.gz", Arrays.copyOf(whole, whole.length / 2));
        assertEquals(422, response.statusCode(), response.body());
        assertTrue(RunningServer.parse(response.body()).has("set"), response.body());
    }

    @Test
    void theFormShowsTheMessageOnThePage() {
        HttpResponse<String> response =
                SERVER.upload("/sets", "odd.csv", "# nothing\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(302, response.statusCode());
        String cookie = response.headers().firstValue("Set-Cookie").orElse("");
        String page = SERVER.send(HttpRequest.newBuilder(SERVER.address("/sets"))
                        .header("Cookie", cookie.split(";")[0])
                        .build())
                .body();
        assertTrue(page.contains("odd.csv"), page);
    }

    @Test
    void aLargerFileThanAllowedIsRefusedInWords() {
        try (RunningServer small = RunningServer.start(
                "--plumbline.demo.enabled=false",
                "--spring.servlet.multipart.max-file-size=100KB",
                "--plumbline.upload.max-samples=500")) {
            HttpResponse<String> large = small.upload("/api/recordings", "large.csv", new byte[300_000]);
            assertEquals(413, large.statusCode(), large.body());
            assertTrue(large.body().contains("larger than this server takes"), large.body());

            byte[] many = Arrays.copyOf(recording, 90_000);
            HttpResponse<String> tooLong = small.upload("/api/recordings", "long.csv", many);
            assertEquals(413, tooLong.statusCode(), tooLong.body());
            assertTrue(tooLong.body().contains("more than 500 samples"), tooLong.body());
            assertEquals(0, small.json("/api/sets").size(), "nothing of it was kept");
        }
    }

    @Test
    void aRecordingWithMoreRepetitionsThanASetMayHaveIsRefusedAndNothingOfItIsKept() {
        try (RunningServer small =
                RunningServer.start("--plumbline.demo.enabled=false", "--plumbline.upload.max-repetitions=3")) {
            HttpResponse<String> many = small.upload("/api/recordings", "pulls.csv", recording);
            assertEquals(413, many.statusCode(), many.body());
            assertTrue(many.body().contains("more than 3 repetitions"), many.body());
            assertEquals(0, small.json("/api/sets").size(), "nothing of it was kept");
        }
    }

    @Test
    void aSetThatIsNotThereIsAProblemAndNotATrace() {
        HttpResponse<String> response = SERVER.get("/api/sets/00000000-0000-0000-0000-000000000000");
        assertEquals(404, response.statusCode());
        assertEquals(
                "There is nothing here.",
                RunningServer.parse(response.body()).get("detail").asString());
        assertEquals(400, SERVER.get("/api/sets/not-an-identity").statusCode());
    }

    private static String upload(byte[] content, String name) {
        HttpResponse<String> response = SERVER.upload("/api/recordings", name, content);
        assertEquals(201, response.statusCode(), response.body());
        return RunningServer.parse(response.body()).get("set").asString();
    }

    private static byte[] download(String set) {
        HttpResponse<byte[]> response = SERVER.send(
                HttpRequest.newBuilder(SERVER.address("/api/sets/" + set + "/recording"))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, response.statusCode());
        assertTrue(
                response.headers().firstValue("Content-Disposition").orElse("").contains(".csv.gz"));
        return response.body();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
