package org.plumbline.core.form;

import org.jspecify.annotations.Nullable;

/**
 * Where the trend of a metric leads.
 *
 * @param metric what moves
 * @param trend how it moves over the set
 * @param limit its caution, in the unit of the metric
 * @param direction +1 where the caution lies above, −1 where it lies below
 */
record LimitForecast(Metric metric, RobustTrend trend, double limit, double direction) {
    /** A set has no more repetitions left than this: a range that goes beyond it says nothing. */
    private static final int MOST_FORESEEN = 20;

    /**
     * Repetitions until the limit is reached; null where the trend is not clear, leads elsewhere, is there already, or leads there
     * too late to be of use.
     */
    @Nullable
    RepetitionsLeft left() {
        double way = way();
        double most = Math.ceil(way / slow());
        return isTowards() && way > 0 && most <= MOST_FORESEEN
                ? new RepetitionsLeft((int) (way / fast()), (int) most, metric.jsonName())
                : null;
    }

    /** Whether a clear trend has led to the limit or beyond it. */
    boolean isPassed() {
        return isTowards() && way() <= 0;
    }

    private double way() {
        return (limit - trend.level()) * direction;
    }

    private boolean isTowards() {
        return trend.isClear() && slow() > 0;
    }

    private double slow() {
        return Math.min(trend.slopeLow() * direction, trend.slopeHigh() * direction);
    }

    private double fast() {
        return Math.max(trend.slopeLow() * direction, trend.slopeHigh() * direction);
    }
}
