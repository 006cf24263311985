package org.plumbline.core.orientation;

import java.util.Arrays;

/**
 * What the filter did block by block, kept so that it can be gone through backwards: how each block carried the error on,
 * what was measured and with which gain, and how unsure the angles were after it. About 1.5 KB a block.
 */
final class BlockHistory {
    /** A standing person gives two velocities and three rates. */
    private static final int MOST_MEASUREMENTS = 5;

    private static final int MEASUREMENT = ErrorCovariance.SIZE + 3;
    private static final int SENSITIVITY = 0;
    private static final int HALF = SENSITIVITY + 3 * ErrorCovariance.CALIBRATION;
    private static final int ANGLE_ROWS = HALF + 1;
    private static final int INJECTED = ANGLE_ROWS + 3 * ErrorCovariance.SIZE;
    private static final int MEASUREMENTS = INJECTED + 3;
    private static final int STRIDE = MEASUREMENTS + MOST_MEASUREMENTS * MEASUREMENT;

    private double[] values = new double[STRIDE];
    private int[] measured = new int[1];
    private long[] endMicros = new long[1];
    private boolean[] afterCut = new boolean[1];
    private int blocks;
    private boolean cut = true;

    /** Blocks that are closed. */
    int blocks() {
        return blocks;
    }

    /** What comes next has nothing to do with what was before. */
    void cut() {
        cut = true;
    }

    boolean isAfterCut(int block) {
        return afterCut[block];
    }

    long endMicros(int block) {
        return endMicros[block];
    }

    /** Opens a block with how it carries the error on, see {@link ErrorCovariance#propagate}. */
    void open(double[] sensitivity, double half) {
        if (blocks == measured.length) {
            int capacity = 2 * blocks;
            values = Arrays.copyOf(values, capacity * STRIDE);
            measured = Arrays.copyOf(measured, capacity);
            endMicros = Arrays.copyOf(endMicros, capacity);
            afterCut = Arrays.copyOf(afterCut, capacity);
        }
        int at = blocks * STRIDE;
        System.arraycopy(sensitivity, 0, values, at + SENSITIVITY, sensitivity.length);
        values[at + HALF] = half;
        measured[blocks] = 0;
    }

    /**
     * Notes a scalar measurement of the open block.
     *
     * @param gain gain times the root of the innovation's variance
     * @param factor one over that root
     */
    void measure(int state, double[] gain, double factor, double innovation) {
        int at = blocks * STRIDE + MEASUREMENTS + measured[blocks]++ * MEASUREMENT;
        System.arraycopy(gain, 0, values, at, ErrorCovariance.SIZE);
        values[at + ErrorCovariance.SIZE] = state;
        values[at + ErrorCovariance.SIZE + 1] = factor;
        values[at + ErrorCovariance.SIZE + 2] = innovation;
    }

    /** Closes the block with the covariance after its measurements and the angles they added. */
    void close(double[][] covariance, double[] injected, long timeMicros) {
        int at = blocks * STRIDE;
        for (int i = 0; i < 3; i++) {
            System.arraycopy(
                    covariance[i], 0, values, at + ANGLE_ROWS + i * ErrorCovariance.SIZE, ErrorCovariance.SIZE);
            values[at + INJECTED + i] = injected[i];
        }
        endMicros[blocks] = timeMicros;
        afterCut[blocks] = cut;
        cut = false;
        blocks++;
    }

    /** Forgets the oldest blocks. */
    void drop(int count) {
        blocks -= count;
        System.arraycopy(values, count * STRIDE, values, 0, blocks * STRIDE);
        System.arraycopy(measured, count, measured, 0, blocks);
        System.arraycopy(endMicros, count, endMicros, 0, blocks);
        System.arraycopy(afterCut, count, afterCut, 0, blocks);
    }

    int measurements(int block) {
        return measured[block];
    }

    int measuredState(int block, int measurement) {
        return (int) values[at(block, measurement) + ErrorCovariance.SIZE];
    }

    double factor(int block, int measurement) {
        return values[at(block, measurement) + ErrorCovariance.SIZE + 1];
    }

    double innovation(int block, int measurement) {
        return values[at(block, measurement) + ErrorCovariance.SIZE + 2];
    }

    void copyGain(int block, int measurement, double[] into) {
        System.arraycopy(values, at(block, measurement), into, 0, ErrorCovariance.SIZE);
    }

    private static int at(int block, int measurement) {
        return block * STRIDE + MEASUREMENTS + measurement * MEASUREMENT;
    }

    double sensitivity(int block, int angle, int calibration) {
        return values[block * STRIDE + SENSITIVITY + angle * ErrorCovariance.CALIBRATION + calibration];
    }

    double half(int block) {
        return values[block * STRIDE + HALF];
    }

    void copyAngleCovariance(int block, int angle, double[] into) {
        int at = block * STRIDE + ANGLE_ROWS + angle * ErrorCovariance.SIZE;
        System.arraycopy(values, at, into, 0, ErrorCovariance.SIZE);
    }

    double injected(int block, int angle) {
        return values[block * STRIDE + INJECTED + angle];
    }
}
