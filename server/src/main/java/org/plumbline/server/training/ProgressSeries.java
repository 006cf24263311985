package org.plumbline.server.training;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one thing went over weeks: what a chart of progress draws. Oldest first.
 *
 * @param kind what it is
 * @param exercise name of the exercise, or null for the frequency
 * @param points the points, oldest first; empty where nothing was measured
 * @param usual what the lifter is held against, or null where there is nothing yet
 * @param target range aimed at, or null: two to three training days a week
 * @param steps every step up of the load, oldest first, the first of them the load begun with; empty but for the load
 * @param simulated whether all of it is simulated
 * @param notAssessed sets that count and have no point, because the form in question was not assessed
 */
public record ProgressSeries(
        ProgressKind kind,
        @Nullable String exercise,
        List<ProgressPoint> points,
        @Nullable Usual usual,
        @Nullable Range target,
        List<LoadStep> steps,
        boolean simulated,
        int notAssessed) {
    /**
     * What is usual for the lifter.
     *
     * @param value the usual value, in the unit of the series
     * @param detectableChange smallest change that can be told from noise: the band is the usual value plus and minus it
     * @param approved whether it is of repetitions that somebody approved; else of the lifter's first sets
     * @param from repetitions or sets it was made from
     */
    public record Usual(double value, double detectableChange, boolean approved, int from) {
        boolean isBeyond(double other) {
            return Math.abs(other - value) > detectableChange;
        }
    }

    /** From a value to a value, both in it. */
    public record Range(double low, double high) {}
}
