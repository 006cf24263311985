package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

class ScreenTest {
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> closed = new CopyOnWriteArrayList<>();
    private final Semaphore network = new Semaphore(0);

    /** A session whose network lets a message through for every permit. */
    private final WebSocketSession session = (WebSocketSession) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {WebSocketSession.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("sendMessage")) {
                    network.acquire();
                    sent.add(((TextMessage) arguments[0]).getPayload());
                } else if (method.getName().equals("close")) {
                    closed.add("closed");
                }
                return null;
            });

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final LiveMeters meters = new LiveMeters(registry);
    private final LiveEncoder encoder = new LiveEncoder(new JsonMapper());

    @Test
    void aSlowScreenShedsPosesAndNeverEvents() {
        Screen screen = new Screen(session, encoder, meters);
        for (int i = 0; i < 300; i++) {
            screen.pose("pose " + i);
            screen.event("event " + i);
        }
        network.release(1000);

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> sent.contains("pose 299"));
        List<String> events =
                sent.stream().filter(message -> message.startsWith("event")).toList();
        assertTrue(sent.contains(encoder.slow(true)), "and it is told that it is slow");
        assertTrue(registry.counter("plumbline.poses.shed").count() > 250, "what is shed is counted");
        assertEquals(IntStream.range(0, 300).mapToObj(i -> "event " + i).toList(), events, "every event, in order");
        assertTrue(sent.size() - events.size() <= 3, "of the poses only the newest waited: " + sent.size());
        screen.close();
    }

    @Test
    void aScreenThatTakesNothingIsClosedAndCanComeBack() {
        Screen screen = new Screen(session, encoder, meters);
        for (int i = 0; i < 2000; i++) {
            screen.event("event " + i);
        }
        network.release(1);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !closed.isEmpty());
        assertTrue(sent.size() <= 1);
    }
}
