package org.plumbline.core.plausibility;

import org.plumbline.core.imu.ImuSample;

/**
 * Finds an axis that repeats one value, to the last bit, while the sensor moves: its noise alone would keep a live one from that.
 * A sensor that repeats all six is another matter: it has stopped. Allocates nothing after construction.
 */
final class StuckCheck {
    /** So long (wearables.md 5.5), µs. */
    private static final long AFTER_MICROS = 1_000_000;

    /** So many samples at least: a slow stream repeats a coarse value by chance. */
    private static final int FEWEST_SAMPLES = 20;

    /** Gravity has turned by so much meanwhile, rad: 20°. */
    private static final double MOVED_RAD = Math.toRadians(20);

    /** Or the gyroscope says that it has, by so much, rad: without gravity to bear it out, three times as far. */
    private static final double SAID_RAD = Math.toRadians(60);

    private final double[] value = new double[6];
    private final long[] sinceMicros = new long[6];
    private final int[] samples = new int[6];
    private final double[] turnedBefore = new double[6];
    private final double[] saidBefore = new double[6];

    /**
     * Takes the next sample.
     *
     * @param turnedRad by how much gravity has turned so far
     * @param saidRad by how much the gyroscope says that the sensor has turned so far
     * @return whether an axis is stuck
     */
    boolean accept(ImuSample sample, double turnedRad, double saidRad) {
        // no short circuit: every axis is to be followed
        return axis(0, sample.accX, sample, turnedRad, saidRad)
                | axis(1, sample.accY, sample, turnedRad, saidRad)
                | axis(2, sample.accZ, sample, turnedRad, saidRad)
                | axis(3, sample.gyrX, sample, turnedRad, saidRad)
                | axis(4, sample.gyrY, sample, turnedRad, saidRad)
                | axis(5, sample.gyrZ, sample, turnedRad, saidRad);
    }

    private boolean axis(int i, double now, ImuSample sample, double turnedRad, double saidRad) {
        if (now != value[i] || samples[i] == 0) {
            value[i] = now;
            sinceMicros[i] = sample.timeMicros;
            samples[i] = 1;
            turnedBefore[i] = turnedRad;
            saidBefore[i] = saidRad;
            return false;
        }
        samples[i]++;
        return samples[i] >= FEWEST_SAMPLES
                && sample.timeMicros - sinceMicros[i] > AFTER_MICROS
                && (turnedRad - turnedBefore[i] > MOVED_RAD || saidRad - saidBefore[i] > SAID_RAD);
    }

    void restart() {
        java.util.Arrays.fill(samples, 0);
    }
}
