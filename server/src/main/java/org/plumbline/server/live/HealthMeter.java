package org.plumbline.server.live;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.ImuSampleSink;
import org.plumbline.core.imu.SampleFlag;
import org.plumbline.core.imu.SensorDescription;

/** Measures how well each sensor is heard: rate over stream time, gaps, silence. One thread. */
final class HealthMeter implements ImuSampleSink {
    private static final long WINDOW_MICROS = 2_000_000;
    private static final long SILENCE_NANOS = 1_500_000_000L;

    private final List<SensorDescription> sensors;
    private final long[] windowStartMicros;
    private final int[] windowSamples;
    private final double[] rateHz;
    private final int[] gaps;
    private final long[] lastHeardNanos;

    HealthMeter(List<SensorDescription> sensors, long nowNanos) {
        this.sensors = sensors;
        int count = sensors.size();
        windowStartMicros = new long[count];
        windowSamples = new int[count];
        rateHz = new double[count];
        gaps = new int[count];
        lastHeardNanos = new long[count];
        for (int i = 0; i < count; i++) {
            lastHeardNanos[i] = nowNanos;
        }
    }

    @Override
    public void accept(ImuSample sample) {
        int i = sample.sensorIndex;
        lastHeardNanos[i] = System.nanoTime();
        if ((sample.flags & SampleFlag.GAP_BEFORE) != 0) {
            gaps[i]++;
        }
        long elapsedMicros = sample.timeMicros - windowStartMicros[i];
        if (windowSamples[i] == 0 || elapsedMicros < 0) {
            windowStartMicros[i] = sample.timeMicros;
            windowSamples[i] = 0;
        } else if (elapsedMicros >= WINDOW_MICROS) {
            rateHz[i] = windowSamples[i] * 1e6 / elapsedMicros;
            windowStartMicros[i] = sample.timeMicros;
            windowSamples[i] = 0;
        }
        windowSamples[i]++;
    }

    List<SensorHealth> read(long nowNanos) {
        List<SensorHealth> health = new ArrayList<>(sensors.size());
        for (int i = 0; i < sensors.size(); i++) {
            boolean silent = nowNanos - lastHeardNanos[i] > SILENCE_NANOS;
            double rate = silent ? 0 : Math.round(rateHz[i] * 10) / 10.0;
            health.add(new SensorHealth(sensors.get(i).placement().fileName(), rate, gaps[i], silent));
        }
        return List.copyOf(health);
    }
}
