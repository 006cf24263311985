package org.plumbline.core.repetition;

import org.plumbline.core.orientation.OrientationGrid;

/**
 * Tells walking from fast lifts, whose forces look alike within a tenth of a second: a walking trunk neither bends nor
 * drops.
 */
final class WalkingWatch {
    /** Time constant of the running means, s: longer than that of the footfall's. */
    private static final double MEAN_TIME_S = 1.5;

    /** A walking trunk sways by less than this, standard deviation, degrees. */
    private static final double LARGEST_SWAY_DEG = 4;

    /** And bobs by less than this, standard deviation, m: steps lift it by two to four centimetres peak to peak. */
    private static final double LARGEST_BOB_M = 0.05;

    private static final double SHARE = 1.0 / (OrientationGrid.RATE_HZ * MEAN_TIME_S);

    private double meanDeg = Double.NaN;
    private double varianceDeg2;
    private double meanM;
    private double varianceM2;

    void restart() {
        meanDeg = Double.NaN;
    }

    /** How likely the wearer walks, 0 to 1, given how likely it is by the footfall. */
    double next(double walkingShare, double angleDeg, double dropM) {
        if (Double.isNaN(angleDeg)) {
            return walkingShare;
        }
        if (Double.isNaN(meanDeg)) {
            meanDeg = angleDeg;
            meanM = dropM;
            varianceDeg2 = 0;
            varianceM2 = 0;
        }
        double sway = angleDeg - meanDeg;
        double bob = dropM - meanM;
        meanDeg += SHARE * sway;
        meanM += SHARE * bob;
        varianceDeg2 += SHARE * (sway * sway - varianceDeg2);
        varianceM2 += SHARE * (bob * bob - varianceM2);
        boolean upright =
                varianceDeg2 < LARGEST_SWAY_DEG * LARGEST_SWAY_DEG && varianceM2 < LARGEST_BOB_M * LARGEST_BOB_M;
        return upright ? walkingShare : 0;
    }
}
