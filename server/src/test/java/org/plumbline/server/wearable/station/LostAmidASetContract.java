package org.plumbline.server.wearable.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
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
    private static final int REPETITIONS = 6;
    private static final int LOW_PERCENT = 11;
    private static final Duration AWAY = Duration.ofSeconds(3);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(5);

    /** A Java process must start first. */
    private static final Duration PROCESS_BACK_WITHIN = Duration.ofSeconds(12);

    /** After a hole the orientation is found again within so long. */
    private static final double SETTLED_S = 3;

    /** What this lifter's repetitions reach where nothing is lost. */
    private static final double USUAL_PEAK_DEG = 29.2;

    private static final double WITHIN_DEG = 1.5;

    /** Of five or six, one or two are missed in part, and one may be missed as a whole. */
    private static final int RIGHT = 3;

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
    void aSensorThatIsAwayForThreeSecondsComesBackWithinFive() {
        loseAmidASet(
                () -> worn.bluez.vanish(WornByBluetooth.THORAX),
                () -> worn.bluez.comeBack(WornByBluetooth.THORAX),
                AWAY,
                BACK_WITHIN);
    }

    @Test
    void aKilledGatewayCostsNoSet() {
        loseAmidASet(() -> gateway().destroyForcibly(), () -> {}, Duration.ZERO, PROCESS_BACK_WITHIN);
    }

    @Test
    void theDeathOfTheBusCostsNoSet() {
        loseAmidASet(
                () -> worn.bus.kill(),
                () -> {
                    worn.bus.revive();
                    worn.startBluez();
                },
                Duration.ZERO,
                PROCESS_BACK_WITHIN);
    }

    private void loseAmidASet(Runnable lose, Runnable giveBack, Duration away, Duration backWithin) {
        try (WatchingScreen screen = WatchingScreen.open(worn.server.port())) {
            String set = worn.startSet();
            screen.await("message", event -> event.get("message").asString().contains("pelvis is at 11 %"));
            screen.await("repetition", event -> number(event) == 1);
            lose.run();
            screen.await("message", event -> event.get("message").asString().contains("is lost"));
            Awaitility.await().pollDelay(away).until(() -> true);
            long givenBackNanos = System.nanoTime();
            giveBack.run();
            screen.await("message", event -> event.get("message").asString().contains("thorax is back"));
            worn.awaitStreaming(WornByBluetooth.PELVIS);
            double tookS = (System.nanoTime() - givenBackNanos) / 1e9;
            screen.await("repetition", event -> number(event) >= REPETITIONS - 1);
            worn.server.post("/api/live/" + set + "/stop", "");

            assertOnlyWhatWasMissedIsNotAssessed(worn.server.json("/api/sets/" + set), tookS);
            assertTrue(tookS <= backWithin.toSeconds(), "took " + tookS + " s");
        }
    }

    private static ProcessHandle gateway() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
    }

    private static int number(JsonNode event) {
        return event.get("repetition").get("number").asInt();
    }

    private void assertOnlyWhatWasMissedIsNotAssessed(JsonNode result, double tookS) {
        double fromS = Double.POSITIVE_INFINITY;
        double toS = 0;
        for (JsonNode sensor : result.get("quality").get("sensors")) {
            for (JsonNode gap : sensor.get("gaps")) {
                fromS = Math.min(fromS, gap.get(0).asDouble());
                toS = Math.max(toS, gap.get(1).asDouble());
            }
        }
        System.out.printf(
                Locale.ROOT, "%s: back after %.1f s, nothing from %.1f to %.1f s%n", radio, tookS, fromS, toS);
        int right = 0;
        for (JsonNode repetition : result.get("repetitions")) {
            double startS = repetition.get("startS").asDouble();
            double endS = repetition.get("endS").asDouble();
            JsonNode peak = repetition.get("metrics").get("lumbarFlexionPeakDeg");
            System.out.printf(Locale.ROOT, "  %.1f to %.1f s: %s%n", startS, endS, peak);
            if (startS < toS && endS > fromS) {
                assertNull(peak, repetition.toString());
            } else if (endS <= fromS || startS >= toS + SETTLED_S) {
                right++;
                assertEquals(USUAL_PEAK_DEG, peak.asDouble(), WITHIN_DEG, repetition.toString());
            }
            for (JsonNode flag : repetition.get("flags")) {
                assertTrue(flag.get("level").asInt() < 2, flag.toString());
            }
        }
        assertTrue(toS > fromS, "something was missed");
        assertTrue(right >= RIGHT, "the others are right");
    }
}
