package org.plumbline.server.wearable;

import org.plumbline.core.imu.SensorDescription;

/**
 * A sensor a link has found.
 *
 * @param address what the link knows it by
 * @param name what a person knows it by
 * @param description where it sits and how fast it samples
 */
public record DiscoveredSensor(String address, String name, SensorDescription description) {}
