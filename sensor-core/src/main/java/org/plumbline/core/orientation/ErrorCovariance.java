package org.plumbline.core.orientation;

/**
 * Covariance of the filter's error state: tilt and heading (3, earth frame, rad), gyroscope bias (3, sensor frame, rad/s)
 * and horizontal velocity (2, earth frame, m/s). Holds the Kalman arithmetic and nothing else.
 */
final class ErrorCovariance {
    static final int ANGLE = 0;
    static final int BIAS = 3;
    static final int VELOCITY = 6;
    static final int SIZE = 8;

    private static final double GRAVITY_MS2 = 9.81;

    private final double[] p = new double[SIZE * SIZE];
    private final double[] column = new double[SIZE];
    /** The error the measurements speak of since it was last taken out. */
    private final double[] error = new double[SIZE];

    void reset(double tiltSigma, double biasSigma, double velocitySigma) {
        java.util.Arrays.fill(p, 0);
        java.util.Arrays.fill(error, 0);
        for (int i = 0; i < 2; i++) {
            set(ANGLE + i, tiltSigma);
            set(VELOCITY + i, velocitySigma);
        }
        // the heading at the start is heading zero by definition
        set(ANGLE + 2, 0);
        for (int i = 0; i < 3; i++) {
            set(BIAS + i, biasSigma);
        }
    }

    private void set(int state, double sigma) {
        p[state * SIZE + state] = sigma * sigma;
    }

    /** Adds {@code variance} to one state. */
    void inflate(int state, double variance) {
        p[state * SIZE + state] += variance;
    }

    double variance(int state) {
        return p[state * SIZE + state];
    }

    /**
     * Carries the covariance over a block.
     *
     * @param rotationIntegral sum of R·dt over the block, row by row: how bias becomes angle
     * @param durationS duration of the block
     */
    void propagate(double[] rotationIntegral, double durationS) {
        // rows, then columns, of F = [I, -J, 0; 0, I, 0; G, 0, I]
        double gt = GRAVITY_MS2 * durationS;
        for (int c = 0; c < SIZE; c++) {
            double ax = p[c];
            double ay = p[SIZE + c];
            double b0 = p[3 * SIZE + c];
            double b1 = p[4 * SIZE + c];
            double b2 = p[5 * SIZE + c];
            p[6 * SIZE + c] += gt * ay;
            p[7 * SIZE + c] -= gt * ax;
            for (int i = 0; i < 3; i++) {
                p[i * SIZE + c] -= rotationIntegral[3 * i] * b0
                        + rotationIntegral[3 * i + 1] * b1
                        + rotationIntegral[3 * i + 2] * b2;
            }
        }
        for (int r = 0; r < SIZE; r++) {
            int row = r * SIZE;
            double ax = p[row];
            double ay = p[row + 1];
            double b0 = p[row + 3];
            double b1 = p[row + 4];
            double b2 = p[row + 5];
            p[row + 6] += gt * ay;
            p[row + 7] -= gt * ax;
            for (int i = 0; i < 3; i++) {
                p[row + i] -= rotationIntegral[3 * i] * b0
                        + rotationIntegral[3 * i + 1] * b1
                        + rotationIntegral[3 * i + 2] * b2;
            }
        }
    }

    /**
     * Takes the measurement that {@code state} has the error {@code measuredError}, with that variance.
     */
    void measure(int state, double measuredError, double variance) {
        double innovationVariance = p[state * SIZE + state] + variance;
        double innovation = measuredError - error[state];
        for (int i = 0; i < SIZE; i++) {
            column[i] = p[i * SIZE + state];
        }
        for (int i = 0; i < SIZE; i++) {
            double gain = column[i] / innovationVariance;
            error[i] += gain * innovation;
            for (int j = 0; j < SIZE; j++) {
                p[i * SIZE + j] -= gain * column[j];
            }
        }
    }

    /** Takes the estimated error of one state out. */
    double takeError(int state) {
        double value = error[state];
        error[state] = 0;
        return value;
    }

    /** Restores the symmetry that rounding takes. */
    void symmetrize() {
        for (int i = 0; i < SIZE; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0.5 * (p[i * SIZE + j] + p[j * SIZE + i]);
                p[i * SIZE + j] = mean;
                p[j * SIZE + i] = mean;
            }
        }
    }
}
