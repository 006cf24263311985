package org.plumbline.bench.orientation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.plumbline.core.imu.ImuSample;

/** Samples whose stamp is right and whose values are nonsense. */
final class WildSamples {
    private static final double WILD_SHARE = 0.01;

    /** The common full range of a wearable's accelerometer, ±16 g in m/s². */
    private static final double ACCELERATION_RANGE_MS2 = 16 * 9.81;

    /** The common full range of its gyroscope, ±2000 °/s in rad/s. */
    private static final double ANGULAR_RATE_RANGE = Math.toRadians(2000);

    private WildSamples() {}

    /** Every axis anywhere in the range of a usual sensor: such a sample is not to be told by its size. */
    static DamagedSamples withinRange(List<ImuSample> measured, Random random) {
        return damage(measured, random, WildSamples::fill);
    }

    /** One axis in addition beyond what any sensor measures, or not a number. */
    static DamagedSamples beyondRange(List<ImuSample> measured, Random random) {
        return damage(measured, random, (sample, source) -> {
            fill(sample, source);
            set(sample, source.nextInt(6), beyond(source));
        });
    }

    private static DamagedSamples damage(List<ImuSample> measured, Random random, BiConsumer<ImuSample, Random> spoil) {
        List<ImuSample> damaged = new ArrayList<>(measured.size());
        for (ImuSample sample : measured) {
            ImuSample copy = sample.copy();
            if (random.nextDouble() < WILD_SHARE) {
                spoil.accept(copy, random);
            }
            damaged.add(copy);
        }
        return DamagedSamples.allOf(damaged);
    }

    private static void fill(ImuSample sample, Random random) {
        for (int axis = 0; axis < 6; axis++) {
            double range = axis < 3 ? ACCELERATION_RANGE_MS2 : ANGULAR_RATE_RANGE;
            set(sample, axis, (2 * random.nextDouble() - 1) * range);
        }
    }

    private static double beyond(Random random) {
        double sign = random.nextBoolean() ? 1 : -1;
        switch (random.nextInt(3)) {
            case 0:
                return Double.NaN;
            case 1:
                return sign * Double.POSITIVE_INFINITY;
            default:
                return sign * Math.pow(10, 4 + 5 * random.nextDouble());
        }
    }

    private static void set(ImuSample sample, int axis, double value) {
        switch (axis) {
            case 0 -> sample.accX = value;
            case 1 -> sample.accY = value;
            case 2 -> sample.accZ = value;
            case 3 -> sample.gyrX = value;
            case 4 -> sample.gyrY = value;
            default -> sample.gyrZ = value;
        }
    }
}
