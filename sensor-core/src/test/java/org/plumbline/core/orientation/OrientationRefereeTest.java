package org.plumbline.core.orientation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.testing.MovingSensor;
import org.plumbline.core.testing.Samples;

/**
 * The fast filter against the slow and obvious one of the same model, {@link DenseReferenceFilter}.
 *
 * <p>They differ by what blocks cost: a measurement comes half a block, 0.075 s, late, which is a hundredth of the time
 * constant of a filter that has settled (7 s) but more of one that has just begun, so that 1° is allowed till then. From
 * then on the tolerances are about twice the largest difference seen in these scenes, and a few hundredths of the
 * uncertainty that both state: a wrong sign or a lost term in any of the seventeen states is far outside of them.
 */
class OrientationRefereeTest {
    private static final double RATE_HZ = 100;
    private static final double DURATION_S = 90;
    private static final double SETTLED_S = 20;

    private final ImuSample sample = new ImuSample();
    private final double[] truth = new double[4];
    private final double[] fast = new double[4];
    private final double[] slow = new double[4];

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void blocksStretchesAndSeriesChangeHardlyAnything(long seed) {
        Random random = new Random(seed);
        MovingSensor sensor = new MovingSensor(seed)
                .withRandomMatrix(0.005, random)
                .withBias(0.004 * random.nextGaussian(), 0.004 * random.nextGaussian(), 0.004 * random.nextGaussian());
        OrientationFilter filter = new OrientationFilter(RATE_HZ);
        DenseReferenceFilter referee = new DenseReferenceFilter(RATE_HZ);
        double error = 0;
        double largestInclination = 0;
        double largestTotal = 0;
        for (int k = 1; k <= DURATION_S * RATE_HZ; k++) {
            sensor.measure((k - 1) / RATE_HZ, k / RATE_HZ, sample);
            sample.accX += 0.05 * random.nextGaussian();
            sample.accY += 0.05 * random.nextGaussian();
            sample.accZ += 0.05 * random.nextGaussian();
            filter.update(sample);
            referee.update(sample);
            assertFalse(filter.atRest(), "the scene is to have no rest");
            if (k % 15 != 0) {
                continue;
            }
            filter.copyOrientationTo(fast);
            referee.copyOrientationTo(slow);
            double inclination = Samples.inclinationErrorDeg(fast, slow);
            if (k < SETTLED_S * RATE_HZ) {
                assertTrue(inclination < 1, "apart by " + inclination + "°");
                continue;
            }
            largestInclination = Math.max(largestInclination, inclination);
            largestTotal = Math.max(largestTotal, Samples.totalErrorDeg(fast, slow));
            sensor.orientationAt(k / RATE_HZ, truth);
            error = Math.max(error, Samples.inclinationErrorDeg(fast, truth));
            assertSameUncertainty(filter.saveState(), referee);
        }
        assertSameCalibration(filter.saveState(), referee);
        assertTrue(largestInclination < 0.05, largestInclination + "°");
        assertTrue(largestTotal < 0.2, largestTotal + "°");
        assertTrue(error > 0.1, "a difference could have shown");
    }

    private static void assertSameUncertainty(OrientationState state, DenseReferenceFilter referee) {
        for (int i = 0; i < ErrorCovariance.SIZE; i++) {
            double ratio = Math.sqrt(state.covariance.variance(i)) / referee.sigma(i);
            // the filter's last block may have closed a few samples before or after the referee's
            assertEquals(1, ratio, 0.06, "sigma of state " + i);
        }
    }

    /** What both have learnt is the same to a small share of what is still unsure about it. */
    private static void assertSameCalibration(OrientationState state, DenseReferenceFilter referee) {
        for (int i = 0; i < 3; i++) {
            double sigma = referee.sigma(ErrorCovariance.BIAS + i);
            assertEquals(referee.bias()[i], state.bias[i], 0.03 * sigma, "bias of axis " + i);
        }
        for (int i = 0; i < 9; i++) {
            double sigma = referee.sigma(ErrorCovariance.MATRIX + i);
            assertEquals(referee.matrix()[i], state.matrix[i], 0.03 * sigma, "element " + i + " of the matrix");
        }
    }
}
