package org.plumbline.core.imu;

/**
 * One sensor of a stream.
 *
 * @param placement where it sits
 * @param nominalRateHz the rate it was announced with, samples per second; NaN where unknown
 * @param note free text from the recording, may be empty
 */
public record SensorDescription(SensorPlacement placement, double nominalRateHz, String note) {}
