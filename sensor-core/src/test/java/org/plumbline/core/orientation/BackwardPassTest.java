package org.plumbline.core.orientation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The backward pass against the smoother of Rauch, Tung and Striebel with dense matrices, on blocks made at random. */
class BackwardPassTest {
    private static final int SIZE = ErrorCovariance.SIZE;
    private static final int BLOCKS = 40;
    private static final double DURATION_S = 0.15;
    private static final double HALF = 0.5 * 9.81 * DURATION_S;
    private static final double ANGLE_NOISE = 1e-5;
    private static final double VELOCITY_NOISE = 1e-3;

    private final List<RealMatrix> transitions = new ArrayList<>();
    private final List<RealMatrix> predicted = new ArrayList<>();
    private final List<RealMatrix> updated = new ArrayList<>();
    private final List<RealVector> predictedState = new ArrayList<>();
    private final List<RealVector> updatedState = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itSaysWhatTheDenseSmootherSays(long seed) {
        Random random = new Random(seed);
        ErrorCovariance covariance = new ErrorCovariance();
        BlockHistory history = new BlockHistory();
        covariance.history = history;
        covariance.reset(0.1, 0.005, 0.003);
        RealMatrix p = new Array2DRowRealMatrix(covariance.rows, true);
        // the dense filter estimates the state; the fast one its error, which it hands over after every block
        RealVector x = new ArrayRealVector(SIZE);
        RealVector nominal = new ArrayRealVector(SIZE);
        for (int block = 0; block < BLOCKS; block++) {
            double[] sensitivity = new double[3 * ErrorCovariance.CALIBRATION];
            for (int i = 0; i < sensitivity.length; i++) {
                sensitivity[i] = DURATION_S * random.nextGaussian();
            }
            RealMatrix f = transition(sensitivity);
            covariance.propagate(sensitivity, DURATION_S);
            covariance.inflateAngles(ANGLE_NOISE);
            covariance.inflate(ErrorCovariance.VELOCITY, VELOCITY_NOISE);
            covariance.inflate(ErrorCovariance.VELOCITY + 1, VELOCITY_NOISE);
            p = f.multiply(p).multiply(f.transpose()).add(noise());
            x = f.operate(x);
            nominal = f.operate(nominal);
            transitions.add(f);
            predicted.add(p);
            predictedState.add(x);

            double r = 0.2 / DURATION_S;
            double first = 0.5 * random.nextGaussian();
            double second = 0.5 * random.nextGaussian();
            covariance.measure(
                    ErrorCovariance.VELOCITY,
                    first - nominal.getEntry(ErrorCovariance.VELOCITY),
                    ErrorCovariance.VELOCITY + 1,
                    second - nominal.getEntry(ErrorCovariance.VELOCITY + 1),
                    r,
                    true);
            Update update = new Update(x, p)
                    .with(ErrorCovariance.VELOCITY, first, r)
                    .with(ErrorCovariance.VELOCITY + 1, second, r);
            if (block % 3 == 0) {
                double[] rate = {
                    0.01 * random.nextGaussian(), 0.01 * random.nextGaussian(), 0.01 * random.nextGaussian()
                };
                covariance.measureBias(
                        rate[0] - nominal.getEntry(ErrorCovariance.BIAS),
                        rate[1] - nominal.getEntry(ErrorCovariance.BIAS + 1),
                        rate[2] - nominal.getEntry(ErrorCovariance.BIAS + 2),
                        1e-5,
                        true);
                for (int i = 0; i < 3; i++) {
                    update = update.with(ErrorCovariance.BIAS + i, rate[i], 1e-5);
                }
            }
            x = update.x();
            p = update.p();
            history.close(covariance.rows, covariance.error, block);
            for (int i = 0; i < SIZE; i++) {
                nominal.addToEntry(i, covariance.error[i]);
            }
            covariance.clearError();
            updated.add(p);
            updatedState.add(x);
        }
        BackwardPass backward = new BackwardPass();
        backward.run(history);
        compare(backward);
    }

    private void compare(BackwardPass backward) {
        RealVector smoothed = updatedState.get(BLOCKS - 1);
        RealMatrix covariance = updated.get(BLOCKS - 1);
        for (int block = BLOCKS - 1; block >= 0; block--) {
            if (block < BLOCKS - 1) {
                RealMatrix gain = updated.get(block)
                        .multiply(transitions.get(block + 1).transpose())
                        .multiply(new LUDecomposition(predicted.get(block + 1))
                                .getSolver()
                                .getInverse());
                smoothed = updatedState.get(block).add(gain.operate(smoothed.subtract(predictedState.get(block + 1))));
                covariance = updated.get(block)
                        .add(gain.multiply(covariance.subtract(predicted.get(block + 1)))
                                .multiply(gain.transpose()));
            }
            for (int angle = 0; angle < 3; angle++) {
                double dense =
                        smoothed.getEntry(angle) - updatedState.get(block).getEntry(angle);
                assertEquals(dense, backward.correction(block, angle), 1e-8, "block " + block);
            }
            assertEquals(
                    1,
                    backward.tiltVariance(block) / (covariance.getEntry(0, 0) + covariance.getEntry(1, 1)),
                    1e-6,
                    "tilt variance of block " + block);
        }
    }

    private record Update(RealVector x, RealMatrix p) {
        Update with(int state, double measured, double variance) {
            RealVector column = p.getColumnVector(state);
            double innovationVariance = column.getEntry(state) + variance;
            RealVector gain = column.mapDivide(innovationVariance);
            return new Update(
                    x.add(gain.mapMultiply(measured - x.getEntry(state))), p.subtract(gain.outerProduct(column)));
        }
    }

    private static RealMatrix noise() {
        RealMatrix q = new Array2DRowRealMatrix(SIZE, SIZE);
        for (int i = 0; i < 3; i++) {
            q.setEntry(ErrorCovariance.ANGLE + i, ErrorCovariance.ANGLE + i, ANGLE_NOISE);
        }
        for (int i = 0; i < 2; i++) {
            q.setEntry(ErrorCovariance.VELOCITY + i, ErrorCovariance.VELOCITY + i, VELOCITY_NOISE);
        }
        return q;
    }

    /** Half of the tilt before the block goes into velocity, then calibration into the angles, then the other half. */
    private static RealMatrix transition(double[] sensitivity) {
        RealMatrix velocity = MatrixUtils.createRealIdentityMatrix(SIZE);
        velocity.setEntry(ErrorCovariance.VELOCITY, ErrorCovariance.ANGLE + 1, HALF);
        velocity.setEntry(ErrorCovariance.VELOCITY + 1, ErrorCovariance.ANGLE, -HALF);
        RealMatrix angle = MatrixUtils.createRealIdentityMatrix(SIZE);
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < ErrorCovariance.CALIBRATION; k++) {
                angle.setEntry(i, ErrorCovariance.BIAS + k, sensitivity[ErrorCovariance.CALIBRATION * i + k]);
            }
        }
        return velocity.multiply(angle).multiply(velocity);
    }
}
