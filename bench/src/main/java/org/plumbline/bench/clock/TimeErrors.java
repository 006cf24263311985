package org.plumbline.bench.clock;

import java.util.Arrays;

/** Mapped less true time of both sensors, every tenth of a second. */
final class TimeErrors {
    static final int BINS_PER_SECOND = 10;

    private static final int BINS = (int) (TwoSensors.LENGTH_S * BINS_PER_SECOND) + 1;

    private final double[][] errorS = new double[2][BINS];

    TimeErrors() {
        for (double[] ofSensor : errorS) {
            Arrays.fill(ofSensor, Double.NaN);
        }
    }

    void add(int sensor, double trueS, double mappedS) {
        errorS[sensor][Math.max(0, (int) (trueS * BINS_PER_SECOND))] = mappedS - trueS;
    }

    /** Adds how far apart the two are said to be at one moment, milliseconds, from one second to another. */
    void addRelativeMs(double fromS, double toS, Percentiles into) {
        for (int bin = (int) (fromS * BINS_PER_SECOND); bin < toS * BINS_PER_SECOND && bin < BINS; bin++) {
            double relativeS = errorS[0][bin] - errorS[1][bin];
            if (!Double.isNaN(relativeS)) {
                into.add(1000 * Math.abs(relativeS));
            }
        }
    }

    /** Adds the size of the first sensor's own error, milliseconds. */
    void addAbsoluteMs(double fromS, double toS, Percentiles into) {
        for (int bin = (int) (fromS * BINS_PER_SECOND); bin < toS * BINS_PER_SECOND && bin < BINS; bin++) {
            if (!Double.isNaN(errorS[0][bin])) {
                into.add(1000 * Math.abs(errorS[0][bin]));
            }
        }
    }
}
