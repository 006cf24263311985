package org.plumbline.bench;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.bench.orientation.IntervalAverage;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.OrientationFilter;
import org.plumbline.core.orientation.SampleBlock;
import org.plumbline.core.simulation.SensorConditions;
import org.plumbline.core.simulation.SessionScript;
import org.plumbline.core.simulation.SimulatedSession;
import org.plumbline.core.simulation.SimulatedWearable;

/**
 * One sensor through four simulated minutes of standing, lifting and walking, averaged to a rate and laid out in columns,
 * without end: after the last sample comes the first again, later by the length of the session.
 */
final class SensorStream {
    /** Rate the session is simulated at before it is averaged, Hz. */
    private static final double FINE_RATE_HZ = 1000;

    private static final double MINUTES = 4;

    private final long[] timeMicros;
    private final double[][] values;
    private final long lapMicros;

    SensorStream(double rateHz) {
        long intervalMicros = Math.round(1e6 / rateHz);
        List<ImuSample> samples = IntervalAverage.over(intervalMicros, fine());
        timeMicros = samples.stream().mapToLong(sample -> sample.timeMicros).toArray();
        values = samples.stream()
                .map(s -> new double[] {s.accX, s.accY, s.accZ, s.gyrX, s.gyrY, s.gyrZ})
                .toArray(double[][]::new);
        lapMicros = timeMicros[timeMicros.length - 1] - timeMicros[0] + intervalMicros;
    }

    private static List<ImuSample> fine() {
        SensorConditions sensors =
                SensorConditions.realistic().withRateHz(FINE_RATE_HZ).withLostShare(0);
        SimulatedWearable wearable =
                new SimulatedSession(new SessionScript("deadlift", MINUTES, 3, sensors)).wearable();
        List<ImuSample> samples = new ArrayList<>();
        ImuSample sample = new ImuSample();
        while (wearable.next(sample)) {
            if (sample.sensorIndex == 0) {
                samples.add(sample.copy());
            }
        }
        return samples;
    }

    /** Samples of a lap. */
    int length() {
        return timeMicros.length;
    }

    /** Time of the sample of that number, which may be beyond the lap. */
    long timeMicros(long number) {
        return timeMicros[(int) (number % timeMicros.length)] + number / timeMicros.length * lapMicros;
    }

    /** The six values of that sample. */
    double[] values(long number) {
        return values[(int) (number % values.length)];
    }

    /** Gives the sample of that number to {@code filter}. */
    void give(long number, OrientationFilter filter) {
        double[] v = values(number);
        filter.update(timeMicros(number), v[0], v[1], v[2], v[3], v[4], v[5], 0);
    }

    /** Adds the sample of that number to {@code block}. */
    void add(long number, int stream, SampleBlock block) {
        double[] v = values(number);
        block.add(stream, timeMicros(number), v[0], v[1], v[2], v[3], v[4], v[5], 0);
    }
}
