package org.plumbline.server.wearable.station;

import java.util.concurrent.TimeUnit;

/**
 * Whether anything is heard of the radio at all. Where nothing is, whoever reads it stands still, or the radio does, and no sensor
 * is to blame: what was not heard meanwhile is no silence of a sensor's. Times are of {@link System#nanoTime}.
 *
 * <p>One thread tells, that of the radio; any asks.
 */
final class RadioHearing {
    /** The slowest sensors send several times in it. */
    private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private volatile long heardNanos = System.nanoTime();
    private volatile long sinceNanos = heardNanos;

    /** Something came, of any sensor. */
    void heard(long nowNanos) {
        if (nowNanos - heardNanos > GAP_NANOS) {
            sinceNanos = nowNanos;
        }
        heardNanos = nowNanos;
    }

    /** For how long a sensor that was heard last at {@code lastNanos} has been silent while others were heard. */
    long silentNanos(long lastNanos, long nowNanos) {
        long heard = heardNanos;
        long untilNanos = nowNanos - heard > GAP_NANOS ? heard : nowNanos;
        long fromNanos = lastNanos - sinceNanos > 0 ? lastNanos : sinceNanos;
        return Math.max(0, untilNanos - fromNanos);
    }
}
