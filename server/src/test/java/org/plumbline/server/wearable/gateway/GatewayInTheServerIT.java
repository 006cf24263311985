package org.plumbline.server.wearable.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.plumbline.server.support.RunningServer;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.RadioEvents;
import org.plumbline.server.wearable.radio.RadioSession;

/** The gateway in the whole server. */
class GatewayInTheServerIT {
    @Test
    void nothingIsStartedBeforeSomebodyNeedsTheRadioAndThenTheServersOwnProgramIs() throws Exception {
        try (RunningServer server = RunningServer.start("--plumbline.demo.enabled=false")) {
            GatewayRadio radio = server.bean(GatewayRadio.class);
            GatewaySupervisor supervisor = assertInstanceOf(GatewaySupervisor.class, server.bean(GatewayOrigin.class));
            LinkAvailability before = radio.probe();
            assertTrue(before.usable() && before.reason().contains("looked for"), before.reason());
            assertTrue(supervisor.childId().isEmpty());

            // with Bluetooth it opens, without it says why: both come from the child
            String reason = "";
            try (RadioSession opened = radio.open(new RadioEvents())) {
                opened.stopScan();
            } catch (LinkException refused) {
                reason = refused.getMessage();
            }
            assertTrue(reason.isEmpty() || reason.matches("(?s).*(Debian|plug|Linux|TinyB).*"), reason);
            assertTrue(supervisor.childId().isPresent(), "it stays and looks again");
        }
    }

    @Test
    void theSocketIsThereAndRefusesWhoHasNoToken() {
        URI address = URI.create("ws://localhost:" + RunningServer.shared().port() + "/gateway");
        ExecutionException refused = assertThrows(
                ExecutionException.class,
                () -> HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .buildAsync(address, new WebSocket.Listener() {})
                        .get(20, TimeUnit.SECONDS));
        WebSocketHandshakeException handshake = assertInstanceOf(WebSocketHandshakeException.class, refused.getCause());
        assertEquals(401, handshake.getResponse().statusCode());
    }
}
