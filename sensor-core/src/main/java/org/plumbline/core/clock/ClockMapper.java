package org.plumbline.core.clock;

import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.imu.SampleFlag;

/**
 * Maps the samples of several sensors, each on its own clock, to the host's clock and hands them on.
 *
 * <p>Samples of one sensor with equal arrival time are one notification; the arrival belongs to its last sample.
 * Handed-on times of a sensor rise strictly. {@link SampleFlag#GAP_BEFORE} is set where the device's time stepped by
 * more than one and a half periods, {@link SampleFlag#TIME_RESTART} where the device's clock started anew. Samples that
 * come twice or out of order are dropped and counted. A sample without arrival time passes as it is.
 *
 * <p>The first notification after the start and after a restart is held back until the next one begins or
 * {@link #finish} is called. One thread at a time; nothing is allocated per sample.
 */
public final class ClockMapper implements ImuSampleSink {
    private final ImuSampleSink next;
    private final SensorClock[] clocks;

    public ClockMapper(int sensorCount, ImuSampleSink next) {
        if (sensorCount < 1) {
            throw new IllegalArgumentException("sensorCount must be at least 1, but is " + sensorCount);
        }
        this.next = next;
        clocks = new SensorClock[sensorCount];
        for (int index = 0; index < sensorCount; index++) {
            clocks[index] = new SensorClock(next);
        }
    }

    @Override
    public void accept(ImuSample sample) {
        if (sample.arrivalMicros == ImuSample.NO_ARRIVAL) {
            next.accept(sample);
        } else {
            clocks[sample.sensorIndex].accept(sample);
        }
    }

    /** No more samples will come: hands on what is still held back. */
    public void finish() {
        for (SensorClock clock : clocks) {
            clock.endNotification();
        }
    }

    /** Samples of a sensor that came twice or out of order and were dropped. */
    public long dropped(int sensorIndex) {
        return clocks[sensorIndex].dropped();
    }

    /** The host's clock against that of a sensor, parts per million; 0 while unknown. */
    public double skewPartsPerMillion(int sensorIndex) {
        return clocks[sensorIndex].skewPartsPerMillion();
    }
}
