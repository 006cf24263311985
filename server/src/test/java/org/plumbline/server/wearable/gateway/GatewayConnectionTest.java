package org.plumbline.server.wearable.gateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.WebSocketSession;

class GatewayConnectionTest {
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1000 * MILLI;

    private final WebSocketSession socket = (WebSocketSession) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {WebSocketSession.class}, (proxy, method, arguments) -> null);
    private final GatewayConnection connection = new GatewayConnection(socket, new GatewayHub());
    private long nowNanos = System.nanoTime();

    @Test
    void aGatewayThatSaysNothingForSixSecondsIsLetGo() {
        watchFor(6 * SECOND);
        assertTrue(connection.isOver());
    }

    @Test
    void aServerThatStoodStillForTenSecondsHearsItsGatewayFirst() {
        watchFor(SECOND);
        nowNanos += 10 * SECOND;
        watchFor(4 * SECOND);
        assertFalse(connection.isOver());
        watchFor(2 * SECOND);
        assertTrue(connection.isOver());
    }

    private void watchFor(long nanos) {
        for (long end = nowNanos + nanos; nowNanos < end; nowNanos += 500 * MILLI) {
            connection.watch(nowNanos);
        }
    }
}
