package org.plumbline.core.simulation;

/**
 * How good a simulated sensor, its seat on the skin and its radio are. Standard deviations are of one axis, drawn once a
 * sensor.
 *
 * @param rateHz samples a second
 * @param lostShare share of the radio's frames that get lost
 * @param gyroBiasDegPerS bias of the gyroscope, deg/s; never more than {@value #LARGEST_GYRO_BIAS_DEG_PER_S}
 * @param gyroBiasWalkDegPerS random walk of that bias over one square root second, deg/s
 * @param gyroScaleShare scale and misalignment, each element of the matrix
 * @param gyroNoiseDegPerS density of the gyroscope's noise, deg/s per square root hertz
 * @param accelerometerBiasMs2 bias of the accelerometer, m/s²; never more than {@value #LARGEST_ACCELEROMETER_BIAS_MS2}
 * @param accelerometerNoiseMs2 density of the accelerometer's noise, m/s² per square root hertz
 * @param skinTiltDegPerMs2 how far the sensor tips on soft tissue for one m/s², degrees
 */
public record SensorConditions(
        double rateHz,
        double lostShare,
        double gyroBiasDegPerS,
        double gyroBiasWalkDegPerS,
        double gyroScaleShare,
        double gyroNoiseDegPerS,
        double accelerometerBiasMs2,
        double accelerometerNoiseMs2,
        double skinTiltDegPerMs2) {
    /** Zero-rate level at which consumer parts are rejected. */
    static final double LARGEST_GYRO_BIAS_DEG_PER_S = 3;

    /** 40 mg, the zero-g offset that data sheets of the class allow. */
    static final double LARGEST_ACCELEROMETER_BIAS_MS2 = 0.392;

    static final double NOMINAL_RATE_HZ = 104;

    private static final double LOWEST_RATE_HZ = 10;
    private static final double HIGHEST_RATE_HZ = 1000;

    public SensorConditions {
        if (!(rateHz >= LOWEST_RATE_HZ && rateHz <= HIGHEST_RATE_HZ)) {
            throw new IllegalArgumentException(
                    "rateHz must be " + LOWEST_RATE_HZ + " to " + HIGHEST_RATE_HZ + ", but is " + rateHz);
        }
        if (!(lostShare >= 0 && lostShare < 1)) {
            throw new IllegalArgumentException("lostShare must be 0 to less than 1, but is " + lostShare);
        }
        checkError("gyroBiasDegPerS", gyroBiasDegPerS);
        checkError("gyroBiasWalkDegPerS", gyroBiasWalkDegPerS);
        checkError("gyroScaleShare", gyroScaleShare);
        checkError("gyroNoiseDegPerS", gyroNoiseDegPerS);
        checkError("accelerometerBiasMs2", accelerometerBiasMs2);
        checkError("accelerometerNoiseMs2", accelerometerNoiseMs2);
        checkError("skinTiltDegPerMs2", skinTiltDegPerMs2);
    }

    /**
     * A consumer sensor after the factory's calibration, strapped: noise densities of data sheets of the class (0.007
     * deg/s and 120 µg per square root hertz).
     */
    public static SensorConditions realistic() {
        double halfRate = Math.sqrt(NOMINAL_RATE_HZ / 2);
        return new SensorConditions(
                NOMINAL_RATE_HZ, 0.005, 0.4, 0.002, 0.005, 0.05 / halfRate, 0.025, 0.0085 / halfRate, 0.3);
    }

    /** The same at another rate. */
    public SensorConditions withRateHz(double hertz) {
        return new SensorConditions(
                hertz,
                lostShare,
                gyroBiasDegPerS,
                gyroBiasWalkDegPerS,
                gyroScaleShare,
                gyroNoiseDegPerS,
                accelerometerBiasMs2,
                accelerometerNoiseMs2,
                skinTiltDegPerMs2);
    }

    /** The same with another loss of frames. */
    public SensorConditions withLostShare(double share) {
        return new SensorConditions(
                rateHz,
                share,
                gyroBiasDegPerS,
                gyroBiasWalkDegPerS,
                gyroScaleShare,
                gyroNoiseDegPerS,
                accelerometerBiasMs2,
                accelerometerNoiseMs2,
                skinTiltDegPerMs2);
    }

    /** The same with another gyroscope bias, deg/s, and its walk over one square root second, deg/s. */
    public SensorConditions withGyroBias(double biasDegPerS, double walkDegPerS) {
        return new SensorConditions(
                rateHz,
                lostShare,
                biasDegPerS,
                walkDegPerS,
                gyroScaleShare,
                gyroNoiseDegPerS,
                accelerometerBiasMs2,
                accelerometerNoiseMs2,
                skinTiltDegPerMs2);
    }

    /** The same with another scale and misalignment of the gyroscope. */
    public SensorConditions withGyroScale(double share) {
        return new SensorConditions(
                rateHz,
                lostShare,
                gyroBiasDegPerS,
                gyroBiasWalkDegPerS,
                share,
                gyroNoiseDegPerS,
                accelerometerBiasMs2,
                accelerometerNoiseMs2,
                skinTiltDegPerMs2);
    }

    /** The same with another density of the gyroscope's noise, deg/s per square root hertz. */
    public SensorConditions withGyroNoise(double densityDegPerS) {
        return new SensorConditions(
                rateHz,
                lostShare,
                gyroBiasDegPerS,
                gyroBiasWalkDegPerS,
                gyroScaleShare,
                densityDegPerS,
                accelerometerBiasMs2,
                accelerometerNoiseMs2,
                skinTiltDegPerMs2);
    }

    /** The same with another accelerometer bias, m/s². */
    public SensorConditions withAccelerometerBias(double biasMs2) {
        return new SensorConditions(
                rateHz,
                lostShare,
                gyroBiasDegPerS,
                gyroBiasWalkDegPerS,
                gyroScaleShare,
                gyroNoiseDegPerS,
                biasMs2,
                accelerometerNoiseMs2,
                skinTiltDegPerMs2);
    }

    /** The same on softer or firmer tissue, degrees for one m/s². */
    public SensorConditions withSkinTilt(double degPerMs2) {
        return new SensorConditions(
                rateHz,
                lostShare,
                gyroBiasDegPerS,
                gyroBiasWalkDegPerS,
                gyroScaleShare,
                gyroNoiseDegPerS,
                accelerometerBiasMs2,
                accelerometerNoiseMs2,
                degPerMs2);
    }

    private static void checkError(String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be 0 or more, but is " + value);
        }
    }
}
