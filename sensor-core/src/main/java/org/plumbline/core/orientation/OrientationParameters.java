package org.plumbline.core.orientation;

/**
 * What the {@link OrientationFilter} assumes about the sensor and the wearer. All are independent of the sampling rate.
 *
 * <p>The defaults are the hand-chosen set of the design study (one set for a board in the hand, a robot and a simulated
 * lifter); larger noise makes the filter follow the accelerometer sooner.
 *
 * @param angularRateNoise density of the gyroscope's noise, rad/s per √Hz
 * @param rateDependentNoise additional density per rad/s of rotation (scale and misalignment not modelled), √s
 * @param biasWalk random walk of the gyroscope bias, rad/s per √s
 * @param initialBiasSigma uncertainty of the bias at the start, rad/s
 * @param initialTiltSigma uncertainty of the tilt at the start, rad
 * @param velocityNoise random walk of velocity from accelerometer noise, m/s per √s
 * @param softZeroVelocity density of the pseudo measurement "the wearer goes nowhere", (m/s)²·s; smaller trusts it more
 * @param restZeroVelocity the same while at rest, (m/s)²·s
 * @param clippedNoise density of angular rate noise while the gyroscope is clipped, rad/s per √Hz
 * @param midIntervalWeight where in the interval between two samples the specific force was taken: 0.5 for sensors that
 *     average over the interval, 0 for those that sample its end
 */
public record OrientationParameters(
        double angularRateNoise,
        double rateDependentNoise,
        double biasWalk,
        double initialBiasSigma,
        double initialTiltSigma,
        double velocityNoise,
        double softZeroVelocity,
        double restZeroVelocity,
        double clippedNoise,
        double midIntervalWeight) {

    /** The set used for every sensor so far. */
    public static OrientationParameters defaults() {
        return new OrientationParameters(
                Math.toRadians(0.1),
                3e-3,
                Math.toRadians(0.005),
                Math.toRadians(0.5),
                Math.toRadians(5),
                0.01,
                0.2,
                1e-4,
                1.0,
                0.5);
    }
}
