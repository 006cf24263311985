package org.plumbline.core.calibration;

import java.util.List;

/**
 * How far a calibration can be trusted.
 *
 * @param neutral the pose of standing upright
 * @param axis the axis of bending, the worst of the sensors
 * @param maximum the person's largest flexion
 * @param swapped whether the two sensors sit in each other's place, so that no angle between them means anything
 * @param madeMicros when it was made, on the clock of the stream; before the stream where it was stored
 * @param messages what is missing and what to do, in plain words
 */
public record CalibrationReport(
        CalibrationPart neutral,
        CalibrationPart axis,
        CalibrationPart maximum,
        boolean swapped,
        long madeMicros,
        List<String> messages) {

    /** The worse of neutral and axis: what every angle rests on. Nothing rests on swapped sensors. */
    public CalibrationGrade grade() {
        return swapped ? CalibrationGrade.NONE : neutral.grade().orWorse(axis.grade());
    }
}
