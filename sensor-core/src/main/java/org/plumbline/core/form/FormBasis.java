package org.plumbline.core.form;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.calibration.CalibrationGrade;

/**
 * What a set is judged by.
 *
 * @param limits the limits of this person and exercise
 * @param view what the sensors see
 * @param calibration how good the calibration is: the worse of neutral pose and bending axis
 * @param neutral how good the neutral pose is, on which absolute angles rest
 * @param maxFlexionDeg the person's largest lumbar flexion, NaN where not known
 * @param baseline the person's approved repetitions, or null
 * @param tempo durations the repetitions are meant to have, or null
 * @param calibrationHolds whether the calibration still is what it was: asked as the set runs, because a sensor may slip
 */
public record FormBasis(
        FormLimits limits,
        SensorView view,
        CalibrationGrade calibration,
        CalibrationGrade neutral,
        double maxFlexionDeg,
        @Nullable FormBaseline baseline,
        @Nullable TempoTarget tempo,
        BooleanSupplier calibrationHolds) {
    /** A calibration that holds, with a neutral pose as good as the rest of it. */
    public FormBasis(
            FormLimits limits,
            SensorView view,
            CalibrationGrade calibration,
            double maxFlexionDeg,
            @Nullable FormBaseline baseline,
            @Nullable TempoTarget tempo) {
        this(limits, view, calibration, calibration, maxFlexionDeg, baseline, tempo, () -> true);
    }

    /** Two sensors, and nothing known of the person. */
    public static FormBasis of(FormLimits limits, CalibrationGrade calibration) {
        return new FormBasis(limits, SensorView.TRUNK_AND_PELVIS, calibration, Double.NaN, null, null);
    }

    /** One sensor, which says little for sure. */
    public FormBasis seenBy(SensorView other) {
        return new FormBasis(limits, other, calibration, neutral, maxFlexionDeg, baseline, tempo, calibrationHolds);
    }

    public FormBasis withBaseline(FormBaseline approved) {
        return new FormBasis(limits, view, calibration, neutral, maxFlexionDeg, approved, tempo, calibrationHolds);
    }

    public FormBasis withTempo(TempoTarget target) {
        return new FormBasis(limits, view, calibration, neutral, maxFlexionDeg, baseline, target, calibrationHolds);
    }

    public FormBasis withMaxFlexion(double degrees) {
        return new FormBasis(limits, view, calibration, neutral, degrees, baseline, tempo, calibrationHolds);
    }

    public FormBasis withNeutral(CalibrationGrade grade) {
        return new FormBasis(limits, view, calibration, grade, maxFlexionDeg, baseline, tempo, calibrationHolds);
    }

    /** Whether neutral is known well enough to say how far from it a posture is, and not only how it changes. */
    boolean knowsNeutral() {
        return neutral == CalibrationGrade.GOOD || neutral == CalibrationGrade.FAIR;
    }
}
