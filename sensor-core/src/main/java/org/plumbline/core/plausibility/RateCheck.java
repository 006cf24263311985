package org.plumbline.core.plausibility;

import java.util.Arrays;

/**
 * Whether samples come as often as was agreed. Lost samples make a stream slow on the mean, bursts move the median of its steps;
 * where both are off the same way, the sensor itself is. Allocates nothing after construction.
 */
final class RateCheck {
    /**
     * Motion chips keep their rate within about a tenth and their times all the same (an LSM6DS3 may be 10 % off); what is further
     * off is not what was set.
     */
    private static final double LATITUDE = 0.15;

    /** One look, µs. */
    private static final long LOOK_MICROS = 10_000_000;

    /** Looks on end that must say the same. */
    private static final int LOOKS = 2;

    /** A nominal rate outside of these is no rate of a motion sensor and not believed, Hz. */
    private static final double LOWEST_RATE_HZ = 5;

    private static final double HIGHEST_RATE_HZ = 4000;

    private final double nominalMicros;
    private final long[] steps = new long[256];
    private int samples;
    private long fromMicros = Long.MIN_VALUE;
    private long lastMicros;
    private int slow;
    private int fast;

    RateCheck(double nominalRateHz) {
        boolean known = nominalRateHz >= LOWEST_RATE_HZ && nominalRateHz <= HIGHEST_RATE_HZ;
        nominalMicros = known ? 1e6 / nominalRateHz : Double.NaN;
    }

    /** Takes the time of the next sample; whether the rate is known to be off. */
    boolean accept(long timeMicros) {
        if (Double.isNaN(nominalMicros)) {
            return false;
        }
        if (fromMicros == Long.MIN_VALUE) {
            fromMicros = timeMicros;
            lastMicros = timeMicros;
            return false;
        }
        steps[samples % steps.length] = timeMicros - lastMicros;
        samples++;
        lastMicros = timeMicros;
        if (timeMicros - fromMicros < LOOK_MICROS) {
            return false;
        }
        double mean = (timeMicros - fromMicros) / (double) samples;
        int kept = Math.min(samples, steps.length);
        Arrays.sort(steps, 0, kept);
        double median = steps[kept / 2];
        double most = nominalMicros / (1 - LATITUDE);
        double least = nominalMicros / (1 + LATITUDE);
        slow = mean > most && median > most ? slow + 1 : 0;
        fast = mean < least && median < least ? fast + 1 : 0;
        samples = 0;
        fromMicros = timeMicros;
        return slow >= LOOKS || fast >= LOOKS;
    }

    void restart() {
        samples = 0;
        fromMicros = Long.MIN_VALUE;
    }
}
