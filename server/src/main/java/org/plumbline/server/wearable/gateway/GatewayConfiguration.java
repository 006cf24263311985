package org.plumbline.server.wearable.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

/** The gateway's socket, the radio behind it, and who starts the gateway. Nothing is started here. */
@Configuration
@EnableWebSocket
class GatewayConfiguration {
    /** Where gateways connect. */
    static final String PATH = "/gateway";

    private static final String SYSTEM_BUS = "DBUS_SYSTEM_BUS_ADDRESS";
    private static final String TOKEN = "PLUMBLINE_GATEWAY_TOKEN";

    @Bean
    static GatewayHub gatewayHub() {
        return new GatewayHub();
    }

    @Bean
    static GatewayToken gatewayToken(GatewayProperties properties) {
        if (properties.gateway() == GatewayMode.CHILD) {
            return GatewayToken.random();
        }
        if (properties.gatewayTokenFile() == null) {
            return GatewayToken.of(System.getenv().getOrDefault(TOKEN, ""));
        }
        try {
            return GatewayToken.of(Files.readString(properties.gatewayTokenFile()));
        } catch (IOException unreadable) {
            throw new BeanCreationException(
                    "The gateway's token cannot be read from " + properties.gatewayTokenFile(), unreadable);
        }
    }

    @Bean
    static GatewayOrigin gatewayOrigin(
            GatewayProperties properties, GatewayToken token, GatewayHub hub, Environment environment) {
        if (!properties.isWanted()) {
            return new NoGateway(properties.word());
        }
        return properties.gateway() == GatewayMode.REMOTE
                ? new RemoteGateway(token)
                : new GatewaySupervisor(
                        () -> GatewayCommandLine.of(environment, properties.word()),
                        settings(properties, token),
                        hub::hasGateway);
    }

    private static Map<String, String> settings(GatewayProperties properties, GatewayToken token) {
        Map<String, String> settings = new HashMap<>(Map.of(TOKEN, token.secret()));
        if (properties.systemBus() != null) {
            settings.put(SYSTEM_BUS, properties.systemBus());
        }
        return settings;
    }

    @Bean
    static GatewayRadio gatewayRadio(GatewayHub hub, GatewayOrigin origin) {
        return new GatewayRadio(hub, origin);
    }

    @Bean
    static WebSocketConfigurer gatewaySocket(GatewayHub hub, GatewayToken token) {
        return registry ->
                registry.addHandler(new GatewaySocket(hub), PATH).addInterceptors(new GatewayHandshake(token, hub));
    }
}
