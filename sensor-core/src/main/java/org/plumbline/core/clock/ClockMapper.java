package org.plumbline.core.clock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /**
     * The clock of a sensor whose times are the host's already: those that a decoder has made of the count of the samples.
     * They pass as they are; to map them once more would take the corrections of the first seconds for a skew.
     */
    public static final int HOST_CLOCK = -1;

    private final ImuSampleSink next;
    private final int[] clockOfSensor;
    private final SensorClock[] clocks;

    /** Every sensor has a clock of its own. */
    public ClockMapper(int sensorCount, ImuSampleSink next) {
        this(ownClocks(sensorCount), next);
    }

    /**
     * Sensors with an equal number share a clock: one microcontroller with several sensors, or devices that have
     * synchronised themselves. All their notifications tell of one skew and one offset, and the same device time is the
     * same moment for all. Where the times of one turn out not to agree with the others' it is mapped alone.
     *
     * @param clockOfSensor a number for every sensor, or {@link #HOST_CLOCK}
     */
    public ClockMapper(int[] clockOfSensor, ImuSampleSink next) {
        this.next = next;
        this.clockOfSensor = clockOfSensor.clone();
        clocks = new SensorClock[clockOfSensor.length];
        Map<Integer, List<SensorClock>> sharing = new HashMap<>();
        for (int index = 0; index < clocks.length; index++) {
            List<SensorClock> same = sharing.computeIfAbsent(clockOfSensor[index], clock -> new ArrayList<>());
            clocks[index] = new SensorClock(same, next);
            same.add(clocks[index]);
        }
    }

    private static int[] ownClocks(int sensorCount) {
        if (sensorCount < 1) {
            throw new IllegalArgumentException("sensorCount must be at least 1, but is " + sensorCount);
        }
        int[] clocks = new int[sensorCount];
        for (int index = 0; index < sensorCount; index++) {
            clocks[index] = index;
        }
        return clocks;
    }

    @Override
    public void accept(ImuSample sample) {
        if (sample.arrivalMicros == ImuSample.NO_ARRIVAL || clockOfSensor[sample.sensorIndex] == HOST_CLOCK) {
            next.accept(sample);
        } else {
            clocks[sample.sensorIndex].accept(sample);
        }
    }

    /**
     * A sensor said what time it is, apart from its samples (a TIMU board's beacon). At random moments such words show the
     * least delay even where notifications and connection events keep step and never do.
     */
    public void beacon(int sensorIndex, long deviceMicros, long arrivalMicros) {
        clocks[sensorIndex].beacon(deviceMicros, arrivalMicros);
    }

    /** Whether the times of two sensors are mapped by one clock at present. */
    public boolean shareClock(int sensorIndex, int other) {
        return clocks[sensorIndex].sharesClockWith(clocks[other]);
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
