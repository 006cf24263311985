package org.plumbline.core.clock;

/**
 * Device time to host time of one sensor, or of several that share a clock, from nothing but when its notifications arrived.
 *
 * <p>A one-way model: host = (1 + skew) · device + offset, under all arrivals of the last minute (see
 * {@link LowerHullLine}). Before twenty seconds have been seen the skew is that before a restart, or zero. The smallest delay of the way
 * cannot be seen from one side and stays in the result; it is common to sensors of one kind and cancels between them.
 *
 * <p>The output never runs backwards. It follows the model by at most a millisecond a second; only in the first seconds
 * after the start or a restart of the device, while the smallest delay is still being found, it may move faster.
 * Nothing is allocated after construction.
 */
public final class ClockModel {
    private static final long WINDOW_MICROS = 60_000_000;
    private static final long SKEW_KNOWN_AFTER_MICROS = 20_000_000;
    private static final long REFIT_EVERY_MICROS = 1_000_000;

    /** Ten times what two crystals differ by. */
    private static final double LARGEST_SKEW = 300e-6;

    private static final double SLEW = 1e-3;

    /**
     * While the first delays are still too long by up to a stall: the lifter is putting the sensors on or stands still.
     */
    private static final double SLEW_AT_FIRST = 0.2;

    private static final long FIRST_MICROS = 5_000_000;
    private static final double SLEW_BEFORE_SKEW_KNOWN = 0.01;

    private final LowerHullLine line = new LowerHullLine();
    private boolean ready;
    private boolean skewKnown;
    private long firstDeviceMicros;
    private long fittedAtMicros;
    private double smallestOffsetMicros;
    private double slopeBefore;

    private boolean following;
    private long outputDeviceMicros;
    private double outputOffsetMicros;

    /** Whether a notification has been seen, so that times can be mapped. */
    public boolean isReady() {
        return ready;
    }

    /** The device's clock has started anew: forgets its times. The crystal is the same, so the skew stays where it was known. */
    public void reset() {
        slopeBefore = skewKnown ? line.slope() : slopeBefore;
        line.clear();
        ready = false;
        skewKnown = false;
        following = false;
    }

    /**
     * Takes a notification: device time of its last sample and its arrival. Of sensors that share a clock one may come
     * after a later one of the other.
     */
    public void add(long deviceMicros, long arrivalMicros) {
        double offset = arrivalMicros - deviceMicros;
        if (!ready) {
            ready = true;
            firstDeviceMicros = deviceMicros;
            fittedAtMicros = deviceMicros;
            smallestOffsetMicros = offset;
        }
        smallestOffsetMicros =
                Math.min(smallestOffsetMicros, offset - slopeBefore * (deviceMicros - firstDeviceMicros));
        line.add(deviceMicros, arrivalMicros);
        boolean due = deviceMicros - fittedAtMicros >= REFIT_EVERY_MICROS;
        if (due && deviceMicros - firstDeviceMicros >= SKEW_KNOWN_AFTER_MICROS) {
            line.forgetBefore(deviceMicros - WINDOW_MICROS);
            line.fit(slopeBefore, LARGEST_SKEW);
            skewKnown = true;
            fittedAtMicros = deviceMicros;
        }
    }

    /** Host time of a device time; ask in rising order for each sensor. Before the first notification the device time itself. */
    public long toHostMicros(long deviceMicros) {
        if (!ready) {
            return deviceMicros;
        }
        double wanted = offsetMicrosAt(deviceMicros);
        if (following) {
            double most = slew(deviceMicros) * Math.max(0, deviceMicros - outputDeviceMicros);
            outputOffsetMicros += Math.max(-most, Math.min(most, wanted - outputOffsetMicros));
        } else {
            outputOffsetMicros = wanted;
            outputDeviceMicros = deviceMicros;
            following = true;
        }
        outputDeviceMicros = Math.max(outputDeviceMicros, deviceMicros);
        return deviceMicros + Math.round(outputOffsetMicros);
    }

    /** Goes on from that host time, to come back to the model at the pace allowed. */
    void continueFrom(long deviceMicros, long hostMicros) {
        outputOffsetMicros = hostMicros - deviceMicros;
        outputDeviceMicros = deviceMicros;
        following = true;
    }

    /** Host clock against device clock, parts per million, positive where the host's runs faster; 0 while unknown. */
    public double skewPartsPerMillion() {
        return 1e6 * (skewKnown ? line.slope() : slopeBefore);
    }

    /** Host less device time by the model alone, without the limit on its pace. */
    double offsetMicrosAt(long deviceMicros) {
        return skewKnown
                ? line.offsetMicrosAt(deviceMicros)
                : smallestOffsetMicros + slopeBefore * (deviceMicros - firstDeviceMicros);
    }

    private double slew(long deviceMicros) {
        if (skewKnown) {
            return SLEW;
        }
        return deviceMicros - firstDeviceMicros < FIRST_MICROS ? SLEW_AT_FIRST : SLEW_BEFORE_SKEW_KNOWN;
    }
}
