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

    /** Duration of a block, s. */
    private static final double BLOCK_S = 0.15;

    /** A longer hole is not bridged: the movement in it is unknown, s. */
    private static final double LONGEST_BRIDGE_S = 0.25;

    /** Rotation vectors longer than this are turned by sine and cosine instead of their series, half angle in rad. */
    private static final double LONGEST_SERIES = 0.2;

    /** A longer step, in periods, means that samples are missing. */
    private static final double LONGEST_ORDINARY_STEP = 1.5;

    /** Share of a step in the running mean of the period. */
    private static final double PERIOD_SHARE = 0.05;

    private static final double UNKNOWN_PERIOD_S = 0.01;

    /** A nominal rate outside of these is no rate of a motion sensor and not believed, Hz. */
    private static final double LOWEST_RATE_HZ = 5;

    private static final double HIGHEST_RATE_HZ = 4000;

    /** Holes are not filled more finely than this: stamps may come in bursts, s. */
    private static final double SHORTEST_PERIOD_S = 1e-3;

    private final OrientationParameters parameters;
    private final OrientationState state = new OrientationState();
    /** Weight of the orientation before a step against that after it, where the specific force is rotated. */
    private final double weightBefore;

    private final SampleDoubts doubts;
    private final Levelling levelling;
    private final BlockCorrection correction;
    private final double[] scratch = new double[4];
    private final double[] turned = new double[4];

    /** A filter for a sensor of that nominal rate, with the default parameters; NaN where the rate is unknown. */
    public OrientationFilter(double nominalRateHz) {
        this(nominalRateHz, OrientationParameters.defaults());
    }

    /**
     * @param nominalRateHz samples per second, a first guess that the stream corrects; NaN where unknown, and what no motion
     *     sensor does (below 5 or above 4000) counts as unknown
     * @param parameters noise of the sensor and freedom of the wearer
     */
    public OrientationFilter(double nominalRateHz, OrientationParameters parameters) {
        this.parameters = parameters;
        double after = 1 - parameters.midIntervalWeight();
        weightBefore = parameters.midIntervalWeight() / Math.max(1e-9, after);
        doubts = new SampleDoubts(parameters);
        levelling = new Levelling(parameters);
        correction = new BlockCorrection(parameters);
        boolean possible = nominalRateHz >= LOWEST_RATE_HZ && nominalRateHz <= HIGHEST_RATE_HZ;
        state.periodS = possible ? 1 / nominalRateHz : UNKNOWN_PERIOD_S;
        state.covariance.reset(
                parameters.initialTiltSigma(), parameters.initialBiasSigma(), parameters.initialMatrixSigma());
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
                && !s.restartPending
                && !s.startUnchecked
                && flags == 0
                && stepS > 0
                && stepS <= LONGEST_ORDINARY_STEP * s.periodS
                && s.rateGuard.isCalm(gyrX, gyrY, gyrZ)
                && s.forceGuard.isCalm(accX, accY, accZ)
                && !s.rateClip.knowsEnd()
                && !s.forceClip.knowsEnd();
        if (!ordinary) {
            return updateExtraordinary(timeMicros, accX, accY, accZ, gyrX, gyrY, gyrZ, flags);
        }
        s.samples++;
        s.lastTimeMicros = timeMicros;
        s.periodS += PERIOD_SHARE * (stepS - s.periodS);
        s.rateGuard.take(gyrX, gyrY, gyrZ);
        s.forceGuard.take(accX, accY, accZ);
        turn(accX, accY, accZ, gyrX, gyrY, gyrZ, stepS);
        return true;
    }

    private boolean updateExtraordinary(
            long timeMicros, double accX, double accY, double accZ, double gyrX, double gyrY, double gyrZ, int flags) {
        OrientationState s = state;
        s.restartPending |= (flags & SampleFlag.TIME_RESTART) != 0;
        if (!SampleDoubts.isMeasurable(accX, accY, accZ, gyrX, gyrY, gyrZ)) {
            return false;
        }
        if (!s.started || s.restartPending) {
            levelling.start(s, timeMicros, accX, accY, accZ);
        } else if (s.startUnchecked && timeMicros > s.lastTimeMicros) {
            levelling.checkStart(s, accX, accY, accZ);
        }
        double stepS = (timeMicros - s.lastTimeMicros) * 1e-6;
        if (stepS <= 0) {
            return false;
        }
        s.samples++;
        if (stepS > LONGEST_BRIDGE_S) {
            correction.close(s);
            levelling.afterGap(s, stepS - s.periodS, accX, accY, accZ);
            stepS = s.periodS;
        } else {
            s.periodS += PERIOD_SHARE * (Math.min(stepS, LONGEST_ORDINARY_STEP * s.periodS) - s.periodS);
            if (stepS > LONGEST_ORDINARY_STEP * s.periodS && !Double.isNaN(s.rateGuard.x)) {
                stepS = bridge(accX, accY, accZ, gyrX, gyrY, gyrZ, stepS);
            }
        }
        s.lastTimeMicros = timeMicros;
        doubts.believe(s, accX, accY, accZ, gyrX, gyrY, gyrZ, flags, stepS);
        turnWithWhatIsOwed(stepS);
        return true;
    }

    /** Fills a hole with samples on the line between its sides; returns the step that is left to the sample after it. */
    private double bridge(double accX, double accY, double accZ, double gyrX, double gyrY, double gyrZ, double holeS) {
        OrientationState s = state;
        int steps = (int) Math.max(1, Math.round(holeS / Math.max(s.periodS, SHORTEST_PERIOD_S)));
        double stepS = holeS / steps;
        doubts.noteHole(s, accX, accY, accZ, gyrX, gyrY, gyrZ, holeS);
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
        // what is owed belongs to the sample before: it is no rate and no force of this one
        state.rateX -= rate.owedX / stepS;
        state.rateY -= rate.owedY / stepS;
        state.rateZ -= rate.owedZ / stepS;
        if (force.owedX != 0 || force.owedY != 0 || force.owedZ != 0) {
            state.copyOrientationTo(scratch);
            turned[0] = force.owedX / stepS;
            turned[1] = force.owedY / stepS;
            turned[2] = force.owedZ / stepS;
            Quaternions.rotate(scratch, turned, turned);
            state.forceX -= turned[0];
            state.forceY -= turned[1];
            state.forceZ -= turned[2];
        }
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
            // the length is right to 2e-10
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

        // midway, not of unit length: the cosine of the half angle is the scalar product of the two
        double before = weightBefore;
        double w = w1 + before * w0;
        double x = x1 + before * x0;
        double y = y1 + before * y0;
        double z = z1 + before * z0;
        double two = 2 / (1 + before * before + 2 * before * cosine);
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
            correction.closeStretch(s);
            if (block.durationS >= BLOCK_S - 1e-9) {
                correction.close(s);
            }
        }
    }

    /** Whether the vertical is being found anew, at a start or after a gap. */
    boolean isFindingVertical() {
        return state.meanLevelling.isActive();
    }

    /** Has everything the smoother needs written to {@code history}. */
    void keepHistory(BlockHistory history) {
        state.covariance.history = history;
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
        s.copyOrientationTo(turned);
        if (parameters.latencyS() != 0) {
            double latency = parameters.latencyS();
            Quaternions.fromRotationVector(latency * s.rateX, latency * s.rateY, latency * s.rateZ, scratch);
            Quaternions.multiply(turned, scratch, turned);
        }
        System.arraycopy(turned, 0, wxyz, at, 4);
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
        return state.inclinationSigmaDeg(parameters);
    }

    @Override
    public double headingSigmaDeg() {
        return Math.toDegrees(
                Math.sqrt(state.covariance.variance(ErrorCovariance.ANGLE + 2) + state.block.angleVariance));
    }

    @Override
    public double walkingShare() {
        return state.gait.share();
    }
}
