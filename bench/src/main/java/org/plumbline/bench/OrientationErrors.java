package org.plumbline.bench;

import org.plumbline.core.orientation.OrientationEstimate;

/** How far an estimate is from the truth: inclination, whether it knew, and the drift of its heading. */
final class OrientationErrors {
    /** Heading drift is the change over this. */
    private static final double DRIFT_WINDOW_S = 60;

    private final int[] within = new int[3];
    private final double[] estimate = new double[4];
    private double squaredDeg2;
    private double largestDeg;
    private long samples;
    private double windowStartS = Double.NaN;
    private double windowStartHeadingDeg;
    private double driftDeg;
    private int windows;

    /** Compares at one sample; {@code truth} is sensor to earth, w x y z. */
    void add(double timeS, OrientationEstimate filter, double[] truth) {
        filter.copyOrientationTo(estimate);
        // error seen from earth: estimate times the conjugate of the truth
        double w = estimate[0] * truth[0] + estimate[1] * truth[1] + estimate[2] * truth[2] + estimate[3] * truth[3];
        double x = -estimate[0] * truth[1] + estimate[1] * truth[0] - estimate[2] * truth[3] + estimate[3] * truth[2];
        double y = -estimate[0] * truth[2] + estimate[1] * truth[3] + estimate[2] * truth[0] - estimate[3] * truth[1];
        double z = -estimate[0] * truth[3] - estimate[1] * truth[2] + estimate[2] * truth[1] + estimate[3] * truth[0];
        double errorDeg = Math.toDegrees(2 * Math.asin(Math.min(1, Math.sqrt(x * x + y * y))));
        squaredDeg2 += errorDeg * errorDeg;
        largestDeg = Math.max(largestDeg, errorDeg);
        samples++;
        double sigmas = errorDeg / filter.inclinationSigmaDeg();
        for (int bound = 0; bound < within.length; bound++) {
            within[bound] += sigmas <= bound + 1 ? 1 : 0;
        }
        addHeading(timeS, Math.toDegrees(2 * Math.atan2(z, w)));
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
        return Math.sqrt(squaredDeg2 / samples);
    }

    double largestInclinationDeg() {
        return largestDeg;
    }

    /** Share of errors within so many of the stated sigmas, percent. */
    double withinPercent(int sigmas) {
        return 100.0 * within[sigmas - 1] / samples;
    }

    /** Mean size of the change of heading error over a minute, degrees. */
    double headingDriftDegPerMinute() {
        return driftDeg / windows;
    }

    long samples() {
        return samples;
    }
}
