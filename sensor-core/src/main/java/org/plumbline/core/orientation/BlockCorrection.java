package org.plumbline.core.orientation;

/**
 * What the filter does at the end of each block: it carries the covariance over the block, measures that the wearer goes
 * nowhere and, at rest, does not turn, and corrects the state by what follows.
 */
final class BlockCorrection {
    /** Larger biases are not believed, rad/s. */
    private static final double LARGEST_BIAS = Math.toRadians(12);

    /** After a gap an inclination less sure than this is none, degrees. */
    private static final double LEVELLED_SIGMA_DEG = 5;

    /** A standing person must have been quiet for so long before the mean rate is called bias, s. */
    private static final double QUIET_FOR_BIAS_S = 1.25;

    /** Least variance density of the mean rate at rest, (rad/s)²·s: a sensor on a table. */
    private static final double LEAST_REST_VARIANCE = 1e-6;

    private final OrientationParameters parameters;
    private final double noiseDensity;
    private final double rateNoiseDensity;
    private final double[] turn = new double[4];

    BlockCorrection(OrientationParameters parameters) {
        this.parameters = parameters;
        noiseDensity = parameters.angularRateNoise() * parameters.angularRateNoise();
        rateNoiseDensity = parameters.rateDependentNoise() * parameters.rateDependentNoise();
    }

    /** Takes the stretch since the last one up into the sums of its block. */
    void closeStretch(OrientationState s) {
        s.block.closeStretch(
                s.stretchW + s.w, s.stretchX + s.x, s.stretchY + s.y, s.stretchZ + s.z, noiseDensity, rateNoiseDensity);
        s.beginStretch();
    }

    /** Closes the block, if there is one. */
    void close(OrientationState s) {
        BlockSums block = s.block;
        if (block.isEmpty()) {
            return;
        }
        if (!block.stretchEmpty()) {
            closeStretch(s);
        }
        ErrorCovariance covariance = s.covariance;
        double durationS = block.durationS;
        covariance.propagate(block.sensitivity, durationS);
        covariance.inflateAngles(block.angleVariance);
        double biasVariance = parameters.biasWalk() * parameters.biasWalk() * durationS;
        double velocityVariance =
                parameters.velocityNoise() * parameters.velocityNoise() * durationS + block.velocityVariance;
        for (int i = 0; i < 3; i++) {
            covariance.inflate(ErrorCovariance.BIAS + i, biasVariance);
        }
        covariance.inflate(ErrorCovariance.VELOCITY, velocityVariance);
        covariance.inflate(ErrorCovariance.VELOCITY + 1, velocityVariance);
        for (int i = 0; i < 6; i++) {
            block.integral[i] /= durationS;
        }
        s.rest.update(block.integral, durationS);
        s.gait.update(block, durationS);
        if (s.meanLevelling.isActive()) {
            level(s, durationS);
        } else {
            measure(s, durationS);
            inject(s);
        }
        block.clear();
        s.beginStretch();
        s.afterGap = s.afterGap && s.inclinationSigmaDeg(parameters) > LEVELLED_SIGMA_DEG;
    }

    private void measure(OrientationState s, double durationS) {
        ErrorCovariance covariance = s.covariance;
        boolean resting = s.rest.quietS() >= QUIET_FOR_BIAS_S - 1e-9;
        if (!resting) {
            s.movingS += durationS;
        }
        boolean learn = !s.block.doubtful;
        double zeroVelocity = (resting
                        ? parameters.restZeroVelocity()
                        : parameters.softZeroVelocity() + s.gait.share() * parameters.walkingVelocity())
                / durationS;
        covariance.measure(
                ErrorCovariance.VELOCITY,
                -s.velocityX,
                ErrorCovariance.VELOCITY + 1,
                -s.velocityY,
                zeroVelocity,
                learn);
        if (resting) {
            // a swaying person's rate averages to zero only over the sway: the more sway, the less it says
            double density = Math.max(LEAST_REST_VARIANCE, parameters.swayTime() * s.rest.squaredRateDeviation());
            double[] rate = s.block.integral;
            covariance.measureBias(
                    rate[3] - s.bias[0], rate[4] - s.bias[1], rate[5] - s.bias[2], density / durationS, learn);
        }
    }

    private void inject(OrientationState s) {
        double[] error = s.covariance.error;
        Quaternions.fromRotationVector(error[0], error[1], error[2], turn);
        s.turnBy(turn);
        s.velocityX += error[ErrorCovariance.VELOCITY];
        s.velocityY += error[ErrorCovariance.VELOCITY + 1];
        for (int i = 0; i < 3; i++) {
            double bias = s.bias[i] + error[ErrorCovariance.BIAS + i];
            s.bias[i] = within(LARGEST_BIAS, bias);
            if (s.bias[i] != bias) {
                // beyond the bound nothing is modelled any more: the angle may turn at any such rate
                s.covariance.inflateAngles(LARGEST_BIAS * LARGEST_BIAS * s.block.durationS * s.block.durationS);
            }
        }
        for (int i = 0; i < 9; i++) {
            s.matrix[i] = within(parameters.largestMatrixElement(), s.matrix[i] + error[ErrorCovariance.MATRIX + i]);
        }
        s.covariance.closeHistory(s.lastTimeMicros);
        s.covariance.clearError();
    }

    private void level(OrientationState s, double durationS) {
        double sigma = s.meanLevelling.add(
                s.velocityX, s.velocityY, s.block.vertical, durationS, s.gait.accelerationMs2(), turn);
        s.turnBy(turn);
        s.covariance.levelTo(sigma);
        s.forgetVelocity();
        s.covariance.cutHistory();
    }

    private static double within(double bound, double value) {
        return Math.max(-bound, Math.min(bound, value));
    }
}
