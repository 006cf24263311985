package org.plumbline.server.wearable.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
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
    private static final int REPETITIONS = 20;
    private static final int LOW_PERCENT = 11;
    private static final Duration AWAY = Duration.ofSeconds(3);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(5);

    /** A Java process must start first. */
    private static final Duration PROCESS_BACK_WITHIN = Duration.ofSeconds(12);

    private static final double TIMES_THE_FIRST = 2;

    /** After a hole the orientation of somebody who goes on lifting is found again within so long. */
    private static final double SETTLED_S = 5;

    /** What this lifter's repetitions reach where nothing is lost. */
    private static final double USUAL_PEAK_DEG = 29.2;

    private static final double WITHIN_DEG = 2;

    /** One before anything was lost, and at least one after each loss. */
    private static final int RIGHT = 4;

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
        worn.pelvis.batteryPercent(LOW_PERCENT);
        worn.findPairAndPlaceBoth();
    }

    @AfterEach
    void takeOff() {
        if (worn != null) {
            worn.close();
        }
    }

    @Test
    void aSetOutlivesTheLossOfASensorOfTheGatewayAndOfTheBus() {
        try (WatchingScreen screen = WatchingScreen.open(worn.server)) {
            String set = worn.startSet();
            screen.await("message", event -> event.get("message").asString().contains("(pelvis) is at 11 %"));
            awaitRepetitions(screen, 1);

            double sensorS = lose(
                    screen,
                    () -> worn.bluez.vanish(WornByBluetooth.THORAX),
                    AWAY,
                    () -> worn.bluez.comeBack(WornByBluetooth.THORAX));
            double gatewayS = lose(screen, () -> gateway().destroyForcibly(), Duration.ZERO, () -> {});
            double busS = lose(screen, () -> worn.bus.kill(), Duration.ZERO, () -> {
                worn.bus.revive();
                worn.startBluez();
            });
            worn.server.post("/api/live/" + set + "/stop", "");

            System.out.printf(
                    Locale.ROOT,
                    "%s: back after %.1f s (sensor), %.1f s (gateway), %.1f s (bus)%n",
                    radio,
                    sensorS,
                    gatewayS,
                    busS);
            assertOnlyWhatWasMissedIsNotAssessed(worn.server.json("/api/sets/" + set));
            assertBackWithin(BACK_WITHIN, sensorS, "the sensor");
            assertBackWithin(PROCESS_BACK_WITHIN, gatewayS, "the gateway");
            assertBackWithin(PROCESS_BACK_WITHIN, busS, "the bus");
        }
    }

    /** A machine so busy that a gateway takes long to start for the first time takes longer for all of this. */
    private void assertBackWithin(Duration most, double tookS, String what) {
        double mostS = Math.max(most.toSeconds(), TIMES_THE_FIRST * worn.foundWithinS());
        assertTrue(tookS <= mostS, what + " took " + tookS + " s, more than " + mostS);
    }

    /** Loses and gives back, and lets three repetitions pass; seconds until both sensors stream again. */
    private double lose(WatchingScreen screen, Runnable lose, Duration away, Runnable giveBack) {
        int told = messages(screen, "(lowest ribs) is back");
        int lost = messages(screen, "is lost");
        lose.run();
        awaitThat(() -> messages(screen, "is lost") > lost);
        Awaitility.await().pollDelay(away).until(() -> true);
        long givenBackNanos = System.nanoTime();
        giveBack.run();
        awaitThat(() -> messages(screen, "(lowest ribs) is back") > told);
        worn.awaitStreaming(WornByBluetooth.PELVIS);
        double tookS = (System.nanoTime() - givenBackNanos) / 1e9;
        awaitRepetitions(screen, screen.events("repetition").size() + 3);
        return tookS;
    }

    private static int messages(WatchingScreen screen, String part) {
        return (int) screen.events("message").stream()
                .filter(event -> event.get("message").asString().contains(part))
                .count();
    }

    private static void awaitRepetitions(WatchingScreen screen, int count) {
        awaitThat(() -> screen.events("repetition").size() >= count);
    }

    private static void awaitThat(BooleanSupplier isSo) {
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(isSo::getAsBoolean);
    }

    private static ProcessHandle gateway() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    private void assertOnlyWhatWasMissedIsNotAssessed(JsonNode result) {
        List<JsonNode> gaps = new ArrayList<>();
        result.get("quality")
                .get("sensors")
                .forEach(sensor -> sensor.get("gaps").forEach(gaps::add));
        int right = 0;
        for (JsonNode repetition : result.get("repetitions")) {
            double startS = repetition.get("startS").asDouble();
            double endS = repetition.get("endS").asDouble();
            JsonNode peak = repetition.get("metrics").get("lumbarFlexionPeakDeg");
            boolean missed = gaps.stream()
                    .anyMatch(gap ->
                            startS < gap.get(1).asDouble() && endS > gap.get(0).asDouble());
            boolean unsettled = gaps.stream()
                    .anyMatch(gap -> startS >= gap.get(1).asDouble()
                            && startS < gap.get(1).asDouble() + SETTLED_S);
            System.out.printf(
                    Locale.ROOT, "  %.1f to %.1f s: %s%s%n", startS, endS, peak, missed ? ", missed in part" : "");
            if (missed) {
                assertNull(peak, repetition.toString());
            } else if (!unsettled) {
                right++;
                assertNotNull(peak, repetition.toString());
                assertEquals(USUAL_PEAK_DEG, peak.asDouble(), WITHIN_DEG, repetition.toString());
            }
            for (JsonNode flag : repetition.get("flags")) {
                assertTrue(flag.get("level").asInt() < 2, flag.toString());
            }
        }
        System.out.println("  gaps " + gaps);
        assertTrue(gaps.size() >= 5, "both sensors missed something twice, one once more: " + gaps);
        assertTrue(right >= RIGHT, "the others are right");
    }
}
