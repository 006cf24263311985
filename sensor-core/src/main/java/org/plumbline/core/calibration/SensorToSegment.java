package org.plumbline.core.calibration;

import org.plumbline.core.orientation.Quaternions;

/**
 * How a sensor sits on its body segment: the fixed rotation from the sensor's axes to the segment's.
 *
 * <p>Segment axes are the ISB's: X anterior, Y superior, Z right. Y is the vertical at neutral standing, Z the axis of
 * forward bending, turned round (bending forward is a negative turn about Z); X completes the frame. Any rotation of the
 * sensor on the body works, upside down included.
 */
public final class SensorToSegment {
    private final double[] rotation = new double[4];
    private final double axisShare;

    /**
     * @param upAtNeutral the vertical at neutral, unit vector in sensor axes
     * @param bendAxis axis of forward bending in sensor axes, right-handed about it; need not be exactly level
     * @param axisShare share of the movement's variance that lay on that axis, 0 to 1
     */
    public SensorToSegment(double[] upAtNeutral, double[] bendAxis, double axisShare) {
        this.axisShare = axisShare;
        double[] z = new double[3];
        double along = dot(bendAxis, upAtNeutral);
        for (int i = 0; i < 3; i++) {
            z[i] = -(bendAxis[i] - along * upAtNeutral[i]);
        }
        double length = Math.sqrt(dot(z, z));
        if (length < 1e-6) {
            throw new IllegalArgumentException("the axis of bending is vertical: up "
                    + java.util.Arrays.toString(upAtNeutral) + ", axis " + java.util.Arrays.toString(bendAxis));
        }
        for (int i = 0; i < 3; i++) {
            z[i] /= length;
        }
        double[] x = {
            upAtNeutral[1] * z[2] - upAtNeutral[2] * z[1],
            upAtNeutral[2] * z[0] - upAtNeutral[0] * z[2],
            upAtNeutral[0] * z[1] - upAtNeutral[1] * z[0]
        };
        Quaternions.fromColumns(x, upAtNeutral, z, rotation);
        Quaternions.conjugate(rotation, rotation);
    }

    /** The rotation itself, as {@link #copyTo} gives it. */
    SensorToSegment(double[] rotation, double axisShare) {
        System.arraycopy(rotation, 0, this.rotation, 0, 4);
        Quaternions.normalize(this.rotation);
        this.axisShare = axisShare;
    }

    /** Writes the vertical at neutral in sensor axes, a unit vector. */
    void upAtNeutral(double[] out) {
        inSensor(0, 1, 0, out);
    }

    /** The same bending axis, with another vertical at neutral, in sensor axes. */
    SensorToSegment standingAt(double[] upAtNeutral) {
        double[] bendAxis = new double[3];
        inSensor(0, 0, -1, bendAxis);
        return new SensorToSegment(upAtNeutral, bendAxis, axisShare);
    }

    private void inSensor(double x, double y, double z, double[] out) {
        double[] back = new double[4];
        Quaternions.conjugate(rotation, back);
        out[0] = x;
        out[1] = y;
        out[2] = z;
        Quaternions.rotate(back, out, out);
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /** Writes the rotation from sensor to segment axes, {@code [w, x, y, z]}. */
    public void copyTo(double[] wxyz) {
        System.arraycopy(rotation, 0, wxyz, 0, 4);
    }

    /** Share of the movement's variance that lay on the bending axis, 0 to 1: near 1 for a pure bow. */
    public double axisShare() {
        return axisShare;
    }

    /** Sagittal inclination of the segment, forward positive, rad, from the vertical in sensor axes. */
    public double sagittalInclination(double[] upInSensor) {
        double[] up = new double[3];
        Quaternions.rotate(rotation, upInSensor, up);
        return Math.atan2(-up[0], up[1]);
    }
}
