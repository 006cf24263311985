package org.plumbline.bench.orientation;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.imu.ImuSample;

/**
 * Samples at a lower rate, as a sensor gives them that averages over its interval: the mean of specific force and angular
 * rate over each interval, stamped at its end. A sample stands for the time since the one before; those that lie across
 * an end count on both sides by their share.
 */
public final class IntervalAverage {
    private IntervalAverage() {}

    /** Intervals of that length, the first beginning with the first sample; an unfinished last one is left out. */
    public static List<ImuSample> over(long intervalMicros, List<ImuSample> samples) {
        List<ImuSample> means = new ArrayList<>();
        ImuSample sum = new ImuSample();
        long fromMicros = samples.get(0).timeMicros;
        long endMicros = fromMicros + intervalMicros;
        for (ImuSample sample : samples.subList(1, samples.size())) {
            while (sample.timeMicros >= endMicros) {
                add(sample, endMicros - fromMicros, sum);
                means.add(mean(sum, intervalMicros, endMicros));
                sum = new ImuSample();
                fromMicros = endMicros;
                endMicros += intervalMicros;
            }
            add(sample, sample.timeMicros - fromMicros, sum);
            fromMicros = sample.timeMicros;
        }
        return means;
    }

    private static void add(ImuSample sample, long micros, ImuSample sum) {
        if (micros == 0) {
            return;
        }
        sum.accX += micros * sample.accX;
        sum.accY += micros * sample.accY;
        sum.accZ += micros * sample.accZ;
        sum.gyrX += micros * sample.gyrX;
        sum.gyrY += micros * sample.gyrY;
        sum.gyrZ += micros * sample.gyrZ;
        sum.flags |= sample.flags;
        sum.sensorIndex = sample.sensorIndex;
    }

    private static ImuSample mean(ImuSample sum, long intervalMicros, long endMicros) {
        ImuSample mean = sum.copy();
        mean.timeMicros = endMicros;
        mean.accX /= intervalMicros;
        mean.accY /= intervalMicros;
        mean.accZ /= intervalMicros;
        mean.gyrX /= intervalMicros;
        mean.gyrY /= intervalMicros;
        mean.gyrZ /= intervalMicros;
        return mean;
    }
}
