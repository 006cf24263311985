package org.plumbline.core.orientation;

import java.util.ArrayList;
import java.util.List;

/**
 * What a filter has learnt of one gyroscope's scale and misalignment, to be kept with the sensor's address and given to the
 * filter the next time the sensor is worn.
 *
 * @param matrix what to add to the unit matrix so that it takes measured to true angular rate, row by row
 * @param sigma standard deviation of each element
 * @param movingS for how long the sensor moved while this was learnt, s
 */
public record GyroscopeCalibration(List<Double> matrix, List<Double> sigma, double movingS) {
    private static final int ELEMENTS = 9;

    /** Temperature and age change a gyroscope from one wearing to the next by about so much. */
    private static final double CHANGE_BETWEEN_WEARINGS = 5e-4;

    /** Less movement than this has taught too little to be worth keeping, s. */
    private static final double ENOUGH_MOVEMENT_S = 20;

    public GyroscopeCalibration {
        matrix = List.copyOf(matrix);
        sigma = List.copyOf(sigma);
        if (matrix.size() != ELEMENTS || sigma.size() != ELEMENTS) {
            throw new IllegalArgumentException("matrix and sigma must have " + ELEMENTS + " elements, but have "
                    + matrix.size() + " and " + sigma.size());
        }
        if (!(movingS >= 0 && movingS < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("movingS must be 0 s or more, but is " + movingS);
        }
        for (int i = 0; i < ELEMENTS; i++) {
            if (!(Math.abs(matrix.get(i)) < 0.1) || !(sigma.get(i) >= 0 && sigma.get(i) < 0.1)) {
                throw new IllegalArgumentException("element " + i + " of a gyroscope's matrix must be within 0.1 of 0,"
                        + " but is " + matrix.get(i) + " ± " + sigma.get(i));
            }
        }
    }

    static GyroscopeCalibration of(OrientationState state) {
        List<Double> matrix = new ArrayList<>();
        List<Double> sigma = new ArrayList<>();
        for (int i = 0; i < ELEMENTS; i++) {
            matrix.add(state.matrix[i]);
            sigma.add(Math.sqrt(Math.max(0, state.covariance.variance(ErrorCovariance.MATRIX + i))));
        }
        return new GyroscopeCalibration(matrix, sigma, state.movingS);
    }

    void applyTo(OrientationState state, OrientationParameters parameters) {
        double bound = parameters.largestMatrixElement();
        for (int i = 0; i < ELEMENTS; i++) {
            state.matrix[i] = Math.max(-bound, Math.min(bound, matrix.get(i)));
            double changed = Math.hypot(sigma.get(i), CHANGE_BETWEEN_WEARINGS);
            state.covariance.setSigma(ErrorCovariance.MATRIX + i, Math.min(changed, parameters.initialMatrixSigma()));
        }
        state.movingS = movingS;
    }

    /** Whether it is worth keeping: the sensor moved for long enough to teach something. */
    public boolean isWorthKeeping() {
        return movingS >= ENOUGH_MOVEMENT_S;
    }
}
