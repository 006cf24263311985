package org.plumbline.server.wearable.radio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.wearable.gateway.GatewayHouse;
import org.plumbline.server.wearable.peer.BluezPeer;
import org.plumbline.server.wearable.peer.PrivateBus;
import org.plumbline.server.wearable.peer.WatchedTimu;
import org.plumbline.server.wearable.radio.dbus.BluezDbusRadio;
import org.plumbline.server.wearable.radio.simulated.SimulatedLifter;
import org.plumbline.server.wearable.radio.simulated.TimuFrames;

/**
 * How fast and how lasting a radio is, for docs/explanation/radio.md. Not part of the build; run it with {@code mvn test -pl
 * sensor-core,server -Dtest=RadioSoak -Dsurefire.failIfNoSpecifiedTests=false -Dradio.seconds=60 -Dradio.cycles=200}.
 */
@Tag("soak")
class RadioSoak {
    private static final String PELVIS = "C0:FF:EE:00:00:01";
    private static final String THORAX = "C0:FF:EE:00:00:02";
    private static final int SECONDS = Integer.getInteger("radio.seconds", 20);
    private static final int CYCLES = Integer.getInteger("radio.cycles", 20);
    private static final int CAPACITY = ListenerQueue.USUAL_CAPACITY;
    private static final PrintStream CONSOLE =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    private final RadioEvents events = new RadioEvents();

    @ParameterizedTest
    @ValueSource(strings = {"dbus 8", "dbus 1", "gateway-dbus 8", "gateway-dbus 1", "tinyb 8", "tinyb 1"})
    void streams(String kindAndBatch) throws Exception {
        String kind = kindAndBatch.split(" ")[0];
        byte batch = Byte.parseByte(kindAndBatch.split(" ")[1]);
        with(kind, (bluez, session, pelvis, thorax) -> {
            for (WatchedTimu sensor : List.of(pelvis, thorax)) {
                connect(session, sensor);
                start(session, sensor, batch);
            }
            Awaitility.await()
                    .atMost(Duration.ofDays(1))
                    .pollDelay(Duration.ofSeconds(SECONDS))
                    .until(() -> true);
            List<Double> latenciesMs = new ArrayList<>();
            long sent = 0;
            long received = 0;
            for (WatchedTimu sensor : List.of(pelvis, thorax)) {
                session.write(sensor.address(), TimuFrames.CONTROL, new byte[] {2})
                        .get(30, TimeUnit.SECONDS);
                Map<Long, Long> sentNanos = sensor.sentNanos();
                events.await("last frame", () -> heard(sensor).size() >= sentNanos.size());
                sent += sentNanos.size();
                for (RadioEvents.Heard frame : heard(sensor)) {
                    received++;
                    long nanos = frame.receivedNanos() - sentNanos.get(TimuFrames.counter(frame.value()));
                    latenciesMs.add(nanos / 1e6);
                }
            }
            latenciesMs.sort(null);
            CONSOLE.printf(
                    Locale.ROOT,
                    "%s, %d samples a frame, %d s: sent %d, received %d; ms p50 %.2f, p95 %.2f, p99 %.2f, most %.2f%n",
                    kind,
                    batch,
                    SECONDS,
                    sent,
                    received,
                    at(latenciesMs, 0.5),
                    at(latenciesMs, 0.95),
                    at(latenciesMs, 0.99),
                    at(latenciesMs, 1));
            assertEquals(sent, received);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dbus", "gateway-dbus", "tinyb"})
    void reconnects(String kind) throws Exception {
        with(kind, (bluez, session, pelvis, thorax) -> {
            connect(session, thorax);
            start(session, thorax, (byte) 1);
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                connect(session, pelvis);
                start(session, pelvis, (byte) 1);
                long before = pelvis.framesSent();
                events.await("frames", () -> pelvis.framesSent() > before + 3);
                int mark = events.mark();
                if (cycle % 2 == 0) {
                    bluez.dropConnection(PELVIS);
                } else {
                    session.disconnect(PELVIS);
                }
                events.awaitState(mark, PELVIS, ConnectionState.DISCONNECTED);
            }
            session.write(THORAX, TimuFrames.CONTROL, new byte[] {2}).get(30, TimeUnit.SECONDS);
            events.await("last frame", () -> heard(thorax).size() >= thorax.framesSent());
            CONSOLE.printf(
                    "%s, %d reconnections of one sensor: the other sent %d frames, received %d%n",
                    kind, CYCLES, thorax.framesSent(), heard(thorax).size());
            assertEquals(thorax.framesSent(), heard(thorax).size());
        });
    }

    private interface Body {
        void run(BluezPeer bluez, RadioSession session, WatchedTimu pelvis, WatchedTimu thorax) throws Exception;
    }

    private void with(String kind, Body body) throws Exception {
        SimulationScript script = SimulationScript.clean(SimulationScript.DEADLIFT, 400, 1);
        SimulatedLifter lifter = SimulatedLifter.beginningWithStream(script, SimulatedLifter.TIMU_RATE_HZ);
        WatchedTimu pelvis = new WatchedTimu(PELVIS, "TIMU-0001", lifter.sensor(0));
        WatchedTimu thorax = new WatchedTimu(THORAX, "TIMU-0002", lifter.sensor(1));
        try (PrivateBus bus = PrivateBus.start();
                BluezPeer bluez = BluezPeer.on(bus, List.of(pelvis, thorax));
                GatewayHouse house = new GatewayHouse(kind.replace("gateway-", ""), bus.address(), CAPACITY);
                RadioSession session = radio(kind, bus, house).open(events)) {
            session.startScan();
            events.awaitDiscovered(PELVIS);
            events.awaitDiscovered(THORAX);
            body.run(bluez, session, pelvis, thorax);
        }
    }

    /** TinyB always goes by the gateway; {@code gateway-dbus} shows what the way through it costs. */
    private static Radio radio(String kind, PrivateBus bus, GatewayHouse house) {
        return kind.equals("dbus") ? new BluezDbusRadio(bus.address(), CAPACITY) : house;
    }

    private void connect(RadioSession session, WatchedTimu sensor) {
        int mark = events.mark();
        session.connect(sensor.address());
        events.awaitState(mark, sensor.address(), ConnectionState.CONNECTED);
    }

    private static void start(RadioSession session, WatchedTimu sensor, byte batch) throws Exception {
        session.subscribe(sensor.address(), TimuFrames.STREAM).get(30, TimeUnit.SECONDS);
        session.write(sensor.address(), TimuFrames.CONTROL, new byte[] {1, 0, batch, 0})
                .get(30, TimeUnit.SECONDS);
    }

    private List<RadioEvents.Heard> heard(WatchedTimu sensor) {
        return events.heard(sensor.address(), TimuFrames.STREAM);
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
    }
}
