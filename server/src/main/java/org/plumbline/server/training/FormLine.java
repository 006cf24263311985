package org.plumbline.server.training;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.FormListener;
import org.plumbline.core.FormMonitor;
import org.plumbline.core.MonitorSetup;
import org.plumbline.core.calibration.StoredCalibration;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;

/**
 * The line of one set from a sensor's sample to what is heard of it: clock, then monitor. Whoever analyses a set runs it, live,
 * from a recording or from storage, so that they find the same. One thread at a time.
 */
public final class FormLine {
    private final FormMonitor monitor;
    private final ClockMapper clock;
    private long samples;

    public FormLine(MonitorSetup setup, FormListener listener) {
        this(setup, listener, sample -> {});
    }

    /** @param mapped hears every sample once its time is known */
    public FormLine(MonitorSetup setup, FormListener listener, ImuSampleSink mapped) {
        monitor = new FormMonitor(setup, listener);
        clock = new ClockMapper(setup.sensors().size(), sample -> {
            mapped.accept(sample);
            monitor.accept(sample);
        });
    }

    /** Takes a sample as it came; it must have been {@linkplain SampleChunk#quantize quantized}. */
    public void accept(ImuSample sample) {
        samples++;
        clock.accept(sample);
    }

    /** Samples taken so far. */
    public long samples() {
        return samples;
    }

    /** The lifter says that the set begins. */
    public void beginSet() {
        monitor.beginSet();
    }

    /** What has been found so far. */
    public AnalysisResult soFar() {
        return monitor.result();
    }

    /** Whether the two sensors look as if each sat in the other's place. */
    public boolean sensorsLookSwapped() {
        return monitor.sensorsLookSwapped();
    }

    /** The calibration for later sets with the sensors left as they are, or null where there is none worth keeping. */
    public @Nullable StoredCalibration calibrationToKeep() {
        return monitor.calibrationToKeep();
    }

    /**
     * Ends the set.
     *
     * @param state how it ends: what was not finished when it was interrupted is no repetition
     * @param source where its samples come from: who ends a live set was in the middle of what they were doing, a file that was
     *     uploaded or is replayed ends as it says itself, or may have been cut a little early
     */
    public AnalysisResult finish(SetState state, SetSource source) {
        clock.finish();
        if (state == SetState.INTERRUPTED) {
            monitor.breakOff();
        } else if (source == SetSource.UPLOAD || source == SetSource.REPLAY) {
            monitor.finish();
        } else {
            monitor.stop();
        }
        return monitor.result();
    }
}
