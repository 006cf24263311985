package org.plumbline.server.wearable.radio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.server.support.Installs;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.peer.WatchedTimu;
import org.plumbline.server.wearable.radio.simulated.Peripheral;
import org.plumbline.server.wearable.radio.simulated.SimulatedLifter;
import org.plumbline.server.wearable.radio.simulated.TimuFrames;

/** What every radio does, tried with two simulated sensors at 104 Hz. */
public abstract class RadioContract {
    protected static final String PELVIS = "C0:FF:EE:00:00:01";
    protected static final String THORAX = "C0:FF:EE:00:00:02";
    protected static final int SMALL_QUEUE = 64;
    private static final int FRAMES_OF_FOUR = 4;

    protected final RadioEvents events = new RadioEvents();
    protected WatchedTimu pelvis;
    protected WatchedTimu thorax;
    protected RadioWorld world;
    protected RadioSession session;

    /** What must be installed, empty where nothing is missing. */
    protected abstract Optional<String> missing();

    /** A world with the radio under test and these devices. */
    protected abstract RadioWorld world(List<Peripheral> devices);

    @BeforeEach
    void openRadio() throws LinkException {
        Installs.need(getClass(), missing());
        SimulationScript script = SimulationScript.clean(SimulationScript.DEADLIFT, 100, 1);
        SimulatedLifter lifter = SimulatedLifter.beginningWithStream(script, SimulatedLifter.TIMU_RATE_HZ);
        pelvis = new WatchedTimu(PELVIS, "TIMU-0001", lifter.sensor(0));
        thorax = new WatchedTimu(THORAX, "TIMU-0002", lifter.sensor(1));
        world = world(List.of(pelvis, thorax));
        session = world.radio(SMALL_QUEUE).open(events);
    }

    @AfterEach
    void closeRadio() {
        // the session first: where a bus dies, a process with TinyB dies with it
        if (session != null) {
            session.close();
        }
        if (world != null) {
            world.close();
        }
    }

    @Test
    void aScanTellsNameSignalAndServicesOfWhatIsHeard() {
        session.startScan();
        DiscoveredDevice device = events.awaitDiscovered(PELVIS);
        events.awaitDiscovered(THORAX);
        session.stopScan();

        assertEquals("TIMU-0001", device.name());
        assertEquals(-58, device.rssiDbm());
        assertEquals(Set.of(TimuFrames.SERVICE), device.serviceUuids());
    }

    @Test
    void everyFrameOfTwoSensorsArrivesInOrder() throws Exception {
        discoverBoth();
        connect(PELVIS);
        connect(THORAX);
        startStream(PELVIS);
        startStream(THORAX);
        events.await("six seconds of frames", () -> pelvis.framesSent() >= 150 && thorax.framesSent() >= 150);
        stopStream(PELVIS);
        stopStream(THORAX);

        assertNoFrameMissing(PELVIS, pelvis);
        assertNoFrameMissing(THORAX, thorax);
        assertEquals(0, session.droppedNotifications(PELVIS) + session.droppedNotifications(THORAX));
    }

    @Test
    void aFrameLostOnTheDeviceIsAGapInTheCounterAndNothingElse() throws Exception {
        discoverBoth();
        connect(PELVIS);
        startStream(PELVIS);
        events.await("frames", () -> pelvis.framesSent() >= 5);
        pelvis.loseNextFrame();
        events.await("more frames", () -> pelvis.framesSent() >= 12);
        stopStream(PELVIS);

        List<RadioEvents.Heard> frames = events.heard(PELVIS, TimuFrames.STREAM);
        long gaps = 0;
        for (int i = 1; i < frames.size(); i++) {
            long step = TimuFrames.counter(frames.get(i).value())
                    - TimuFrames.counter(frames.get(i - 1).value());
            assertTrue(step == FRAMES_OF_FOUR || step == 2 * FRAMES_OF_FOUR, "step of " + step);
            gaps += step == FRAMES_OF_FOUR ? 0 : 1;
        }
        assertEquals(1, gaps);
    }

    @Test
    void whatIsWrittenIsReadBack() throws Exception {
        discoverBoth();
        connect(THORAX);
        byte[] label = "lowest ribs".getBytes(StandardCharsets.UTF_8);
        get(session.write(THORAX, TimuFrames.LABEL, label));

        assertArrayEquals(label, get(session.read(THORAX, TimuFrames.LABEL)));
        assertEquals(34 - 4, get(session.read(THORAX, TimuFrames.INFO)).length, "one rate only");
    }

    @Test
    void aConnectedDeviceSaysWhichServicesAndCharacteristicsItHas() throws Exception {
        assertRefused(session.identifiers(PELVIS), "not connected");
        discoverBoth();
        connect(PELVIS);

        Set<UUID> identifiers = get(session.identifiers(PELVIS));
        assertTrue(identifiers.contains(TimuFrames.SERVICE), identifiers.toString());
        assertTrue(identifiers.contains(TimuFrames.CONTROL), identifiers.toString());
    }

    @Test
    void aControlPointAnswersByNotification() throws Exception {
        discoverBoth();
        connect(PELVIS);
        get(session.subscribe(PELVIS, TimuFrames.CONTROL));
        get(session.write(PELVIS, TimuFrames.CONTROL, new byte[] {4}));
        events.await("answer", () -> events.heard(PELVIS, TimuFrames.CONTROL).size() == 1);

        byte[] answer = events.heard(PELVIS, TimuFrames.CONTROL).get(0).value();
        assertArrayEquals(new byte[] {(byte) 0x84, 1}, answer, "bad operation");
    }

    @Test
    void whatCannotBeReadIsRefusedWithTheReason() {
        assertRefused(session.read(PELVIS, TimuFrames.LABEL), "not connected");
        discoverBoth();
        connect(PELVIS);
        assertRefused(session.read(PELVIS, new UUID(1, 2)), "no characteristic");
    }

    @Test
    void aDeviceThatWasNeverHeardIsToldAsNotConnected() {
        int mark = events.mark();
        session.connect("C0:FF:EE:00:00:99");
        String told = events.awaitState(mark, "C0:FF:EE:00:00:99", ConnectionState.DISCONNECTED);
        assertTrue(told.contains("scan"), told);
    }

    @Test
    void aDisconnectionIsToldOnceAndStreamsEndWithIt() throws Exception {
        discoverBoth();
        connect(PELVIS);
        startStream(PELVIS);
        events.await("frames", () -> pelvis.framesSent() >= 5);
        int mark = events.mark();
        session.disconnect(PELVIS);
        events.awaitState(mark, PELVIS, ConnectionState.DISCONNECTED);
        int heard = events.heard(PELVIS, TimuFrames.STREAM).size();

        assertRefused(session.read(PELVIS, TimuFrames.LABEL), "not connected");
        Awaitility.await().pollDelay(Duration.ofMillis(700)).until(() -> true);
        assertEquals(heard, events.heard(PELVIS, TimuFrames.STREAM).size());
        assertEquals(1, lines(mark, PELVIS + " DISCONNECTED"));
    }

    @Test
    void aConnectionAskedForRightAfterADisconnectionIsMade() throws Exception {
        discoverBoth();
        connect(PELVIS);
        int mark = events.mark();
        session.disconnect(PELVIS);
        session.connect(PELVIS);
        events.awaitState(mark, PELVIS, ConnectionState.DISCONNECTED);
        events.awaitState(mark, PELVIS, ConnectionState.CONNECTED);
        startStream(PELVIS);
        events.await("frames", () -> pelvis.framesSent() >= 10);
        stopStream(PELVIS);
        assertNoFrameMissing(PELVIS, pelvis);
    }

    @Test
    void aDroppedConnectionIsToldAndCanBeMadeAgain() throws Exception {
        discoverBoth();
        connect(PELVIS);
        connect(THORAX);
        startStream(PELVIS);
        startStream(THORAX);
        for (int round = 1; round <= 3; round++) {
            long before = pelvis.framesSent();
            events.await("frames", () -> pelvis.framesSent() >= before + 5);
            int mark = events.mark();
            world.dropConnection(PELVIS);
            events.awaitState(mark, PELVIS, ConnectionState.DISCONNECTED);
            connect(PELVIS);
            startStream(PELVIS);
        }
        long last = pelvis.framesSent();
        events.await("frames after it", () -> pelvis.framesSent() >= last + 10);
        stopStream(PELVIS);
        stopStream(THORAX);

        assertNoFrameMissing(PELVIS, pelvis);
        assertNoFrameMissing(THORAX, thorax);
    }

    @Test
    void aVanishedDeviceIsToldAndComesBackByAScan() throws Exception {
        discoverBoth();
        connect(PELVIS);
        startStream(PELVIS);
        int mark = events.mark();
        world.vanish(PELVIS);
        events.awaitState(mark, PELVIS, ConnectionState.DISCONNECTED);
        events.awaitState(mark, PELVIS, ConnectionState.VANISHED);

        world.comeBack(PELVIS);
        int seen = events.discovered().size();
        session.startScan();
        events.await(
                "heard again",
                () -> events.discovered().stream()
                        .skip(seen)
                        .anyMatch(one -> one.address().equals(PELVIS)));
        connect(PELVIS);
        startStream(PELVIS);
        long before = pelvis.framesSent();
        events.await("frames after it", () -> pelvis.framesSent() >= before + 10);
        stopStream(PELVIS);
        assertNoFrameMissing(PELVIS, pelvis);
    }

    @Test
    void aSlowConnectionIsWaitedFor() {
        world.connectsSlowly(PELVIS, Duration.ofSeconds(3));
        discoverBoth();
        long start = System.nanoTime();
        connect(PELVIS);
        assertTrue(System.nanoTime() - start >= TimeUnit.SECONDS.toNanos(3));
    }

    @Test
    void aRestartOfTheServiceIsToldAndSurvived() throws Exception {
        discoverBoth();
        connect(PELVIS);
        startStream(PELVIS);
        events.await("frames", () -> pelvis.framesSent() >= 5);
        int mark = events.mark();
        world.stopRadio();
        events.awaitState(mark, PELVIS, ConnectionState.DISCONNECTED);
        events.awaitRadio(mark, RadioState.LOST);
        world.startRadio();
        events.awaitRadio(mark, RadioState.READY);

        int seen = events.discovered().size();
        session.startScan();
        events.await(
                "heard again",
                () -> events.discovered().stream()
                        .skip(seen)
                        .anyMatch(one -> one.address().equals(PELVIS)));
        connect(PELVIS);
        startStream(PELVIS);
        long before = pelvis.framesSent();
        events.await("frames after it", () -> pelvis.framesSent() >= before + 10);
        stopStream(PELVIS);
        assertNoFrameMissing(PELVIS, pelvis);
    }

    @Test
    void aSlowListenerLosesNotificationsThatAreCountedAndHoldsNothingUp() throws Exception {
        discoverBoth();
        connect(PELVIS);
        connect(THORAX);
        get(session.subscribe(PELVIS, TimuFrames.TIME_SYNC));
        int burst = 2000;
        events.hold();
        pelvis.burst(burst);
        // the radio goes on meanwhile: it reads, and takes all that comes
        assertEquals(30, get(session.read(THORAX, TimuFrames.INFO)).length);
        events.await("drops", () -> session.droppedNotifications(PELVIS) >= burst - SMALL_QUEUE - 1);
        events.release();
        long dropped = session.droppedNotifications(PELVIS);
        events.await(
                "all that was not dropped",
                () -> events.heard(PELVIS, TimuFrames.TIME_SYNC).size() + dropped == burst);

        assertTrue(events.heard(PELVIS, TimuFrames.TIME_SYNC).size() >= SMALL_QUEUE);
        assertEquals(0, session.droppedNotifications(THORAX));
    }

    @Test
    void aClosedRadioTellsNoMoreAndLetsGoOfItsDevices() throws Exception {
        discoverBoth();
        connect(PELVIS);
        startStream(PELVIS);
        session.close();
        session.close();
        events.await("the sensor is let go", () -> !pelvis.isConnected());
        int told = events.mark();
        session.startScan();
        Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        assertEquals(told, events.mark());
    }

    protected void discoverBoth() {
        session.startScan();
        events.awaitDiscovered(PELVIS);
        events.awaitDiscovered(THORAX);
    }

    protected void discoverAgain() {
        int seen = events.discovered().size();
        session.startScan();
        events.await(
                "heard again",
                () -> events.discovered().stream()
                        .skip(seen)
                        .anyMatch(one -> one.address().equals(PELVIS)));
    }

    protected void connect(String address) {
        int mark = events.mark();
        session.connect(address);
        events.awaitState(mark, address, ConnectionState.CONNECTING);
        events.awaitState(mark, address, ConnectionState.CONNECTED);
    }

    protected void startStream(String address) throws Exception {
        get(session.subscribe(address, TimuFrames.STREAM));
        get(session.write(address, TimuFrames.CONTROL, new byte[] {1, 0, FRAMES_OF_FOUR, 0}));
    }

    protected void stopStream(String address) throws Exception {
        get(session.write(address, TimuFrames.CONTROL, new byte[] {2}));
    }

    /** All frames the sensor sent, and no other, in their order. */
    protected void assertNoFrameMissing(String address, WatchedTimu sensor) {
        List<Long> sent = sensor.sentNanos().keySet().stream().sorted().toList();
        events.await(
                "the last frame", () -> events.heard(address, TimuFrames.STREAM).size() >= sent.size());
        List<Long> heard = events.heard(address, TimuFrames.STREAM).stream()
                .map(one -> TimuFrames.counter(one.value()))
                .toList();
        assertEquals(sent, heard);
    }

    protected static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    protected static void assertRefused(CompletableFuture<?> future, String words) {
        ExecutionException refused = assertThrows(ExecutionException.class, () -> future.get(30, TimeUnit.SECONDS));
        assertTrue(refused.getCause() instanceof LinkException, String.valueOf(refused.getCause()));
        assertTrue(
                refused.getCause().getMessage().contains(words),
                refused.getCause().getMessage());
    }

    private long lines(int mark, String start) {
        return events.told().stream()
                .skip(mark)
                .filter(line -> line.startsWith(start))
                .count();
    }
}
