package org.plumbline.bench;

import org.plumbline.core.AnalysisResult;
import org.plumbline.core.FormMonitor;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;

/** A simulated set through clocks and the whole line, as a live set goes. */
public final class LiveSet {
    /** Where samples come from, in the order of their arrival. */
    @FunctionalInterface
    public interface Samples {
        /** Fills {@code into} with the next sample; false when there is none. */
        boolean next(ImuSample into);
    }

    private LiveSet() {}

    /** What {@code monitor} says of the whole set. */
    public static AnalysisResult run(Samples samples, int sensors, FormMonitor monitor) {
        return run(samples, sensors, monitor, monitor);
    }

    /** The same, where {@code before} takes every sample with its time mapped, and hands it on to {@code monitor}. */
    public static AnalysisResult run(Samples samples, int sensors, ImuSampleSink before, FormMonitor monitor) {
        ClockMapper clock = new ClockMapper(sensors, before);
        ImuSample sample = new ImuSample();
        while (samples.next(sample)) {
            clock.accept(sample);
        }
        clock.finish();
        monitor.finish();
        return monitor.result();
    }
}
