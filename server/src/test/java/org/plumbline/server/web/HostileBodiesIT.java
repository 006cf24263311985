package org.plumbline.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.support.Visitor;

/** Bodies made to fill the memory, the disk or the time of the server. */
class HostileBodiesIT {
    private static final int THREADS = 30;
    private static final Duration AT_MOST = Duration.ofSeconds(30);
    private static final byte[] LARGE = new byte[3 << 20];
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(
                "--plumbline.demo.enabled=false",
                "--plumbline.upload.max-samples=50000",
                "--plumbline.body.arrives-within=2s",
                "--plumbline.body.arriving-of-an-address=10",
                "--server.tomcat.threads.max=" + THREADS,
                "--server.tomcat.connection-timeout=2s");
        server.me();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Some kilobytes that unpack to gigabytes: the same member over and over, which gzip allows. */
    private static byte[] bomb(byte[] start, String line, int members) throws IOException {
        byte[] member = gzip(line.repeat((1 << 20) / line.length()).getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(gzip(start));
        for (int i = 0; i < members; i++) {
            all.write(member);
        }
        return all.toByteArray();
    }

    private static byte[] gzip(byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text);
        }
        return bytes.toByteArray();
    }

    @Test
    void aFileThatUnpacksToGigabytesIsRefusedAtItsFirstMegabytes() throws IOException {
        byte[] recording = RecordedSets.of("deadlift", 2, 21, 140.0, new SimulatedFault[0]);
        byte[] header = "# trunk-imu-recording: 1\n".getBytes(StandardCharsets.UTF_8);
        assertRefused(bomb(recording, "\n", 3000), "more blank lines and comments than rows");
        assertRefused(bomb(recording, "# note: again and again\n", 3000), "more blank lines and comments than rows");
        assertRefused(bomb(recording, lastRow(recording) + " ".repeat(10_000) + "\n", 3000), "bytes of text");
        assertRefused(bomb(header, "# note: again and again\n", 3000), "header of at most 1 MiB");
        assertRefused(bomb(header, "0", 3000), "a longer one");
        assertEquals(200, server.get("/api/me").statusCode());
    }

    private static String lastRow(byte[] recording) {
        String text = new String(recording, StandardCharsets.UTF_8).strip();
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    private static void assertRefused(byte[] bomb, String why) {
        HttpResponse<String> answer =
                assertTimeoutPreemptively(AT_MOST, () -> server.upload("/api/recordings", "bomb.csv.gz", bomb));
        assertTrue(answer.statusCode() == 422 || answer.statusCode() == 413, answer.body());
        assertTrue(answer.body().contains(why), answer.body());
    }

    @Test
    void aNameOfAFileIsNoPath() throws IOException {
        for (String name : List.of("../../../evil.csv", "..\\\\..\\\\evil.csv", "/etc/cron.d/evil.csv")) {
            HttpResponse<String> answer =
                    server.upload("/api/recordings", name, "nothing".getBytes(StandardCharsets.UTF_8));
            assertEquals(422, answer.statusCode(), answer.body());
            assertTrue(
                    RunningServer.parse(answer.body()).get("detail").asString().startsWith("evil.csv"), answer.body());
        }
        try (var files = Files.walk(server.dataDirectory())) {
            assertFalse(files.anyMatch(file -> file.getFileName().toString().contains("evil")));
        }
    }

    @Test
    void anUploadThatEndsBeforeItsFileIsToldToBeSentAgain() {
        String cut = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"set.csv\"\r\n\r\n0,1,2\n";
        int sets = server.json("/api/sets").size();
        for (String path : List.of("/sets", "/api/recordings")) {
            HttpResponse<String> answer = server.me()
                    .send(HttpRequest.newBuilder(server.me().address(path))
                            .header("Content-Type", "multipart/form-data; boundary=x")
                            .POST(HttpRequest.BodyPublishers.ofString(cut.repeat(3)))
                            .build());
            assertEquals(400, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("The upload ended before its file did"), answer.body());
        }
        assertEquals(sets, server.json("/api/sets").size());
    }

    @Test
    void aBodyThatIsNoRecordingIsTakenToAMegabyteWhoeverSendsIt() {
        Visitor stranger = server.stranger();
        for (Visitor who : List.of(server.me(), stranger)) {
            assertEquals(413, send(who, "POST", "/api/live", "application/json", false));
            assertEquals(413, send(who, "POST", "/api/live", "application/json", true), "of no length said");
            assertEquals(413, send(who, "POST", "/sign-in", "application/x-www-form-urlencoded", false));
            assertEquals(413, send(who, "PUT", "/api/live/cues", "application/x-www-form-urlencoded", true));
            assertEquals(413, send(who, "GET", "/emergency", "text/plain", false));
            assertEquals(415, send(who, "POST", "/sign-in", "multipart/form-data; boundary=x", false));
        }
        assertEquals(
                401,
                send(stranger, "POST", "/sets", "multipart/form-data; boundary=x", false),
                "no disk for strangers");
        assertEquals(200, server.page("/account").statusCode());
    }

    private static int send(Visitor who, String method, String path, String type, boolean chunked) {
        return who.send(HttpRequest.newBuilder(who.address(path))
                        .header("Content-Type", type)
                        .method(
                                method,
                                chunked
                                        ? HttpRequest.BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(LARGE))
                                        : HttpRequest.BodyPublishers.ofByteArray(LARGE))
                        .build())
                .statusCode();
    }

    @Test
    void deepAndEndlessJsonIsNotUnderstoodAndHarmsNobody() {
        for (String json : List.of(
                "[".repeat(100_000),
                "{\"repetitions\":" + "9".repeat(50_000) + "}",
                "{\"exercise\":\"" + "x".repeat(900_000) + "\"}",
                "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000))) {
            int status = server.post("/api/live", json).statusCode();
            assertTrue(status == 400 || status == 422, json.substring(0, 20) + " " + status);
        }
    }

    @Test
    void bodiesThatComeAByteAtATimeAndConnectionsThatSayNothingLeaveThreadsForOthers() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 4 * THREADS; i++) {
                slow.add(
                        open(
                                "POST /sign-in HTTP/1.1\r\nHost: localhost:" + server.port()
                                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nemail=a"));
                slow.add(open("POST /api/recordings HTTP/1.1\r\nHost: localhost:" + server.port()
                        + "\r\nAuthorization: Bearer plumb_x\r\nContent-Type: multipart/form-data; boundary=x\r\n"
                        + "Content-Length: 100000\r\n\r\n--x"));
                slow.add(open("GET / HTTP/1.1\r\nHost: loc"));
            }
            long beginNanos = System.nanoTime();
            for (int i = 0; i < 10; i++) {
                dribble(slow);
                HttpResponse<String> page =
                        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> server.page("/account"));
                assertEquals(200, page.statusCode());
            }
            assertTrue(System.nanoTime() - beginNanos < AT_MOST.toNanos());
        } finally {
            for (Socket one : slow) {
                one.close();
            }
        }
    }

    private static Socket open(String start) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void dribble(List<Socket> sockets) {
        for (Socket one : sockets) {
            try {
                one.getOutputStream().write('a');
            } catch (IOException closed) {
                // as it should be
            }
        }
    }
}
