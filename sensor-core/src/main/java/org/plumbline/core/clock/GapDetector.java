package org.plumbline.core.clock;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.imu.SampleFlag;

/**
 * How complete the stream of one sensor is, from its times alone: rate, share of lost samples, gaps.
 *
 * <p>Two kinds of stream are told apart. A regular one has most of its steps near their median: its period is their
 * mean there, and every longer step counts as so many lost samples. An irregular one has stamps that come in bursts:
 * its period is its mean step, and only a step that no burst explains counts as loss. Steps are kept as a histogram, so
 * memory does not grow; nothing is allocated per sample but the list of gaps, which is bounded.
 */
public final class GapDetector {
    /** A gap is longer than both. */
    private static final long SHORTEST_GAP_MICROS = 100_000;

    private static final double SHORTEST_GAP_PERIODS = 5;

    private static final int MOST_GAPS = 1000;

    private static final long BIN_MICROS = 250;
    private static final int BINS = 2000;

    /** A step this near the median is one period. */
    private static final double NEAR_MEDIAN = 0.25;

    /** Shares of the steps and of the time that must be near the median in a regular stream. */
    private static final double REGULAR_STEPS = 0.6;

    private static final double REGULAR_TIME = 0.5;

    private static final double MISSING_PERIODS = 1.5;
    private static final int ENOUGH_STEPS = 16;

    private final long[] steps = new long[BINS + 1];
    private final double[] stepMicros = new double[BINS + 1];
    private final List<long[]> longSteps = new ArrayList<>();
    private long samples;
    private long lastMicros;

    private long fittedSamples = -1;
    private double periodMicros = Double.NaN;
    private boolean regular;

    /**
     * Takes the next sample.
     *
     * @param timeMicros time on the common clock; a time that does not rise is counted as a sample and no more
     * @param flags bits of {@link SampleFlag}: the step into a restart says nothing about the rate
     */
    public void accept(long timeMicros, int flags) {
        samples++;
        long step = timeMicros - lastMicros;
        if (samples > 1 && step > 0) {
            if (step > SHORTEST_GAP_MICROS && longSteps.size() < MOST_GAPS && isLongForStream(step)) {
                longSteps.add(new long[] {lastMicros, timeMicros});
            }
            if ((flags & SampleFlag.TIME_RESTART) == 0) {
                int bin = (int) Math.min(BINS, step / BIN_MICROS);
                steps[bin]++;
                stepMicros[bin] += step;
            }
        }
        if (samples == 1 || step > 0) {
            lastMicros = timeMicros;
        }
    }

    public long samples() {
        return samples;
    }

    /** The rate of the stream where nothing is lost, samples per second; NaN before two samples. */
    public double rateHz() {
        fit();
        return 1e6 / periodMicros;
    }

    /** Samples missing against that rate, percent of all there should be. */
    public double lostPercent() {
        fit();
        double lost = 0;
        double longest = regular ? MISSING_PERIODS * periodMicros : gapMicros();
        for (int bin = 0; bin <= BINS; bin++) {
            if (steps[bin] > 0 && stepMicros[bin] / steps[bin] > longest) {
                lost += Math.max(0, Math.rint(stepMicros[bin] / periodMicros) - steps[bin]);
            }
        }
        return samples == 0 ? 0 : 100 * lost / (samples + lost);
    }

    /** The gaps in order, each its last time before and its first time after, microseconds; at most a thousand. */
    public List<long[]> gaps() {
        fit();
        double shortest = gapMicros();
        List<long[]> gaps = new ArrayList<>();
        for (long[] step : longSteps) {
            if (step[1] - step[0] > shortest) {
                gaps.add(step.clone());
            }
        }
        return gaps;
    }

    /** Keeps the list of a slow stream, whose every step is longer than the shortest gap, from filling. */
    private boolean isLongForStream(long step) {
        if (samples > ENOUGH_STEPS && samples > 2 * fittedSamples) {
            fit();
        }
        return !(step <= 0.8 * SHORTEST_GAP_PERIODS * periodMicros);
    }

    private double gapMicros() {
        return Math.max(SHORTEST_GAP_MICROS, SHORTEST_GAP_PERIODS * periodMicros);
    }

    private void fit() {
        if (fittedSamples == samples) {
            return;
        }
        fittedSamples = samples;
        long count = 0;
        for (long inBin : steps) {
            count += inBin;
        }
        if (count == 0) {
            return;
        }
        double median = medianMicros(count);
        double[] near = between((1 - NEAR_MEDIAN) * median, (1 + NEAR_MEDIAN) * median);
        double[] all = between(0, Math.max(SHORTEST_GAP_MICROS, SHORTEST_GAP_PERIODS * median));
        regular = near[0] >= REGULAR_STEPS * all[0] && near[1] >= REGULAR_TIME * all[1];
        double[] used = regular ? near : all;
        periodMicros = used[1] / used[0];
    }

    private double medianMicros(long count) {
        long below = 0;
        int bin = 0;
        while (below + steps[bin] <= count / 2) {
            below += steps[bin];
            bin++;
        }
        return stepMicros[bin] / steps[bin];
    }

    /** Number and sum of the steps of bins whose mean lies between the limits. */
    private double[] between(double least, double most) {
        double number = 0;
        double sum = 0;
        for (int bin = 0; bin <= BINS; bin++) {
            if (steps[bin] > 0) {
                double mean = stepMicros[bin] / steps[bin];
                if (mean >= least && mean <= most) {
                    number += steps[bin];
                    sum += stepMicros[bin];
                }
            }
        }
        return new double[] {number, sum};
    }
}
