package org.plumbline.core.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.plumbline.core.packet.TimestampUnwrapper.Step;

class TimestampUnwrapperTest {
    private static final long WRAP_MICROS = 1L << 32;

    private final TimestampUnwrapper clock = new TimestampUnwrapper(32, 1);

    @Test
    void goesOnOverAWrap() {
        assertEquals(Step.FORWARD, clock.accept(WRAP_MICROS - 5, 100));
        assertEquals(Step.FORWARD, clock.accept(5, 110));
        assertEquals(WRAP_MICROS + 5, clock.micros());
    }

    @Test
    void countsTheWrapsOfALongSilenceByTheArrival() {
        clock.accept(1_000_000, 50_000_000);
        long silence = 3 * WRAP_MICROS + 123_456_789;
        assertEquals(Step.FORWARD, clock.accept((1_000_000 + silence) % WRAP_MICROS, 50_000_000 + silence + 200_000));
        assertEquals(1_000_000 + silence, clock.micros());
    }

    @Test
    void takesAStallAndItsBurstForWhatTheyAre() {
        for (int frame = 0; frame < 100; frame++) {
            long sent = frame * 80_000L;
            long arrival = frame < 20 || frame > 60 ? sent : 60 * 80_000L + frame;
            assertEquals(Step.FORWARD, clock.accept(7_000_000 + sent, arrival + 9_000_000), "frame " + frame);
        }
    }

    @Test
    void takesSmallStepsBackForRepetitionsAndLargeOnesForRestarts() {
        clock.accept(60_000_000, 0);
        assertEquals(Step.REPEATED, clock.accept(60_000_000, 10));
        assertEquals(Step.REPEATED, clock.accept(59_100_000, 20));
        assertEquals(60_000_000, clock.micros());
        assertEquals(Step.RESTARTED, clock.accept(58_900_000, 30));
        assertEquals(58_900_000, clock.micros());
    }

    @Test
    void takesAClockThatRunsAheadOfTheArrivalsForARestart() {
        clock.accept(3_600_000_000L, 0);
        assertEquals(Step.RESTARTED, clock.accept(100_000, 3_000_000), "700 s forward over the wrap, 3 s later");
        assertEquals(100_000, clock.micros());
    }

    @Test
    void countsTicksOfOtherLengths() {
        TimestampUnwrapper milliseconds = new TimestampUnwrapper(32, 1000);
        milliseconds.accept(0xFFFF_FFFEL, 0);
        assertEquals(Step.FORWARD, milliseconds.accept(3, 5_000));
        assertEquals(((1L << 32) + 3) * 1000, milliseconds.micros());
    }
}
