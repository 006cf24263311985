package org.plumbline.bench.orientation;

import java.util.Arrays;
import java.util.Locale;

/** Numbers as the tables show them; what is not known is a dash. */
final class Figures {
    private static final String UNKNOWN = "–";

    private Figures() {}

    static String degrees(double value, int decimals) {
        return Double.isNaN(value) ? UNKNOWN : String.format(Locale.ROOT, "%." + decimals + "f°", value);
    }

    static String signed(double value, int decimals) {
        return Double.isNaN(value) ? UNKNOWN : String.format(Locale.ROOT, "%+." + decimals + "f", value);
    }

    static String percent(double share) {
        return Double.isNaN(share) ? UNKNOWN : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** NaN for an empty list and where a value is NaN. */
    static double mean(double... values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** NaN for an empty list. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** A line of a Markdown table. */
    static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    /** The line under the headings of a Markdown table. */
    static String rule(int columns) {
        return "|" + "---|".repeat(columns);
    }
}
