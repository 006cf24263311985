package org.plumbline.server.wearable.station;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.wearable.peer.BluezPeer;
import org.plumbline.server.wearable.peer.PrivateBus;
import org.plumbline.server.wearable.peer.WatchedTimu;
import org.plumbline.server.wearable.radio.simulated.SimulatedLifter;
import org.plumbline.server.wearable.radio.simulated.WornSensor;
import tools.jackson.databind.JsonNode;

/**
 * The whole product with two sensors behind a BlueZ on a private bus: the server, its gateway as a process of its own with a real
 * radio, and a simulated lifter who stands until told to begin.
 */
public final class WornByBluetooth implements AutoCloseable {
    static final String PELVIS = "C0:FF:EE:00:00:01";
    static final String THORAX = "C0:FF:EE:00:00:02";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final PrivateBus bus = PrivateBus.start();
    public final SimulatedLifter lifter;
    private final WornSensor upper;
    final WatchedTimu pelvis;
    final WatchedTimu thorax;
    public final RunningServer server;
    BluezPeer bluez;
    private double foundWithinS;

    public WornByBluetooth(String radio, SimulationScript script) {
        lifter = SimulatedLifter.standing(script, SimulatedLifter.TIMU_RATE_HZ);
        upper = lifter.sensor(1);
        pelvis = new WatchedTimu(PELVIS, "TIMU-0001", lifter.sensor(0));
        thorax = new WatchedTimu(THORAX, "TIMU-0002", upper);
        bluez = BluezPeer.on(bus, List.of(pelvis, thorax));
        server = RunningServer.start(
                "--plumbline.demo.enabled=false", "--wearable.link=" + radio, "--wearable.system-bus=" + bus.address());
    }

    /** The lifter taps the upper sensor twice. */
    public void tapUpper() {
        upper.tap();
    }

    /** A new BlueZ on the same bus. */
    void startBluez() {
        bluez = BluezPeer.on(bus, List.of(pelvis, thorax));
    }

    void findPairAndPlaceBoth() {
        long beginNanos = System.nanoTime();
        server.post("/api/sensors/find", "");
        awaitStatus(status -> status.get("found").size() >= 2);
        foundWithinS = (System.nanoTime() - beginNanos) / 1e9;
        wear(PELVIS, "pelvis");
        wear(THORAX, "thorax");
        awaitStreaming(PELVIS);
        awaitStreaming(THORAX);
    }

    /** How long it took to start a gateway and to hear both sensors, on this machine as busy as it is. */
    double foundWithinS() {
        return foundWithinS;
    }

    private void wear(String address, String placement) {
        assertEquals(200, server.post("/api/sensors/" + address, "").statusCode());
        HttpResponse<String> placed = server.send(HttpRequest.newBuilder(server.address("/api/sensors/" + address))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"placement\":\"" + placement + "\"}"))
                .build());
        assertEquals(200, placed.statusCode(), placed.body());
    }

    void awaitStreaming(String address) {
        awaitStatus(status -> sensor(status, address).get("state").asString().equals("streaming"));
    }

    JsonNode awaitStatus(Predicate<JsonNode> isSo) {
        return Awaitility.await().atMost(PATIENCE).until(() -> server.json("/api/sensors"), isSo);
    }

    static JsonNode sensor(JsonNode status, String address) {
        for (JsonNode sensor : status.get("sensors")) {
            if (sensor.get("address").asString().equals(address)) {
                return sensor;
            }
        }
        throw new AssertionError(address + " is not among the sensors: " + status);
    }

    /** Starts a set of deadlifts; the lifter begins with it. */
    String startSet() {
        HttpResponse<String> started = server.post("/api/live", "{\"source\":\"sensors\",\"exercise\":\"deadlift\"}");
        assertEquals(201, started.statusCode(), started.body());
        lifter.begin();
        return RunningServer.parse(started.body()).get("set").asString();
    }

    @Override
    public void close() {
        server.close();
        bluez.close();
        bus.close();
    }
}
