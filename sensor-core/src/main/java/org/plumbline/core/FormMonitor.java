package org.plumbline.core;

import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;

/**
 * The whole line for one lifter and one set: samples in, poses, repetitions, flags and cues out.
 *
 * <p>Samples come on one common clock, each sensor's in order of time; the sensors may be interleaved in any way that
 * keeps them within {@code 250 ms} of each other. A pure function of the samples and the set-up: no clock, no threads,
 * no randomness. One thread at a time.
 */
public final class FormMonitor implements ImuSampleSink {
    private final MonitorSetup setup;
    private final FormListener listener;

    public FormMonitor(MonitorSetup setup, FormListener listener) {
        this.setup = setup;
        this.listener = listener;
    }

    @Override
    public void accept(ImuSample sample) {}

    /** Ends the calibration stage: what follows is the set. For a lifter who skips the bows. */
    public void beginSet() {}

    /** Ends the set: an open repetition that is complete enough is counted, the rest is let go. */
    public void finish() {}

    /** What has been found so far; after {@link #finish} the final result. */
    public AnalysisResult result() {
        throw new UnsupportedOperationException("not yet: " + setup + listener);
    }
}
