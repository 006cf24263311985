package org.plumbline.core.spine;

import org.plumbline.core.calibration.Calibration;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.orientation.OrientationTick;
import org.plumbline.core.orientation.Quaternions;

/**
 * Orientations of one or two sensors to trunk angles.
 *
 * <p>Each sensor's orientation is turned to its segment; the segments' relative rotation, lower to upper, is taken apart in
 * the ISB order Z–X′–Y″ (flexion about the lower segment's mediolateral axis, bend about the floating axis, rotation about
 * the upper segment's long axis; Wu et al. 2002). Inclinations come from gravity alone and do not drift; bend and rotation
 * lean on the relative heading, see {@link HeadingAlignment}.
 *
 * <p>Allocates nothing after construction.
 */
public final class SpineKinematics {
    private final boolean twoSensors;
    private final boolean pelvisOnly;
    private final double[][] toSegment;
    private final double[] lower = new double[4];
    private final double[] upper = new double[4];
    private final double[] relative = new double[4];
    private final double[] headingTurn = new double[4];
    private final double[] up = new double[3];
    private final HeadingAlignment heading;

    /**
     * @param calibration how the sensors sit; with two, 0 is the lower and 1 the upper
     * @param single placement of the sensor where there is only one; ignored with two
     */
    public SpineKinematics(Calibration calibration, SensorPlacement single) {
        int count = calibration.sensors().size();
        twoSensors = count == 2;
        pelvisOnly = !twoSensors && single == SensorPlacement.PELVIS;
        toSegment = new double[count][4];
        for (int i = 0; i < count; i++) {
            calibration.sensors().get(i).copyTo(toSegment[i]);
        }
        heading = new HeadingAlignment(calibration.headingOffsetRad());
    }

    /** Fills {@code pose} with the angles at the tick; NaN where a sensor is missing. */
    public void update(OrientationTick tick, SpinePose pose) {
        pose.timeMicros = tick.timeMicros;
        pose.lumbarFlexionDeg = Double.NaN;
        pose.lateralBendDeg = Double.NaN;
        pose.axialRotationDeg = Double.NaN;
        double first = tick.valid[0] ? inclinationDeg(tick, 0) : Double.NaN;
        if (!twoSensors) {
            pose.pelvisTiltDeg = pelvisOnly ? first : Double.NaN;
            pose.trunkInclinationDeg = pelvisOnly ? Double.NaN : first;
            return;
        }
        pose.pelvisTiltDeg = first;
        pose.trunkInclinationDeg = tick.valid[1] ? inclinationDeg(tick, 1) : Double.NaN;
        if (tick.valid[0] && tick.valid[1]) {
            relativeAngles(tick, pose);
        }
    }

    private double inclinationDeg(OrientationTick tick, int sensor) {
        Quaternions.upInFrame(tick.orientation[sensor], up);
        Quaternions.rotate(toSegment[sensor], up, up);
        return Math.toDegrees(Math.atan2(-up[0], up[1]));
    }

    private void relativeAngles(OrientationTick tick, SpinePose pose) {
        segment(tick, 0, lower);
        segment(tick, 1, upper);
        double offset = heading.offsetRad();
        headingTurn[0] = Math.cos(offset / 2);
        headingTurn[3] = -Math.sin(offset / 2);
        Quaternions.multiply(headingTurn, upper, upper);
        Quaternions.multiplyConjugated(lower, upper, relative);
        double w = relative[0];
        double x = relative[1];
        double y = relative[2];
        double z = relative[3];
        double r12 = 2 * (x * y - w * z);
        double r22 = 1 - 2 * (x * x + z * z);
        double r31 = 2 * (x * z - w * y);
        double r32 = 2 * (y * z + w * x);
        double r33 = 1 - 2 * (x * x + y * y);
        pose.lumbarFlexionDeg = -Math.toDegrees(Math.atan2(-r12, r22));
        pose.lateralBendDeg = Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, r32))));
        double rotation = Math.atan2(-r31, r33);
        pose.axialRotationDeg = Math.toDegrees(rotation);
        heading.update(rotation, pose.pelvisTiltDeg, pose.trunkInclinationDeg, tick.still);
    }

    /** Orientation of the segment: sensor to earth, after segment to sensor. */
    private void segment(OrientationTick tick, int sensor, double[] out) {
        Quaternions.conjugate(toSegment[sensor], out);
        Quaternions.multiply(tick.orientation[sensor], out, out);
    }
}
