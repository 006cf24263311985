package org.plumbline.server.live;

/** Lets through as many poses a second as an eye can use. */
final class PoseRate {
    private static final long PERIOD_NANOS = 1_000_000_000L / 30;

    private long nextNanos;
    private boolean started;

    boolean isDue(long nowNanos) {
        if (started && nowNanos - nextNanos < 0) {
            return false;
        }
        // on the grid while it keeps up, so that 30 a second do not become 25
        nextNanos = started && nowNanos - nextNanos < PERIOD_NANOS ? nextNanos + PERIOD_NANOS : nowNanos + PERIOD_NANOS;
        started = true;
        return true;
    }
}
