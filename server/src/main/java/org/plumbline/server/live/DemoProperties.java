package org.plumbline.server.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Demo mode.
 *
 * @param enabled whether the demo is offered at all
 * @param allowNetwork whether it is offered too where other machines reach this server: anybody can enter it
 * @param month whether the sample people have a month of training behind them; it takes some seconds to simulate
 * @param rest rest between two demo sets
 * @param keepSets demo sets kept in the log, the newest
 * @param seed what every demo set is simulated from, so that all are the same one; another one each time where it is not given
 */
@ConfigurationProperties("plumbline.demo")
public record DemoProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("false") boolean allowNetwork,
        @DefaultValue("true") boolean month,
        @DefaultValue("8s") Duration rest,
        @DefaultValue("20") int keepSets,
        @Nullable Long seed) {}
