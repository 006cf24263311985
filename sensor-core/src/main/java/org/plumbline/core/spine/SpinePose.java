package org.plumbline.core.spine;

/**
 * The pose of the trunk at one moment, as a carrier that is filled again and again.
 *
 * <p>Angles in degrees, neutral standing removed, flexion positive forward; NaN where not assessed. With one sensor only
 * its own inclination is given, never lumbar flexion. The errors to expect are those of the sensors; what soft tissue and the
 * neutral pose add is in the limits. Copy what you keep: the carrier is good only during the call.
 */
public final class SpinePose {
    /** Time on the recording's clock, microseconds. */
    public long timeMicros;

    /** Sagittal inclination of the pelvis against gravity, forward positive. */
    public double pelvisTiltDeg = Double.NaN;

    /** Thorax against pelvis about the mediolateral axis, flexion positive. */
    public double lumbarFlexionDeg = Double.NaN;

    /** Thorax against pelvis, to the right positive. */
    public double lateralBendDeg = Double.NaN;

    /** Thorax against pelvis, to the left positive. */
    public double axialRotationDeg = Double.NaN;

    /** Sagittal inclination of the thorax (or of the one sensor there is) against gravity, forward positive. */
    public double trunkInclinationDeg = Double.NaN;

    /** Root mean square error to expect of {@link #lumbarFlexionDeg}. */
    public double lumbarFlexionSigmaDeg = Double.NaN;

    /** Root mean square error to expect of {@link #lateralBendDeg}. */
    public double lateralBendSigmaDeg = Double.NaN;

    /** Root mean square error to expect of {@link #axialRotationDeg}. */
    public double axialRotationSigmaDeg = Double.NaN;

    /** Lean of the pelvis to the side against gravity, to the right positive. */
    public double pelvisLateralLeanDeg = Double.NaN;

    /** Lean of the thorax (or of the one sensor there is) to the side against gravity, to the right positive. */
    public double trunkLateralLeanDeg = Double.NaN;

    /**
     * Turn of the thorax (or of the one sensor there is) about the vertical, to the left positive, since some time before:
     * it drifts, so that only its change over seconds means anything.
     */
    public double trunkTurnDeg = Double.NaN;

    /** Specific force along the vertical at the pelvis (or at the one sensor there is), m/s²: 9.81 at rest. */
    public double verticalForceMs2 = Double.NaN;

    /** How likely the wearer walks, 0 to 1. */
    public double walkingShare;

    /** Whether the wearer stands (sits, lies) still. */
    public boolean still;

    /** What lies between the two sensors is not assessed. */
    public void withholdRelativeAngles() {
        lumbarFlexionDeg = Double.NaN;
        lateralBendDeg = Double.NaN;
        axialRotationDeg = Double.NaN;
        lumbarFlexionSigmaDeg = Double.NaN;
        lateralBendSigmaDeg = Double.NaN;
        axialRotationSigmaDeg = Double.NaN;
    }

    /** No angle is assessed. */
    public void withholdAngles() {
        withholdRelativeAngles();
        pelvisTiltDeg = Double.NaN;
        trunkInclinationDeg = Double.NaN;
        pelvisLateralLeanDeg = Double.NaN;
        trunkLateralLeanDeg = Double.NaN;
        trunkTurnDeg = Double.NaN;
    }

    /** What lies between the two sensors may be off by so much more, degrees. */
    public void doubtRelativeAngles(double deg) {
        lumbarFlexionSigmaDeg = Math.hypot(lumbarFlexionSigmaDeg, deg);
        lateralBendSigmaDeg = Math.hypot(lateralBendSigmaDeg, deg);
        axialRotationSigmaDeg = Math.hypot(axialRotationSigmaDeg, deg);
    }

    /** Takes over every field of {@code other}. */
    public void set(SpinePose other) {
        timeMicros = other.timeMicros;
        pelvisTiltDeg = other.pelvisTiltDeg;
        lumbarFlexionDeg = other.lumbarFlexionDeg;
        lateralBendDeg = other.lateralBendDeg;
        axialRotationDeg = other.axialRotationDeg;
        trunkInclinationDeg = other.trunkInclinationDeg;
        lumbarFlexionSigmaDeg = other.lumbarFlexionSigmaDeg;
        lateralBendSigmaDeg = other.lateralBendSigmaDeg;
        axialRotationSigmaDeg = other.axialRotationSigmaDeg;
        pelvisLateralLeanDeg = other.pelvisLateralLeanDeg;
        trunkLateralLeanDeg = other.trunkLateralLeanDeg;
        trunkTurnDeg = other.trunkTurnDeg;
        verticalForceMs2 = other.verticalForceMs2;
        walkingShare = other.walkingShare;
        still = other.still;
    }
}
