package org.plumbline.core.clock;

import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;

/** Maps the samples of several sensors, each on its own clock, to the host's clock and hands them on. */
public final class ClockMapper implements ImuSampleSink {
    private final ImuSampleSink next;

    public ClockMapper(int sensorCount, ImuSampleSink next) {
        this.next = next;
    }

    @Override
    public void accept(ImuSample sample) {
        next.accept(sample);
    }
}
