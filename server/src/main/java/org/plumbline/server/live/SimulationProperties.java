package org.plumbline.server.live;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The simulated lifter.
 *
 * @param speed stream seconds a second; above 1 for tests
 */
@ConfigurationProperties("plumbline.simulation")
record SimulationProperties(@DefaultValue("1") double speed) {}
