package org.plumbline.core.form;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * How alike the repetitions are (M20): the spread of time-normalised curves about their mean, averaged over the points.
 *
 * @see RepetitionCurve
 */
public final class CurveVariability {
    /**
     * No lifter is taken to repeat better than this, degrees: what two sensors see of a movement repeats no better (heuristic,
     * from an RMSE of 1.3–1.7° in lifting, Chang 2022). Otherwise a very even reference would make noise look like change.
     */
    private static final double LEAST_SPREAD_DEG = 1;

    private CurveVariability() {}

    /**
     * Spread of curves of the recent repetitions against that of the reference ones; 1 is as alike as there. NaN where either
     * cannot be told.
     */
    public static double ratio(List<double[]> recentDeg, List<double[]> referenceDeg) {
        double reference = spreadDeg(referenceDeg);
        return Double.isNaN(reference)
                ? Double.NaN
                : Math.max(LEAST_SPREAD_DEG, spreadDeg(recentDeg)) / Math.max(LEAST_SPREAD_DEG, reference);
    }

    /** Mean over the points of the standard deviation of the curves there; NaN with fewer than two curves or missing points. */
    public static double spreadDeg(List<double[]> curvesDeg) {
        if (curvesDeg.size() < 2) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < RepetitionCurve.POINTS; i++) {
            SummaryStatistics there = new SummaryStatistics();
            for (double[] curve : curvesDeg) {
                there.addValue(curve[i]);
            }
            sum += there.getStandardDeviation();
        }
        return sum / RepetitionCurve.POINTS;
    }
}
