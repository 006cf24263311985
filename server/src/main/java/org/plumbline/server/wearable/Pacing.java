package org.plumbline.server.wearable;

/**
 * How fast a stored or simulated stream is played.
 *
 * @param speed stream seconds a second; {@link Double#POSITIVE_INFINITY} for as fast as it can be read
 * @param fastUntilS stream time up to which no pace is kept, seconds from the first sample
 */
public record Pacing(double speed, double fastUntilS) {
    public Pacing {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed must be above 0, was " + speed);
        }
        if (!(fastUntilS >= 0)) {
            throw new IllegalArgumentException("fastUntilS must be 0 or more, was " + fastUntilS);
        }
    }

    public static Pacing atSpeed(double speed) {
        return new Pacing(speed, 0);
    }

    /** Nanoseconds after the start at which a sample of that stream time is due. */
    long dueNanos(double streamS) {
        if (streamS <= fastUntilS || Double.isInfinite(speed)) {
            return 0;
        }
        return (long) ((streamS - fastUntilS) / speed * 1e9);
    }
}
