package org.plumbline.bench.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Somebody in the gym with a pair of sensors, who does set after set. */
final class LoadLifter {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A sample that left so long before "stop" was pressed must be in the log. */
    private static final Duration BEFORE_STOP = Duration.ofMillis(500);

    final GymPeople.Member member;
    final LoadSensor pelvis;
    final LoadSensor thorax;
    private final HttpClient http;
    private final URI server;
    private final List<PlayedSet> sets = new ArrayList<>();
    private String running = "";
    private long firstPelvis;
    private long firstThorax;

    /**
     * A set as the generator knows it: counters of the first samples sent after it was said to run, and of the last that left well
     * before it was ended.
     */
    record PlayedSet(String id, long firstPelvis, long lastPelvis, long firstThorax, long lastThorax) {}

    LoadLifter(GymPeople.Member member, LoadSensor pelvis, LoadSensor thorax, HttpClient http, URI server) {
        this.member = member;
        this.pelvis = pelvis;
        this.thorax = thorax;
        this.http = http;
        this.server = server;
    }

    /** Has the radio look for sensors. */
    void find() throws IOException, InterruptedException {
        expect(200, ask("POST", "/api/sensors/find", ""));
    }

    /** Pairs both sensors and says where they sit. */
    void putOn() throws IOException, InterruptedException {
        wear(pelvis, "pelvis");
        wear(thorax, "thorax");
    }

    private void wear(LoadSensor sensor, String placement) throws IOException, InterruptedException {
        expect(200, ask("POST", "/api/sensors/" + sensor.address, ""));
        expect(200, ask("PUT", "/api/sensors/" + sensor.address, "{\"placement\":\"" + placement + "\"}"));
    }

    boolean isStreaming() {
        return pelvis.streaming && thorax.streaming;
    }

    synchronized void start() throws IOException, InterruptedException {
        if (!running.isEmpty()) {
            return;
        }
        HttpResponse<String> started =
                ask("POST", "/api/live", "{\"source\":\"sensors\",\"exercise\":\"deadlift\",\"load\":80}");
        expect(201, started);
        String body = started.body();
        int at = body.indexOf("\"set\":\"") + 7;
        running = body.substring(at, body.indexOf('"', at));
        // of a batch that is on its way now the set may still see the end
        firstPelvis = pelvis.lastSentCounter + 1;
        firstThorax = thorax.lastSentCounter + 1;
    }

    synchronized void stop() throws IOException, InterruptedException {
        if (running.isEmpty()) {
            return;
        }
        long lastPelvis = pelvis.lastSentCounter;
        long lastThorax = thorax.lastSentCounter;
        Thread.sleep(BEFORE_STOP.toMillis());
        HttpResponse<String> stopped = ask("POST", "/api/live/" + running + "/stop", "");
        sets.add(new PlayedSet(running, firstPelvis, lastPelvis, firstThorax, lastThorax));
        running = "";
        expect(200, stopped);
    }

    private HttpResponse<String> ask(String method, String path, String json) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(server.resolve(path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + member.token())
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void expect(int status, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(answer.request().method() + " "
                    + answer.request().uri().getPath() + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    synchronized List<PlayedSet> sets() {
        return List.copyOf(sets);
    }
}
