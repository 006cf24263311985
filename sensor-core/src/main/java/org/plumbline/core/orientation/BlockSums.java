package org.plumbline.core.orientation;

/**
 * What a block adds up sample by sample for the covariance: how bias and gyroscope matrix become angle, how much noise
 * came in, and the means that tell rest.
 *
 * <p>The sums with the rotation matrix run over stretches of about {@value #STRETCH_S} s, within which the sensor turns so
 * little (15° at 400°/s) that the orientation midway stands for all of it: the error of the sensitivity is below half a
 * percent, and most of the work per sample is saved.
 */
final class BlockSums {
    static final double STRETCH_S = 0.0375;

    /** How bias (3) and matrix (9, row by row) become angle: three rows of twelve, s and rad. */
    final double[] sensitivity = new double[3 * ErrorCovariance.CALIBRATION];

    /** Time integral of specific force (3) and angular rate (3), sensor frame. */
    final double[] integral = new double[6];

    /** Time integrals of the vertical specific force and of its square: how hard the wearer steps. */
    double vertical;

    double verticalSquared;
    double durationS;
    /** Variance that came into each angle, rad². */
    double angleVariance;
    /** Variance that came into each horizontal velocity, (m/s)². */
    double velocityVariance;
    /** Something in this block must not be learnt from. */
    boolean doubtful;

    private double stretchS;
    private double forceX;
    private double forceY;
    private double forceZ;
    private double rateX;
    private double rateY;
    private double rateZ;

    boolean stretchFull() {
        return stretchS >= STRETCH_S - 1e-9;
    }

    boolean stretchEmpty() {
        return stretchS == 0;
    }

    void add(double accX, double accY, double accZ, double gyrX, double gyrY, double gyrZ, double stepS) {
        forceX += stepS * accX;
        forceY += stepS * accY;
        forceZ += stepS * accZ;
        rateX += stepS * gyrX;
        rateY += stepS * gyrY;
        rateZ += stepS * gyrZ;
        stretchS += stepS;
    }

    boolean isEmpty() {
        return durationS + stretchS == 0;
    }

    /**
     * Takes the stretch up, whose mean orientation is the direction of (w, x, y, z), of any length.
     *
     * @param noiseDensity variance density of the angular rate at rest, rad²/s
     * @param rateNoiseDensity what a squared angular rate adds to it, s
     */
    void closeStretch(double w, double x, double y, double z, double noiseDensity, double rateNoiseDensity) {
        durationS += stretchS;
        angleVariance +=
                stretchS * noiseDensity + rateNoiseDensity * (rateX * rateX + rateY * rateY + rateZ * rateZ) / stretchS;
        double two = 2 / (w * w + x * x + y * y + z * z);
        addRow(0, 1 - two * (y * y + z * z), two * (x * y - w * z), two * (x * z + w * y));
        addRow(1, two * (x * y + w * z), 1 - two * (x * x + z * z), two * (y * z - w * x));
        addRow(2, two * (x * z - w * y), two * (y * z + w * x), 1 - two * (x * x + y * y));
        integral[0] += forceX;
        integral[1] += forceY;
        integral[2] += forceZ;
        integral[3] += rateX;
        integral[4] += rateY;
        integral[5] += rateZ;
        clearStretch();
    }

    private void addRow(int row, double r0, double r1, double r2) {
        int at = row * ErrorCovariance.CALIBRATION;
        sensitivity[at] -= stretchS * r0;
        sensitivity[at + 1] -= stretchS * r1;
        sensitivity[at + 2] -= stretchS * r2;
        sensitivity[at + 3] += r0 * rateX;
        sensitivity[at + 4] += r0 * rateY;
        sensitivity[at + 5] += r0 * rateZ;
        sensitivity[at + 6] += r1 * rateX;
        sensitivity[at + 7] += r1 * rateY;
        sensitivity[at + 8] += r1 * rateZ;
        sensitivity[at + 9] += r2 * rateX;
        sensitivity[at + 10] += r2 * rateY;
        sensitivity[at + 11] += r2 * rateZ;
    }

    private void clearStretch() {
        forceX = 0;
        forceY = 0;
        forceZ = 0;
        rateX = 0;
        rateY = 0;
        rateZ = 0;
        stretchS = 0;
    }

    void clear() {
        java.util.Arrays.fill(sensitivity, 0);
        java.util.Arrays.fill(integral, 0);
        clearStretch();
        vertical = 0;
        verticalSquared = 0;
        durationS = 0;
        angleVariance = 0;
        velocityVariance = 0;
        doubtful = false;
    }

    void exchange(StateExchange with) {
        with.values(sensitivity);
        with.values(integral);
        vertical = with.value(vertical);
        verticalSquared = with.value(verticalSquared);
        durationS = with.value(durationS);
        angleVariance = with.value(angleVariance);
        velocityVariance = with.value(velocityVariance);
        doubtful = with.flag(doubtful);
        stretchS = with.value(stretchS);
        forceX = with.value(forceX);
        forceY = with.value(forceY);
        forceZ = with.value(forceZ);
        rateX = with.value(rateX);
        rateY = with.value(rateY);
        rateZ = with.value(rateZ);
    }
}
