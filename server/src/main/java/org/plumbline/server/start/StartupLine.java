package org.plumbline.server.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.account.FirstStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** What a started server prints: where to find it, and at first start how to make its administrator's account. */
@Component
class StartupLine {
    private static final Logger LOG = LoggerFactory.getLogger(StartupLine.class);

    private final DataDirectory directory;
    private final Environment environment;
    private final FirstStart firstStart;

    StartupLine(DataDirectory directory, Environment environment, FirstStart firstStart) {
        this.firstStart = firstStart;
        this.directory = directory;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() throws IOException {
        String address = (isSecured() ? "https://" : "http://") + host(environment.getProperty("server.address")) + ":"
                + environment.getProperty("local.server.port");
        directory.announce(address);
        LOG.debug("Data directory {}", directory.path());
        // the server's one word on standard output, for the person who started it and for scripts that wait
        System.out.println("Plumbline is running: open " + address);
        firstStart
                .link()
                .ifPresent(path -> System.out.println(
                        "No administrator yet: make your account at " + address + path + " (this link works once)"));
    }

    private boolean isSecured() {
        return Stream.of("certificate", "key-store", "bundle")
                .anyMatch(given -> environment.containsProperty("server.ssl." + given));
    }

    /** A name a browser on this machine can open. */
    private static String host(@Nullable String address) {
        if (address == null) {
            return "localhost";
        }
        try {
            InetAddress bound = InetAddress.getByName(address);
            return bound.isLoopbackAddress() || bound.isAnyLocalAddress() ? "localhost" : address;
        } catch (UnknownHostException named) {
            return address;
        }
    }
}
