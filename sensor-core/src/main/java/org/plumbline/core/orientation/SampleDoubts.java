package org.plumbline.core.orientation;

import org.plumbline.core.imu.SampleFlag;

/** How far samples that leap, are clipped or follow a hole are to be believed, and how unsure the filter is after them. */
final class SampleDoubts {
    /** A difference between two samples that wild bits may have made and a body hardly can, rad/s and m/s². */
    static final double DOUBTED_RATE_LEAP = 4;

    static final double DOUBTED_FORCE_LEAP = 100;

    /** From here on an impact or a wild bit: what it did to the velocity is not sure, m/s². */
    static final double SURPRISING_FORCE_LEAP = 30;

    /** What a body may do in a second on top, rad/s² and m/s³. */
    static final double BELIEVED_RATE_CHANGE = 100;

    static final double BELIEVED_FORCE_CHANGE = 1000;

    /** What is below this is not looked at for the end of a range: a sensor at rest repeats itself. */
    static final double SMALLEST_RATE_RANGE = Math.toRadians(30);

    static final double SMALLEST_FORCE_RANGE = 15;

    /** How far the rate in a hole may be off the line between its sides, rad/s per s² of hole: lifting, and walking on top. */
    private static final double RATE_OFF_BRIDGE = Math.toRadians(125);

    private static final double WALKING_RATE_OFF_BRIDGE = Math.toRadians(375);

    /** How far the specific force in a hole may be off that line, m/s²: that of walking. */
    private static final double FORCE_OFF_BRIDGE = 1.5;

    /** Share of the difference between the sides of a hole by which what happened in it may be off their line. */
    private static final double OFF_SHARE = 0.25;

    /** What a clipped accelerometer may have missed, against what it showed. */
    private static final double MISSED_SHARE_OF_CLIPPED = 0.5;

    /** Share of a leap, believed or not, that may be wrong: of angular rate and of specific force. */
    private static final double WRONG_SHARE_OF_RATE_LEAP = 0.2;

    private static final double WRONG_SHARE_OF_FORCE_LEAP = 0.5;

    /** No wearable measures more (200 g): a broken sample, m/s². */
    private static final double LARGEST_SPECIFIC_FORCE = 2000;

    /** No wearable measures more (about 5700 deg/s), rad/s. */
    private static final double LARGEST_ANGULAR_RATE = 100;

    private final OrientationParameters parameters;

    SampleDoubts(OrientationParameters parameters) {
        this.parameters = parameters;
    }

    /** NaN fails every comparison, so that it is not measurable either. */
    static boolean isMeasurable(double accX, double accY, double accZ, double gyrX, double gyrY, double gyrZ) {
        return Math.abs(accX) <= LARGEST_SPECIFIC_FORCE
                && Math.abs(accY) <= LARGEST_SPECIFIC_FORCE
                && Math.abs(accZ) <= LARGEST_SPECIFIC_FORCE
                && Math.abs(gyrX) <= LARGEST_ANGULAR_RATE
                && Math.abs(gyrY) <= LARGEST_ANGULAR_RATE
                && Math.abs(gyrZ) <= LARGEST_ANGULAR_RATE;
    }

    /** Rate and force may have been off the line between the sides of a hole: the more, the further apart those are. */
    void noteHole(
            OrientationState s,
            double accX,
            double accY,
            double accZ,
            double gyrX,
            double gyrY,
            double gyrZ,
            double holeS) {
        double curvature = RATE_OFF_BRIDGE + s.gait.share() * WALKING_RATE_OFF_BRIDGE;
        double rateOff = OFF_SHARE * s.rateGuard.distanceTo(gyrX, gyrY, gyrZ)
                + Math.min(Levelling.RATE_IN_GAP, curvature * holeS * holeS);
        double forceOff = OFF_SHARE * s.forceGuard.distanceTo(accX, accY, accZ) + FORCE_OFF_BRIDGE;
        s.block.angleVariance += rateOff * holeS * rateOff * holeS;
        s.block.velocityVariance += forceOff * holeS * forceOff * holeS;
    }

    /** Decides what of the sample to go on with, and how much the less sure that leaves the filter. */
    void believe(
            OrientationState s,
            double accX,
            double accY,
            double accZ,
            double gyrX,
            double gyrY,
            double gyrZ,
            int flags,
            double stepS) {
        boolean rateClipped = s.rateClip.isClipped(gyrX, gyrY, gyrZ, s.rateGuard, s.samples, s.periodS);
        boolean forceClipped = s.forceClip.isClipped(accX, accY, accZ, s.forceGuard, s.samples, s.periodS);
        double rateLeap = s.rateGuard.accept(gyrX, gyrY, gyrZ, stepS);
        double forceLeap = s.forceGuard.accept(accX, accY, accZ, stepS);
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
}
