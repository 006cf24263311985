package org.plumbline.bench.orientation;

/** Errors counted up: their root mean square, and how many stay within the error that was to be expected. */
public final class ErrorTally {
    private static final int LARGEST_MULTIPLE = 4;

    private long count;
    private double squareSum;
    private final long[] within = new long[LARGEST_MULTIPLE + 1];

    /** Takes an error and what was to be expected of it. */
    public void add(double errorDeg, double sigmaDeg) {
        count++;
        squareSum += errorDeg * errorDeg;
        for (int multiple = 1; multiple <= LARGEST_MULTIPLE; multiple++) {
            if (Math.abs(errorDeg) <= multiple * sigmaDeg) {
                within[multiple]++;
            }
        }
    }

    /** Errors taken. */
    public long count() {
        return count;
    }

    /** Root mean square, degrees; NaN without errors. */
    public double rmsDeg() {
        return Math.sqrt(squareSum / count);
    }

    /** Share of errors of at most {@code multiple} (1 to 4) times what was to be expected; NaN without errors. */
    public double shareWithin(int multiple) {
        return (double) within[multiple] / count;
    }
}
