package org.plumbline.core.orientation;

import java.util.Arrays;

/**
 * The smoother of Bryson and Frazier in the form of Bierman (1973; Factorization Methods for Discrete Sequential
 * Estimation, 1977, ch. X): a vector λ and a matrix Λ run backwards over the blocks and gather what the later
 * measurements say of the earlier error; the smoothed error after block k is −P·λ with covariance P − P·Λ·P. It gives what
 * the smoother of Rauch, Tung and Striebel gives, without inverting a covariance.
 */
final class BackwardPass {
    private static final int SIZE = ErrorCovariance.SIZE;

    private final double[] lambda = new double[SIZE];
    private final double[][] information = new double[SIZE][SIZE];
    private final double[] product = new double[SIZE];
    private final double[] vector = new double[SIZE];
    /** Three angles a block, rad: what to add to the orientation after its measurements. */
    private double[] correction = new double[3];
    /** Variance of tilt (both axes together) and heading a block, rad². */
    private double[] variance = new double[2];

    void run(BlockHistory history) {
        int blocks = history.blocks();
        if (correction.length < 3 * blocks) {
            correction = new double[2 * 3 * blocks];
            variance = new double[2 * 2 * blocks];
        }
        clear();
        for (int block = blocks - 1; block >= 0; block--) {
            conclude(history, block);
            for (int m = history.measurements(block) - 1; m >= 0; m--) {
                beforeMeasurement(history, block, m);
            }
            if (history.isAfterCut(block)) {
                clear();
            } else {
                beforeBlock(history, block);
            }
        }
    }

    private void clear() {
        Arrays.fill(lambda, 0);
        for (double[] row : information) {
            Arrays.fill(row, 0);
        }
    }

    private void conclude(BlockHistory history, int block) {
        double tilt = 0;
        for (int angle = 0; angle < 3; angle++) {
            history.copyAngleCovariance(block, angle, vector);
            double known = informationTimesVector();
            correction[3 * block + angle] = -dot(vector, lambda);
            double left = Math.max(0, vector[angle] - known);
            if (angle < 2) {
                tilt += left;
            } else {
                variance[2 * block + 1] = left;
            }
        }
        variance[2 * block] = tilt;
    }

    /** λ' = (I − K·h)ᵀ·λ − hᵀ·ν/S and the like for Λ, where h picks one state. */
    private void beforeMeasurement(BlockHistory history, int block, int measurement) {
        int state = history.measuredState(block, measurement);
        double factor = history.factor(block, measurement);
        history.copyGain(block, measurement, vector);
        double square = factor * factor * informationTimesVector();
        lambda[state] -= factor * (factor * history.innovation(block, measurement) + dot(vector, lambda));
        for (int i = 0; i < SIZE; i++) {
            information[i][state] -= factor * product[i];
            information[state][i] -= factor * product[i];
        }
        information[state][state] += square + factor * factor;
    }

    /** Leaves Λ·vector in {@link #product}, and gives vectorᵀ·Λ·vector. */
    private double informationTimesVector() {
        for (int i = 0; i < SIZE; i++) {
            product[i] = dot(information[i], vector);
        }
        return dot(vector, product);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** λ' = Fᵀ·λ, Λ' = Fᵀ·Λ·F. */
    private void beforeBlock(BlockHistory history, int block) {
        carryBack(history, block, lambda);
        for (double[] row : information) {
            carryBack(history, block, row);
        }
        for (int column = 0; column < SIZE; column++) {
            for (int i = 0; i < SIZE; i++) {
                product[i] = information[i][column];
            }
            carryBack(history, block, product);
            for (int i = 0; i < SIZE; i++) {
                information[i][column] = product[i];
            }
        }
    }

    private static void carryBack(BlockHistory history, int block, double[] vector) {
        double half = history.half(block);
        double fromX = -half * vector[ErrorCovariance.VELOCITY + 1];
        double fromY = half * vector[ErrorCovariance.VELOCITY];
        vector[ErrorCovariance.ANGLE] += fromX;
        vector[ErrorCovariance.ANGLE + 1] += fromY;
        for (int angle = 0; angle < 3; angle++) {
            double value = vector[angle];
            for (int k = 0; k < ErrorCovariance.CALIBRATION; k++) {
                vector[ErrorCovariance.BIAS + k] += history.sensitivity(block, angle, k) * value;
            }
        }
        vector[ErrorCovariance.ANGLE] += fromX;
        vector[ErrorCovariance.ANGLE + 1] += fromY;
    }

    double correction(int block, int angle) {
        return correction[3 * block + angle];
    }

    double tiltVariance(int block) {
        return variance[2 * block];
    }

    double headingVariance(int block) {
        return variance[2 * block + 1];
    }
}
