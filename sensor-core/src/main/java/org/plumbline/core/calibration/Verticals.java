package org.plumbline.core.calibration;

/** Angles between directions in the axes of one sensor. */
final class Verticals {
    private Verticals() {}

    /** Angle between two directions, degrees; also where they are nearly the same. */
    static double angleDeg(double[] a, double[] b) {
        double x = a[1] * b[2] - a[2] * b[1];
        double y = a[2] * b[0] - a[0] * b[2];
        double z = a[0] * b[1] - a[1] * b[0];
        double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
        return Math.toDegrees(Math.atan2(Math.sqrt(x * x + y * y + z * z), dot));
    }
}
