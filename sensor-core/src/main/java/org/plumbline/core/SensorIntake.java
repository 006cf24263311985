package org.plumbline.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.clock.GapDetector;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.plausibility.Implausibility;
import org.plumbline.core.plausibility.SensorPlausibility;

/** Keeps the quality of one sensor's stream: rate, loss, gaps, clipping, and specific force at rest. */
final class SensorIntake {
    /** A sensor that repeats all six values for so long has stopped measuring: noise alone would change one, µs. */
    private static final long FROZEN_AFTER_MICROS = 1_000_000;

    /** A sensor that is silent for so long before the end was lost, not just late, µs. */
    private static final long SILENT_AFTER_MICROS = 1_000_000;

    /** Gravity at rest as a sensor may be off by a calibration, m/s²; beyond it is in another unit or broken. */
    private static final double LEAST_REST_FORCE = 8;

    private static final double MOST_REST_FORCE = 12;

    private final SensorDescription description;
    private final SensorPlausibility plausibility;
    private final ImuSample same = new ImuSample();
    private boolean hasSample;
    private long lastMicros;
    private long frozenSinceMicros = Long.MIN_VALUE;
    private final GapDetector gaps = new GapDetector();
    private long clipped;
    private double restForceSum;
    private long restSamples;

    SensorIntake(SensorDescription description) {
        this.description = description;
        plausibility = new SensorPlausibility(description.nominalRateHz());
    }

    /** Whether the sensor still measures, rather than repeat itself. Call once for every sample. */
    boolean measures(ImuSample sample) {
        boolean repeated = hasSample
                && sample.accX == same.accX
                && sample.accY == same.accY
                && sample.accZ == same.accZ
                && sample.gyrX == same.gyrX
                && sample.gyrY == same.gyrY
                && sample.gyrZ == same.gyrZ;
        lastMicros = sample.timeMicros;
        if (!repeated) {
            same.set(sample);
            hasSample = true;
            return true;
        }
        boolean frozen = sample.timeMicros - same.timeMicros > FROZEN_AFTER_MICROS;
        if (frozen && frozenSinceMicros == Long.MIN_VALUE) {
            frozenSinceMicros = same.timeMicros;
        }
        return !frozen;
    }

    /** What a person should know of this sensor now that the stream has ended at {@code endMicros}. */
    List<String> remarks(long endMicros) {
        List<String> remarks = new ArrayList<>();
        String name = "The sensor " + description.placement().fileName();
        if (frozenSinceMicros != Long.MIN_VALUE) {
            remarks.add(name + " repeated one and the same values from " + seconds(frozenSinceMicros)
                    + " on: what it sent then is not used. Switch it off and on, and look at its connection.");
        }
        if (hasSample && endMicros - lastMicros > SILENT_AFTER_MICROS) {
            remarks.add(name + " sent nothing after " + seconds(lastMicros)
                    + ": what needs it is not assessed from there. Look at its battery and its connection.");
        }
        double rest = restSamples == 0 ? Double.NaN : restForceSum / restSamples;
        if ((rest < LEAST_REST_FORCE || rest > MOST_REST_FORCE) && !plausibility.isImplausible()) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "%s measured %.2f m/s² at rest where gravity is 9.81: its unit or its scale is wrong, so its angles"
                            + " and flags are not to be trusted.",
                    name,
                    rest));
        }
        return remarks;
    }

    private static String seconds(long micros) {
        return String.format(Locale.ROOT, "%.1f s", micros * 1e-6);
    }

    /** What this sample shows to be impossible, for the first time; null where nothing new is known. */
    @Nullable
    Implausibility newlyImplausible(ImuSample sample) {
        return plausibility.accept(sample);
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
