package org.plumbline.server.wearable.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.support.Installs;
import org.plumbline.server.support.WatchingScreen;
import org.plumbline.server.wearable.peer.PrivateBus;
import tools.jackson.databind.JsonNode;

/** Whatever is lost amid a set costs the repetitions it covers and nothing else: the set goes on by itself. */
abstract class LostAmidASetContract {
    private static final int REPETITIONS = 6;

    private final String radio;
    private WornByBluetooth worn;

    LostAmidASetContract(String radio) {
        this.radio = radio;
    }

    /** What must be installed besides a bus, empty where nothing is missing. */
    abstract Optional<String> missing();

    @BeforeEach
    void wear() {
        Installs.need(getClass(), PrivateBus.missing().or(this::missing));
        worn = new WornByBluetooth(radio, SimulationScript.clean(SimulationScript.DEADLIFT, REPETITIONS, 5));
        worn.findPairAndPlaceBoth();
    }

    @AfterEach
    void takeOff() {
        if (worn != null) {
            worn.close();
        }
    }

    @Test
    void aSensorThatIsAwayForThreeSecondsComesBackWithinFive() {
        try (WatchingScreen screen = WatchingScreen.open(worn.server.port())) {
            String set = worn.startSet();
            worn.pelvis.batteryPercent(11);
            screen.await("message", event -> event.get("message").asString().contains("pelvis is at 11 %"));
            awaitRepetition(screen, 1);
            worn.bluez.vanish(WornByBluetooth.THORAX);
            screen.await("message", event -> event.get("message").asString().contains("thorax is lost"));
            org.awaitility.Awaitility.await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
            long comesBackNanos = System.nanoTime();
            worn.bluez.comeBack(WornByBluetooth.THORAX);
            worn.awaitStreaming(WornByBluetooth.THORAX);
            double tookS = (System.nanoTime() - comesBackNanos) / 1e9;
            assertTrue(tookS <= 5, "took " + tookS + " s");
            assertSetIsWhole(screen, set, 1);
        }
    }

    @Test
    void aKilledGatewayCostsNoSet() {
        try (WatchingScreen screen = WatchingScreen.open(worn.server.port())) {
            String set = worn.startSet();
            awaitRepetition(screen, 1);
            gateway().destroyForcibly();
            screen.await("message", event -> event.get("message").asString().contains("is lost"));
            worn.awaitStreaming(WornByBluetooth.PELVIS);
            worn.awaitStreaming(WornByBluetooth.THORAX);
            assertSetIsWhole(screen, set, 1);
        }
    }

    @Test
    void theDeathOfTheBusCostsNoSet() {
        try (WatchingScreen screen = WatchingScreen.open(worn.server.port())) {
            String set = worn.startSet();
            awaitRepetition(screen, 1);
            worn.bus.kill();
            screen.await("message", event -> event.get("message").asString().contains("is lost"));
            worn.bus.revive();
            worn.startBluez();
            worn.awaitStreaming(WornByBluetooth.PELVIS);
            worn.awaitStreaming(WornByBluetooth.THORAX);
            assertSetIsWhole(screen, set, 1);
        }
    }

    private static ProcessHandle gateway() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitRepetition(WatchingScreen screen, int number) {
        screen.await(
                "repetition", event -> event.get("repetition").get("number").asInt() == number);
    }

    /** The first and the last repetition, which nothing was lost of, are assessed; what is between may be or not. */
    private void assertSetIsWhole(WatchingScreen screen, String set, int right) {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> worn.lifter.hasBegun() && lastEndS(screen) > 0 && isOver(screen));
        worn.server.post("/api/live/" + set + "/stop", "");
        JsonNode result = worn.server.json("/api/sets/" + set);
        List<JsonNode> repetitions = StreamSupport.stream(
                        result.get("repetitions").spliterator(), false)
                .toList();
        System.out.println(radio + ": " + repetitions.size() + " repetitions, "
                + repetitions.stream()
                        .map(one -> one.get("number").asInt() + (isAssessed(one) ? " assessed" : " not assessed"))
                        .toList());
        assertTrue(isAssessed(repetitions.get(0)), repetitions.get(0).toString());
        JsonNode last = repetitions.get(repetitions.size() - 1);
        assertTrue(isAssessed(last), last.toString());
        assertEquals(List.of(), flagsOfLevelTwo(repetitions));
    }

    private double lastEndS(WatchingScreen screen) {
        return screen.events("repetition").stream()
                .mapToDouble(event -> event.get("repetition").get("number").asInt())
                .max()
                .orElse(0);
    }

    private boolean isOver(WatchingScreen screen) {
        return screen.events("repetition").stream()
                .anyMatch(event -> event.get("repetition").get("number").asInt() >= REPETITIONS - 1);
    }

    private static boolean isAssessed(JsonNode repetition) {
        return repetition.get("metrics").has("lumbarFlexionPeakDeg");
    }

    private static List<JsonNode> flagsOfLevelTwo(List<JsonNode> repetitions) {
        return repetitions.stream()
                .flatMap(one -> StreamSupport.stream(one.get("flags").spliterator(), false))
                .filter(flag -> flag.get("level").asInt() >= 2)
                .toList();
    }
}
