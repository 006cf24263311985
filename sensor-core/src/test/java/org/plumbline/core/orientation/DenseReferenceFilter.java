package org.plumbline.core.orientation;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.plumbline.core.imu.ImuSample;

/**
 * The referee: the same model as {@link OrientationFilter}, written the slow and obvious way. Full matrices, one Kalman
 * update a sample, no blocks, no skipped zeros. It knows no rest.
 *
 * <p>Error state: angle (earth frame), bias (sensor frame), horizontal velocity (earth frame).
 */
final class DenseReferenceFilter {
    static final double RATE_HZ = 100;
    private static final int SIZE = 8;
    private static final double GRAVITY_MS2 = 9.81;

    private final OrientationParameters parameters = OrientationParameters.defaults();
    private final double[] q = {1, 0, 0, 0};
    private final double[] bias = new double[3];
    private final double[] velocity = new double[2];
    private RealMatrix covariance = MatrixUtils.createRealDiagonalMatrix(new double[SIZE]);
    private boolean started;
    private long lastMicros;

    void update(ImuSample sample) {
        double[] force = {sample.accX, sample.accY, sample.accZ};
        double[] rate = {sample.gyrX, sample.gyrY, sample.gyrZ};
        if (!started) {
            start(force);
            lastMicros = sample.timeMicros - Math.round(1e6 / RATE_HZ);
        }
        double stepS = (sample.timeMicros - lastMicros) * 1e-6;
        lastMicros = sample.timeMicros;

        double[] before = q.clone();
        double[] turn = new double[4];
        Quaternions.fromRotationVector(
                (rate[0] - bias[0]) * stepS, (rate[1] - bias[1]) * stepS, (rate[2] - bias[2]) * stepS, turn);
        Quaternions.multiply(q, turn, q);
        double[] midway = new double[4];
        Quaternions.interpolate(before, q, 0.5, midway);
        double[] earthForce = new double[3];
        Quaternions.rotate(midway, force, earthForce);
        velocity[0] += stepS * earthForce[0];
        velocity[1] += stepS * earthForce[1];

        RealMatrix transition = MatrixUtils.createRealIdentityMatrix(SIZE);
        for (int column = 0; column < 3; column++) {
            double[] axis = new double[3];
            axis[column] = 1;
            Quaternions.rotate(midway, axis, axis);
            for (int row = 0; row < 3; row++) {
                transition.setEntry(row, 3 + column, -axis[row] * stepS);
            }
        }
        transition.setEntry(6, 1, GRAVITY_MS2 * stepS);
        transition.setEntry(7, 0, -GRAVITY_MS2 * stepS);
        covariance = transition.multiply(covariance).multiply(transition.transpose());
        double rateSquared = 0;
        for (int i = 0; i < 3; i++) {
            rateSquared += (rate[i] - bias[i]) * (rate[i] - bias[i]);
        }
        for (int i = 0; i < 3; i++) {
            covariance.addToEntry(
                    i,
                    i,
                    stepS
                            * (square(parameters.angularRateNoise())
                                    + square(parameters.rateDependentNoise()) * rateSquared));
            covariance.addToEntry(3 + i, 3 + i, stepS * square(parameters.biasWalk()));
        }
        covariance.addToEntry(6, 6, stepS * square(parameters.velocityNoise()));
        covariance.addToEntry(7, 7, stepS * square(parameters.velocityNoise()));

        measureVelocity(parameters.softZeroVelocity() / stepS);
    }

    private void start(double[] force) {
        started = true;
        double norm = Math.sqrt(square(force[0]) + square(force[1]) + square(force[2]));
        Quaternions.fromTo(new double[] {force[0] / norm, force[1] / norm, force[2] / norm}, new double[] {0, 0, 1}, q);
        double tilt = square(parameters.initialTiltSigma()) + square(Math.abs(norm - GRAVITY_MS2) / GRAVITY_MS2);
        double biasVariance = square(parameters.initialBiasSigma());
        covariance = MatrixUtils.createRealDiagonalMatrix(
                new double[] {tilt, tilt, 0, biasVariance, biasVariance, biasVariance, 0.25, 0.25});
    }

    /** Measures that both velocities are zero, and takes what follows from it out at once. */
    private void measureVelocity(double variance) {
        RealMatrix measured = new Array2DRowRealMatrix(2, SIZE);
        measured.setEntry(0, 6, 1);
        measured.setEntry(1, 7, 1);
        RealMatrix noise = MatrixUtils.createRealIdentityMatrix(2).scalarMultiply(variance);
        RealMatrix innovation =
                measured.multiply(covariance).multiply(measured.transpose()).add(noise);
        RealMatrix gain = covariance
                .multiply(measured.transpose())
                .multiply(new LUDecomposition(innovation).getSolver().getInverse());
        RealVector correction = gain.operate(new ArrayRealVector(new double[] {-velocity[0], -velocity[1]}));
        covariance = MatrixUtils.createRealIdentityMatrix(SIZE)
                .subtract(gain.multiply(measured))
                .multiply(covariance);
        covariance = covariance.add(covariance.transpose()).scalarMultiply(0.5);

        double[] turn = new double[4];
        Quaternions.fromRotationVector(correction.getEntry(0), correction.getEntry(1), correction.getEntry(2), turn);
        Quaternions.multiply(turn, q, q);
        Quaternions.normalize(q);
        for (int i = 0; i < 3; i++) {
            bias[i] += correction.getEntry(3 + i);
        }
        velocity[0] += correction.getEntry(6);
        velocity[1] += correction.getEntry(7);
    }

    void copyOrientationTo(double[] wxyz) {
        System.arraycopy(q, 0, wxyz, 0, 4);
    }

    double inclinationSigmaDeg() {
        return Math.toDegrees(Math.sqrt(covariance.getEntry(0, 0) + covariance.getEntry(1, 1)));
    }

    private static double square(double value) {
        return value * value;
    }
}
