package org.plumbline.core.orientation;

import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.plumbline.core.imu.ImuSample;

/**
 * The referee: the same model as {@link OrientationFilter}, written the slow and obvious way. Full matrices, every sample
 * carried and measured by itself, exact exponentials, Joseph's form; no blocks, no stretches, no series, no skipped zeros.
 * It knows no rest, no walking, no spikes and no gaps: its scenes have none.
 *
 * <p>Error state: angle (earth frame), velocity (horizontal, earth frame), bias (sensor frame), matrix (row by row).
 */
final class DenseReferenceFilter {
    private static final int ANGLE = 0;
    private static final int VELOCITY = 3;
    private static final int BIAS = 5;
    private static final int MATRIX = 8;
    private static final int SIZE = 17;
    private static final double GRAVITY_MS2 = 9.81;
    private static final double INITIAL_VELOCITY_SIGMA = 0.5;

    private final OrientationParameters parameters = OrientationParameters.defaults();
    private final double periodS;
    private final double[] q = {1, 0, 0, 0};
    private final double[] velocity = new double[2];
    private final double[] bias = new double[3];
    private final double[] matrix = new double[9];
    private RealMatrix covariance = MatrixUtils.createRealMatrix(SIZE, SIZE);
    private boolean started;
    private long lastMicros;

    DenseReferenceFilter(double rateHz) {
        periodS = 1 / rateHz;
    }

    void update(ImuSample sample) {
        double[] force = {sample.accX, sample.accY, sample.accZ};
        double[] measured = {sample.gyrX, sample.gyrY, sample.gyrZ};
        if (!started) {
            start(force);
            lastMicros = sample.timeMicros - Math.round(periodS * 1e6);
        }
        double stepS = (sample.timeMicros - lastMicros) * 1e-6;
        lastMicros = sample.timeMicros;

        double[] midway = new double[4];
        turn(measured, stepS, midway);
        double[] earthForce = new double[3];
        Quaternions.rotate(midway, force, earthForce);
        velocity[0] += stepS * earthForce[0];
        velocity[1] += stepS * earthForce[1];

        RealMatrix transition = transition(midway, measured, stepS);
        covariance =
                transition.multiply(covariance).multiply(transition.transpose()).add(noise(measured, stepS));
        measureVelocity(parameters.softZeroVelocity() / stepS);
    }

    private void turn(double[] measured, double stepS, double[] midway) {
        double[] rate = new double[3];
        for (int i = 0; i < 3; i++) {
            rate[i] = measured[i] - bias[i];
            for (int j = 0; j < 3; j++) {
                rate[i] += matrix[3 * i + j] * measured[j];
            }
        }
        double[] before = q.clone();
        double[] turn = new double[4];
        Quaternions.fromRotationVector(rate[0] * stepS, rate[1] * stepS, rate[2] * stepS, turn);
        Quaternions.multiply(q, turn, q);
        Quaternions.interpolate(before, q, 0.5, midway);
    }

    /** How the error of one sample becomes that of the next. */
    private static RealMatrix transition(double[] orientation, double[] measured, double stepS) {
        RealMatrix generator = MatrixUtils.createRealMatrix(SIZE, SIZE);
        for (int axis = 0; axis < 3; axis++) {
            double[] inEarth = new double[3];
            inEarth[axis] = 1;
            Quaternions.rotate(orientation, inEarth, inEarth);
            for (int row = 0; row < 3; row++) {
                generator.setEntry(ANGLE + row, BIAS + axis, -inEarth[row]);
                for (int column = 0; column < 3; column++) {
                    generator.setEntry(ANGLE + row, MATRIX + 3 * axis + column, inEarth[row] * measured[column]);
                }
            }
        }
        generator.setEntry(VELOCITY, ANGLE + 1, GRAVITY_MS2);
        generator.setEntry(VELOCITY + 1, ANGLE, -GRAVITY_MS2);
        // its cube is zero, so that this is the exponential to the last term
        RealMatrix step = generator.scalarMultiply(stepS);
        return MatrixUtils.createRealIdentityMatrix(SIZE)
                .add(step)
                .add(step.multiply(step).scalarMultiply(0.5));
    }

    private RealMatrix noise(double[] measured, double stepS) {
        double rateSquared = square(measured[0]) + square(measured[1]) + square(measured[2]);
        double angle = square(parameters.angularRateNoise()) + square(parameters.rateDependentNoise()) * rateSquared;
        double[] density = new double[SIZE];
        for (int i = 0; i < 3; i++) {
            density[ANGLE + i] = angle;
            density[BIAS + i] = square(parameters.biasWalk());
        }
        density[VELOCITY] = square(parameters.velocityNoise());
        density[VELOCITY + 1] = square(parameters.velocityNoise());
        return MatrixUtils.createRealDiagonalMatrix(density).scalarMultiply(stepS);
    }

    private void start(double[] force) {
        started = true;
        double norm = Math.sqrt(square(force[0]) + square(force[1]) + square(force[2]));
        Quaternions.fromTo(new double[] {force[0] / norm, force[1] / norm, force[2] / norm}, new double[] {0, 0, 1}, q);
        double[] sigma = new double[SIZE];
        sigma[ANGLE] = Math.hypot(parameters.initialTiltSigma(), Math.abs(norm - GRAVITY_MS2) / GRAVITY_MS2);
        sigma[ANGLE + 1] = sigma[ANGLE];
        sigma[VELOCITY] = INITIAL_VELOCITY_SIGMA;
        sigma[VELOCITY + 1] = INITIAL_VELOCITY_SIGMA;
        for (int i = 0; i < 3; i++) {
            sigma[BIAS + i] = parameters.initialBiasSigma();
        }
        for (int i = 0; i < 9; i++) {
            sigma[MATRIX + i] = parameters.initialMatrixSigma();
        }
        for (int i = 0; i < SIZE; i++) {
            covariance.setEntry(i, i, square(sigma[i]));
        }
    }

    /** Measures that both velocities are zero, and takes what follows from it out at once. */
    private void measureVelocity(double variance) {
        RealMatrix measured = MatrixUtils.createRealMatrix(2, SIZE);
        measured.setEntry(0, VELOCITY, 1);
        measured.setEntry(1, VELOCITY + 1, 1);
        RealMatrix noise = MatrixUtils.createRealIdentityMatrix(2).scalarMultiply(variance);
        RealMatrix innovation =
                measured.multiply(covariance).multiply(measured.transpose()).add(noise);
        RealMatrix gain = covariance
                .multiply(measured.transpose())
                .multiply(new LUDecomposition(innovation).getSolver().getInverse());
        RealVector correction = gain.operate(new ArrayRealVector(new double[] {-velocity[0], -velocity[1]}));
        RealMatrix left = MatrixUtils.createRealIdentityMatrix(SIZE).subtract(gain.multiply(measured));
        covariance = left.multiply(covariance)
                .multiply(left.transpose())
                .add(gain.multiply(noise).multiply(gain.transpose()));

        double[] turn = new double[4];
        Quaternions.fromRotationVector(
                correction.getEntry(ANGLE), correction.getEntry(ANGLE + 1), correction.getEntry(ANGLE + 2), turn);
        Quaternions.multiply(turn, q, q);
        Quaternions.normalize(q);
        velocity[0] += correction.getEntry(VELOCITY);
        velocity[1] += correction.getEntry(VELOCITY + 1);
        for (int i = 0; i < 3; i++) {
            bias[i] += correction.getEntry(BIAS + i);
        }
        for (int i = 0; i < 9; i++) {
            matrix[i] += correction.getEntry(MATRIX + i);
        }
    }

    void copyOrientationTo(double[] wxyz) {
        System.arraycopy(q, 0, wxyz, 0, 4);
    }

    double[] bias() {
        return bias.clone();
    }

    double[] matrix() {
        return matrix.clone();
    }

    /** Standard deviation of that state, in the order of {@link ErrorCovariance}. */
    double sigma(int state) {
        return Math.sqrt(covariance.getEntry(state, state));
    }

    private static double square(double value) {
        return value * value;
    }
}
