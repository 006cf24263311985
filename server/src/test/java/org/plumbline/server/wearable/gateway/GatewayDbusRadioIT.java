package org.plumbline.server.wearable.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plumbline.server.wearable.peer.BluezPeer;
import org.plumbline.server.wearable.radio.BluezRadioContract;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioEvents;
import org.plumbline.server.wearable.radio.RadioState;
import org.plumbline.server.wearable.radio.dbus.BluezDbusRadio;
import org.plumbline.server.wearable.radio.simulated.TimuFrames;

/**
 * The contract of radios, kept by a gateway process behind a real socket; and what happens when that process dies. Takes minutes, and
 * most of it is tried by its two halves as well: only where {@code -Dtests.left.out=none} is given.
 */
@Tag("long")
class GatewayDbusRadioIT extends BluezRadioContract {
    private final List<GatewayHouse> houses = new CopyOnWriteArrayList<>();

    @Override
    protected Optional<String> missingHere() {
        return Optional.empty();
    }

    @Override
    protected Radio radio(String busAddress, int queueCapacity) {
        GatewayHouse house = new GatewayHouse(BluezDbusRadio.KIND, busAddress, queueCapacity);
        houses.add(house);
        return house;
    }

    @AfterEach
    void closeHouses() {
        houses.forEach(GatewayHouse::close);
    }

    private GatewayHouse house() {
        return houses.get(0);
    }

    @Test
    void aKilledGatewayIsReplacedAndTheSessionGoesOn() throws Exception {
        discoverBoth();
        connect(PELVIS);
        connect(THORAX);
        startStream(PELVIS);
        events.await("frames", () -> pelvis.framesSent() >= 5);
        long killed = house().processId();
        int mark = events.mark();
        long startNanos = System.nanoTime();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        CompletableFuture<byte[]> waiting = session.read(THORAX, TimuFrames.INFO);

        events.awaitState(mark, PELVIS, ConnectionState.DISCONNECTED);
        events.awaitState(mark, THORAX, ConnectionState.DISCONNECTED);
        events.awaitRadio(mark, RadioState.LOST);
        assertRefused(waiting, "gateway");
        events.awaitRadio(mark, RadioState.READY);
        long tookMs = Duration.ofNanos(System.nanoTime() - startNanos).toMillis();

        assertTrue(tookMs < 15_000, tookMs + " ms");
        assertNotEquals(killed, house().processId());
        List<String> told = events.told().subList(mark, events.mark());
        assertEquals(4, told.size(), told.toString());
        assertTrue(told.get(2).startsWith("radio LOST"), told.toString());

        discoverAgain();
        connect(PELVIS);
        startStream(PELVIS);
        long before = pelvis.framesSent();
        int heard = events.heard(PELVIS, TimuFrames.STREAM).size();
        events.await("frames after it", () -> pelvis.framesSent() >= before + 10);
        stopStream(PELVIS);
        events.await(
                "they are heard", () -> events.heard(PELVIS, TimuFrames.STREAM).size() >= heard + 10);
    }

    @Test
    void aBusThatComesBackIsFoundAgain() throws Exception {
        discoverBoth();
        connect(PELVIS);
        long process = house().processId();
        int mark = events.mark();
        bus.kill();
        events.awaitState(mark, PELVIS, ConnectionState.DISCONNECTED);
        events.awaitRadio(mark, RadioState.LOST);
        assertFalse(house().radio().probe().usable());
        bus.revive();
        bluez = BluezPeer.on(bus, List.of(pelvis, thorax));
        events.awaitRadio(mark, RadioState.READY);

        assertEquals(process, house().processId(), "in plain Java a dead bus is no end");
        discoverAgain();
        connect(PELVIS);
    }

    @Test
    void notificationsAreStampedOnTheClockOfTheServer() throws Exception {
        discoverBoth();
        connect(PELVIS);
        startStream(PELVIS);
        events.await("frames", () -> pelvis.framesSent() >= 30);
        stopStream(PELVIS);
        assertNoFrameMissing(PELVIS, pelvis);
        for (RadioEvents.Heard frame : events.heard(PELVIS, TimuFrames.STREAM)) {
            long sentNanos = pelvis.sentNanos().get(TimuFrames.counter(frame.value()));
            long latencyMs = (frame.receivedNanos() - sentNanos) / 1_000_000;
            assertTrue(frame.receivedNanos() >= sentNanos && latencyMs < 2_000, latencyMs + " ms");
        }
    }

    @Test
    void theGatewayEndsWithTheServer() {
        ProcessHandle gateway = ProcessHandle.of(house().processId()).orElseThrow();
        house().close();
        events.await("end of the process", () -> !gateway.isAlive());
    }

    @Test
    void aSecondSessionIsRefused() {
        try {
            house().open(new RadioEvents());
        } catch (org.plumbline.server.wearable.LinkException refused) {
            assertTrue(refused.getMessage().contains("in use"), refused.getMessage());
            return;
        }
        throw new AssertionError("a second session was opened");
    }
}
