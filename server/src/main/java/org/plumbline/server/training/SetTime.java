package org.plumbline.server.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time of day within one set. It runs with the set and not with the clock on the wall, which may be put right meanwhile:
 * a box without a battery learns the time from the network, minutes after its start.
 */
final class SetTime {
    private final Instant startedAt;
    private final long startNanos;

    SetTime(Clock clock, Instant startedAt) {
        long sinceNanos =
                Math.max(0, Duration.between(startedAt, clock.instant()).toNanos());
        this.startedAt = startedAt;
        this.startNanos = System.nanoTime() - sinceNanos;
    }

    Instant now() {
        return startedAt.plusNanos(System.nanoTime() - startNanos);
    }
}
