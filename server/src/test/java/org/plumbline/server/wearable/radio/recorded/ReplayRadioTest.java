package org.plumbline.server.wearable.radio.recorded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.wearable.radio.RadioEvents;
import org.plumbline.server.wearable.radio.RadioSession;
import org.plumbline.server.wearable.radio.RadioState;
import org.plumbline.server.wearable.radio.recorded.RecordedEvent.Kind;

/** A recording in which a sensor vanished and the radio was lost for a moment. */
class ReplayRadioTest {
    private static final String ADDRESS = "C0:FF:EE:00:00:01";
    private static final UUID STREAM = new UUID(1, 2);
    private static final UUID OTHER = new UUID(1, 3);
    private static final UUID LABEL = new UUID(1, 4);

    private final RadioEvents events = new RadioEvents();
    private RadioSession session;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws Exception {
        List<String> lines = new ArrayList<>(List.of(RecordedLine.header("dbus")));
        for (RecordedEvent event : List.of(
                RecordedEvent.discovered(at(0), new DiscoveredDevice(ADDRESS, "TIMU-0001", -61, Set.of())),
                RecordedEvent.state(at(1000), ADDRESS, ConnectionState.CONNECTED, ""),
                RecordedEvent.value(at(1010), Kind.READ, ADDRESS, LABEL, new byte[] {1}),
                RecordedEvent.value(at(1020), Kind.READ, ADDRESS, LABEL, new byte[] {2}),
                RecordedEvent.value(at(1050), Kind.NOTIFICATION, ADDRESS, OTHER, new byte[] {3}),
                RecordedEvent.value(at(1100), Kind.NOTIFICATION, ADDRESS, STREAM, new byte[] {4}),
                RecordedEvent.state(at(1200), ADDRESS, ConnectionState.DISCONNECTED, "switched off"),
                RecordedEvent.state(at(1200), ADDRESS, ConnectionState.VANISHED, "forgotten"),
                RecordedEvent.radio(at(1300), RadioState.LOST, "pulled out"),
                RecordedEvent.radio(at(1400), RadioState.READY, ""))) {
            lines.add(RecordedLine.write(event));
        }
        Path file = folder.resolve("field.jsonl");
        Files.write(file, lines, StandardCharsets.UTF_8);
        session = new ReplayRadio(file).open(events);
    }

    private static long at(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private int connect() {
        int seen = events.discovered().size();
        session.startScan();
        events.await("discovery", () -> events.discovered().size() > seen);
        int mark = events.mark();
        session.connect(ADDRESS);
        events.awaitState(mark, ADDRESS, ConnectionState.CONNECTED);
        return mark;
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whatHappenedHappensAgainAndAScanAfterTheEndBeginsItAnew() throws Exception {
        for (int play = 1; play <= 2; play++) {
            int soFar = play;
            int mark = connect();
            get(session.subscribe(ADDRESS, OTHER));
            get(session.subscribe(ADDRESS, STREAM));
            assertTrue(events.awaitState(mark, ADDRESS, ConnectionState.DISCONNECTED)
                    .contains("switched off"));
            events.awaitState(mark, ADDRESS, ConnectionState.VANISHED);
            assertEquals(soFar, events.heard(ADDRESS, STREAM).size());
            int known = events.mark();
            session.connect(ADDRESS);
            assertTrue(events.awaitState(known, ADDRESS, ConnectionState.DISCONNECTED)
                    .contains("scan"));
            assertTrue(events.awaitRadio(mark, RadioState.LOST).contains("pulled out"));
            events.awaitRadio(mark + 1, RadioState.READY);
            awaitEnd();
        }
    }

    /** A second after the last line. */
    private void awaitEnd() {
        long end = System.nanoTime() + at(1100);
        events.await("the end of the recording", () -> System.nanoTime() - end > 0);
    }

    @Test
    void whatNobodySubscribesToHoldsTheRestUpForTwoSecondsAndIsPassedOver() throws Exception {
        connect();
        get(session.subscribe(ADDRESS, STREAM));
        long begin = System.nanoTime();
        events.await("the stream", () -> events.heard(ADDRESS, STREAM).size() == 1);
        long heldUp = System.nanoTime() - events.heard(ADDRESS, STREAM).get(0).receivedNanos();
        assertTrue(heldUp > at(1500) && heldUp < at(6000), "held up " + heldUp);
        assertTrue(events.heard(ADDRESS, STREAM).get(0).receivedNanos() - begin < at(1000), "its own stamp");
        assertEquals(0, events.heard(ADDRESS, OTHER).size());
    }

    @Test
    void readingGivesTheRecordedValuesInTurnAndThenTheLast() throws Exception {
        connect();
        assertTrue(get(session.identifiers(ADDRESS)).containsAll(Set.of(STREAM, OTHER, LABEL)));
        for (byte expected : List.of((byte) 1, (byte) 2, (byte) 2)) {
            assertArrayEquals(new byte[] {expected}, get(session.read(ADDRESS, LABEL)));
        }
        ExecutionException refused = assertThrows(ExecutionException.class, () -> get(session.read(ADDRESS, STREAM)));
        assertTrue(refused.getMessage().contains("no reading"), refused.getMessage());
    }
}
