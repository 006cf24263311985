package org.plumbline.bench;

import org.plumbline.bench.orientation.ErrorTally;
import org.plumbline.bench.orientation.OrientationError;
import org.plumbline.core.orientation.OrientationEstimate;

/** How far an estimate is from the truth: inclination, whether it knew, and the drift of its heading. */
final class OrientationErrors {
    /** Heading drift is the change over this. */
    private static final double DRIFT_WINDOW_S = 60;

    private final ErrorTally inclination = new ErrorTally();
    private final double[] estimate = new double[4];
    private double largestDeg;
    private double windowStartS = Double.NaN;
    private double windowStartHeadingDeg;
    private double driftDeg;
    private int windows;

    /** Compares at one sample; {@code truth} is sensor to earth, w x y z. */
    void add(double timeS, OrientationEstimate filter, double[] truth) {
        filter.copyOrientationTo(estimate);
        OrientationError error = OrientationError.of(estimate, truth);
        double errorDeg = error.inclinationDeg();
        inclination.add(errorDeg, filter.inclinationSigmaDeg());
        largestDeg = Math.max(largestDeg, errorDeg);
        addHeading(timeS, Math.toDegrees(error.headingRad()));
    }

    private void addHeading(double timeS, double headingDeg) {
        if (Double.isNaN(windowStartS)) {
            windowStartS = timeS;
            windowStartHeadingDeg = headingDeg;
        } else if (timeS - windowStartS >= DRIFT_WINDOW_S) {
            driftDeg += Math.abs(Math.IEEEremainder(headingDeg - windowStartHeadingDeg, 360));
            windows++;
            windowStartS = timeS;
            windowStartHeadingDeg = headingDeg;
        }
    }

    double inclinationRmsDeg() {
        return inclination.rmsDeg();
    }

    double largestInclinationDeg() {
        return largestDeg;
    }

    /** Share of errors within so many of the stated sigmas, percent. */
    double withinPercent(int sigmas) {
        return 100 * inclination.shareWithin(sigmas);
    }

    /** Mean size of the change of heading error over a minute, degrees. */
    double headingDriftDegPerMinute() {
        return driftDeg / windows;
    }

    long samples() {
        return inclination.count();
    }
}
