package org.plumbline.core.testing;

import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.Quaternions;
import org.plumbline.core.simulation.SimulatedWearable;

/** Samples of a perfect sensor, written by hand. */
public final class Samples {
    public static final double GRAVITY_MS2 = 9.81;

    private Samples() {}

    /** Fills the six axes for a sensor that hangs still in the air and turns at that rate (sensor axes, rad/s). */
    public static void turning(double[] sensorToEarth, double[] rate, ImuSample into) {
        double[] up = new double[3];
        Quaternions.upInFrame(sensorToEarth, up);
        into.accX = GRAVITY_MS2 * up[0];
        into.accY = GRAVITY_MS2 * up[1];
        into.accZ = GRAVITY_MS2 * up[2];
        into.gyrX = rate[0];
        into.gyrY = rate[1];
        into.gyrZ = rate[2];
    }

    /** The sample of the same moment by a sensor mounted turned: {@code turn} takes the old sensor's axes to the new one's. */
    public static ImuSample mountedTurned(ImuSample sample, double[] turn) {
        ImuSample turned = sample.copy();
        double[] vector = {sample.accX, sample.accY, sample.accZ};
        Quaternions.rotate(turn, vector, vector);
        turned.accX = vector[0];
        turned.accY = vector[1];
        turned.accZ = vector[2];
        double[] rate = {sample.gyrX, sample.gyrY, sample.gyrZ};
        Quaternions.rotate(turn, rate, rate);
        turned.gyrX = rate[0];
        turned.gyrY = rate[1];
        turned.gyrZ = rate[2];
        return turned;
    }

    /** A number that differs where any sample of the lifter does. */
    public static long fingerprint(SimulatedWearable wearable) {
        ImuSample sample = new ImuSample();
        long hash = 0;
        while (wearable.next(sample)) {
            hash = 31 * hash + sample.sensorIndex;
            hash = 31 * hash + sample.timeMicros;
            hash = 31 * hash + sample.arrivalMicros;
            hash = 31 * hash + Double.doubleToLongBits(sample.accX + 2 * sample.accY + 3 * sample.accZ);
            hash = 31 * hash + Double.doubleToLongBits(sample.gyrX + 2 * sample.gyrY + 3 * sample.gyrZ);
        }
        return hash;
    }

    /** Puts a value on one of the six axes: 0 to 2 are the specific force, 3 to 5 the angular rate. */
    public static void set(ImuSample sample, int axis, double value) {
        switch (axis) {
            case 0 -> sample.accX = value;
            case 1 -> sample.accY = value;
            case 2 -> sample.accZ = value;
            case 3 -> sample.gyrX = value;
            case 4 -> sample.gyrY = value;
            default -> sample.gyrZ = value;
        }
    }

    /** Angle between the verticals of two orientations of one sensor, degrees. */
    public static double inclinationErrorDeg(double[] estimated, double[] truth) {
        double[] difference = new double[4];
        double[] conjugate = new double[4];
        Quaternions.conjugate(truth, conjugate);
        Quaternions.multiply(estimated, conjugate, difference);
        double[] up = new double[3];
        Quaternions.upInFrame(difference, up);
        return Math.toDegrees(Math.atan2(Math.hypot(up[0], up[1]), up[2]));
    }

    /** Angle of the rotation between two orientations, degrees. */
    public static double totalErrorDeg(double[] estimated, double[] truth) {
        double[] difference = new double[4];
        Quaternions.multiplyConjugated(truth, estimated, difference);
        double[] vector = new double[3];
        Quaternions.toRotationVector(difference, vector);
        return Math.toDegrees(Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]));
    }
}
