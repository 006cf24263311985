package org.plumbline.core.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * The trend of a series that a single odd value does not move: the median of the slopes between all pairs (Theil 1950, Sen
 * 1968) with Sen's interval, and the probability of a trend as clear as this by chance (Mann 1945, Kendall 1975).
 *
 * @param slope change from one place to the next
 * @param slopeLow lower end of its 95 % interval
 * @param slopeHigh upper end of its 95 % interval
 * @param level value of the line at the last place
 * @param probability two-sided probability of such a trend by chance, 0 to 1
 * @param count values it rests on
 */
record RobustTrend(double slope, double slopeLow, double slopeHigh, double level, double probability, int count) {
    /** With fewer values no order of them is rarer than one in twenty. */
    static final int FEWEST = 5;

    /** A trend is clear below this probability. */
    static final double CLEAR = 0.05;

    /**
     * Of more values the newest count: what tires somebody lies in the last repetitions of a set that has hundreds, and pairs grow
     * with the square of the values.
     */
    static final int MOST = 60;

    /** Up to so many values without ties the distribution is counted out; beyond, the normal one is close. */
    private static final int LARGEST_EXACT = 10;

    private static final NormalDistribution NORMAL = new NormalDistribution();

    /** Trend of a series, of its last {@value #MOST} values; NaN values are left out, their places are not. All NaN where fewer than {@value #FEWEST} are left. */
    static RobustTrend of(List<Double> series) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            if (!Double.isNaN(series.get(i))) {
                places.add(i);
            }
        }
        if (places.size() > MOST) {
            places.subList(0, places.size() - MOST).clear();
        }
        int count = places.size();
        if (count < FEWEST) {
            return new RobustTrend(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 1, count);
        }
        double[] slopes = new double[count * (count - 1) / 2];
        int pair = 0;
        int score = 0;
        boolean ties = false;
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                double rise = series.get(places.get(j)) - series.get(places.get(i));
                slopes[pair++] = rise / (places.get(j) - places.get(i));
                score += (int) Math.signum(rise);
                ties |= rise == 0;
            }
        }
        Arrays.sort(slopes);
        double slope = new Median().evaluate(slopes);
        double variance = variance(series, places);
        int reach = (int) Math.round(NORMAL.inverseCumulativeProbability(1 - CLEAR / 2) * Math.sqrt(variance));
        int low = Math.max(0, (slopes.length - reach) / 2 - 1);
        int high = slopes.length - 1 - low;
        double[] offsets = new double[count];
        int last = series.size() - 1;
        for (int i = 0; i < count; i++) {
            offsets[i] = series.get(places.get(i)) + slope * (last - places.get(i));
        }
        double probability = ties || count > LARGEST_EXACT ? normal(score, variance) : exact(Math.abs(score), count);
        return new RobustTrend(slope, slopes[low], slopes[high], new Median().evaluate(offsets), probability, count);
    }

    /** Whether the trend is no chance. */
    boolean isClear() {
        return probability < CLEAR;
    }

    /** How far the trend can be trusted. */
    Confidence confidence() {
        return probability < CLEAR / 5 ? Confidence.HIGH : isClear() ? Confidence.MEDIUM : Confidence.LOW;
    }

    /** Variance of the score under no trend, with the correction for ties (Kendall 1975). */
    private static double variance(List<Double> series, List<Integer> places) {
        int count = places.size();
        double sum = count * (count - 1.0) * (2 * count + 5);
        List<Double> done = new ArrayList<>();
        for (int place : places) {
            double value = series.get(place);
            if (!done.contains(value)) {
                done.add(value);
                long tied = places.stream()
                        .filter(other -> series.get(other) == value)
                        .count();
                sum -= tied * (tied - 1.0) * (2 * tied + 5);
            }
        }
        return sum / 18;
    }

    private static double normal(int score, double variance) {
        double z = Math.max(0, Math.abs(score) - 1) / Math.sqrt(variance);
        return variance > 0 ? 2 * (1 - NORMAL.cumulativeProbability(z)) : 1;
    }

    /** Share of all orders whose score is at least as far from zero: counted by their inversions. */
    private static double exact(int score, int count) {
        int pairs = count * (count - 1) / 2;
        double[] share = new double[pairs + 1];
        share[0] = 1;
        for (int size = 2; size <= count; size++) {
            double[] next = new double[pairs + 1];
            for (int inversions = 0; inversions <= pairs; inversions++) {
                for (int added = 0; added < size && added <= inversions; added++) {
                    next[inversions] += share[inversions - added] / size;
                }
            }
            share = next;
        }
        double sum = 0;
        for (int inversions = 0; inversions <= pairs; inversions++) {
            sum += Math.abs(pairs - 2 * inversions) >= score ? share[inversions] : 0;
        }
        return Math.min(1, sum);
    }
}
