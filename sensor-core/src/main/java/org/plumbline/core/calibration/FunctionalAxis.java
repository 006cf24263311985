package org.plumbline.core.calibration;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.plumbline.core.orientation.OrientationGrid;
import org.plumbline.core.orientation.Quaternions;

/**
 * The axis about which one sensor turned most: the principal axis of its angular rate, signed by the side to which the
 * vertical leaned. Rates come from the change of orientation from tick to tick, so the gyroscope's bias is already out.
 */
final class FunctionalAxis {
    /** Slower turning says nothing about the axis, rad/s. */
    private static final double SLOWEST_RATE = 0.15;

    private final double[][] covariance = new double[3][3];
    private final double[] lean = new double[3];
    private final double[] previous = new double[4];
    private final double[] turn = new double[4];
    private final double[] rate = new double[3];
    private final double[] up = new double[3];
    private boolean hasPrevious;

    /** The next tick does not follow the last one. */
    void interrupt() {
        hasPrevious = false;
    }

    /**
     * Takes the orientation of the next tick.
     *
     * @param upAtNeutral the vertical at neutral in sensor axes
     */
    void add(double[] orientation, double[] upAtNeutral) {
        if (hasPrevious) {
            Quaternions.multiplyConjugated(previous, orientation, turn);
            Quaternions.toRotationVector(turn, rate);
            double squared = 0;
            for (int i = 0; i < 3; i++) {
                rate[i] *= OrientationGrid.RATE_HZ;
                squared += rate[i] * rate[i];
            }
            if (squared > SLOWEST_RATE * SLOWEST_RATE) {
                for (int i = 0; i < 3; i++) {
                    for (int j = 0; j < 3; j++) {
                        covariance[i][j] += rate[i] * rate[j];
                    }
                }
            }
        }
        System.arraycopy(orientation, 0, previous, 0, 4);
        hasPrevious = true;
        // turning the body by r moves the vertical in sensor axes by -r x up: so r points along up x up0
        Quaternions.upInFrame(orientation, up);
        lean[0] += up[1] * upAtNeutral[2] - up[2] * upAtNeutral[1];
        lean[1] += up[2] * upAtNeutral[0] - up[0] * upAtNeutral[2];
        lean[2] += up[0] * upAtNeutral[1] - up[1] * upAtNeutral[0];
    }

    boolean hasMovement() {
        return covariance[0][0] + covariance[1][1] + covariance[2][2] > 1e-3;
    }

    /**
     * Writes the axis of forward bending in sensor axes.
     *
     * @return share of the variance on that axis, 0 to 1
     */
    double axis(double[] out) {
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(covariance));
        double[] principal = eigen.getEigenvector(0).toArray();
        double sign = principal[0] * lean[0] + principal[1] * lean[1] + principal[2] * lean[2] < 0 ? -1 : 1;
        for (int i = 0; i < 3; i++) {
            out[i] = sign * principal[i];
        }
        double total = covariance[0][0] + covariance[1][1] + covariance[2][2];
        return eigen.getRealEigenvalue(0) / total;
    }
}
