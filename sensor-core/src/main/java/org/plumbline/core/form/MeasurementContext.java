package org.plumbline.core.form;

import org.plumbline.core.calibration.CalibrationGrade;

/**
 * What is known of a set when its repetitions are measured.
 *
 * @param sensors what the sensors can see
 * @param calibration how good the calibration is: the worse of neutral pose and bending axis
 * @param neutral how good the neutral pose is, on which absolute angles rest
 * @param maxFlexionDeg the person's largest lumbar flexion, degrees; NaN where not known
 * @param loadKg load, kg; NaN where not known
 * @param hold whether a repetition is a posture held, not a movement
 * @param speedTells whether how fast the trunk comes up says how fast the weight does
 */
public record MeasurementContext(
        SensorView sensors,
        CalibrationGrade calibration,
        CalibrationGrade neutral,
        double maxFlexionDeg,
        double loadKg,
        boolean hold,
        boolean speedTells) {

    boolean seesLumbarSpine() {
        return sensors == SensorView.TRUNK_AND_PELVIS;
    }

    /** Whether neutral is known well enough to say how far from it a posture is, and not only how it changes. */
    boolean knowsNeutral() {
        return neutral == CalibrationGrade.GOOD || neutral == CalibrationGrade.FAIR;
    }
}
