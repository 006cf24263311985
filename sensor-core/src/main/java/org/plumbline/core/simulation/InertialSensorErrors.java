package org.plumbline.core.simulation;

import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;

/**
 * What a consumer MEMS sensor makes of the true specific force and angular rate: bias, scale, misalignment, noise,
 * range and resolution.
 */
final class InertialSensorErrors {
    /** Ranges that lifting never leaves, 16 bit. */
    private static final double ACCELEROMETER_RANGE_MS2 = 8 * BodyWornSensor.GRAVITY_MS2;

    private static final double GYRO_RANGE_RAD_PER_S = Math.toRadians(1000);
    private static final int COUNTS = 32768;

    private final SeededRandom random;
    private final double[] gyroBias = new double[3];
    private final double[] accelerometerBias = new double[3];
    private final double[][] gyroMatrix = new double[3][3];
    private final double biasStep;
    private final double gyroNoiseRadPerS;
    private final double accelerometerNoiseMs2;

    InertialSensorErrors(SeededRandom random, SensorConditions conditions, double periodS) {
        this.random = random;
        double gyroBiasRadPerS = Math.toRadians(conditions.gyroBiasDegPerS());
        double largestGyroBias = Math.toRadians(SensorConditions.LARGEST_GYRO_BIAS_DEG_PER_S);
        for (int row = 0; row < 3; row++) {
            gyroBias[row] = within(largestGyroBias, random.gaussian(gyroBiasRadPerS));
            accelerometerBias[row] = within(
                    SensorConditions.LARGEST_ACCELEROMETER_BIAS_MS2,
                    random.gaussian(conditions.accelerometerBiasMs2()));
            for (int column = 0; column < 3; column++) {
                gyroMatrix[row][column] = (row == column ? 1 : 0) + random.gaussian(conditions.gyroScaleShare());
            }
        }
        biasStep = Math.toRadians(conditions.gyroBiasWalkDegPerS()) * Math.sqrt(periodS);
        // white noise up to half the rate
        double halfRate = Math.sqrt(conditions.rateHz() / 2);
        gyroNoiseRadPerS = Math.toRadians(conditions.gyroNoiseDegPerS() * halfRate);
        accelerometerNoiseMs2 = conditions.accelerometerNoiseMs2() * halfRate;
    }

    /** Fills the six axes and the flags of {@code into}. */
    void measure(double[] specificForceMs2, double[] angularRateRadPerS, ImuSample into) {
        for (int axis = 0; axis < 3; axis++) {
            gyroBias[axis] += random.gaussian(biasStep);
        }
        into.flags = 0;
        into.accX = force(0, specificForceMs2, into);
        into.accY = force(1, specificForceMs2, into);
        into.accZ = force(2, specificForceMs2, into);
        into.gyrX = rate(0, angularRateRadPerS, into);
        into.gyrY = rate(1, angularRateRadPerS, into);
        into.gyrZ = rate(2, angularRateRadPerS, into);
    }

    void gyroBias(double[] into) {
        System.arraycopy(gyroBias, 0, into, 0, 3);
    }

    private double force(int axis, double[] specificForceMs2, ImuSample into) {
        double value = specificForceMs2[axis] + accelerometerBias[axis] + random.gaussian(accelerometerNoiseMs2);
        if (Math.abs(value) >= ACCELEROMETER_RANGE_MS2) {
            into.flags |= SampleFlag.ACCELERATION_CLIPPED;
        }
        return counted(value, ACCELEROMETER_RANGE_MS2);
    }

    private double rate(int axis, double[] angularRateRadPerS, ImuSample into) {
        double[] row = gyroMatrix[axis];
        double value = row[0] * angularRateRadPerS[0]
                + row[1] * angularRateRadPerS[1]
                + row[2] * angularRateRadPerS[2]
                + gyroBias[axis]
                + random.gaussian(gyroNoiseRadPerS);
        if (Math.abs(value) >= GYRO_RANGE_RAD_PER_S) {
            into.flags |= SampleFlag.ANGULAR_RATE_CLIPPED;
        }
        return counted(value, GYRO_RANGE_RAD_PER_S);
    }

    private static double within(double largest, double value) {
        return Math.max(-largest, Math.min(largest, value));
    }

    private static double counted(double value, double range) {
        double counts = Math.rint(value / range * COUNTS);
        return Math.max(-COUNTS, Math.min(COUNTS - 1, counts)) * range / COUNTS;
    }
}
