package org.plumbline.bench.orientation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.plumbline.core.imu.ImuSample;

/** Samples whose values are right and whose stamp is not. */
final class StampDamage {
    private static final double DAMAGED_SHARE = 0.3;

    /** How far a stamp goes back at most. */
    private static final int LARGEST_STEP_BACK_MICROS = 50_000;

    private StampDamage() {}

    /** Stamped as the sample before. */
    static DamagedSamples repeated(List<ImuSample> measured, Random random) {
        return damage(measured, random, before -> before.timeMicros);
    }

    /** Stamped earlier than the sample before. */
    static DamagedSamples backwards(List<ImuSample> measured, Random random) {
        return damage(measured, random, before -> before.timeMicros - 1 - random.nextInt(LARGEST_STEP_BACK_MICROS));
    }

    private static DamagedSamples damage(List<ImuSample> measured, Random random, ToLongFunction<ImuSample> stamp) {
        List<ImuSample> damaged = new ArrayList<>(measured.size());
        for (ImuSample sample : measured) {
            ImuSample copy = sample.copy();
            if (!damaged.isEmpty() && random.nextDouble() < DAMAGED_SHARE) {
                copy.timeMicros = stamp.applyAsLong(damaged.get(damaged.size() - 1));
            }
            damaged.add(copy);
        }
        return DamagedSamples.allOf(damaged);
    }
}
