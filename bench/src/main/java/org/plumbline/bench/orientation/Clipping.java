package org.plumbline.bench.orientation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;

/**
 * A sensor whose range is too small: every axis ends at a share of the largest value the recording holds.
 *
 * @param leastAccelerationMs2 the accelerometer's range is never smaller
 * @param leastAngularRate nor the gyroscope's, rad/s
 * @param flagged whether the clipped samples say so
 */
record Clipping(double leastAccelerationMs2, double leastAngularRate, boolean flagged) implements Damage.Way {
    private static final double SHARE_OF_LARGEST = 0.6;

    /** Smallest ranges that the sensors of wearables offer: ±2 g, ±125 °/s. */
    static Clipping atRealRange(boolean flagged) {
        return new Clipping(2 * 9.81, Math.toRadians(125), flagged);
    }

    @Override
    public DamagedSamples damage(List<ImuSample> measured, Random random) {
        double accelerationMs2 = Math.max(leastAccelerationMs2, SHARE_OF_LARGEST * largest(measured, Clipping::force));
        double angularRate = Math.max(leastAngularRate, SHARE_OF_LARGEST * largest(measured, Clipping::rate));
        List<ImuSample> clipped = new ArrayList<>(measured.size());
        for (ImuSample sample : measured) {
            clipped.add(clip(sample, accelerationMs2, angularRate));
        }
        return DamagedSamples.allOf(clipped);
    }

    private ImuSample clip(ImuSample measured, double accelerationMs2, double angularRate) {
        ImuSample sample = measured.copy();
        if (flagged && force(sample) > accelerationMs2) {
            sample.flags |= SampleFlag.ACCELERATION_CLIPPED;
        }
        if (flagged && rate(sample) > angularRate) {
            sample.flags |= SampleFlag.ANGULAR_RATE_CLIPPED;
        }
        sample.accX = within(sample.accX, accelerationMs2);
        sample.accY = within(sample.accY, accelerationMs2);
        sample.accZ = within(sample.accZ, accelerationMs2);
        sample.gyrX = within(sample.gyrX, angularRate);
        sample.gyrY = within(sample.gyrY, angularRate);
        sample.gyrZ = within(sample.gyrZ, angularRate);
        return sample;
    }

    private static double largest(List<ImuSample> samples, ToDoubleFunction<ImuSample> size) {
        return samples.stream().mapToDouble(size).max().orElse(0);
    }

    private static double force(ImuSample sample) {
        return Math.max(Math.abs(sample.accX), Math.max(Math.abs(sample.accY), Math.abs(sample.accZ)));
    }

    private static double rate(ImuSample sample) {
        return Math.max(Math.abs(sample.gyrX), Math.max(Math.abs(sample.gyrY), Math.abs(sample.gyrZ)));
    }

    private static double within(double value, double limit) {
        return Math.max(-limit, Math.min(limit, value));
    }
}
