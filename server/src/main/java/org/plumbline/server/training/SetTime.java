package org.plumbline.server.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time of day within one set. */
@FunctionalInterface
interface SetTime {
    /**
     * The time of day of what happens now.
     *
     * @param recordedS seconds since the set began, as its samples count them
     */
    Instant at(double recordedS);

    /**
     * Of a set that runs. It runs with the set and not with the clock on the wall, which may be put right meanwhile: a box without a
     * battery learns the time from the network, minutes after its start.
     */
    static SetTime running(Clock clock, Instant startedAt) {
        long sinceNanos =
                Math.max(0, Duration.between(startedAt, clock.instant()).toNanos());
        long startNanos = System.nanoTime() - sinceNanos;
        return recordedS -> startedAt.plusNanos(System.nanoTime() - startNanos);
    }

    /** Of a set that was recorded earlier; nothing in it is later than now, whatever the clock of its recorder said. */
    static SetTime recorded(Clock clock, Instant startedAt) {
        return recordedS -> {
            Instant at = startedAt.plus(Math.round(recordedS * 1e6), ChronoUnit.MICROS);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return at.isAfter(now) ? now : at;
        };
    }
}
