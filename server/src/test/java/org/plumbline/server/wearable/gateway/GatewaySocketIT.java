package org.plumbline.server.wearable.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.gateway.protocol.FromGateway;
import org.plumbline.server.wearable.gateway.protocol.GatewayCodec;
import org.plumbline.server.wearable.gateway.protocol.ToGateway;
import org.plumbline.server.wearable.radio.ConnectionState;
import org.plumbline.server.wearable.radio.DiscoveredDevice;
import org.plumbline.server.wearable.radio.RadioEvents;
import org.plumbline.server.wearable.radio.RadioSession;
import org.plumbline.server.wearable.radio.RadioState;
import org.springframework.context.ConfigurableApplicationContext;

/** A gateway written from the reference page alone, good and bad, at the server's socket. */
class GatewaySocketIT {
    private static final String TOKEN = "a-token-for-this-test";
    private static final String DEVICE = "C0:FF:EE:00:00:01";
    private static final UUID CHARACTERISTIC = new UUID(1, 2);

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext server;

    private final RadioEvents events = new RadioEvents();
    private final List<Gateway> gateways = new ArrayList<>();
    private GatewayRadio radio;

    @BeforeAll
    static void startServer() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        server = GatewayHouse.context("--wearable.gateway=remote", "--wearable.gateway-token-file=" + file);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void findRadio() {
        radio = server.getBean(GatewayRadio.class);
    }

    @AfterEach
    void letGatewaysGo() {
        gateways.forEach(gateway -> gateway.socket.abort());
        awaitNoGateway();
    }

    private void awaitNoGateway() {
        events.await("no gateway", () -> !server.getBean(GatewayHub.class).hasGateway());
    }

    private static FromGateway.Hello hello() {
        return new FromGateway.Hello(GatewayCodec.VERSION, System.nanoTime() - 5_000_000_000L, "", "test 1");
    }

    private RadioSession openWith(Gateway gateway) throws LinkException {
        gateway.say(
                hello(), new FromGateway.Probe(true, "test", "a test"), new FromGateway.Radio(RadioState.READY, ""));
        return radio.open(events);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "a-token-for-this-test-and-more"})
    void aGatewayWithoutTheTokenIsRefused(String token) {
        ExecutionException refused = assertThrows(ExecutionException.class, () -> new Gateway(token));
        WebSocketHandshakeException handshake = assertInstanceOf(WebSocketHandshakeException.class, refused.getCause());
        assertEquals(401, handshake.getResponse().statusCode());
    }

    @Test
    void withoutAGatewayItSaysHowToGetOne() {
        assertFalse(radio.probe().usable());
        LinkException refused = assertThrows(LinkException.class, () -> radio.open(events));
        assertTrue(refused.getMessage().contains("No gateway is connected"), refused.getMessage());
    }

    @Test
    void aGatewayWithoutARadioSaysWhy() throws Exception {
        Gateway gateway = new Gateway(TOKEN);
        gateway.say(hello(), new FromGateway.Probe(false, "", "no adapter: plug one in"));
        LinkException refused = assertThrows(LinkException.class, () -> radio.open(events));
        assertEquals("no adapter: plug one in", refused.getMessage());
    }

    @Test
    void whatTheGatewayHearsIsToldAndWhatIsAskedIsAnswered() throws Exception {
        Gateway gateway = new Gateway(TOKEN);
        try (RadioSession session = openWith(gateway)) {
            session.startScan();
            gateway.await(ToGateway.Scan.class);
            gateway.say(new FromGateway.Discovered(new DiscoveredDevice(DEVICE, "one", -60, Set.of(CHARACTERISTIC))));
            assertEquals("one", events.awaitDiscovered(DEVICE).name());

            int mark = events.mark();
            session.connect(DEVICE);
            gateway.await(ToGateway.Connect.class);
            gateway.say(new FromGateway.State(DEVICE, ConnectionState.CONNECTED, ""));
            events.awaitState(mark, DEVICE, ConnectionState.CONNECTED);

            CompletableFuture<byte[]> read = session.read(DEVICE, CHARACTERISTIC);
            CompletableFuture<Set<UUID>> found = session.identifiers(DEVICE);
            CompletableFuture<Void> written = session.write(DEVICE, CHARACTERISTIC, new byte[] {9});
            int readNumber = gateway.await(ToGateway.Read.class).request();
            int foundNumber = gateway.await(ToGateway.AskIdentifiers.class).request();
            ToGateway.Write write = gateway.await(ToGateway.Write.class);
            assertEquals(9, write.value()[0]);
            gateway.say(
                    new FromGateway.Failed(write.request(), "not writable"),
                    new FromGateway.Identifiers(foundNumber, Set.of(CHARACTERISTIC)),
                    new FromGateway.Value(readNumber, new byte[] {42}));
            assertEquals(42, read.get(30, TimeUnit.SECONDS)[0]);
            assertEquals(Set.of(CHARACTERISTIC), found.get(30, TimeUnit.SECONDS));
            ExecutionException refused =
                    assertThrows(ExecutionException.class, () -> written.get(30, TimeUnit.SECONDS));
            assertEquals(
                    "not writable",
                    assertInstanceOf(LinkException.class, refused.getCause()).getMessage());

            gateway.say(new FromGateway.Dropped(DEVICE, 3), new FromGateway.Dropped(DEVICE, 5));
            events.await("drops", () -> session.droppedNotifications(DEVICE) == 5);
            gateway.answersRelease = true;
        }
    }

    @Test
    void theTimesOfAnotherBoxBecomeThoseOfThisOne() throws Exception {
        Gateway gateway = new Gateway(TOKEN);
        gateway.answersRelease = true;
        try (RadioSession session = openWith(gateway)) {
            events.await("clock questions", () -> gateway.clockAnswers >= 3);
            long sentNanos = System.nanoTime();
            gateway.say(
                    new FromGateway.Notification(DEVICE, CHARACTERISTIC, sentNanos - 5_000_000_000L, new byte[] {1}));
            events.await(
                    "notification", () -> !events.heard(DEVICE, CHARACTERISTIC).isEmpty());
            long offNanos = events.heard(DEVICE, CHARACTERISTIC).get(0).receivedNanos() - sentNanos;
            assertTrue(Math.abs(offNanos) < 200_000_000, offNanos / 1e6 + " ms");
        }
    }

    @Test
    void aBrokenConnectionIsALostRadioAndTheNextOneIsReady() throws Exception {
        Gateway gateway = new Gateway(TOKEN);
        try (RadioSession session = openWith(gateway)) {
            session.connect(DEVICE);
            CompletableFuture<byte[]> read = session.read(DEVICE, CHARACTERISTIC);
            gateway.await(ToGateway.Read.class);
            int mark = events.mark();
            gateway.socket.abort();
            events.awaitState(mark, DEVICE, ConnectionState.DISCONNECTED);
            events.awaitRadio(mark, RadioState.LOST);
            ExecutionException failed = assertThrows(ExecutionException.class, () -> read.get(30, TimeUnit.SECONDS));
            assertInstanceOf(LinkException.class, failed.getCause());

            awaitNoGateway();
            Gateway next = new Gateway(TOKEN);
            next.answersRelease = true;
            // the radio of the next one is not there at first
            next.say(hello(), new FromGateway.Probe(true, "test", ""), new FromGateway.Radio(RadioState.LOST, "off"));
            next.await(ToGateway.AskClock.class);
            assertRefused(session, "still lost", next);
            next.say(new FromGateway.Radio(RadioState.READY, ""));
            events.awaitRadio(mark, RadioState.READY);
            assertEquals(3, events.mark() - mark, events.told().toString());
        }
    }

    private static void assertRefused(RadioSession session, String reason, Gateway gateway) throws Exception {
        CompletableFuture<byte[]> read = session.read(DEVICE, CHARACTERISTIC);
        gateway.say(new FromGateway.Failed(gateway.await(ToGateway.Read.class).request(), reason));
        assertThrows(ExecutionException.class, () -> read.get(30, TimeUnit.SECONDS));
    }

    @Test
    void aSecondGatewayIsRefusedWhileTheFirstIsThere() throws Exception {
        Gateway first = new Gateway(TOKEN);
        first.say(hello());
        first.await(ToGateway.AskClock.class);
        ExecutionException refused = assertThrows(ExecutionException.class, () -> new Gateway(TOKEN));
        WebSocketHandshakeException handshake = assertInstanceOf(WebSocketHandshakeException.class, refused.getCause());
        assertEquals(409, handshake.getResponse().statusCode());
    }

    @Test
    void aSilentGatewayIsLetGo() throws Exception {
        Gateway gateway = new Gateway(TOKEN);
        gateway.answersClock = false;
        gateway.say(hello());
        assertTrue(gateway.closed.get(60, TimeUnit.SECONDS).contains("silent"));
        awaitNoGateway();
    }

    @Test
    void garbageIsRefusedWithTheReason() throws Exception {
        assertClosed(1002, "no message begins with 0x7F", new byte[] {0x7f, 1, 2});
        assertClosed(1002, "ends early", new byte[] {1, 0});
        assertClosed(1002, "ends early", new byte[0]);
        assertClosed(1002, "first message must be a hello", GatewayCodec.encode(new FromGateway.Done(1)));
        assertClosed(
                1002,
                "version 1 of the protocol, not 2",
                GatewayCodec.encode(new FromGateway.Hello(2, 0, "", "from the future")));
        assertClosed(1009, "", new byte[GatewayCodec.MOST_FRAME_BYTES + 1]);
        Gateway gateway = new Gateway(TOKEN);
        gateway.socket.sendText("hello", true);
        assertTrue(gateway.closed.get(30, TimeUnit.SECONDS).startsWith("1003"));
        // after all that a good one is welcome
        Gateway good = new Gateway(TOKEN);
        good.answersRelease = true;
        openWith(good).close();
    }

    @Test
    void theLongestMessageIsTaken() throws Exception {
        Gateway gateway = new Gateway(TOKEN);
        gateway.answersRelease = true;
        try (RadioSession session = openWith(gateway)) {
            CompletableFuture<Set<UUID>> found = session.identifiers(DEVICE);
            Set<UUID> many = new java.util.HashSet<>();
            for (int i = 0; i < 1024; i++) {
                many.add(new UUID(i, i));
            }
            gateway.say(new FromGateway.Identifiers(
                    gateway.await(ToGateway.AskIdentifiers.class).request(), many));
            assertEquals(many, found.get(30, TimeUnit.SECONDS));
        }
    }

    private void assertClosed(int status, String words, byte[] frame) throws Exception {
        Gateway gateway = new Gateway(TOKEN);
        gateway.socket.sendBinary(ByteBuffer.wrap(frame), true);
        String closed = gateway.closed.get(30, TimeUnit.SECONDS);
        assertTrue(closed.startsWith(status + " ") && closed.contains(words), closed);
    }

    private final class Gateway implements WebSocket.Listener {
        final CompletableFuture<String> closed = new CompletableFuture<>();
        final WebSocket socket;
        volatile boolean answersClock = true;
        volatile boolean answersRelease;
        volatile int clockAnswers;
        private final BlockingQueue<ToGateway> heard = new LinkedBlockingQueue<>();

        Gateway(String token) throws Exception {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .header("Authorization", "Bearer " + token)
                    .buildAsync(URI.create(GatewayHouse.address(server)), this)
                    .get(20, TimeUnit.SECONDS);
            gateways.add(this);
        }

        synchronized void say(FromGateway... messages) {
            for (FromGateway message : List.of(messages)) {
                socket.sendBinary(ByteBuffer.wrap(GatewayCodec.encode(message)), true)
                        .join();
            }
        }

        <T extends ToGateway> T await(Class<T> type) throws InterruptedException {
            long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (System.nanoTime() - endNanos < 0) {
                ToGateway next = heard.poll(1, TimeUnit.SECONDS);
                if (type.isInstance(next)) {
                    return type.cast(next);
                }
            }
            throw new AssertionError("the server did not send " + type);
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            try {
                ToGateway message = GatewayCodec.decodeToGateway(data);
                heard.add(message);
                if (message instanceof ToGateway.AskClock ask && answersClock) {
                    CompletableFuture.runAsync(() -> {
                        say(new FromGateway.Clock(ask.asked(), System.nanoTime() - 5_000_000_000L));
                        clockAnswers++;
                    });
                } else if (message instanceof ToGateway.Release release && answersRelease) {
                    CompletableFuture.runAsync(() -> say(new FromGateway.Done(release.request())));
                }
            } catch (IOException malformed) {
                throw new AssertionError(malformed);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed.complete(status + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.completeExceptionally(failure);
        }
    }
}
