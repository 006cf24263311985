package org.plumbline.core.orientation;

import java.util.Arrays;

/** Finds the vertical by the specific force alone: at the start, wholly, and after a gap, as far as nothing better is known. */
final class Levelling {
    /** How fast a trunk may have turned unseen in a gap, rad/s. */
    static final double RATE_IN_GAP = Math.toRadians(30);

    /** For so long it may have gone on turning, s. */
    private static final double LONGEST_UNSEEN_TURN_S = 2;

    /** Half of gravity: no body changes its acceleration by so much from one sample to the next but in a blow, m/s². */
    private static final double CONTRADICTION_MS2 = 5;

    private static final double[] NO_TURN = {1, 0, 0, 0};

    private final OrientationParameters parameters;
    private final double[] orientation = new double[4];
    private final double[] turn = new double[4];
    private final double[] up = new double[3];

    Levelling(OrientationParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Levels by the specific force. A sensor that starts anew keeps its heading, which nothing else can give back, and what
     * is known of its gyroscope's matrix.
     */
    void start(OrientationState s, long timeMicros, double accX, double accY, double accZ) {
        s.lastTimeMicros = timeMicros - Math.max(1, Math.round(s.periodS * 1e6));
        levelBy(s, accX, accY, accZ, 1);
        Arrays.fill(s.bias, 0);
        s.covariance.restart(forceDirectionSigma(s, accX, accY, accZ), parameters.initialBiasSigma());
        if (s.started) {
            double unseen = RATE_IN_GAP * LONGEST_UNSEEN_TURN_S;
            s.covariance.inflateHeading(unseen * unseen);
        }
        s.restartPending = false;
        s.startUnchecked = true;
        s.forgetMovement();
        s.block.clear();
        s.started = true;
    }

    /**
     * Looks at the sample after a start: where it contradicts the first, or shows no gravity, the vertical is that of neither
     * but of the mean over the next moments.
     */
    void checkStart(OrientationState s, double accX, double accY, double accZ) {
        double norm = Math.sqrt(accX * accX + accY * accY + accZ * accZ);
        boolean noGravity = Math.abs(norm - OrientationFilter.GRAVITY_MS2) > CONTRADICTION_MS2;
        if (noGravity || s.forceGuard.distanceTo(accX, accY, accZ) > CONTRADICTION_MS2) {
            s.meanLevelling.begin(MeanForceLevelling.AT_START_S);
        }
        s.startUnchecked = false;
    }

    /**
     * Nothing is known of what happened in a gap but how fast the sensor turned before it; the specific force after it
     * shows about where the vertical is.
     */
    void afterGap(OrientationState s, double gapS, double accX, double accY, double accZ) {
        s.afterGap = true;
        double rateSquared = RATE_IN_GAP * RATE_IN_GAP + s.rateX * s.rateX + s.rateY * s.rateY + s.rateZ * s.rateZ;
        double unseenS = Math.min(gapS, LONGEST_UNSEEN_TURN_S);
        s.covariance.inflateAngles(rateSquared * unseenS * unseenS);
        double tilt = s.covariance.variance(ErrorCovariance.ANGLE) + s.covariance.variance(ErrorCovariance.ANGLE + 1);
        double direction = forceDirectionSigma(s, accX, accY, accZ);
        double share = tilt / (tilt + 2 * direction * direction);
        levelBy(s, accX, accY, accZ, share);
        s.covariance.shrinkTilt(1 - share);
        if (s.meanLevelling.isActive() || tilt > 2 * MeanForceLevelling.UNSURE_TILT * MeanForceLevelling.UNSURE_TILT) {
            s.meanLevelling.begin(MeanForceLevelling.AFTER_GAP_S);
        }
        double walked = parameters.biasWalk() * parameters.biasWalk() * gapS;
        double unknown = parameters.initialBiasSigma() * parameters.initialBiasSigma();
        for (int i = 0; i < 3; i++) {
            s.covariance.inflate(ErrorCovariance.BIAS + i, Math.min(unknown, walked));
        }
        s.forgetMovement();
    }

    /**
     * How unsure the vertical is that the specific force shows, rad: a sensor in motion shows one that is not gravity, so
     * its direction is trusted the less.
     */
    private double forceDirectionSigma(OrientationState s, double accX, double accY, double accZ) {
        double norm = Math.sqrt(accX * accX + accY * accY + accZ * accZ);
        double stray = Math.hypot(norm - OrientationFilter.GRAVITY_MS2, s.gait.accelerationMs2())
                / OrientationFilter.GRAVITY_MS2;
        return Math.hypot(parameters.initialTiltSigma(), Math.min(1, stray));
    }

    /** Turns the specific force that share of its way onto the vertical. */
    private void levelBy(OrientationState s, double accX, double accY, double accZ, double share) {
        double norm = Math.sqrt(accX * accX + accY * accY + accZ * accZ);
        if (norm < 1e-6) {
            return;
        }
        s.copyOrientationTo(orientation);
        up[0] = accX / norm;
        up[1] = accY / norm;
        up[2] = accZ / norm;
        Quaternions.rotate(orientation, up, up);
        Quaternions.fromTo(up, Quaternions.UP, turn);
        Quaternions.interpolate(NO_TURN, turn, share, turn);
        s.turnBy(turn);
    }
}
