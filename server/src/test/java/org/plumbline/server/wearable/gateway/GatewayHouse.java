package org.plumbline.server.wearable.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.plumbline.server.wearable.LinkAvailability;
import org.plumbline.server.wearable.LinkException;
import org.plumbline.server.wearable.radio.Radio;
import org.plumbline.server.wearable.radio.RadioListener;
import org.plumbline.server.wearable.radio.RadioSession;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * A web server with the gateway's socket and nothing else of the house, and a real gateway process that connects to it. As a
 * radio it waits for what the gateway says before it gives its probe.
 */
public final class GatewayHouse implements Radio, AutoCloseable {
    // no @Configuration: the whole server would find it in its scan
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
            })
    @EnableConfigurationProperties(GatewayProperties.class)
    @Import(GatewayConfiguration.class)
    static class Application {}

    private final ConfigurableApplicationContext context;
    private final GatewayHub hub;
    private final GatewaySupervisor supervisor;
    private final GatewayRadio radio;

    /** A server, and a gateway that is started when it is needed. */
    public GatewayHouse(String kind, String busAddress, int queueCapacity) {
        context = context();
        hub = context.getBean(GatewayHub.class);
        String token = context.getBean(GatewayToken.class).secret();
        supervisor = new GatewaySupervisor(
                () -> GatewayCommandLine.of(address(context), kind),
                Map.of("PLUMBLINE_GATEWAY_TOKEN", token, "DBUS_SYSTEM_BUS_ADDRESS", busAddress));
        radio = new GatewayRadio(hub, supervisor, queueCapacity);
    }

    static ConfigurableApplicationContext context(String... settings) {
        List<String> arguments = new ArrayList<>(List.of("--server.port=0"));
        arguments.addAll(List.of(settings));
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.SERVLET)
                .run(arguments.toArray(new String[0]));
    }

    static String address(ConfigurableApplicationContext context) {
        return "ws://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/gateway";
    }

    /** Identity of the gateway's process. */
    public long processId() {
        return supervisor.childId().orElseThrow();
    }

    public boolean hasProcess() {
        return supervisor.childId().isPresent();
    }

    /** The gateway's own radio. */
    GatewayRadio radio() {
        return radio;
    }

    @Override
    public String kind() {
        return radio.kind();
    }

    @Override
    public LinkAvailability probe() {
        try {
            supervisor.need();
        } catch (LinkException refused) {
            return LinkAvailability.unusable(refused.getMessage());
        }
        LinkAvailability absent = LinkAvailability.unusable("The gateway is starting.");
        return Awaitility.await("word of the gateway")
                .atMost(Duration.ofSeconds(60))
                .until(() -> hub.availability(absent), said -> !said.equals(absent));
    }

    @Override
    public RadioSession open(RadioListener listener) throws LinkException {
        return radio.open(listener);
    }

    @Override
    public void close() {
        supervisor.close();
        context.close();
    }
}
