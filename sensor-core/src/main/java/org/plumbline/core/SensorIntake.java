package org.plumbline.core;

import java.util.ArrayList;
import java.util.List;
import org.plumbline.core.clock.GapDetector;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;
import org.plumbline.core.imu.SensorDescription;

/** Keeps the quality of one sensor's stream: rate, loss, gaps, clipping, and specific force at rest. */
final class SensorIntake {
    private final SensorDescription description;
    private final GapDetector gaps = new GapDetector();
    private long clipped;
    private double restForceSum;
    private long restSamples;

    SensorIntake(SensorDescription description) {
        this.description = description;
    }

    void accept(ImuSample sample, boolean atRest) {
        gaps.accept(sample.timeMicros, sample.flags);
        if ((sample.flags & (SampleFlag.ACCELERATION_CLIPPED | SampleFlag.ANGULAR_RATE_CLIPPED)) != 0) {
            clipped++;
        }
        if (atRest) {
            restSamples++;
            restForceSum +=
                    Math.sqrt(sample.accX * sample.accX + sample.accY * sample.accY + sample.accZ * sample.accZ);
        }
    }

    boolean isEmpty() {
        return gaps.samples() == 0;
    }

    AnalysisResult.SensorQuality quality() {
        List<List<Double>> stretches = new ArrayList<>();
        for (long[] gap : gaps.gaps()) {
            stretches.add(List.of(gap[0] * 1e-6, gap[1] * 1e-6));
        }
        double rate = gaps.rateHz();
        return new AnalysisResult.SensorQuality(
                description.placement().fileName(),
                Double.isNaN(rate) ? 0 : Math.round(rate * 10) / 10.0,
                Math.round(gaps.lostPercent() * 10) / 10.0,
                stretches,
                clipped,
                restSamples == 0 ? null : Math.round(restForceSum / restSamples * 1000) / 1000.0);
    }
}
