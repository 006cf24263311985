package org.plumbline.core.orientation;

import org.plumbline.core.imu.ImuSample;

/**
 * Orientation of one sensor for reports: what the {@link OrientationFilter} says, corrected by what came later.
 *
 * <p>With a lag L every estimate is given L to 2·L after its sample and uses all samples up to then; without one, all are
 * given at {@link #finish} and use the whole set. What lies on the two sides of a gap is smoothed apart. Memory grows with
 * the lag: about 10 KB a second for the blocks and 120 bytes a sample. One thread at a time.
 */
public final class OrientationSmoother {
    /** Lag that gives every estimate the whole set: all come at the end. */
    public static final double WHOLE_SET = Double.POSITIVE_INFINITY;

    /** So many samples that change nothing wait at most. */
    private static final int MOST_REFUSED = 10_000;

    private final OrientationFilter filter;
    private final EstimateSink sink;
    private final long lagMicros;
    private final double tiltFloor;
    private final BlockHistory history = new BlockHistory();
    private final BackwardPass backward = new BackwardPass();
    private final EstimateBuffer buffer = new EstimateBuffer();
    private final SmoothedEstimate smoothed = new SmoothedEstimate();
    private int refused;

    /**
     * @param nominalRateHz as for the filter
     * @param parameters as for the filter
     * @param lagS how long an estimate waits at least for later samples, s; {@link #WHOLE_SET} for all
     */
    public OrientationSmoother(double nominalRateHz, OrientationParameters parameters, double lagS, EstimateSink sink) {
        if (!(lagS > 0)) {
            throw new IllegalArgumentException("lagS must be more than 0 s, but is " + lagS);
        }
        filter = new OrientationFilter(nominalRateHz, parameters);
        filter.keepHistory(history);
        this.sink = sink;
        tiltFloor = parameters.tiltFloor();
        lagMicros = lagS > 1e9 ? Long.MAX_VALUE / 4 : Math.round(lagS * 1e6);
    }

    /** Starts from what was learnt of this gyroscope before, as {@link OrientationFilter#startFrom}. */
    public void startFrom(GyroscopeCalibration known) {
        filter.startFrom(known);
    }

    /**
     * Takes the next sample. Each gets its estimate, in order: one that changes nothing gets that of the sample before.
     *
     * @return false for a sample that changes nothing, as {@link OrientationFilter#update}
     */
    public boolean update(ImuSample sample) {
        boolean taken = filter.update(sample);
        if (taken && sample.timeMicros < buffer.latestMicros()) {
            // the device's clock started anew
            give(buffer.size());
            buffer.restart();
        }
        buffer.add(sample.timeMicros, filter, history.blocks(), filter.isFindingVertical());
        if (buffer.spanMicros() >= 2 * lagMicros) {
            give(buffer.countBefore(buffer.latestMicros() - lagMicros));
        } else if (!taken && ++refused >= MOST_REFUSED) {
            // a stamp that stands still makes no span
            give(buffer.size());
        }
        return taken;
    }

    /** Gives all estimates that still wait. */
    public void finish() {
        give(buffer.size());
    }

    private void give(int count) {
        refused = 0;
        backward.run(history);
        for (int i = 0; i < count; i++) {
            smoothed.set(buffer, i, history, backward, tiltFloor);
            sink.accept(buffer.timeMicros(i), smoothed);
        }
        // the block that the next sample begins in needs the one before it
        int unused = count < buffer.size() ? Math.max(0, buffer.block(count) - 1) : history.blocks();
        buffer.drop(count, unused);
        history.drop(unused);
    }
}
