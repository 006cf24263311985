package org.plumbline.core.testing;

import java.util.Random;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.Quaternions;

/**
 * A sensor that turns every way and is pushed to and fro, and goes nowhere in the long run. Its samples are means over the
 * interval before them, to rounding, at whatever times they are asked for; the gyroscope may have a bias, and a scale and
 * misalignment.
 */
public final class MovingSensor {
    private static final int WAVES = 3;

    private final double[][] angleAmplitude = new double[3][WAVES];
    private final double[][] angleRate = new double[3][WAVES];
    private final double[][] anglePhase = new double[3][WAVES];
    private final double[][] pushAmplitude = new double[3][WAVES];
    private final double[][] pushRate = new double[3][WAVES];
    private final double[][] pushPhase = new double[3][WAVES];
    private final double[] mounting;
    private final double[] before = new double[4];
    private final double[] after = new double[4];
    private final double[] midway = new double[4];
    private final double[] difference = new double[4];
    private final double[] vector = new double[3];
    private double[] bias = new double[3];
    private double[] matrix = new double[9];

    /** Turns by up to about 60° and 100°/s about each axis, accelerates by up to 2 m/s². */
    public MovingSensor(long seed) {
        Random random = new Random(seed);
        mounting = RandomRotations.quaternion(random);
        for (int axis = 0; axis < 3; axis++) {
            for (int wave = 0; wave < WAVES; wave++) {
                angleAmplitude[axis][wave] = Math.toRadians(8 + 12 * random.nextDouble());
                angleRate[axis][wave] = 2 * Math.PI * (0.1 + 0.6 * random.nextDouble());
                anglePhase[axis][wave] = 2 * Math.PI * random.nextDouble();
                pushAmplitude[axis][wave] = 0.2 + 0.5 * random.nextDouble();
                pushRate[axis][wave] = 2 * Math.PI * (0.3 + random.nextDouble());
                pushPhase[axis][wave] = 2 * Math.PI * random.nextDouble();
            }
        }
    }

    /** The gyroscope reads that on top of what is true, once its matrix has been undone, rad/s. */
    public MovingSensor withBias(double x, double y, double z) {
        bias = new double[] {x, y, z};
        return this;
    }

    /** The unit matrix and this, row by row, take what the gyroscope reads to what is true. */
    public MovingSensor withMatrix(double... rowByRow) {
        matrix = rowByRow.clone();
        return this;
    }

    /** Each element of the matrix is drawn with that standard deviation. */
    public MovingSensor withRandomMatrix(double sigma, Random random) {
        for (int i = 0; i < 9; i++) {
            matrix[i] = sigma * random.nextGaussian();
        }
        return this;
    }

    public double[] bias() {
        return bias.clone();
    }

    public double[] matrix() {
        return matrix.clone();
    }

    /** Where the sensor's axes point, to earth. */
    public void orientationAt(double timeS, double[] wxyz) {
        double[] turn = new double[4];
        System.arraycopy(mounting, 0, wxyz, 0, 4);
        for (int axis = 0; axis < 3; axis++) {
            double angle = 0;
            for (int wave = 0; wave < WAVES; wave++) {
                angle += angleAmplitude[axis][wave] * Math.sin(angleRate[axis][wave] * timeS + anglePhase[axis][wave]);
            }
            Quaternions.fromRotationVector(axis == 0 ? angle : 0, axis == 1 ? angle : 0, axis == 2 ? angle : 0, turn);
            Quaternions.multiply(wxyz, turn, wxyz);
        }
    }

    /** Fills in what the sensor measured from one time to the other. */
    public void measure(double fromS, double toS, ImuSample into) {
        orientationAt(fromS, before);
        orientationAt(toS, after);
        orientationAt(0.5 * (fromS + toS), midway);
        Quaternions.multiplyConjugated(before, after, difference);
        Quaternions.toRotationVector(difference, vector);
        for (int i = 0; i < 3; i++) {
            vector[i] = vector[i] / (toS - fromS) + bias[i];
        }
        undoMatrix(vector);
        into.gyrX = vector[0];
        into.gyrY = vector[1];
        into.gyrZ = vector[2];
        for (int axis = 0; axis < 3; axis++) {
            vector[axis] = axis == 2 ? Samples.GRAVITY_MS2 : 0;
            for (int wave = 0; wave < WAVES; wave++) {
                vector[axis] += pushAmplitude[axis][wave]
                        * Math.sin(pushRate[axis][wave] * 0.5 * (fromS + toS) + pushPhase[axis][wave]);
            }
        }
        double[] inverse = new double[4];
        Quaternions.conjugate(midway, inverse);
        Quaternions.rotate(inverse, vector, vector);
        into.accX = vector[0];
        into.accY = vector[1];
        into.accZ = vector[2];
        into.timeMicros = Math.round(toS * 1e6);
    }

    /** The matrix is small: a few rounds of g = w - M·g are exact to rounding. */
    private void undoMatrix(double[] rate) {
        double[] read = rate.clone();
        for (int round = 0; round < 8; round++) {
            double x = rate[0] - matrix[0] * read[0] - matrix[1] * read[1] - matrix[2] * read[2];
            double y = rate[1] - matrix[3] * read[0] - matrix[4] * read[1] - matrix[5] * read[2];
            double z = rate[2] - matrix[6] * read[0] - matrix[7] * read[1] - matrix[8] * read[2];
            read[0] = x;
            read[1] = y;
            read[2] = z;
        }
        System.arraycopy(read, 0, rate, 0, 3);
    }
}
