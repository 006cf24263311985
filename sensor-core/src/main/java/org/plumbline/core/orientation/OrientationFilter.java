package org.plumbline.core.orientation;

import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;

/**
 * Orientation of one six-axis sensor to an earth frame with z up and an arbitrary heading.
 *
 * <p>A block error-state Kalman filter. Every sample turns the orientation by the angular rate and sums the horizontal
 * specific force to a velocity; every tenth of a second the pseudo measurement "the wearer goes nowhere" (soft zero
 * velocity) corrects tilt and gyroscope bias, and while the {@link RestDetector} sees a standing person the mean rate
 * corrects the bias. In steady state and without the bias this is VQF's second-order low-pass in the earth frame (Laidig
 * and Seel, Information Fusion 91, 2023); the covariance lets its gain vary with time. The scale and misalignment states
 * of the design study are not here yet.
 *
 * <p>Irregular and missing samples are allowed; what no sensor can measure counts as missing. {@link #update} allocates
 * nothing. One thread at a time.
 */
public final class OrientationFilter implements OrientationEstimate {
    /** Duration of a block, s. */
    private static final double BLOCK_S = 0.1;

    /** Between two samples further apart than this the movement is unknown, s. */
    private static final double LONGEST_STEP_S = 0.1;

    /** How fast a trunk may have turned unseen in a gap, rad/s. */
    private static final double RATE_IN_GAP = Math.toRadians(30);

    /** Uncertainty of the velocity at the start and after a gap, m/s. */
    private static final double UNKNOWN_VELOCITY_MS = 0.5;

    /** Larger biases are not believed, rad/s. */
    private static final double LARGEST_BIAS = Math.toRadians(5);

    /** No wearable measures more (200 g): a broken sample, m/s². */
    private static final double LARGEST_SPECIFIC_FORCE = 2000;

    /** No wearable measures more (about 5700 deg/s), rad/s. */
    private static final double LARGEST_ANGULAR_RATE = 100;

    /** After a gap an inclination less sure than this is none, degrees. */
    private static final double LEVELLED_SIGMA_DEG = 5;

    private static final double GRAVITY_MS2 = 9.81;

    private final OrientationParameters parameters;
    private final double nominalPeriodS;
    private final RestDetector rest = new RestDetector();
    private final ErrorCovariance covariance = new ErrorCovariance();

    private final double[] q = {1, 0, 0, 0};
    private final double[] step = new double[4];
    private final double[] midway = new double[4];
    private final double[] vector = new double[3];
    private final double[] vertical = {0, 0, 1};
    private final double[] bias = new double[3];
    private double velocityX;
    private double velocityY;
    private final double[] specificForce = {0, 0, GRAVITY_MS2};
    private final double[] angularRate = new double[3];

    private final double[] rotationIntegral = new double[9];
    private final double[] blockMean = new double[6];
    private double blockS;
    private double angularNoiseIntegral;

    private boolean started;
    private boolean afterGap;
    private long lastTimeMicros;

    /** A filter for a sensor of that nominal rate, with the default parameters; NaN where the rate is unknown. */
    public OrientationFilter(double nominalRateHz) {
        this(nominalRateHz, OrientationParameters.defaults());
    }

    /**
     * @param nominalRateHz samples per second, used for the first sample only; NaN where unknown
     * @param parameters noise of the sensor and freedom of the wearer
     */
    public OrientationFilter(double nominalRateHz, OrientationParameters parameters) {
        this.parameters = parameters;
        this.nominalPeriodS = nominalRateHz > 0 ? 1 / nominalRateHz : 0.01;
    }

    /**
     * Takes the next sample of this sensor.
     *
     * @return false for a sample that changes nothing: one that is not later than the one before, or that holds what no
     *     sensor can measure
     */
    public boolean update(ImuSample sample) {
        if (!isMeasurable(sample)) {
            return false;
        }
        if (!started || (sample.flags & SampleFlag.TIME_RESTART) != 0) {
            start(sample);
        }
        double stepS = (sample.timeMicros - lastTimeMicros) * 1e-6;
        if (stepS <= 0) {
            return false;
        }
        lastTimeMicros = sample.timeMicros;
        if (stepS > LONGEST_STEP_S) {
            passGap(stepS - LONGEST_STEP_S);
            stepS = LONGEST_STEP_S;
        }
        turn(sample, stepS);
        if (blockS >= BLOCK_S - 1e-9) {
            closeBlock();
        }
        return true;
    }

    /** NaN fails every comparison, so that it is not measurable either. */
    private static boolean isMeasurable(ImuSample sample) {
        return Math.abs(sample.accX) <= LARGEST_SPECIFIC_FORCE
                && Math.abs(sample.accY) <= LARGEST_SPECIFIC_FORCE
                && Math.abs(sample.accZ) <= LARGEST_SPECIFIC_FORCE
                && Math.abs(sample.gyrX) <= LARGEST_ANGULAR_RATE
                && Math.abs(sample.gyrY) <= LARGEST_ANGULAR_RATE
                && Math.abs(sample.gyrZ) <= LARGEST_ANGULAR_RATE;
    }

    /** Levels by the specific force. A sensor that starts anew keeps its heading, which nothing else can give back. */
    private void start(ImuSample sample) {
        started = true;
        lastTimeMicros = sample.timeMicros - Math.round(nominalPeriodS * 1e6);
        double norm = Math.sqrt(sample.accX * sample.accX + sample.accY * sample.accY + sample.accZ * sample.accZ);
        if (norm > 1e-6) {
            vector[0] = sample.accX / norm;
            vector[1] = sample.accY / norm;
            vector[2] = sample.accZ / norm;
            Quaternions.rotate(q, vector, vector);
            Quaternions.fromTo(vector, vertical, step);
            Quaternions.multiply(step, q, q);
        }
        java.util.Arrays.fill(bias, 0);
        velocityX = 0;
        velocityY = 0;
        // a sensor that starts in motion shows a specific force that is not gravity: trust its direction the less
        double strayShare = Math.min(1, Math.abs(norm - GRAVITY_MS2) / GRAVITY_MS2);
        double tiltSigma = Math.hypot(parameters.initialTiltSigma(), strayShare);
        covariance.reset(tiltSigma, parameters.initialBiasSigma(), UNKNOWN_VELOCITY_MS);
        rest.reset();
        clearBlock();
    }

    private void passGap(double gapS) {
        closeBlock();
        afterGap = true;
        double angle = RATE_IN_GAP * Math.min(gapS, 2);
        for (int i = 0; i < 3; i++) {
            covariance.inflate(ErrorCovariance.ANGLE + i, angle * angle);
        }
        covariance.inflate(ErrorCovariance.VELOCITY, UNKNOWN_VELOCITY_MS * UNKNOWN_VELOCITY_MS);
        covariance.inflate(ErrorCovariance.VELOCITY + 1, UNKNOWN_VELOCITY_MS * UNKNOWN_VELOCITY_MS);
        velocityX = 0;
        velocityY = 0;
        rest.reset();
    }

    private void turn(ImuSample sample, double stepS) {
        double rateX = sample.gyrX - bias[0];
        double rateY = sample.gyrY - bias[1];
        double rateZ = sample.gyrZ - bias[2];
        angularRate[0] = rateX;
        angularRate[1] = rateY;
        angularRate[2] = rateZ;
        System.arraycopy(q, 0, midway, 0, 4);
        Quaternions.fromRotationVector(rateX * stepS, rateY * stepS, rateZ * stepS, step);
        Quaternions.multiply(q, step, q);
        Quaternions.normalize(q);
        Quaternions.interpolate(q, midway, parameters.midIntervalWeight(), midway);

        vector[0] = sample.accX;
        vector[1] = sample.accY;
        vector[2] = sample.accZ;
        Quaternions.rotate(midway, vector, vector);
        if ((sample.flags & SampleFlag.ACCELERATION_CLIPPED) == 0) {
            velocityX += stepS * vector[0];
            velocityY += stepS * vector[1];
            System.arraycopy(vector, 0, specificForce, 0, 3);
        }
        addRotation(midway, stepS);
        double rateSquared = rateX * rateX + rateY * rateY + rateZ * rateZ;
        double noise = (sample.flags & SampleFlag.ANGULAR_RATE_CLIPPED) != 0
                ? parameters.clippedNoise()
                : parameters.angularRateNoise();
        double dependent = parameters.rateDependentNoise();
        angularNoiseIntegral += stepS * (noise * noise + dependent * dependent * rateSquared);

        blockMean[0] += stepS * sample.accX;
        blockMean[1] += stepS * sample.accY;
        blockMean[2] += stepS * sample.accZ;
        blockMean[3] += stepS * sample.gyrX;
        blockMean[4] += stepS * sample.gyrY;
        blockMean[5] += stepS * sample.gyrZ;
        blockS += stepS;
    }

    private void addRotation(double[] r, double stepS) {
        double w = r[0];
        double x = r[1];
        double y = r[2];
        double z = r[3];
        rotationIntegral[0] += stepS * (1 - 2 * (y * y + z * z));
        rotationIntegral[1] += stepS * 2 * (x * y - w * z);
        rotationIntegral[2] += stepS * 2 * (x * z + w * y);
        rotationIntegral[3] += stepS * 2 * (x * y + w * z);
        rotationIntegral[4] += stepS * (1 - 2 * (x * x + z * z));
        rotationIntegral[5] += stepS * 2 * (y * z - w * x);
        rotationIntegral[6] += stepS * 2 * (x * z - w * y);
        rotationIntegral[7] += stepS * 2 * (y * z + w * x);
        rotationIntegral[8] += stepS * (1 - 2 * (x * x + y * y));
    }

    private void closeBlock() {
        if (blockS <= 0) {
            return;
        }
        covariance.propagate(rotationIntegral, blockS);
        for (int i = 0; i < 3; i++) {
            covariance.inflate(ErrorCovariance.ANGLE + i, angularNoiseIntegral);
            covariance.inflate(ErrorCovariance.BIAS + i, parameters.biasWalk() * parameters.biasWalk() * blockS);
            blockMean[i] /= blockS;
            blockMean[i + 3] /= blockS;
        }
        double velocityVariance = parameters.velocityNoise() * parameters.velocityNoise() * blockS;
        covariance.inflate(ErrorCovariance.VELOCITY, velocityVariance);
        covariance.inflate(ErrorCovariance.VELOCITY + 1, velocityVariance);

        rest.update(blockMean, blockS);
        double zeroVelocity = (rest.atRest() ? parameters.restZeroVelocity() : parameters.softZeroVelocity()) / blockS;
        covariance.measure(ErrorCovariance.VELOCITY, -velocityX, zeroVelocity);
        covariance.measure(ErrorCovariance.VELOCITY + 1, -velocityY, zeroVelocity);
        if (rest.atRest()) {
            // a swaying person's rate averages to zero only over the sway: the more sway, the less it says
            double variance = Math.max(1e-6, 0.1 * rest.squaredRateDeviation()) / blockS;
            for (int i = 0; i < 3; i++) {
                covariance.measure(ErrorCovariance.BIAS + i, rest.meanAngularRate(i) - bias[i], variance);
            }
        }
        inject();
        covariance.symmetrize();
        clearBlock();
        afterGap &= inclinationSigmaDeg() > LEVELLED_SIGMA_DEG;
    }

    private void inject() {
        Quaternions.fromRotationVector(
                covariance.takeError(ErrorCovariance.ANGLE),
                covariance.takeError(ErrorCovariance.ANGLE + 1),
                covariance.takeError(ErrorCovariance.ANGLE + 2),
                step);
        Quaternions.multiply(step, q, q);
        Quaternions.normalize(q);
        for (int i = 0; i < 3; i++) {
            double corrected = bias[i] + covariance.takeError(ErrorCovariance.BIAS + i);
            bias[i] = Math.max(-LARGEST_BIAS, Math.min(LARGEST_BIAS, corrected));
        }
        velocityX += covariance.takeError(ErrorCovariance.VELOCITY);
        velocityY += covariance.takeError(ErrorCovariance.VELOCITY + 1);
    }

    private void clearBlock() {
        java.util.Arrays.fill(rotationIntegral, 0);
        java.util.Arrays.fill(blockMean, 0);
        blockS = 0;
        angularNoiseIntegral = 0;
    }

    @Override
    public void copyOrientationTo(double[] wxyz) {
        System.arraycopy(q, 0, wxyz, 0, 4);
    }

    @Override
    public void copyAngularRateTo(double[] xyz) {
        System.arraycopy(angularRate, 0, xyz, 0, 3);
    }

    @Override
    public void copySpecificForceTo(double[] xyz) {
        System.arraycopy(specificForce, 0, xyz, 0, 3);
    }

    /** Writes the estimated gyroscope bias, rad/s. */
    public void copyBiasTo(double[] xyz) {
        System.arraycopy(bias, 0, xyz, 0, 3);
    }

    @Override
    public boolean atRest() {
        return rest.atRest();
    }

    @Override
    public boolean isLevelled() {
        return !afterGap;
    }

    @Override
    public double inclinationSigmaDeg() {
        return Math.toDegrees(
                Math.sqrt(covariance.variance(ErrorCovariance.ANGLE) + covariance.variance(ErrorCovariance.ANGLE + 1)));
    }

    @Override
    public double headingSigmaDeg() {
        return Math.toDegrees(Math.sqrt(covariance.variance(ErrorCovariance.ANGLE + 2)));
    }
}
