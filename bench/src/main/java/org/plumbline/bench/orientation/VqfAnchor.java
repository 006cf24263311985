package org.plumbline.bench.orientation;

import java.util.Map;

/**
 * What VQF 2.1.1 with its default parameters reaches on a BROAD trial at the native rate, raw: stored values of the
 * design study, computed once with its published C++ code.
 *
 * @param inclinationDeg root mean square of the inclination error, live
 * @param totalDeg the same of the whole error, one heading offset removed
 * @param offlineInclinationDeg inclination error of its offline variant, which sees the whole trial
 */
record VqfAnchor(double inclinationDeg, double totalDeg, double offlineInclinationDeg) {
    /** Mean inclination error on the 30 trials that were to be had, at 100 Hz; there are no values per trial. */
    static final double MEAN_OF_30_AT_100_HZ_DEG = 0.863;

    /** The same lag-compensated, at the native rate. */
    static final double MEAN_OF_30_COMPENSATED_DEG = 0.549;

    /** The same lag-compensated, at 100 Hz. */
    static final double MEAN_OF_30_AT_100_HZ_COMPENSATED_DEG = 0.691;

    private static final VqfAnchor UNKNOWN = new VqfAnchor(Double.NaN, Double.NaN, Double.NaN);

    private static final Map<String, VqfAnchor> OF_TRIAL = Map.ofEntries(
            Map.entry("01", new VqfAnchor(0.599, 4.59, 0.371)),
            Map.entry("02", new VqfAnchor(0.429, 0.63, 0.312)),
            Map.entry("04", new VqfAnchor(0.787, 3.92, 0.408)),
            Map.entry("06", new VqfAnchor(0.804, 0.88, 0.752)),
            Map.entry("07", new VqfAnchor(1.023, 1.55, 0.959)),
            Map.entry("08", new VqfAnchor(1.763, 7.92, 0.927)),
            Map.entry("10", new VqfAnchor(0.299, 1.06, 0.249)),
            Map.entry("11", new VqfAnchor(0.420, 0.68, 0.261)),
            Map.entry("14", new VqfAnchor(0.413, 0.66, 0.243)),
            Map.entry("15", new VqfAnchor(0.470, 1.51, 0.561)),
            Map.entry("18", new VqfAnchor(0.614, 0.84, 0.542)),
            Map.entry("21", new VqfAnchor(1.716, 4.22, 0.952)),
            Map.entry("24", new VqfAnchor(0.607, 0.84, 0.513)),
            Map.entry("26", new VqfAnchor(0.561, 1.06, 0.515)),
            Map.entry("28", new VqfAnchor(1.206, 3.67, 0.805)),
            Map.entry("29", new VqfAnchor(1.063, 4.82, 0.848)),
            Map.entry("32", new VqfAnchor(0.560, 2.09, 0.373)),
            Map.entry("34", new VqfAnchor(0.646, 3.56, 0.444)),
            Map.entry("35", new VqfAnchor(0.658, 3.00, 0.432)),
            Map.entry("36", new VqfAnchor(0.877, 4.45, 0.546)));

    /** The values of a trial by its number in two digits; NaN for others. */
    static VqfAnchor ofTrial(String number) {
        return OF_TRIAL.getOrDefault(number, UNKNOWN);
    }
}
