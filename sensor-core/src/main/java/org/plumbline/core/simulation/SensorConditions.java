package org.plumbline.core.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
 * @param clockSkewPpm by how many millionths a sensor's clock is off at most
 * @param framesPerBurst frames that the host hands over at a time, 1 for each as it comes
 * @param mishaps what happens to the sensors besides
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
        double skinTiltDegPerMs2,
        double clockSkewPpm,
        int framesPerBurst,
        List<SensorMishap> mishaps) {
    /** Zero-rate level at which consumer parts are rejected. */
    static final double LARGEST_GYRO_BIAS_DEG_PER_S = 3;

    /** 40 mg, the zero-g offset that data sheets of the class allow. */
    static final double LARGEST_ACCELEROMETER_BIAS_MS2 = 0.392;

    static final double NOMINAL_RATE_HZ = 104;

    /** Crystals of two devices differ by up to this. */
    private static final double USUAL_SKEW_PPM = 40;

    /** A clock that gains a second in under 17 minutes is broken. */
    private static final double LARGEST_SKEW_PPM = 1000;

    /** More than a second of frames at once is no stream. */
    private static final int MOST_FRAMES_PER_BURST = 16;

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
        if (!(clockSkewPpm >= 0 && clockSkewPpm <= LARGEST_SKEW_PPM)) {
            throw new IllegalArgumentException(
                    "clockSkewPpm must be 0 to " + LARGEST_SKEW_PPM + ", but is " + clockSkewPpm);
        }
        if (framesPerBurst < 1 || framesPerBurst > MOST_FRAMES_PER_BURST) {
            throw new IllegalArgumentException(
                    "framesPerBurst must be 1 to " + MOST_FRAMES_PER_BURST + ", but is " + framesPerBurst);
        }
        mishaps = List.copyOf(mishaps);
    }

    /**
     * A consumer sensor after the factory's calibration, strapped: noise densities of data sheets of the class (0.007
     * deg/s and 120 µg per square root hertz).
     */
    public static SensorConditions realistic() {
        double halfRate = Math.sqrt(NOMINAL_RATE_HZ / 2);
        return new SensorConditions(
                NOMINAL_RATE_HZ,
                0.005,
                0.4,
                0.002,
                0.005,
                0.05 / halfRate,
                0.025,
                0.0085 / halfRate,
                0.3,
                USUAL_SKEW_PPM,
                1,
                List.of());
    }

    /** The same at another rate. */
    public SensorConditions withRateHz(double hertz) {
        return with(changed -> changed.rateHz = hertz);
    }

    /** The same with another loss of frames. */
    public SensorConditions withLostShare(double share) {
        return with(changed -> changed.lostShare = share);
    }

    /** The same with another gyroscope bias, deg/s, and its walk over one square root second, deg/s. */
    public SensorConditions withGyroBias(double biasDegPerS, double walkDegPerS) {
        return with(changed -> {
            changed.gyroBiasDegPerS = biasDegPerS;
            changed.gyroBiasWalkDegPerS = walkDegPerS;
        });
    }

    /** The same with another scale and misalignment of the gyroscope. */
    public SensorConditions withGyroScale(double share) {
        return with(changed -> changed.gyroScaleShare = share);
    }

    /** The same with another density of the gyroscope's noise, deg/s per square root hertz. */
    public SensorConditions withGyroNoise(double densityDegPerS) {
        return with(changed -> changed.gyroNoiseDegPerS = densityDegPerS);
    }

    /** The same with another accelerometer bias, m/s². */
    public SensorConditions withAccelerometerBias(double biasMs2) {
        return with(changed -> changed.accelerometerBiasMs2 = biasMs2);
    }

    /** The same on softer or firmer tissue, degrees for one m/s². */
    public SensorConditions withSkinTilt(double degPerMs2) {
        return with(changed -> changed.skinTiltDegPerMs2 = degPerMs2);
    }

    /** The same with clocks that are off by up to {@code ppm} millionths. */
    public SensorConditions withClockSkew(double ppm) {
        return with(changed -> changed.clockSkewPpm = ppm);
    }

    /** The same with frames that come {@code frames} at a time. */
    public SensorConditions withFramesPerBurst(int frames) {
        return with(changed -> changed.framesPerBurst = frames);
    }

    /** The same, and this happens too. */
    public SensorConditions with(SensorMishap mishap) {
        return with(changed -> {
            changed.mishaps = new ArrayList<>(mishaps);
            changed.mishaps.add(mishap);
        });
    }

    private SensorConditions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.conditions();
    }

    /** The conditions while one of them is changed. */
    private static final class Draft {
        private double rateHz;
        private double lostShare;
        private double gyroBiasDegPerS;
        private double gyroBiasWalkDegPerS;
        private double gyroScaleShare;
        private double gyroNoiseDegPerS;
        private double accelerometerBiasMs2;
        private double accelerometerNoiseMs2;
        private double skinTiltDegPerMs2;
        private double clockSkewPpm;
        private int framesPerBurst;
        private List<SensorMishap> mishaps;

        Draft(SensorConditions from) {
            rateHz = from.rateHz;
            lostShare = from.lostShare;
            gyroBiasDegPerS = from.gyroBiasDegPerS;
            gyroBiasWalkDegPerS = from.gyroBiasWalkDegPerS;
            gyroScaleShare = from.gyroScaleShare;
            gyroNoiseDegPerS = from.gyroNoiseDegPerS;
            accelerometerBiasMs2 = from.accelerometerBiasMs2;
            accelerometerNoiseMs2 = from.accelerometerNoiseMs2;
            skinTiltDegPerMs2 = from.skinTiltDegPerMs2;
            clockSkewPpm = from.clockSkewPpm;
            framesPerBurst = from.framesPerBurst;
            mishaps = from.mishaps;
        }

        SensorConditions conditions() {
            return new SensorConditions(
                    rateHz,
                    lostShare,
                    gyroBiasDegPerS,
                    gyroBiasWalkDegPerS,
                    gyroScaleShare,
                    gyroNoiseDegPerS,
                    accelerometerBiasMs2,
                    accelerometerNoiseMs2,
                    skinTiltDegPerMs2,
                    clockSkewPpm,
                    framesPerBurst,
                    mishaps);
        }
    }

    private static void checkError(String what, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " must be 0 or more, but is " + value);
        }
    }
}
