package org.plumbline.core.orientation;

/**
 * Tells when a sensor on a body is as still as a standing person gets: the block means of specific force and angular rate
 * stay close to their own running means. Standing sway passes, walking and bending do not.
 */
public final class RestDetector {
    /** Time constant of the running means, s. */
    private static final double MEAN_TIME_S = 0.5;

    /** Largest deviation of angular rate from its running mean, rad/s. */
    private static final double ANGULAR_RATE_DEVIATION = Math.toRadians(5);

    /** Largest deviation of specific force from its running mean, m/s². */
    private static final double SPECIFIC_FORCE_DEVIATION = 0.8;

    /** Largest running mean of angular rate, bias included, rad/s. */
    private static final double ANGULAR_RATE_MEAN = Math.toRadians(3);

    /** Largest running mean where the specific force does not turn along, so that it can only be bias, rad/s. */
    private static final double BIAS_MEAN = Math.toRadians(12);

    /** Largest deviation of specific force then: a turn of 3 deg/s about a level axis shows 0.26, m/s². */
    private static final double STEADY_FORCE_DEVIATION = 0.2;

    /** How long all that must hold, s. */
    private static final double REST_TIME_S = 1.0;

    private final double[] mean = new double[6];
    private boolean started;
    private double quietS;
    private double squaredRateDeviation;

    /**
     * Takes the means of one block.
     *
     * @param block specific force (m/s²) and angular rate (rad/s), six values
     * @param durationS duration of the block
     */
    public void update(double[] block, double durationS) {
        if (!started) {
            System.arraycopy(block, 0, mean, 0, 6);
            started = true;
        }
        double share = Math.min(1, durationS / MEAN_TIME_S);
        double forceDeviation = 0;
        double rateDeviation = 0;
        double rateMean = 0;
        for (int i = 0; i < 3; i++) {
            double force = block[i] - mean[i];
            double rate = block[i + 3] - mean[i + 3];
            forceDeviation += force * force;
            rateDeviation += rate * rate;
            mean[i] += share * force;
            mean[i + 3] += share * rate;
            rateMean += mean[i + 3] * mean[i + 3];
        }
        squaredRateDeviation += share * (rateDeviation / 3 - squaredRateDeviation);
        boolean small = rateMean < ANGULAR_RATE_MEAN * ANGULAR_RATE_MEAN;
        double largestMean = small ? ANGULAR_RATE_MEAN : BIAS_MEAN;
        double largestDeviation = small ? SPECIFIC_FORCE_DEVIATION : STEADY_FORCE_DEVIATION;
        boolean quiet = rateDeviation < ANGULAR_RATE_DEVIATION * ANGULAR_RATE_DEVIATION
                && forceDeviation < largestDeviation * largestDeviation
                && rateMean < largestMean * largestMean;
        quietS = quiet ? quietS + durationS : 0;
    }

    /** Whether the sensor has been still for a second. */
    public boolean atRest() {
        return quietS >= REST_TIME_S;
    }

    /** For how long the sensor has been quiet, s. */
    public double quietS() {
        return quietS;
    }

    /** Running mean square of the deviation of angular rate per axis, (rad/s)²: how much the person sways. */
    public double squaredRateDeviation() {
        return squaredRateDeviation;
    }

    void exchange(StateExchange with) {
        with.values(mean);
        started = with.flag(started);
        quietS = with.value(quietS);
        squaredRateDeviation = with.value(squaredRateDeviation);
    }

    /** Forgets the past. */
    public void reset() {
        started = false;
        quietS = 0;
        squaredRateDeviation = 0;
    }
}
