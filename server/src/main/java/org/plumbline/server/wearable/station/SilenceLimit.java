package org.plumbline.server.wearable.station;

import java.time.Duration;

/** For how long a sensor may say nothing before it is lost, where nobody tells so. On the thread of its loop. */
final class SilenceLimit {
    /** Without a disconnection being told, silence for so long is one, while others are heard. */
    private static final Duration ALONE = Duration.ofSeconds(1);

    /** The same where nobody is heard: whoever reads the radio may stand still, and then has a gym of sensors to connect again. */
    private static final Duration COMMON = Duration.ofSeconds(3);

    private static final double PERIODS = 10;

    /** The first samples come later: a sensor starts its motion chip, a link its interval. */
    private static final Duration FIRST_SAMPLE = Duration.ofSeconds(3);

    private static final Duration SHORTEST_LOOK = Duration.ofMillis(100);

    private final SensorStream stream;
    private final RadioHearing hearing;
    private final long aloneNanos;

    /** The sensor begins to stream. */
    SilenceLimit(SensorStream stream, RadioHearing hearing) {
        this.stream = stream;
        this.hearing = hearing;
        // a rate that is not known is not that slow
        double periodNanos = 1e9 / stream.protocol().rateHz();
        aloneNanos = Math.max(ALONE.toNanos(), (long) (PERIODS * periodNanos));
        stream.expect(System.nanoTime() + FIRST_SAMPLE.toNanos() - aloneNanos);
    }

    /** Until now the machine stood still, and heard nobody. */
    void beginsNow() {
        stream.expect(System.nanoTime());
    }

    /** How long nobody need look. */
    Duration untilTooLong(Duration most) {
        long leftNanos = aloneNanos - stream.silentNanos(hearing, System.nanoTime());
        return Duration.ofNanos(Math.max(SHORTEST_LOOK.toNanos(), Math.min(most.toNanos(), leftNanos)));
    }

    boolean isTooLong() {
        long nowNanos = System.nanoTime();
        return stream.silentNanos(hearing, nowNanos) > aloneNanos
                || stream.silentNanos(nowNanos) > Math.max(COMMON.toNanos(), aloneNanos);
    }
}
