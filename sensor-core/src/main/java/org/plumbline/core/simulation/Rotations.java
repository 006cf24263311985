package org.plumbline.core.simulation;

/**
 * Quaternion arithmetic of the simulation, w x y z, into arrays of the caller.
 *
 * <p>Kept apart from the arithmetic of the {@code orientation} room on purpose: the simulation is the referee of that
 * room and must not share its mistakes.
 */
final class Rotations {
    private Rotations() {}

    /** Rotation by an angle about the x, y or z axis (0, 1, 2). */
    static void aboutAxis(int axis, double angleRad, double[] into) {
        into[0] = Math.cos(angleRad / 2);
        into[1] = 0;
        into[2] = 0;
        into[3] = 0;
        into[1 + axis] = Math.sin(angleRad / 2);
    }

    /** Product; {@code into} may be either factor. */
    static void multiply(double[] left, double[] right, double[] into) {
        double w = left[0] * right[0] - left[1] * right[1] - left[2] * right[2] - left[3] * right[3];
        double x = left[0] * right[1] + left[1] * right[0] + left[2] * right[3] - left[3] * right[2];
        double y = left[0] * right[2] - left[1] * right[3] + left[2] * right[0] + left[3] * right[1];
        double z = left[0] * right[3] + left[1] * right[2] - left[2] * right[1] + left[3] * right[0];
        into[0] = w;
        into[1] = x;
        into[2] = y;
        into[3] = z;
    }

    /** Rotation by a rotation vector. */
    static void fromVector(double x, double y, double z, double[] into) {
        double angle = Math.sqrt(x * x + y * y + z * z);
        double scale = angle < 1e-8 ? 0.5 : Math.sin(angle / 2) / angle;
        into[0] = Math.cos(angle / 2);
        into[1] = scale * x;
        into[2] = scale * y;
        into[3] = scale * z;
    }

    /** Rotation vector that leads from one orientation to the next, in the axes of the body that turns. */
    static void vectorBetween(double[] from, double[] to, double[] into) {
        double w = from[0] * to[0] + from[1] * to[1] + from[2] * to[2] + from[3] * to[3];
        double x = from[0] * to[1] - from[1] * to[0] - from[2] * to[3] + from[3] * to[2];
        double y = from[0] * to[2] + from[1] * to[3] - from[2] * to[0] - from[3] * to[1];
        double z = from[0] * to[3] - from[1] * to[2] + from[2] * to[1] - from[3] * to[0];
        if (w < 0) {
            w = -w;
            x = -x;
            y = -y;
            z = -z;
        }
        double sine = Math.sqrt(x * x + y * y + z * z);
        double scale = sine < 1e-9 ? 2 / w : 2 * Math.atan2(sine, w) / sine;
        into[0] = scale * x;
        into[1] = scale * y;
        into[2] = scale * z;
    }

    /** The vector seen from earth: rotation applied. */
    static void rotate(double[] rotation, double x, double y, double z, double[] into) {
        apply(rotation[0], rotation[1], rotation[2], rotation[3], x, y, z, into);
    }

    /** The vector seen from the body: rotation undone. */
    static void rotateBack(double[] rotation, double x, double y, double z, double[] into) {
        apply(rotation[0], -rotation[1], -rotation[2], -rotation[3], x, y, z, into);
    }

    private static void apply(double qw, double qx, double qy, double qz, double x, double y, double z, double[] into) {
        double crossX = 2 * (qy * z - qz * y);
        double crossY = 2 * (qz * x - qx * z);
        double crossZ = 2 * (qx * y - qy * x);
        into[0] = x + qw * crossX + qy * crossZ - qz * crossY;
        into[1] = y + qw * crossY + qz * crossX - qx * crossZ;
        into[2] = z + qw * crossZ + qx * crossY - qy * crossX;
    }
}
