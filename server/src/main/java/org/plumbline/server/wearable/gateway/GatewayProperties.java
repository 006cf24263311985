package org.plumbline.server.wearable.gateway;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The gateway.
 *
 * @param link how wearables are reached; {@code auto}, {@code tinyb} and {@code dbus} go by the gateway
 * @param gateway whether the server starts the gateway or waits for one
 * @param systemBus address of the D-Bus system bus for the gateway, where it is not the usual one
 * @param gatewayTokenFile file with the token of a remote gateway; without it the environment variable counts
 */
@ConfigurationProperties("wearable")
record GatewayProperties(
        @DefaultValue("auto") String link,
        @DefaultValue("child") GatewayMode gateway,
        @Nullable String systemBus,
        @Nullable Path gatewayTokenFile) {
    private static final Set<String> BY_GATEWAY = Set.of("auto", "tinyb", "dbus");

    /** Whether the setting of the link needs a gateway at all. */
    boolean isWanted() {
        return BY_GATEWAY.contains(link);
    }
}
