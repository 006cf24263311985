package org.plumbline.core.orientation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;
import org.plumbline.core.testing.Samples;

/** What a filter learns of its gyroscope's scale and misalignment while the sensor is turned to and fro. */
class GyroscopeCalibrationTest {
    private static final double RATE_HZ = 104;
    private static final double[] TRUE_MATRIX = {0.005, 0, 0, 0, -0.005, 0.005, 0, -0.005, 0.005};

    private final ImuSample sample = new ImuSample();
    private double[] truth = {1, 0, 0, 0};
    private final Random random = new Random(1);
    private double timeS;

    @Test
    void aMatrixOfHalfAPercentIsLearntFromTurningEveryWay() {
        OrientationFilter filter = new OrientationFilter(RATE_HZ);
        double atFirst = distance(filter.gyroscopeCalibration(), TRUE_MATRIX);
        rotate(filter, 180, TRUE_MATRIX, 0);
        GyroscopeCalibration learnt = filter.gyroscopeCalibration();
        double atLast = distance(learnt, TRUE_MATRIX);
        assertTrue(atLast < 0.65 * atFirst, atLast + " of " + atFirst + " are left");
        for (double sigma : learnt.sigma()) {
            assertTrue(sigma < 0.003, "more is known than at first");
        }
        assertTrue(learnt.isWorthKeeping());
        assertEquals(180, learnt.movingS(), 2);
    }

    @Test
    void whatWasLearntMakesTheNextStartBetter() {
        OrientationFilter first = new OrientationFilter(RATE_HZ);
        rotate(first, 180, TRUE_MATRIX, 0);
        OrientationFilter unknown = new OrientationFilter(RATE_HZ);
        OrientationFilter known = new OrientationFilter(RATE_HZ);
        known.startFrom(first.gyroscopeCalibration());
        double without = rotate(unknown, 20, TRUE_MATRIX, 0);
        double with = rotate(known, 20, TRUE_MATRIX, 0);
        assertTrue(with < 0.6 * without, with + "° against " + without + "°");
    }

    @Test
    void nothingIsLearntWhileTheGyroscopeIsClipped() {
        OrientationFilter filter = new OrientationFilter(RATE_HZ);
        rotate(filter, 60, TRUE_MATRIX, SampleFlag.ANGULAR_RATE_CLIPPED);
        assertEquals(Collections.nCopies(9, 0.0), filter.gyroscopeCalibration().matrix());
        rotate(filter, 60, TRUE_MATRIX, SampleFlag.ACCELERATION_CLIPPED);
        assertEquals(Collections.nCopies(9, 0.0), filter.gyroscopeCalibration().matrix());
        rotate(filter, 60, TRUE_MATRIX, 0);
        assertFalse(
                Collections.nCopies(9, 0.0).equals(filter.gyroscopeCalibration().matrix()));
    }

    @Test
    void moreThanOneAndAHalfPercentIsNotBelieved() {
        OrientationFilter filter = new OrientationFilter(RATE_HZ);
        rotate(filter, 240, new double[] {0.08, 0, 0, 0, 0.08, 0, 0, 0, 0.08}, 0);
        double largest = 0;
        for (double element : filter.gyroscopeCalibration().matrix()) {
            largest = Math.max(largest, Math.abs(element));
        }
        assertEquals(0.015, largest, 1e-4, "that of " + filter.gyroscopeCalibration());
    }

    @Test
    void lyingStillTeachesNothingWorthKeeping() {
        OrientationFilter filter = new OrientationFilter(RATE_HZ);
        for (int k = 1; k < 60 * RATE_HZ; k++) {
            Samples.turning(truth, new double[] {0, 0, 0}, sample);
            sample.timeMicros = Math.round(k / RATE_HZ * 1e6);
            filter.update(sample);
        }
        assertFalse(filter.gyroscopeCalibration().isWorthKeeping());
    }

    @Test
    void aCalibrationComesBeforeTheFirstSample() {
        OrientationFilter filter = new OrientationFilter(RATE_HZ);
        GyroscopeCalibration known = filter.gyroscopeCalibration();
        rotate(filter, 1, TRUE_MATRIX, 0);
        assertThrows(IllegalStateException.class, () -> filter.startFrom(known));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, -0.2, Double.NaN, Double.POSITIVE_INFINITY})
    void aCalibrationThatNoGyroscopeHasIsRefused(double value) {
        List<Double> good = Collections.nCopies(9, 0.001);
        List<Double> bad = Collections.nCopies(9, value);
        assertThrows(IllegalArgumentException.class, () -> new GyroscopeCalibration(bad, good, 1));
        assertThrows(IllegalArgumentException.class, () -> new GyroscopeCalibration(good, bad, 1));
        assertThrows(IllegalArgumentException.class, () -> new GyroscopeCalibration(good.subList(1, 9), good, 1));
    }

    /**
     * Turns about one axis of the sensor after the other, half a second to and a second and a half fro, with what the
     * gyroscope reads for it; returns the mean inclination error, degrees.
     */
    private double rotate(OrientationFilter filter, double seconds, double[] matrix, int flags) {
        double sum = 0;
        double[] turn = new double[4];
        double[] midway = new double[4];
        double[] estimate = new double[4];
        int samples = (int) (seconds * RATE_HZ);
        for (int k = 0; k < samples; k++) {
            timeS += 1 / RATE_HZ;
            int axis = (int) (timeS / 4) % 3;
            double speed = timeS % 4 < 2.5 ? 3 : -1.5;
            double[] rate = new double[3];
            rate[axis] = speed;
            rate[(axis + 1) % 3] = 0.5 * Math.sin(timeS);
            double[] before = truth.clone();
            Quaternions.fromRotationVector(rate[0] / RATE_HZ, rate[1] / RATE_HZ, rate[2] / RATE_HZ, turn);
            Quaternions.multiply(truth, turn, truth);
            Quaternions.normalize(truth);
            Quaternions.interpolate(before, truth, 0.5, midway);
            Samples.turning(midway, rate, sample);
            undo(matrix, rate);
            sample.gyrX += 0.003 * random.nextGaussian();
            sample.gyrY += 0.003 * random.nextGaussian();
            sample.gyrZ += 0.003 * random.nextGaussian();
            sample.timeMicros = Math.round(timeS * 1e6);
            sample.flags = flags;
            filter.update(sample);
            filter.copyOrientationTo(estimate);
            sum += Samples.inclinationErrorDeg(estimate, truth);
        }
        return sum / samples;
    }

    private void undo(double[] m, double[] rate) {
        for (int round = 0; round < 20; round++) {
            double x = rate[0] - m[0] * sample.gyrX - m[1] * sample.gyrY - m[2] * sample.gyrZ;
            double y = rate[1] - m[3] * sample.gyrX - m[4] * sample.gyrY - m[5] * sample.gyrZ;
            double z = rate[2] - m[6] * sample.gyrX - m[7] * sample.gyrY - m[8] * sample.gyrZ;
            sample.gyrX = x;
            sample.gyrY = y;
            sample.gyrZ = z;
        }
    }

    private static double distance(GyroscopeCalibration calibration, double[] matrix) {
        double squared = 0;
        for (int i = 0; i < 9; i++) {
            double off = calibration.matrix().get(i) - matrix[i];
            squared += off * off;
        }
        return Math.sqrt(squared);
    }
}
