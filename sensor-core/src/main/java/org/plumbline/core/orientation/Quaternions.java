package org.plumbline.core.orientation;

/**
 * Unit quaternion algebra on caller-owned arrays {@code [w, x, y, z]}; nothing is allocated.
 *
 * <p>A quaternion {@code q_AB} turns the coordinates of a vector from frame B to frame A; products chain as matrices do.
 * An output array may be one of the inputs.
 */
public final class Quaternions {
    /** Below this the series of sine and cosine is exact to the last bit, rad². */
    private static final double SMALL_ANGLE_SQUARED = 1e-4;

    /** The earth's vertical in the earth frame; not to be changed. */
    static final double[] UP = {0, 0, 1};

    private Quaternions() {}

    /** {@code out = a · b}. */
    public static void multiply(double[] a, double[] b, double[] out) {
        double w = a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3];
        double x = a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2];
        double y = a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1];
        double z = a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0];
        out[0] = w;
        out[1] = x;
        out[2] = y;
        out[3] = z;
    }

    /** {@code out = conj(a) · b}: the rotation from frame B to frame A where both are given to a common frame. */
    public static void multiplyConjugated(double[] a, double[] b, double[] out) {
        double w = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
        double x = a[0] * b[1] - a[1] * b[0] - a[2] * b[3] + a[3] * b[2];
        double y = a[0] * b[2] + a[1] * b[3] - a[2] * b[0] - a[3] * b[1];
        double z = a[0] * b[3] - a[1] * b[2] + a[2] * b[1] - a[3] * b[0];
        out[0] = w;
        out[1] = x;
        out[2] = y;
        out[3] = z;
    }

    /** {@code out = conj(q)}. */
    public static void conjugate(double[] q, double[] out) {
        out[0] = q[0];
        out[1] = -q[1];
        out[2] = -q[2];
        out[3] = -q[3];
    }

    /** Scales to unit length; an array without length becomes the identity. */
    public static void normalize(double[] q) {
        double norm = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
        if (norm > 1e-12) {
            double scale = 1 / norm;
            q[0] *= scale;
            q[1] *= scale;
            q[2] *= scale;
            q[3] *= scale;
        } else {
            q[0] = 1;
            q[1] = 0;
            q[2] = 0;
            q[3] = 0;
        }
    }

    /** Turns the vector {@code v} (three values) by {@code q}. */
    public static void rotate(double[] q, double[] v, double[] out) {
        double tx = 2 * (q[2] * v[2] - q[3] * v[1]);
        double ty = 2 * (q[3] * v[0] - q[1] * v[2]);
        double tz = 2 * (q[1] * v[1] - q[2] * v[0]);
        double x = v[0] + q[0] * tx + q[2] * tz - q[3] * ty;
        double y = v[1] + q[0] * ty + q[3] * tx - q[1] * tz;
        double z = v[2] + q[0] * tz + q[1] * ty - q[2] * tx;
        out[0] = x;
        out[1] = y;
        out[2] = z;
    }

    /** The earth's vertical in the coordinates of the frame whose orientation to earth is {@code q}. */
    public static void upInFrame(double[] q, double[] out) {
        double x = 2 * (q[1] * q[3] - q[0] * q[2]);
        double y = 2 * (q[2] * q[3] + q[0] * q[1]);
        double z = 1 - 2 * (q[1] * q[1] + q[2] * q[2]);
        out[0] = x;
        out[1] = y;
        out[2] = z;
    }

    /** The rotation by the rotation vector (x, y, z), radians. */
    public static void fromRotationVector(double x, double y, double z, double[] out) {
        double squared = x * x + y * y + z * z;
        double cosine;
        double scale;
        if (squared < SMALL_ANGLE_SQUARED) {
            // the next terms are below 1e-17
            cosine = 1 - squared * (1.0 / 8 - squared * (1.0 / 384));
            scale = 0.5 - squared * (1.0 / 48 - squared * (1.0 / 3840));
        } else {
            double angle = Math.sqrt(squared);
            cosine = Math.cos(angle / 2);
            scale = Math.sin(angle / 2) / angle;
        }
        out[0] = cosine;
        out[1] = scale * x;
        out[2] = scale * y;
        out[3] = scale * z;
    }

    /** The rotation vector of {@code q}, radians, at most half a turn long. */
    public static void toRotationVector(double[] q, double[] out) {
        double sign = q[0] < 0 ? -1 : 1;
        double sine = Math.sqrt(q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
        double angle = 2 * Math.atan2(sine, sign * q[0]);
        double scale = sine < 1e-9 ? 2 * sign : sign * angle / sine;
        out[0] = scale * q[1];
        out[1] = scale * q[2];
        out[2] = scale * q[3];
    }

    /** Between {@code a} (share 0) and {@code b} (share 1), by normalised linear interpolation: the steps are a few degrees. */
    public static void interpolate(double[] a, double[] b, double share, double[] out) {
        double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
        double weightB = dot < 0 ? -share : share;
        for (int i = 0; i < 4; i++) {
            out[i] = (1 - share) * a[i] + weightB * b[i];
        }
        normalize(out);
    }

    /** The smallest rotation that turns the unit vector {@code from} onto the unit vector {@code to}. */
    public static void fromTo(double[] from, double[] to, double[] out) {
        double dot = from[0] * to[0] + from[1] * to[1] + from[2] * to[2];
        if (dot < -1 + 1e-12) {
            // half a turn: about any axis across
            double ax = Math.abs(from[0]) < 0.9 ? 0 : -from[2];
            double ay = Math.abs(from[0]) < 0.9 ? -from[2] : 0;
            double az = Math.abs(from[0]) < 0.9 ? from[1] : from[0];
            out[0] = 0;
            out[1] = ax;
            out[2] = ay;
            out[3] = az;
        } else {
            out[0] = 1 + dot;
            out[1] = from[1] * to[2] - from[2] * to[1];
            out[2] = from[2] * to[0] - from[0] * to[2];
            out[3] = from[0] * to[1] - from[1] * to[0];
        }
        normalize(out);
    }

    /** The rotation whose matrix has the three given unit vectors as its columns. */
    public static void fromColumns(double[] x, double[] y, double[] z, double[] out) {
        double trace = x[0] + y[1] + z[2];
        if (trace > 0) {
            double s = 2 * Math.sqrt(trace + 1);
            set(out, s / 4, (y[2] - z[1]) / s, (z[0] - x[2]) / s, (x[1] - y[0]) / s);
        } else if (x[0] > y[1] && x[0] > z[2]) {
            double s = 2 * Math.sqrt(1 + x[0] - y[1] - z[2]);
            set(out, (y[2] - z[1]) / s, s / 4, (y[0] + x[1]) / s, (z[0] + x[2]) / s);
        } else if (y[1] > z[2]) {
            double s = 2 * Math.sqrt(1 + y[1] - x[0] - z[2]);
            set(out, (z[0] - x[2]) / s, (y[0] + x[1]) / s, s / 4, (z[1] + y[2]) / s);
        } else {
            double s = 2 * Math.sqrt(1 + z[2] - x[0] - y[1]);
            set(out, (x[1] - y[0]) / s, (z[0] + x[2]) / s, (z[1] + y[2]) / s, s / 4);
        }
        normalize(out);
    }

    private static void set(double[] out, double w, double x, double y, double z) {
        out[0] = w;
        out[1] = x;
        out[2] = y;
        out[3] = z;
    }
}
