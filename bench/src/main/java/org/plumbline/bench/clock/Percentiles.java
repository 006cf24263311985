package org.plumbline.bench.clock;

import java.util.Arrays;
import java.util.Locale;

/** Sizes of errors, and those that a share of them does not exceed. */
final class Percentiles {
    private double[] values = new double[1024];
    private int count;

    void add(double value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    double of(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1, share * count)];
    }

    /** The median and what 95 of 100 do not exceed. */
    @Override
    public String toString() {
        return count == 0 ? "–" : String.format(Locale.ROOT, "%.1f / %.1f", of(0.5), of(0.95));
    }
}
