package org.plumbline.core.spine;

import org.plumbline.core.calibration.Calibration;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.Quaternions;

/**
 * Orientations of one or two sensors to trunk angles.
 *
 * <p>Each sensor's orientation is turned to its segment; the segments' relative rotation is taken apart as
 * {@link TrunkAngles} says. Inclinations come from gravity alone and do not drift; bend and rotation lean on the relative
 * heading, see {@link HeadingAlignment}. Every angle comes with the error to expect of it: what the sensors say of their
 * inclination, and the heading's share.
 *
 * <p>Allocates nothing after construction.
 */
public final class SpineKinematics {
    private static final double[] MEDIOLATERAL = {0, 0, 1};

    private final boolean twoSensors;
    private final boolean pelvisOnly;
    private final double[][] toSensor;
    private final double[][] segments;
    private final double[] turnedUpper = new double[4];
    private final double[] headingTurn = new double[4];
    private final double[] up = new double[3];
    private double turnedBy = Double.NaN;
    private final TrunkAngles angles = new TrunkAngles();
    private final HeadingAlignment heading;

    /**
     * @param calibration how the sensors sit; with two, 0 is the lower and 1 the upper
     * @param single placement of the sensor where there is only one; ignored with two
     */
    public SpineKinematics(Calibration calibration, SensorPlacement single) {
        this(calibration, single, new HeadingAlignment(calibration));
    }

    SpineKinematics(Calibration calibration, SensorPlacement single, HeadingAlignment heading) {
        int count = calibration.sensors().size();
        twoSensors = count == 2;
        pelvisOnly = !twoSensors && single == SensorPlacement.PELVIS;
        toSensor = new double[count][4];
        segments = new double[count][4];
        for (int i = 0; i < count; i++) {
            calibration.sensors().get(i).copyTo(toSensor[i]);
            Quaternions.conjugate(toSensor[i], toSensor[i]);
        }
        this.heading = heading;
    }

    /** Fills {@code pose} with the angles at the tick; NaN where a sensor is missing. */
    public void update(OrientationTick tick, SpinePose pose) {
        pose.timeMicros = tick.timeMicros;
        pose.lumbarFlexionDeg = Double.NaN;
        pose.lateralBendDeg = Double.NaN;
        pose.axialRotationDeg = Double.NaN;
        pose.lumbarFlexionSigmaDeg = Double.NaN;
        pose.lateralBendSigmaDeg = Double.NaN;
        pose.axialRotationSigmaDeg = Double.NaN;
        pose.pelvisLateralLeanDeg = Double.NaN;
        pose.trunkLateralLeanDeg = Double.NaN;
        pose.trunkTurnDeg = Double.NaN;
        pose.still = tick.still;
        pose.walkingShare = tick.walkingShare;
        pose.verticalForceMs2 = verticalForceMs2(tick);
        double first = tick.valid[0] ? inclinationDeg(tick, 0) : Double.NaN;
        if (!twoSensors) {
            pose.pelvisTiltDeg = pelvisOnly ? first : Double.NaN;
            pose.trunkInclinationDeg = pelvisOnly ? Double.NaN : first;
            if (tick.valid[0]) {
                pose.trunkLateralLeanDeg = lateralLeanDeg(0);
                pose.pelvisLateralLeanDeg = pelvisOnly ? pose.trunkLateralLeanDeg : Double.NaN;
                pose.trunkTurnDeg = turnDeg(0);
            }
            return;
        }
        pose.pelvisTiltDeg = first;
        pose.pelvisLateralLeanDeg = tick.valid[0] ? lateralLeanDeg(0) : Double.NaN;
        pose.trunkInclinationDeg = tick.valid[1] ? inclinationDeg(tick, 1) : Double.NaN;
        if (tick.valid[1]) {
            pose.trunkLateralLeanDeg = lateralLeanDeg(1);
            pose.trunkTurnDeg = turnDeg(1);
        }
        if (tick.valid[0] && tick.valid[1]) {
            relativeAngles(tick, pose);
        }
    }

    /** Of the lower sensor, or of the upper one while that is missing: the trunk goes up and down as a whole. */
    private static double verticalForceMs2(OrientationTick tick) {
        for (int i = 0; i < tick.sensorCount(); i++) {
            if (tick.valid[i]) {
                return tick.verticalForceMs2[i];
            }
        }
        return Double.NaN;
    }

    /** Turns the sensor's orientation to its segment, and gives the segment's inclination. */
    private double inclinationDeg(OrientationTick tick, int sensor) {
        Quaternions.multiply(tick.orientation[sensor], toSensor[sensor], segments[sensor]);
        Quaternions.upInFrame(segments[sensor], up);
        return Math.toDegrees(Math.atan2(-up[0], up[1]));
    }

    /** Lean to the side of a segment whose inclination has just been taken: how far its mediolateral axis is off level. */
    private double lateralLeanDeg(int sensor) {
        Quaternions.upInFrame(segments[sensor], up);
        return Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, -up[2]))));
    }

    /** Heading of the segment's mediolateral axis, which stays near level in all that is done standing or prone. */
    private double turnDeg(int sensor) {
        Quaternions.rotate(segments[sensor], MEDIOLATERAL, up);
        return Math.toDegrees(Math.atan2(up[1], up[0]));
    }

    private void relativeAngles(OrientationTick tick, SpinePose pose) {
        double offset = heading.offsetRad();
        if (offset != turnedBy) {
            turnedBy = offset;
            headingTurn[0] = Math.cos(offset / 2);
            headingTurn[3] = -Math.sin(offset / 2);
        }
        Quaternions.multiply(headingTurn, segments[1], turnedUpper);
        angles.set(segments[0], turnedUpper);
        pose.lumbarFlexionDeg = Math.toDegrees(angles.flexion);
        pose.lateralBendDeg = Math.toDegrees(angles.bend);
        pose.axialRotationDeg = Math.toDegrees(angles.rotation);
        heading.update(tick, angles.rotation, pose.pelvisTiltDeg, pose.trunkInclinationDeg);
        giveSigmas(tick, pose);
    }

    private void giveSigmas(OrientationTick tick, SpinePose pose) {
        // an inclination errs in two directions; an angle sees one of them
        double tilt = (square(tick.inclinationSigmaDeg[0]) + square(tick.inclinationSigmaDeg[1])) / 2;
        double headingRad = heading.sigmaRad();
        double headingDeg = Math.toDegrees(headingRad);
        // of second order where it is not of first: half the square of the heading error
        double flexion = square(headingDeg) * (square(angles.flexionPerHeading) + square(headingRad / 2));
        pose.lumbarFlexionSigmaDeg = Math.sqrt(tilt + flexion);
        pose.lateralBendSigmaDeg = Math.sqrt(tilt + square(headingDeg * angles.bendPerHeading));
        pose.axialRotationSigmaDeg = Math.sqrt(tilt + square(headingDeg * angles.rotationPerHeading));
    }

    private static double square(double value) {
        return value * value;
    }
}
