package org.plumbline.core.orientation;

import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;

/**
 * Orientation of one six-axis sensor to an earth frame with z up and an arbitrary heading.
 *
 * <p>A block error-state Kalman filter of seventeen states. Every sample turns the orientation by the calibrated angular
 * rate and sums the horizontal specific force, rotated with the orientation midway, to a velocity; every 0.15 s
 * the pseudo measurement "the wearer goes nowhere" (soft zero velocity) corrects tilt, gyroscope bias and the gyroscope's
 * scale and misalignment, and while the {@link RestDetector} sees a standing person the mean rate corrects the bias. In
 * steady state and without calibration this is VQF's second-order low-pass in the earth frame (Laidig and Seel, Information
 * Fusion 91, 2023); the covariance lets its gain vary with time.
 *
 * <p>Irregular and missing samples are allowed: a hole of a few samples is bridged between its sides, a longer one leaves
 * the orientation honestly unsure. What no sensor can measure counts as missing, and a leap is believed when the next
 * sample confirms it. {@link #update} allocates nothing. One thread at a time.
 */
public final class OrientationFilter implements OrientationEstimate {
    static final double GRAVITY_MS2 = 9.81;

    /** A difference between two samples that wild bits may have made and a body hardly can, rad/s and m/s². */
    static final double DOUBTED_RATE_LEAP = 4;

    static final double DOUBTED_FORCE_LEAP = 100;

    /** From here on an impact or a wild bit: what it did to the velocity is not sure, m/s². */
    static final double SURPRISING_FORCE_LEAP = 30;

    /** What a body may do in a second on top, rad/s² and m/s³. */
    static final double BELIEVED_RATE_CHANGE = 100;

    static final double BELIEVED_FORCE_CHANGE = 1000;

    /** Smaller ranges are not made: 125 deg/s and 2 g, with a little room. */
    static final double SMALLEST_RATE_RANGE = Math.toRadians(100);

    static final double SMALLEST_FORCE_RANGE = 15;

    /** Duration of a block, s. */
    private static final double BLOCK_S = 0.15;

    /** A longer hole is not bridged: the movement in it is unknown, s. */
    private static final double LONGEST_BRIDGE_S = 0.25;

    /** How far the rate in a hole may be off the line between its sides, rad/s per s² of hole: trunk movement at 1 Hz. */
    private static final double RATE_OFF_BRIDGE = Math.toRadians(500);

    /** How far the specific force in a hole may be off that line, m/s²: that of walking. */
    private static final double FORCE_OFF_BRIDGE = 1.5;

    /** Share of the difference between the sides of a hole by which what happened in it may be off their line. */
    private static final double OFF_SHARE = 0.25;

    /** How fast a trunk may have turned unseen in a gap, rad/s. */
    private static final double RATE_IN_GAP = Math.toRadians(30);

    /** For so long it may have gone on turning, s. */
    private static final double LONGEST_UNSEEN_TURN_S = 2;

    /** Uncertainty of the velocity at the start and after a gap, m/s. */
    private static final double UNKNOWN_VELOCITY_MS = 0.5;

    /** What a clipped accelerometer may have missed, against what it showed. */
    private static final double MISSED_SHARE_OF_CLIPPED = 0.5;

    /** Share of a leap, believed or not, that may be wrong: of angular rate and of specific force. */
    private static final double WRONG_SHARE_OF_RATE_LEAP = 0.2;

    private static final double WRONG_SHARE_OF_FORCE_LEAP = 0.5;

    /** Larger biases are not believed, rad/s. */
    private static final double LARGEST_BIAS = Math.toRadians(5);

    /** No wearable measures more (200 g): a broken sample, m/s². */
    private static final double LARGEST_SPECIFIC_FORCE = 2000;

    /** No wearable measures more (about 5700 deg/s), rad/s. */
    private static final double LARGEST_ANGULAR_RATE = 100;

    /** After a gap an inclination less sure than this is none, degrees. */
    private static final double LEVELLED_SIGMA_DEG = 5;

    /** A standing person must have been quiet for so long before the mean rate is called bias, s. */
    private static final double QUIET_FOR_BIAS_S = 1.25;

    /** Least variance density of the mean rate at rest, (rad/s)²·s: a sensor on a table. */
    private static final double LEAST_REST_VARIANCE = 1e-6;

    /** Rotation vectors longer than this are turned by sine and cosine instead of their series, half angle in rad. */
    private static final double LONGEST_SERIES = 0.3;

    /** A longer step, in periods, means that samples are missing. */
    private static final double LONGEST_ORDINARY_STEP = 1.5;

    /** Share of a step in the running mean of the period. */
    private static final double PERIOD_SHARE = 0.05;

    private static final double UNKNOWN_PERIOD_S = 0.01;

    private final OrientationParameters parameters;
    private final OrientationState state = new OrientationState();
    private final double midIntervalWeight;
    private final double noiseDensity;
    private final double rateNoiseDensity;
    private final double[] scratch = new double[4];
    private final double[] turned = new double[4];

    /** A filter for a sensor of that nominal rate, with the default parameters; NaN where the rate is unknown. */
    public OrientationFilter(double nominalRateHz) {
        this(nominalRateHz, OrientationParameters.defaults());
    }

    /**
     * @param nominalRateHz samples per second, a first guess that the stream corrects; NaN where unknown
     * @param parameters noise of the sensor and freedom of the wearer
     */
    public OrientationFilter(double nominalRateHz, OrientationParameters parameters) {
        this.parameters = parameters;
        midIntervalWeight = parameters.midIntervalWeight();
        noiseDensity = parameters.angularRateNoise() * parameters.angularRateNoise();
        rateNoiseDensity = parameters.rateDependentNoise() * parameters.rateDependentNoise();
        state.periodS = nominalRateHz > 0 ? 1 / nominalRateHz : UNKNOWN_PERIOD_S;
        state.covariance.reset(
                parameters.initialTiltSigma(),
                UNKNOWN_VELOCITY_MS,
                parameters.initialBiasSigma(),
                parameters.initialMatrixSigma());
    }

    /**
     * Takes the next sample of this sensor.
     *
     * @return false for a sample that changes nothing: one that is not later than the one before, or that holds what no
     *     sensor can measure
     */
    public boolean update(ImuSample sample) {
        return update(
                sample.timeMicros,
                sample.accX,
                sample.accY,
                sample.accZ,
                sample.gyrX,
                sample.gyrY,
                sample.gyrZ,
                sample.flags);
    }

    /** The same for a sample that lies in columns: specific force in m/s², angular rate in rad/s, bits of SampleFlag. */
    public boolean update(
            long timeMicros, double accX, double accY, double accZ, double gyrX, double gyrY, double gyrZ, int flags) {
        OrientationState s = state;
        double stepS = (timeMicros - s.lastTimeMicros) * 1e-6;
        boolean ordinary = s.started
                && flags == 0
                && stepS > 0
                && stepS <= LONGEST_ORDINARY_STEP * s.periodS
                && s.rateGuard.isCalm(gyrX, gyrY, gyrZ, stepS)
                && s.forceGuard.isCalm(accX, accY, accZ, stepS)
                && !s.rateClip.isClipped(gyrX, gyrY, gyrZ)
                && !s.forceClip.isClipped(accX, accY, accZ);
        if (!ordinary) {
            return updateExtraordinary(timeMicros, accX, accY, accZ, gyrX, gyrY, gyrZ, flags);
        }
        s.lastTimeMicros = timeMicros;
        s.periodS += PERIOD_SHARE * (stepS - s.periodS);
        s.rateGuard.take(gyrX, gyrY, gyrZ);
        s.forceGuard.take(accX, accY, accZ);
        turn(accX, accY, accZ, gyrX, gyrY, gyrZ, stepS);
        return true;
    }

    private boolean updateExtraordinary(
            long timeMicros, double accX, double accY, double accZ, double gyrX, double gyrY, double gyrZ, int flags) {
        if (!isMeasurable(accX, accY, accZ, gyrX, gyrY, gyrZ)) {
            return false;
        }
        OrientationState s = state;
        if (!s.started || (flags & SampleFlag.TIME_RESTART) != 0) {
            start(timeMicros, accX, accY, accZ);
        }
        double stepS = (timeMicros - s.lastTimeMicros) * 1e-6;
        if (stepS <= 0) {
            return false;
        }
        s.lastTimeMicros = timeMicros;
        if (stepS > LONGEST_BRIDGE_S) {
            passGap(stepS - s.periodS, accX, accY, accZ);
            stepS = s.periodS;
        } else {
            s.periodS += PERIOD_SHARE * (Math.min(stepS, LONGEST_ORDINARY_STEP * s.periodS) - s.periodS);
            if (stepS > LONGEST_ORDINARY_STEP * s.periodS && !Double.isNaN(s.rateGuard.x)) {
                stepS = bridge(accX, accY, accZ, gyrX, gyrY, gyrZ, stepS);
            }
        }
        believe(accX, accY, accZ, gyrX, gyrY, gyrZ, flags, stepS);
        turnWithWhatIsOwed(stepS);
        return true;
    }

    /** NaN fails every comparison, so that it is not measurable either. */
    private static boolean isMeasurable(double accX, double accY, double accZ, double gyrX, double gyrY, double gyrZ) {
        return Math.abs(accX) <= LARGEST_SPECIFIC_FORCE
                && Math.abs(accY) <= LARGEST_SPECIFIC_FORCE
                && Math.abs(accZ) <= LARGEST_SPECIFIC_FORCE
                && Math.abs(gyrX) <= LARGEST_ANGULAR_RATE
                && Math.abs(gyrY) <= LARGEST_ANGULAR_RATE
                && Math.abs(gyrZ) <= LARGEST_ANGULAR_RATE;
    }

    /**
     * Levels by the specific force. A sensor that starts anew keeps its heading, which nothing else can give back, and what
     * is known of its gyroscope's matrix.
     */
    private void start(long timeMicros, double accX, double accY, double accZ) {
        OrientationState s = state;
        s.lastTimeMicros = timeMicros - Math.max(1, Math.round(s.periodS * 1e6));
        levelBy(accX, accY, accZ, 1);
        java.util.Arrays.fill(s.bias, 0);
        s.velocityX = 0;
        s.velocityY = 0;
        s.covariance.restart(forceDirectionSigma(accX, accY, accZ), UNKNOWN_VELOCITY_MS, parameters.initialBiasSigma());
        if (s.started) {
            double unseen = RATE_IN_GAP * LONGEST_UNSEEN_TURN_S;
            s.covariance.inflate(ErrorCovariance.ANGLE + 2, unseen * unseen);
        }
        s.rest.reset();
        s.rateGuard.restart();
        s.forceGuard.restart();
        s.block.clear();
        beginStretch();
        s.started = true;
    }

    /**
     * How unsure the vertical is that the specific force shows, rad: a sensor in motion shows one that is not gravity, so
     * its direction is trusted the less.
     */
    private double forceDirectionSigma(double accX, double accY, double accZ) {
        double norm = Math.sqrt(accX * accX + accY * accY + accZ * accZ);
        double stray = Math.hypot(norm - GRAVITY_MS2, state.gait.accelerationMs2()) / GRAVITY_MS2;
        return Math.hypot(parameters.initialTiltSigma(), Math.min(1, stray));
    }

    /** Turns the specific force that share of its way onto the vertical. */
    private void levelBy(double accX, double accY, double accZ, double share) {
        double norm = Math.sqrt(accX * accX + accY * accY + accZ * accZ);
        if (norm < 1e-6) {
            return;
        }
        OrientationState s = state;
        double[] q = {s.w, s.x, s.y, s.z};
        double[] up = {accX / norm, accY / norm, accZ / norm};
        Quaternions.rotate(q, up, up);
        Quaternions.fromTo(up, new double[] {0, 0, 1}, turned);
        Quaternions.interpolate(new double[] {1, 0, 0, 0}, turned, share, turned);
        Quaternions.multiply(turned, q, q);
        setOrientation(q);
    }

    private void setOrientation(double[] q) {
        Quaternions.normalize(q);
        state.w = q[0];
        state.x = q[1];
        state.y = q[2];
        state.z = q[3];
    }

    /**
     * Nothing is known of what happened in a gap but how fast the sensor turned before it; the specific force after it
     * shows about where the vertical is.
     */
    private void passGap(double gapS, double accX, double accY, double accZ) {
        OrientationState s = state;
        closeBlock();
        s.afterGap = true;
        double rateSquared = RATE_IN_GAP * RATE_IN_GAP + s.rateX * s.rateX + s.rateY * s.rateY + s.rateZ * s.rateZ;
        double unseenS = Math.min(gapS, LONGEST_UNSEEN_TURN_S);
        s.covariance.inflateAngles(rateSquared * unseenS * unseenS);
        double tilt = s.covariance.variance(ErrorCovariance.ANGLE) + s.covariance.variance(ErrorCovariance.ANGLE + 1);
        double direction = forceDirectionSigma(accX, accY, accZ);
        double share = tilt / (tilt + 2 * direction * direction);
        levelBy(accX, accY, accZ, share);
        s.covariance.shrinkTilt(1 - share);
        s.covariance.forgetVelocity(UNKNOWN_VELOCITY_MS);
        s.velocityX = 0;
        s.velocityY = 0;
        s.rest.reset();
        s.rateGuard.restart();
        s.forceGuard.restart();
        beginStretch();
    }

    /** Fills a hole with samples on the line between its sides; returns the step that is left to the sample after it. */
    private double bridge(double accX, double accY, double accZ, double gyrX, double gyrY, double gyrZ, double holeS) {
        OrientationState s = state;
        int steps = (int) Math.round(holeS / s.periodS);
        double stepS = holeS / steps;
        noteHole(accX, accY, accZ, gyrX, gyrY, gyrZ, holeS);
        double fromAccX = s.forceGuard.x;
        double fromAccY = s.forceGuard.y;
        double fromAccZ = s.forceGuard.z;
        double fromGyrX = s.rateGuard.x;
        double fromGyrY = s.rateGuard.y;
        double fromGyrZ = s.rateGuard.z;
        for (int i = 1; i < steps; i++) {
            double share = i / (double) steps;
            turn(
                    fromAccX + share * (accX - fromAccX),
                    fromAccY + share * (accY - fromAccY),
                    fromAccZ + share * (accZ - fromAccZ),
                    fromGyrX + share * (gyrX - fromGyrX),
                    fromGyrY + share * (gyrY - fromGyrY),
                    fromGyrZ + share * (gyrZ - fromGyrZ),
                    stepS);
        }
        return stepS;
    }

    /** Rate and force may have been off the line between the sides of a hole: the more, the further apart those are. */
    private void noteHole(double accX, double accY, double accZ, double gyrX, double gyrY, double gyrZ, double holeS) {
        OrientationState s = state;
        double rateOff = OFF_SHARE * s.rateGuard.distanceTo(gyrX, gyrY, gyrZ)
                + Math.min(RATE_IN_GAP, RATE_OFF_BRIDGE * holeS * holeS);
        double forceOff = OFF_SHARE * s.forceGuard.distanceTo(accX, accY, accZ) + FORCE_OFF_BRIDGE;
        s.block.angleVariance += rateOff * holeS * rateOff * holeS;
        s.block.velocityVariance += forceOff * holeS * forceOff * holeS;
    }

    /** Decides what of the sample to go on with, and how much the less sure that leaves the filter. */
    private void believe(
            double accX, double accY, double accZ, double gyrX, double gyrY, double gyrZ, int flags, double stepS) {
        OrientationState s = state;
        double rateLeap = s.rateGuard.accept(gyrX, gyrY, gyrZ, stepS);
        double forceLeap = s.forceGuard.accept(accX, accY, accZ, stepS);
        boolean rateClipped = s.rateClip.isClipped(gyrX, gyrY, gyrZ);
        boolean forceClipped = s.forceClip.isClipped(accX, accY, accZ);
        if (rateLeap == 0 && forceLeap == 0 && !rateClipped && !forceClipped && flags == 0) {
            return;
        }
        if (rateLeap > 0) {
            double angle = WRONG_SHARE_OF_RATE_LEAP * rateLeap * stepS;
            s.block.angleVariance += angle * angle;
            s.block.doubtful = true;
        }
        if (forceLeap > 0) {
            double missed = (s.forceGuard.doubts() ? 1 : WRONG_SHARE_OF_FORCE_LEAP) * forceLeap * stepS;
            s.block.velocityVariance += missed * missed;
            s.block.doubtful = true;
        }
        if (rateClipped || (flags & SampleFlag.ANGULAR_RATE_CLIPPED) != 0) {
            s.block.angleVariance += stepS * parameters.clippedNoise() * parameters.clippedNoise();
            s.block.doubtful = true;
        }
        if (forceClipped || (flags & SampleFlag.ACCELERATION_CLIPPED) != 0) {
            double missed = MISSED_SHARE_OF_CLIPPED * stepS;
            s.block.velocityVariance += missed * missed * (accX * accX + accY * accY + accZ * accZ);
            s.block.doubtful = true;
        }
    }

    /** A leap that turned out real is made up for in this step. */
    private void turnWithWhatIsOwed(double stepS) {
        SpikeGuard force = state.forceGuard;
        SpikeGuard rate = state.rateGuard;
        turn(
                force.x + force.owedX / stepS,
                force.y + force.owedY / stepS,
                force.z + force.owedZ / stepS,
                rate.x + rate.owedX / stepS,
                rate.y + rate.owedY / stepS,
                rate.z + rate.owedZ / stepS,
                stepS);
        force.settle();
        rate.settle();
    }

    private void turn(double accX, double accY, double accZ, double gyrX, double gyrY, double gyrZ, double stepS) {
        OrientationState s = state;
        double[] m = s.matrix;
        double[] b = s.bias;
        double rateX = gyrX + m[0] * gyrX + m[1] * gyrY + m[2] * gyrZ - b[0];
        double rateY = gyrY + m[3] * gyrX + m[4] * gyrY + m[5] * gyrZ - b[1];
        double rateZ = gyrZ + m[6] * gyrX + m[7] * gyrY + m[8] * gyrZ - b[2];
        double half = 0.5 * stepS;
        double hx = half * rateX;
        double hy = half * rateY;
        double hz = half * rateZ;
        double squared = hx * hx + hy * hy + hz * hz;
        double cosine;
        double sinc;
        if (squared < LONGEST_SERIES * LONGEST_SERIES) {
            // the next terms are below 1e-9
            cosine = 1 - squared * (1.0 / 2 - squared * (1.0 / 24 - squared * (1.0 / 720)));
            sinc = 1 - squared * (1.0 / 6 - squared * (1.0 / 120 - squared * (1.0 / 5040)));
        } else {
            double angle = Math.sqrt(squared);
            cosine = Math.cos(angle);
            sinc = Math.sin(angle) / angle;
        }
        hx *= sinc;
        hy *= sinc;
        hz *= sinc;
        double w0 = s.w;
        double x0 = s.x;
        double y0 = s.y;
        double z0 = s.z;
        double w1 = w0 * cosine - x0 * hx - y0 * hy - z0 * hz;
        double x1 = w0 * hx + x0 * cosine + y0 * hz - z0 * hy;
        double y1 = w0 * hy - x0 * hz + y0 * cosine + z0 * hx;
        double z1 = w0 * hz + x0 * hy - y0 * hx + z0 * cosine;
        s.w = w1;
        s.x = x1;
        s.y = y1;
        s.z = z1;
        s.rateX = rateX;
        s.rateY = rateY;
        s.rateZ = rateZ;

        double before = midIntervalWeight;
        double after = 1 - before;
        double w = before * w0 + after * w1;
        double x = before * x0 + after * x1;
        double y = before * y0 + after * y1;
        double z = before * z0 + after * z1;
        double two = 2 / (w * w + x * x + y * y + z * z);
        double forceX =
                accX + two * (y * (x * accY - y * accX) - z * (z * accX - x * accZ) + w * (y * accZ - z * accY));
        double forceY =
                accY + two * (z * (y * accZ - z * accY) - x * (x * accY - y * accX) + w * (z * accX - x * accZ));
        double forceZ =
                accZ + two * (x * (z * accX - x * accZ) - y * (y * accZ - z * accY) + w * (x * accY - y * accX));
        s.forceX = forceX;
        s.forceY = forceY;
        s.forceZ = forceZ;
        s.velocityX += stepS * forceX;
        s.velocityY += stepS * forceY;

        BlockSums block = s.block;
        block.vertical += stepS * forceZ;
        block.verticalSquared += stepS * forceZ * forceZ;
        block.add(accX, accY, accZ, gyrX, gyrY, gyrZ, stepS);
        if (block.stretchFull()) {
            closeStretch();
            if (block.durationS >= BLOCK_S - 1e-9) {
                closeBlock();
            }
        }
    }

    private void closeStretch() {
        OrientationState s = state;
        s.block.closeStretch(
                s.stretchW + s.w, s.stretchX + s.x, s.stretchY + s.y, s.stretchZ + s.z, noiseDensity, rateNoiseDensity);
        beginStretch();
    }

    private void beginStretch() {
        OrientationState s = state;
        s.stretchW = s.w;
        s.stretchX = s.x;
        s.stretchY = s.y;
        s.stretchZ = s.z;
    }

    private void closeBlock() {
        OrientationState s = state;
        BlockSums block = s.block;
        if (block.isEmpty()) {
            return;
        }
        if (!block.stretchEmpty()) {
            closeStretch();
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
        measure(durationS);
        inject();
        block.clear();
        beginStretch();
        s.afterGap = s.afterGap && inclinationSigmaDeg() > LEVELLED_SIGMA_DEG;
    }

    private void measure(double durationS) {
        OrientationState s = state;
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

    private void inject() {
        OrientationState s = state;
        double[] error = s.covariance.error;
        Quaternions.fromRotationVector(error[0], error[1], error[2], scratch);
        double[] q = turned;
        q[0] = s.w;
        q[1] = s.x;
        q[2] = s.y;
        q[3] = s.z;
        Quaternions.multiply(scratch, q, q);
        setOrientation(q);
        s.velocityX += error[ErrorCovariance.VELOCITY];
        s.velocityY += error[ErrorCovariance.VELOCITY + 1];
        for (int i = 0; i < 3; i++) {
            s.bias[i] = within(LARGEST_BIAS, s.bias[i] + error[ErrorCovariance.BIAS + i]);
        }
        for (int i = 0; i < 9; i++) {
            s.matrix[i] = within(parameters.largestMatrixElement(), s.matrix[i] + error[ErrorCovariance.MATRIX + i]);
        }
        s.covariance.clearError();
    }

    private static double within(double bound, double value) {
        return Math.max(-bound, Math.min(bound, value));
    }

    /** A copy of the state, to go on from later. */
    public OrientationState saveState() {
        return state.copy();
    }

    /** Goes on from a saved state, to the same bits as the filter that saved it. */
    public void restoreState(OrientationState saved) {
        state.copyFrom(saved);
    }

    @Override
    public void copyOrientationTo(double[] wxyz) {
        copyOrientationTo(wxyz, 0);
    }

    /** The same into four values of a longer array. */
    void copyOrientationTo(double[] wxyz, int at) {
        OrientationState s = state;
        double[] q = turned;
        q[0] = s.w;
        q[1] = s.x;
        q[2] = s.y;
        q[3] = s.z;
        if (parameters.latencyS() != 0) {
            double latency = parameters.latencyS();
            Quaternions.fromRotationVector(latency * s.rateX, latency * s.rateY, latency * s.rateZ, scratch);
            Quaternions.multiply(q, scratch, q);
        }
        System.arraycopy(q, 0, wxyz, at, 4);
    }

    @Override
    public void copyAngularRateTo(double[] xyz) {
        xyz[0] = state.rateX;
        xyz[1] = state.rateY;
        xyz[2] = state.rateZ;
    }

    @Override
    public void copySpecificForceTo(double[] xyz) {
        xyz[0] = state.forceX;
        xyz[1] = state.forceY;
        xyz[2] = state.forceZ;
    }

    /** Writes the estimated gyroscope bias, rad/s. */
    public void copyBiasTo(double[] xyz) {
        System.arraycopy(state.bias, 0, xyz, 0, 3);
    }

    /** What has been learnt of the gyroscope's scale and misalignment, to be kept for the next time it is worn. */
    public GyroscopeCalibration gyroscopeCalibration() {
        return GyroscopeCalibration.of(state);
    }

    /**
     * Starts from what was learnt of this gyroscope before; call it before the first sample.
     *
     * @throws IllegalStateException after the first sample
     */
    public void startFrom(GyroscopeCalibration known) {
        if (state.started) {
            throw new IllegalStateException("a gyroscope's calibration is given before the first sample");
        }
        known.applyTo(state, parameters);
    }

    @Override
    public boolean atRest() {
        return state.rest.atRest();
    }

    @Override
    public boolean isLevelled() {
        return !state.afterGap;
    }

    @Override
    public double inclinationSigmaDeg() {
        double floor = parameters.specificForceBias() / GRAVITY_MS2;
        double variance = state.covariance.variance(ErrorCovariance.ANGLE)
                + state.covariance.variance(ErrorCovariance.ANGLE + 1)
                + 2 * (state.block.angleVariance + floor * floor);
        return Math.toDegrees(Math.sqrt(variance));
    }

    @Override
    public double headingSigmaDeg() {
        return Math.toDegrees(
                Math.sqrt(state.covariance.variance(ErrorCovariance.ANGLE + 2) + state.block.angleVariance));
    }
}
