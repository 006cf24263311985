package org.plumbline.core.calibration;

import java.util.List;

/**
 * How the sensors of one stream sit on one person.
 *
 * @param sensors one entry a sensor, in the order of the stream
 * @param neutral how good the neutral pose is
 * @param axis how good the bending axis is, the worst of the sensors
 * @param headingOffsetRad heading of the upper sensor's segment against the lower's at neutral, in the frames of this
 *     stream; 0 with one sensor
 * @param maxFlexionDeg median peak lumbar flexion of the bows; NaN where there were none or with one sensor
 * @param setStartMicros from when on repetitions are counted
 * @param messages what is missing and what to do, in plain words
 */
public record Calibration(
        List<SensorToSegment> sensors,
        CalibrationGrade neutral,
        CalibrationGrade axis,
        double headingOffsetRad,
        double maxFlexionDeg,
        long setStartMicros,
        List<String> messages) {

    /** The worse of neutral and axis: what every angle rests on. */
    public CalibrationGrade grade() {
        return neutral.orWorse(axis);
    }
}
