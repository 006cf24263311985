package org.plumbline.server.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.support.RecordedSets;
import org.plumbline.server.support.RunningServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is given out as it is read, where the reading fails: before anything was sent, and amid it. */
class BrokenExportIT {
    private static RunningServer server;
    private static UUID set;
    private boolean broken;

    @BeforeAll
    static void aSetWithAnAccentInItsExercise() {
        server = RunningServer.start("--plumbline.demo.enabled=false");
        set = RecordedSets.upload(
                server.me(),
                new SimulationScript("deadlift", 40, 5, List.of(), true),
                "d\u00e9velopp\u00e9 \ud83c\udfcb",
                100.0);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @AfterEach
    void whole() {
        if (broken) {
            broken = false;
            sql("drop view sample_chunk");
            sql("drop sequence reads");
            sql("alter table kept_chunk rename to sample_chunk");
        }
    }

    private static void sql(String statement) {
        server.bean(JdbcClient.class).sql(statement).update();
    }

    /** How often chunks are read for a whole recording: whether all of them are as they were written is looked at first. */
    private int readsOfAll() {
        readableFor(Integer.MAX_VALUE);
        server.get("/api/sets/" + set + "/recording");
        int reads = server.bean(JdbcClient.class)
                .sql("select next value for reads")
                .query(Integer.class)
                .single();
        whole();
        return reads;
    }

    /** Chunks are read so many times, and then not any more. */
    private void readableFor(int reads) {
        sql("alter table sample_chunk rename to kept_chunk");
        sql("create sequence reads");
        sql("create view sample_chunk as select set_id, chunk_number, sample_count,"
                + " case when next value for reads <= " + reads + " then payload"
                + " else cast(file_read('/nowhere/at/all') as bytea) end as payload from kept_chunk");
        broken = true;
    }

    @Test
    void aRecordingOfWhichNothingCanBeReadIsRefusedInWordsAlone() {
        readableFor(0);
        HttpResponse<String> refused = server.get("/api/sets/" + set + "/recording");
        assertTrue(refused.statusCode() >= 500, refused.statusCode() + " " + refused.body());
        JsonNode problem = RunningServer.parse(refused.body());
        assertEquals(refused.statusCode(), problem.get("status").asInt());
        assertFalse(refused.headers().firstValue("Content-Disposition").isPresent(), "there is no file");
    }

    @Test
    void aRecordingThatBreaksOffBreaksTheConnection() throws Exception {
        readableFor(readsOfAll() * 9 / 10);
        assertBroken("/api/sets/" + set + "/recording");
    }

    @Test
    void anArchiveThatBreaksOffBreaksTheConnection() throws Exception {
        sql("alter table set_summary rename to kept_summary");
        try {
            assertBroken("/api/account/export");
        } finally {
            sql("alter table kept_summary rename to set_summary");
        }
    }

    /** As it comes over the wire: a body that ends as if it were whole has a last chunk of no bytes. */
    private static void assertBroken(String path) throws IOException {
        try (Socket socket = new Socket("localhost", server.port())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\nCookie: JSESSIONID="
                    + server.me().session().getValue() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(read(socket.getInputStream()), StandardCharsets.ISO_8859_1);
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer.substring(0, Math.min(300, answer.length())));
            assertTrue(answer.contains("Transfer-Encoding: chunked"), "how long it will be is not known");
            assertTrue(answer.length() > 1_000, "a part has come: " + answer.length());
            assertFalse(answer.endsWith("\r\n0\r\n\r\n"), "it must not look whole");
            assertFalse(answer.contains("\"status\""), "no words amid a file");
        }
    }

    private static byte[] read(InputStream in) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        try {
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                read.write(some, 0, count);
            }
        } catch (IOException broken) {
            // that is what it should be
        }
        return read.toByteArray();
    }

    @Test
    void anAccentInTheNameOfAnExerciseStandsInTheNameOfTheFile() throws Exception {
        HttpResponse<byte[]> whole = server.send(
                HttpRequest.newBuilder(server.address("/api/sets/" + set + "/recording"))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, whole.statusCode());
        String name = whole.headers().firstValue("Content-Disposition").orElse("none");
        assertTrue(name.contains("filename*=UTF-8''d%C3%A9velopp%C3%A9"), name);
    }
}
