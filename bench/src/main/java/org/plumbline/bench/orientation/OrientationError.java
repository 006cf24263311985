package org.plumbline.bench.orientation;

import org.plumbline.core.orientation.Quaternions;

/**
 * The error of an orientation, {@code estimate · conj(reference)}: a rotation in the earth frame.
 *
 * @param wxyz the rotation
 */
public record OrientationError(double[] wxyz) {

    /** The error of {@code estimate}, both sensor to earth, w x y z. */
    public static OrientationError of(double[] estimate, double[] reference) {
        double[] error = new double[4];
        Quaternions.conjugate(reference, error);
        Quaternions.multiply(estimate, error, error);
        return new OrientationError(error);
    }

    /** Angle between the two verticals, degrees. */
    public double inclinationDeg() {
        return Math.toDegrees(2 * Math.atan2(Math.hypot(wxyz[1], wxyz[2]), Math.hypot(wxyz[0], wxyz[3])));
    }

    /** Angle of the whole rotation, degrees. */
    double totalDeg() {
        double sine = Math.sqrt(wxyz[1] * wxyz[1] + wxyz[2] * wxyz[2] + wxyz[3] * wxyz[3]);
        return Math.toDegrees(2 * Math.atan2(sine, Math.abs(wxyz[0])));
    }

    /** The part about the vertical, rad, −π to π. */
    public double headingRad() {
        double heading = 2 * Math.atan2(wxyz[3], wxyz[0]);
        return Math.IEEEremainder(heading, 2 * Math.PI);
    }

    /** The error that is left when the heading is turned back by that angle, rad. */
    OrientationError withoutHeading(double offsetRad) {
        double[] aligned = new double[4];
        Quaternions.fromRotationVector(0, 0, -offsetRad, aligned);
        Quaternions.multiply(aligned, wxyz, aligned);
        return new OrientationError(aligned);
    }

    /** Angle between two unit vectors, degrees. */
    static double betweenDeg(double[] a, double[] b) {
        double x = a[1] * b[2] - a[2] * b[1];
        double y = a[2] * b[0] - a[0] * b[2];
        double z = a[0] * b[1] - a[1] * b[0];
        double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        return Math.toDegrees(Math.atan2(Math.sqrt(x * x + y * y + z * z), dot));
    }
}
