package org.plumbline.core.orientation;

/**
 * What the {@link OrientationFilter} assumes about the sensor and the wearer. All are independent of the sampling rate.
 *
 * @param angularRateNoise density of the gyroscope's noise, rad/s per √Hz; more makes the filter follow the accelerometer
 *     sooner
 * @param rateDependentNoise additional density per rad/s of rotation (what the gyroscope matrix leaves unexplained), √s
 * @param biasWalk random walk of the gyroscope bias, rad/s per √s; more lets the bias follow temperature and load sooner
 * @param initialBiasSigma uncertainty of the bias at the start, rad/s
 * @param initialMatrixSigma uncertainty of each element of the gyroscope matrix (scale and misalignment) at the start; 0
 *     switches self-calibration off
 * @param largestMatrixElement larger scale errors and misalignments are not believed
 * @param initialTiltSigma uncertainty of the tilt at the start, rad
 * @param velocityNoise random walk of velocity from accelerometer noise, m/s per √s
 * @param softZeroVelocity density of the pseudo measurement "the wearer goes nowhere", (m/s)²·s; smaller trusts it more
 * @param restZeroVelocity the same while at rest, (m/s)²·s
 * @param walkingVelocity what is added to {@code softZeroVelocity} while the wearer walks and so goes somewhere, (m/s)²·s
 * @param swayTime how long the sway of a standing person stays alike, s: the mean rate of a rest says the less, the more
 *     the person sways and the longer each sway lasts
 * @param clippedNoise density of angular rate noise while the gyroscope is clipped, rad/s per √Hz
 * @param specificForceBias what the accelerometer is wrong by at rest, per axis, m/s²: nothing tells it from tilt, so it is
 *     the floor of the stated uncertainty
 * @param midIntervalWeight where in the interval between two samples the specific force was taken: 0.5 for sensors that
 *     average over the interval, 0 for those that sample its end
 * @param latencyS how late the samples of this sensor are against the moment their stamps name, s: the orientation is
 *     carried forward by that time at the last angular rate
 */
public record OrientationParameters(
        double angularRateNoise,
        double rateDependentNoise,
        double biasWalk,
        double initialBiasSigma,
        double initialMatrixSigma,
        double largestMatrixElement,
        double initialTiltSigma,
        double velocityNoise,
        double softZeroVelocity,
        double restZeroVelocity,
        double walkingVelocity,
        double swayTime,
        double clippedNoise,
        double specificForceBias,
        double midIntervalWeight,
        double latencyS) {

    /** Latencies beyond this are no latency, s. */
    private static final double LONGEST_LATENCY_S = 0.1;

    public OrientationParameters {
        for (double value : new double[] {
            angularRateNoise,
            rateDependentNoise,
            biasWalk,
            initialBiasSigma,
            initialMatrixSigma,
            initialTiltSigma,
            velocityNoise,
            softZeroVelocity,
            restZeroVelocity,
            walkingVelocity,
            swayTime,
            clippedNoise,
            specificForceBias
        }) {
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("noise, walks and sigmas must be 0 or more, but one is " + value);
            }
        }
        if (!(Math.abs(latencyS) <= LONGEST_LATENCY_S)) {
            throw new IllegalArgumentException(
                    "latencyS must be within " + LONGEST_LATENCY_S + " s of 0, but is " + latencyS);
        }
        if (!(midIntervalWeight >= 0 && midIntervalWeight <= 1)) {
            throw new IllegalArgumentException("midIntervalWeight must be 0 to 1, but is " + midIntervalWeight);
        }
        if (!(largestMatrixElement >= 0 && largestMatrixElement < 0.1)) {
            throw new IllegalArgumentException("largestMatrixElement must be 0 to 0.1, but is " + largestMatrixElement);
        }
    }

    /**
     * One set for every sensor: chosen by hand on a board in the hand, on sitting people and on simulated lifters, see the
     * explanation of the filter in the documentation for what each choice costs.
     */
    public static OrientationParameters defaults() {
        return new OrientationParameters(
                Math.toRadians(0.1),
                3e-4,
                Math.toRadians(0.012),
                Math.toRadians(0.3),
                0.003,
                0.015,
                Math.toRadians(10),
                0.01,
                0.2,
                5e-4,
                5,
                0.3,
                1.0,
                0.025,
                0.5,
                0);
    }

    /** Variance of tilt that no measurement takes away, both axes together, rad². */
    double tiltFloor() {
        double perAxis = specificForceBias / OrientationFilter.GRAVITY_MS2;
        return 2 * perAxis * perAxis;
    }

    /** The same set for a sensor whose samples are late. */
    public OrientationParameters withLatency(double seconds) {
        return with(initialMatrixSigma, seconds);
    }

    /** The same set without self-calibration. */
    public OrientationParameters withoutSelfCalibration() {
        return with(0, latencyS);
    }

    private OrientationParameters with(double matrixSigma, double latency) {
        return new OrientationParameters(
                angularRateNoise,
                rateDependentNoise,
                biasWalk,
                initialBiasSigma,
                matrixSigma,
                largestMatrixElement,
                initialTiltSigma,
                velocityNoise,
                softZeroVelocity,
                restZeroVelocity,
                walkingVelocity,
                swayTime,
                clippedNoise,
                specificForceBias,
                midIntervalWeight,
                latency);
    }
}
