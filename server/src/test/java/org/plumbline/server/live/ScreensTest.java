package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

class ScreensTest {
    private final LiveEncoder encoder = new LiveEncoder(new JsonMapper());
    private final LiveMeters meters = new LiveMeters(new SimpleMeterRegistry());
    private final WebSocketSession session = (WebSocketSession) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {WebSocketSession.class}, (proxy, method, arguments) -> null);

    @Test
    void noMoreScreensAreTakenThanTheServerHasRoomForUntilOneLeaves() {
        Screens screens = new Screens(encoder, meters, new LiveProperties(10, 2));
        Screen first = screen();
        assertTrue(screens.join(first, null, UUID.randomUUID(), true));
        assertTrue(screens.join(screen(), null, UUID.randomUUID(), true));
        assertFalse(screens.join(screen(), null, UUID.randomUUID(), true));
        screens.leave(first);
        assertTrue(screens.join(screen(), null, UUID.randomUUID(), true));
    }

    private Screen screen() {
        return new Screen(session, encoder, meters);
    }
}
