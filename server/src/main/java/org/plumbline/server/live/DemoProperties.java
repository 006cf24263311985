package org.plumbline.server.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Demo mode.
 *
 * @param enabled whether a server that has never been started begins in demo mode
 * @param rest rest between two demo sets
 * @param keepSets demo sets kept in the log, the newest
 */
@ConfigurationProperties("plumbline.demo")
record DemoProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("8s") Duration rest,
        @DefaultValue("20") int keepSets) {}
