package org.plumbline.server.wearable.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void aServerWithACertificateNobodyKnowsIsReachedByItsOwnGateway(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("server.p12");
        List<String> keytool = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=gym.example",
                "-alias",
                "server",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString());
        assertEquals(0, new ProcessBuilder(keytool).inheritIO().start().waitFor());
        try (RunningServer server = RunningServer.start(
                "--plumbline.demo.enabled=false",
                "--wearable.link=dbus",
                "--wearable.system-bus=unix:path=/nowhere",
                "--server.ssl.key-store=" + store,
                "--server.ssl.key-store-password=changeit")) {
            LinkException refused = assertThrows(
                    LinkException.class, () -> server.bean(GatewayRadio.class).open(new RadioEvents()));
            assertTrue(
                    refused.getMessage().contains("no D-Bus system bus"), "it came through: " + refused.getMessage());
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
