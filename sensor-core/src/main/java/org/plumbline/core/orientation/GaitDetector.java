package org.plumbline.core.orientation;

/**
 * Tells walking from what is done on the spot, by footfall: within a tenth of a second or two the vertical specific force
 * of a walking trunk changes by more than 1 m/s², that of a lift by less than half of it, while the trunk hardly turns.
 */
final class GaitDetector {
    /** Time constant of the running means, s. */
    private static final double MEAN_TIME_S = 1;

    /** Variance of vertical specific force within a block where walking begins to be likely, and where it is, (m/s²)². */
    private static final double POSSIBLE = 0.25;

    private static final double CERTAIN = 0.8;

    /** Mean square rate up to which it may be walking, and from which on it is not, (rad/s)². */
    private static final double CALM_TURN = 0.5;

    private static final double WILD_TURN = 2.0;

    private double verticalVariance;
    private double squaredAcceleration;
    private double squaredRate;

    void update(BlockSums block, double durationS) {
        double mean = block.vertical / durationS;
        double variance = Math.max(0, block.verticalSquared / durationS - mean * mean);
        double[] rate = block.integral;
        double squared = rate[3] * rate[3] + rate[4] * rate[4] + rate[5] * rate[5];
        double share = Math.min(1, durationS / MEAN_TIME_S);
        double acceleration = mean - OrientationFilter.GRAVITY_MS2;
        squaredAcceleration += share * (acceleration * acceleration + variance - squaredAcceleration);
        verticalVariance += share * (Math.min(variance, 4 * CERTAIN) - verticalVariance);
        squaredRate += share * (squared - squaredRate);
    }

    /** 0 on the spot, 1 where the wearer walks. */
    double share() {
        double steps = (verticalVariance - POSSIBLE) / (CERTAIN - POSSIBLE);
        double calm = (WILD_TURN - squaredRate) / (WILD_TURN - CALM_TURN);
        return Math.max(0, Math.min(1, steps)) * Math.max(0, Math.min(1, calm));
    }

    /** Root mean square of vertical acceleration, m/s²: how much the specific force strays from gravity. */
    double accelerationMs2() {
        return Math.sqrt(squaredAcceleration);
    }

    void exchange(StateExchange with) {
        verticalVariance = with.value(verticalVariance);
        squaredAcceleration = with.value(squaredAcceleration);
        squaredRate = with.value(squaredRate);
    }
}
