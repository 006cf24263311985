package org.plumbline.core.orientation;

import org.jspecify.annotations.Nullable;

/**
 * Covariance of the filter's error state and the Kalman arithmetic on it, nothing else.
 *
 * <p>States: tilt and heading (3, earth frame, rad), horizontal velocity (2, earth frame, m/s), gyroscope bias (3, sensor
 * frame, rad/s), gyroscope matrix (9, row by row, 1). The last twelve, the calibration, stay as they are between
 * measurements; that is what makes the propagation cheap. The matrix is kept exactly symmetric.
 */
final class ErrorCovariance {
    static final int ANGLE = 0;
    static final int VELOCITY = 3;
    static final int BIAS = 5;
    static final int MATRIX = 8;
    static final int SIZE = 17;

    /** States before the calibration: what moves from block to block. */
    static final int MOVING = BIAS;

    /** Bias and matrix. */
    static final int CALIBRATION = SIZE - BIAS;

    /** An angle less sure than this is not known at all, rad². */
    private static final double LARGEST_ANGLE_VARIANCE = Math.PI * Math.PI;

    /** Uncertainty of a velocity of which nothing is known, m/s. */
    private static final double UNKNOWN_VELOCITY_MS = 0.5;

    /** One array a row: so the loops over columns work on four numbers at once. */
    final double[][] rows = new double[SIZE][SIZE];

    private final double[] first = new double[SIZE];
    private final double[] second = new double[SIZE];
    private final double[] third = new double[SIZE];
    /** The error the measurements of this block speak of. */
    final double[] error = new double[SIZE];

    /** Where the smoother is told what was done, or null. */
    @Nullable
    BlockHistory history;

    void reset(double tiltSigma, double biasSigma, double matrixSigma) {
        for (double[] row : rows) {
            java.util.Arrays.fill(row, 0);
        }
        for (int i = 0; i < 9; i++) {
            setSigma(MATRIX + i, matrixSigma);
        }
        restart(tiltSigma, biasSigma);
    }

    /** Forgets everything but what is known of the gyroscope's matrix, and the heading's uncertainty. */
    void restart(double tiltSigma, double biasSigma) {
        double heading = variance(ANGLE + 2);
        for (int i = 0; i < MATRIX; i++) {
            isolate(i);
        }
        for (int i = 0; i < 2; i++) {
            setSigma(ANGLE + i, tiltSigma);
        }
        inflate(ANGLE + 2, heading);
        forgetVelocity();
        for (int i = 0; i < 3; i++) {
            setSigma(BIAS + i, biasSigma);
        }
        clearError();
    }

    /** Velocity is unknown, whatever was known of it. */
    void forgetVelocity() {
        for (int i = VELOCITY; i < VELOCITY + 2; i++) {
            isolate(i);
            setSigma(i, UNKNOWN_VELOCITY_MS);
        }
    }

    /** The tilt was turned onto a vertical seen: that share of its variance is left, and of what other states know of it. */
    void shrinkTilt(double share) {
        double root = Math.sqrt(share);
        for (int t = ANGLE; t < ANGLE + 2; t++) {
            for (int i = 0; i < SIZE; i++) {
                rows[t][i] *= root;
                rows[i][t] *= root;
            }
        }
    }

    /** The tilt was found anew, whatever was known of it. */
    void levelTo(double sigma) {
        for (int i = ANGLE; i < ANGLE + 2; i++) {
            isolate(i);
            setSigma(i, sigma);
        }
    }

    /** A state that no other state knows anything of. */
    private void isolate(int state) {
        for (int i = 0; i < SIZE; i++) {
            rows[state][i] = 0;
            rows[i][state] = 0;
        }
    }

    void setSigma(int state, double sigma) {
        rows[state][state] = sigma * sigma;
    }

    /** Adds {@code variance} to one state. */
    void inflate(int state, double variance) {
        rows[state][state] += variance;
    }

    /** Adds {@code variance} to the three angles, as far as angles can be unsure. */
    void inflateAngles(double variance) {
        for (int i = ANGLE; i < ANGLE + 3; i++) {
            double before = rows[i][i];
            rows[i][i] = Math.max(before, Math.min(LARGEST_ANGLE_VARIANCE, before + variance));
        }
    }

    /** Adds {@code variance} to the heading, as far as a heading can be unsure. */
    void inflateHeading(double variance) {
        double before = rows[ANGLE + 2][ANGLE + 2];
        rows[ANGLE + 2][ANGLE + 2] = Math.max(before, Math.min(LARGEST_ANGLE_VARIANCE, before + variance));
    }

    double variance(int state) {
        return rows[state][state];
    }

    /**
     * Carries the covariance over a block: angle' = angle + A·calibration, velocity' = velocity + g·T·(mean angle turned by
     * a quarter).
     *
     * @param sensitivity A, three rows of twelve: how bias and matrix become angle
     * @param durationS duration T of the block
     */
    void propagate(double[] sensitivity, double durationS) {
        double half = 0.5 * OrientationFilter.GRAVITY_MS2 * durationS;
        if (history != null) {
            history.open(sensitivity, half);
        }
        turnIntoVelocity(half);
        for (int i = VELOCITY; i < BIAS; i++) {
            mirror(i);
        }
        turnIntoAngle(sensitivity);
        turnIntoVelocity(half);
        mirrorMovingRows();
    }

    /** Velocity' = velocity + half·(angle turned by a quarter), on the moving rows and their columns among themselves. */
    private void turnIntoVelocity(double half) {
        double[] angleX = rows[ANGLE];
        double[] angleY = rows[ANGLE + 1];
        double[] velocityX = rows[VELOCITY];
        double[] velocityY = rows[VELOCITY + 1];
        for (int c = 0; c < SIZE; c++) {
            velocityX[c] += half * angleY[c];
            velocityY[c] -= half * angleX[c];
        }
        velocityX[VELOCITY] += half * velocityX[ANGLE + 1];
        velocityX[VELOCITY + 1] -= half * velocityX[ANGLE];
        velocityY[VELOCITY + 1] -= half * velocityY[ANGLE];
        velocityY[VELOCITY] = velocityX[VELOCITY + 1];
        for (int i = ANGLE; i < VELOCITY; i++) {
            rows[i][VELOCITY] = velocityX[i];
            rows[i][VELOCITY + 1] = velocityY[i];
        }
    }

    /** Angle' = angle + A·calibration, on the moving rows and their columns among themselves. */
    private void turnIntoAngle(double[] sensitivity) {
        for (int i = ANGLE; i < VELOCITY; i++) {
            addCalibrationRows(sensitivity, CALIBRATION * i, rows[i]);
        }
        for (int i = ANGLE; i < VELOCITY; i++) {
            double[] row = rows[i];
            for (int j = i; j < VELOCITY; j++) {
                double sum = row[j] + dotCalibration(row, sensitivity, CALIBRATION * j);
                row[j] = sum;
                rows[j][i] = sum;
            }
            rows[VELOCITY][i] = row[VELOCITY];
            rows[VELOCITY + 1][i] = row[VELOCITY + 1];
        }
    }

    /** In four sums, which do not wait for one another. */
    private static double dotCalibration(double[] row, double[] s, int o) {
        double a = row[BIAS] * s[o] + row[BIAS + 1] * s[o + 1] + row[BIAS + 2] * s[o + 2];
        double b = row[BIAS + 3] * s[o + 3] + row[BIAS + 4] * s[o + 4] + row[BIAS + 5] * s[o + 5];
        double c = row[BIAS + 6] * s[o + 6] + row[BIAS + 7] * s[o + 7] + row[BIAS + 8] * s[o + 8];
        double d = row[BIAS + 9] * s[o + 9] + row[BIAS + 10] * s[o + 10] + row[BIAS + 11] * s[o + 11];
        return (a + b) + (c + d);
    }

    /** Four rows at a time: enough work for each turn of the loop over columns. */
    private void addCalibrationRows(double[] sensitivity, int offset, double[] to) {
        for (int k = 0; k < CALIBRATION; k += 4) {
            double[] row0 = rows[BIAS + k];
            double[] row1 = rows[BIAS + k + 1];
            double[] row2 = rows[BIAS + k + 2];
            double[] row3 = rows[BIAS + k + 3];
            double a0 = sensitivity[offset + k];
            double a1 = sensitivity[offset + k + 1];
            double a2 = sensitivity[offset + k + 2];
            double a3 = sensitivity[offset + k + 3];
            for (int c = 0; c < SIZE; c++) {
                to[c] += a0 * row0[c] + a1 * row1[c] + a2 * row2[c] + a3 * row3[c];
            }
        }
    }

    /** The same for all moving rows at once: whole stretches of the calibration's rows. */
    private void mirrorMovingRows() {
        double[] row0 = rows[ANGLE];
        double[] row1 = rows[ANGLE + 1];
        double[] row2 = rows[ANGLE + 2];
        double[] row3 = rows[VELOCITY];
        double[] row4 = rows[VELOCITY + 1];
        for (int i = BIAS; i < SIZE; i++) {
            double[] to = rows[i];
            to[ANGLE] = row0[i];
            to[ANGLE + 1] = row1[i];
            to[ANGLE + 2] = row2[i];
            to[VELOCITY] = row3[i];
            to[VELOCITY + 1] = row4[i];
        }
    }

    /** Copies a moving row to its column among the calibration's rows. */
    private void mirror(int state) {
        double[] row = rows[state];
        for (int i = BIAS; i < SIZE; i++) {
            rows[i][state] = row[i];
        }
    }

    /**
     * Takes two measurements at once, of which neither knows of the other: that {@code state} and {@code other} have these
     * errors, with that variance.
     *
     * @param learnMatrix false where the block must teach the gyroscope's matrix nothing: its uncertainty still counts, but
     *     neither it nor the matrix changes (Schmidt's consider filter)
     */
    void measure(int state, double measuredError, int other, double otherError, double variance, boolean learnMatrix) {
        scale(state, measuredError, variance, first, 0, learnMatrix);
        scale(other, otherError, variance, second, 1, learnMatrix);
        if (learnMatrix) {
            takeOutTwo(SIZE, 0, SIZE);
        } else {
            takeOutTwo(SIZE, 0, MATRIX);
            takeOutTwo(MATRIX, MATRIX, SIZE);
        }
    }

    /** The same for the three biases. */
    void measureBias(double errorX, double errorY, double errorZ, double variance, boolean learnMatrix) {
        scale(BIAS, errorX, variance, first, 0, learnMatrix);
        scale(BIAS + 1, errorY, variance, second, 1, learnMatrix);
        scale(BIAS + 2, errorZ, variance, third, 2, learnMatrix);
        if (learnMatrix) {
            takeOutThree(SIZE, 0, SIZE);
        } else {
            takeOutThree(SIZE, 0, MATRIX);
            takeOutThree(MATRIX, MATRIX, SIZE);
        }
    }

    /**
     * The gain of a scalar measurement, scaled so that it takes out its own square.
     *
     * @param before how many measurements go before it: their gains are in {@link #first} and {@link #second}
     */
    private void scale(
            int state, double measuredError, double variance, double[] into, int before, boolean learnMatrix) {
        double[] row = rows[state];
        double byFirst = before > 0 ? first[state] : 0;
        double bySecond = before > 1 ? second[state] : 0;
        double factor = 1 / Math.sqrt(row[state] - byFirst * byFirst - bySecond * bySecond + variance);
        for (int i = 0; i < SIZE; i++) {
            into[i] = factor * (row[i] - byFirst * first[i] - bySecond * second[i]);
        }
        double innovation = measuredError - error[state];
        double gain = factor * innovation;
        int learning = learnMatrix ? SIZE : MATRIX;
        for (int i = 0; i < learning; i++) {
            error[i] += gain * into[i];
        }
        if (history != null) {
            history.measure(state, into, factor, innovation);
        }
    }

    private void takeOutTwo(int columns, int fromRow, int toRow) {
        for (int i = fromRow; i < toRow; i++) {
            double[] row = rows[i];
            double a = first[i];
            double b = second[i];
            for (int j = 0; j < columns; j++) {
                row[j] -= a * first[j] + b * second[j];
            }
        }
    }

    private void takeOutThree(int columns, int fromRow, int toRow) {
        for (int i = fromRow; i < toRow; i++) {
            double[] row = rows[i];
            double a = first[i];
            double b = second[i];
            double c = third[i];
            for (int j = 0; j < columns; j++) {
                row[j] -= a * first[j] + b * second[j] + c * third[j];
            }
        }
    }

    /** The smoother must not go from here back to what was before. */
    void cutHistory() {
        if (history != null) {
            history.cut();
        }
    }

    /** Tells the smoother that the block is done and what it added to the angles. */
    void closeHistory(long timeMicros) {
        if (history != null) {
            history.close(rows, error, timeMicros);
        }
    }

    void clearError() {
        java.util.Arrays.fill(error, 0);
    }

    void exchange(StateExchange with) {
        for (double[] row : rows) {
            with.values(row);
        }
        with.values(error);
    }
}
