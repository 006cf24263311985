package org.plumbline.core.packet;

/**
 * The line under the arrivals of a stream against the count of its samples: its slope is the true period, its height the
 * least delay.
 *
 * <p>Delay is one-sided, so the line lies under the points; the best one is the edge of their lower convex hull under
 * the mean count (Moon, Skelly, Towsley 1999). Of every half second only the least delayed arrival is kept, for a
 * minute. Nothing is allocated after construction.
 */
final class ArrivalEnvelope {
    private static final int BINS = 120;
    private static final long BIN_MICROS = 500_000;

    private final double shortestPeriodMicros;
    private final double longestPeriodMicros;
    private final long fitAfterMicros;
    private final long[] counts = new long[BINS];
    private final double[] arrivals = new double[BINS];
    private final int[] hull = new int[BINS];
    private int oldest;
    private int bins;
    private int newest;
    private long binStartMicros;

    private long anchorCount;
    private double anchorMicros;
    private double periodMicros;
    private double meanCount;
    private boolean fitted;

    /**
     * @param nominalPeriodMicros the period to begin with
     * @param spread the true one lies between the nominal one divided by this and multiplied by it
     * @param fitAfterMicros how much must have been seen before the period is fitted
     */
    ArrivalEnvelope(double nominalPeriodMicros, double spread, long fitAfterMicros) {
        shortestPeriodMicros = nominalPeriodMicros / spread;
        longestPeriodMicros = nominalPeriodMicros * spread;
        this.fitAfterMicros = fitAfterMicros;
        periodMicros = nominalPeriodMicros;
    }

    /** Forgets the arrivals, not the period: it is the device's own. */
    void begin(long count, long arrivalMicros) {
        bins = 0;
        oldest = 0;
        anchorCount = count;
        anchorMicros = arrivalMicros;
        open(count, arrivalMicros);
    }

    /** Adds a notification: count of its last sample, and its arrival. Lowers the line where it lies above. */
    void add(long count, long arrivalMicros) {
        double delay = arrivalMicros - at(count);
        if (delay < 0) {
            anchorMicros += delay;
        }
        if (arrivalMicros - binStartMicros >= BIN_MICROS) {
            fit();
            open(count, arrivalMicros);
        } else {
            int bin = newest;
            if (delay < arrivals[bin] - at(counts[bin])) {
                counts[bin] = count;
                arrivals[bin] = arrivalMicros;
            }
        }
    }

    /** Host time of a sample on the line, microseconds. */
    double at(long count) {
        return anchorMicros + (count - anchorCount) * periodMicros;
    }

    /** Whether the period is one that was seen, no longer the nominal one. */
    boolean isFitted() {
        return fitted;
    }

    double periodMicros() {
        return periodMicros;
    }

    private void open(long count, long arrivalMicros) {
        if (bins == BINS) {
            oldest = (oldest + 1) % BINS;
            bins--;
        }
        int bin = (oldest + bins) % BINS;
        newest = bin;
        counts[bin] = count;
        arrivals[bin] = arrivalMicros;
        bins++;
        binStartMicros = arrivalMicros;
    }

    private void fit() {
        long originCount = counts[oldest];
        double originMicros = arrivals[oldest];
        int corners = buildHull();
        if (arrivals[newest] - originMicros >= fitAfterMicros) {
            periodMicros = Math.max(shortestPeriodMicros, Math.min(longestPeriodMicros, slopeUnderMean(corners)));
            fitted = true;
        }
        // no point lies lower against a line than the lowest corner
        double offset = Double.POSITIVE_INFINITY;
        for (int corner = 0; corner < corners; corner++) {
            int bin = hull[corner];
            offset = Math.min(offset, arrivals[bin] - originMicros - (counts[bin] - originCount) * periodMicros);
        }
        anchorCount = originCount;
        anchorMicros = originMicros + offset;
    }

    /** The corners of the hull under all bins, and the mean of their counts. */
    private int buildHull() {
        double sum = 0;
        int corners = 0;
        int bin = oldest;
        for (int index = 0; index < bins; index++) {
            sum += counts[bin];
            while (corners >= 2 && !turnsUp(hull[corners - 2], hull[corners - 1], bin)) {
                corners--;
            }
            hull[corners++] = bin;
            bin = bin + 1 == BINS ? 0 : bin + 1;
        }
        meanCount = sum / bins;
        return corners;
    }

    private double slopeUnderMean(int corners) {
        for (int corner = 1; corner < corners; corner++) {
            if (counts[hull[corner]] >= meanCount) {
                return slope(hull[corner - 1], hull[corner]);
            }
        }
        return periodMicros;
    }

    private boolean turnsUp(int first, int second, int third) {
        double before = (arrivals[second] - arrivals[first]) * (counts[third] - counts[second]);
        return (arrivals[third] - arrivals[second]) * (counts[second] - counts[first]) > before;
    }

    private double slope(int from, int to) {
        return (arrivals[to] - arrivals[from]) / (counts[to] - counts[from]);
    }
}
