package org.plumbline.server.wearable.station;

import org.jspecify.annotations.Nullable;

/**
 * How well a sensor is heard.
 *
 * @param rateHz samples of the last seconds, a second; 0 while nothing comes
 * @param samples samples since it was first connected
 * @param lostPercent of all it took, those that never came; percent
 * @param gaps how often some were missing
 * @param restarts how often its clock began anew
 * @param dropped frames of bytes that were no samples
 * @param shed samples that came and that the running set had no time for
 * @param skewPartsPerMillion this host's clock against the sensor's; null until twenty seconds were seen
 * @param delayMs how much later than the fastest most frames come, 95th percentile, ms; null before enough were seen
 * @param batteryPercent charge, or null where it does not say
 */
public record SensorSignal(
        double rateHz,
        long samples,
        double lostPercent,
        long gaps,
        long restarts,
        long dropped,
        long shed,
        @Nullable Double skewPartsPerMillion,
        @Nullable Double delayMs,
        @Nullable Integer batteryPercent) {}
