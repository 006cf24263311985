package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @Test
    void aSlowScreenShedsPosesAndNeverEvents() {
        Screen screen = new Screen(session);
        for (int i = 0; i < 300; i++) {
            screen.pose("pose " + i);
            screen.event("event " + i);
        }
        network.release(1000);

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> sent.contains("pose 299"));
        List<String> events =
                sent.stream().filter(message -> message.startsWith("event")).toList();
        assertEquals(IntStream.range(0, 300).mapToObj(i -> "event " + i).toList(), events, "every event, in order");
        assertTrue(sent.size() - events.size() <= 2, "of the poses only the newest waited: " + sent.size());
        screen.close();
    }

    @Test
    void aScreenThatTakesNothingIsClosedAndCanComeBack() {
        Screen screen = new Screen(session);
        for (int i = 0; i < 2000; i++) {
            screen.event("event " + i);
        }
        network.release(1);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !closed.isEmpty());
        assertTrue(sent.size() <= 1);
    }
}
