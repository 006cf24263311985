package org.plumbline.core.plausibility;

import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;

/**
 * The share of samples at the end of the range: flagged by the device, or, where nobody flags them, the largest value yet that
 * comes three times on end. Allocates nothing after construction.
 */
final class SaturationCheck {
    /** The share is taken over this time, µs. */
    private static final long LOOK_MICROS = 10_000_000;

    /** Bars that are set down clip a sample or two each; more than this hides movement, share of the samples. */
    private static final double LARGEST_SHARE = 0.02;

    /** Fewer samples than this are no share. */
    private static final int FEWEST_SAMPLES = 100;

    /** Equal extremes on end (wearables.md 5.5). */
    private static final int REPEATS = 3;

    /** No accelerometer ends below ±2 g, less its tolerance, m/s². */
    private static final double SMALLEST_FORCE_RANGE = 18;

    /** No gyroscope ends below ±125°/s, less its tolerance, rad/s. */
    private static final double SMALLEST_RATE_RANGE = Math.toRadians(120);

    private static final int CLIPPED = SampleFlag.ACCELERATION_CLIPPED | SampleFlag.ANGULAR_RATE_CLIPPED;

    private final double[] last = new double[6];
    private final double[] largest = new double[6];
    private final int[] repeats = new int[6];
    private long fromMicros = Long.MIN_VALUE;
    private int samples;
    private int clipped;

    /** Takes the next sample; whether the stretch that ends with it was too often at the end of the range. */
    boolean accept(ImuSample sample) {
        if (fromMicros == Long.MIN_VALUE) {
            fromMicros = sample.timeMicros;
        }
        int atEnd = axis(0, sample.accX, SMALLEST_FORCE_RANGE);
        atEnd = Math.max(atEnd, axis(1, sample.accY, SMALLEST_FORCE_RANGE));
        atEnd = Math.max(atEnd, axis(2, sample.accZ, SMALLEST_FORCE_RANGE));
        atEnd = Math.max(atEnd, axis(3, sample.gyrX, SMALLEST_RATE_RANGE));
        atEnd = Math.max(atEnd, axis(4, sample.gyrY, SMALLEST_RATE_RANGE));
        atEnd = Math.max(atEnd, axis(5, sample.gyrZ, SMALLEST_RATE_RANGE));
        samples++;
        clipped += (sample.flags & CLIPPED) != 0 ? 1 : atEnd;
        if (sample.timeMicros - fromMicros < LOOK_MICROS) {
            return false;
        }
        boolean often = samples >= FEWEST_SAMPLES && clipped > LARGEST_SHARE * samples;
        fromMicros = sample.timeMicros;
        samples = 0;
        clipped = 0;
        return often;
    }

    /** How many samples more are at the end of this axis: with the third of a row the two before it. */
    private int axis(int i, double value, double smallestRange) {
        double magnitude = Math.abs(value);
        if (magnitude < smallestRange) {
            repeats[i] = 0;
            return 0;
        }
        repeats[i] = value == last[i] && magnitude >= largest[i] ? repeats[i] + 1 : 1;
        last[i] = value;
        largest[i] = Math.max(largest[i], magnitude);
        return repeats[i] < REPEATS ? 0 : repeats[i] == REPEATS ? REPEATS : 1;
    }
}
