package org.plumbline.bench.orientation;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.plumbline.core.imu.ImuSample;

/** Samples that never arrive. */
final class SampleLoss {
    private static final double LOST_SHARE = 0.05;
    private static final long HOLE_EVERY_MICROS = 10_000_000;
    private static final long HOLE_FROM_MICROS = 5_000_000;
    private static final long HOLE_TO_MICROS = 6_000_000;

    private SampleLoss() {}

    /** One in twenty, each for itself. */
    static DamagedSamples single(List<ImuSample> measured, Random random) {
        return DamagedSamples.only(
                IntStream.range(0, measured.size())
                        .filter(i -> random.nextDouble() >= LOST_SHARE)
                        .toArray(),
                measured);
    }

    /** The sixth second of every ten. */
    static DamagedSamples holes(List<ImuSample> measured, Random random) {
        long startMicros = measured.get(0).timeMicros;
        return DamagedSamples.only(
                IntStream.range(0, measured.size())
                        .filter(i -> {
                            long into = (measured.get(i).timeMicros - startMicros) % HOLE_EVERY_MICROS;
                            return into < HOLE_FROM_MICROS || into >= HOLE_TO_MICROS;
                        })
                        .toArray(),
                measured);
    }
}
