package org.plumbline.server.wearable.gateway;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.wearable.radio.choice.WearableProperties.Link;
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
        @DefaultValue("auto") Link link,
        @DefaultValue("child") GatewayMode gateway,
        @Nullable String systemBus,
        @Nullable Path gatewayTokenFile) {
    /** Whether the setting of the link needs a gateway at all. */
    boolean isWanted() {
        return link == Link.AUTO || link == Link.TINYB || link == Link.DBUS;
    }

    /** The word of the link, as settings and the command line have it. */
    String word() {
        return link.name().toLowerCase(Locale.ROOT);
    }
}
