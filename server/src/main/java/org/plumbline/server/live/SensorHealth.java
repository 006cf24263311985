package org.plumbline.server.live;

/**
 * How well a sensor is heard.
 *
 * @param placement where it sits
 * @param rateHz samples a second of stream time, over the last seconds
 * @param gaps gaps so far
 * @param silent whether nothing has come from it for a while
 */
public record SensorHealth(String placement, double rateHz, int gaps, boolean silent) {}
