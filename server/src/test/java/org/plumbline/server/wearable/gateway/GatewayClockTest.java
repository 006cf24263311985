package org.plumbline.server.wearable.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.server.wearable.gateway.protocol.FromGateway;

class GatewayClockTest {
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000 * MILLISECOND;

    private static FromGateway.Hello hello(long nanos, String bootId) {
        return new FromGateway.Hello(1, nanos, bootId, "test");
    }

    @Test
    void onOneSystemTheClocksAreOne() {
        GatewayClock clock = new GatewayClock(hello(5 * SECOND, "boot"), "boot", 5 * SECOND + 3 * MILLISECOND);
        assertTrue(clock.isShared());
        clock.answered(6 * SECOND, 6 * SECOND + 100, 6 * SECOND + 90 * MILLISECOND);
        assertEquals(7 * SECOND, clock.here(7 * SECOND, 8 * SECOND));
    }

    @Test
    void clocksFarApartAreTwoWhateverTheIdentitySays() {
        assertFalse(new GatewayClock(hello(0, "boot"), "boot", 60 * SECOND).isShared());
        assertFalse(new GatewayClock(hello(5, ""), "", 5).isShared());
    }

    @Test
    void theClockOfAnotherBoxIsFoundWithinHalfOfTheQuickestAnswer() {
        // the other clock began 1000 s later and gains 50 µs a second; the way takes 2 to 60 ms, and is not the same
        // there and back
        Random random = new Random(3);
        GatewayClock clock = new GatewayClock(hello(-1000 * SECOND, "there"), "here", 40 * MILLISECOND);
        long worst = 0;
        for (int second = 1; second < 600; second++) {
            long asked = second * SECOND;
            long there = asked + way(random);
            clock.answered(asked, theirs(there), there + way(random));
            if (second > 20) {
                long truth = asked + SECOND / 2;
                worst = Math.max(worst, Math.abs(clock.here(theirs(truth), truth + SECOND) - truth));
            }
        }
        assertTrue(worst < 12 * MILLISECOND, worst / 1e6 + " ms");
    }

    private static long theirs(long nanos) {
        return nanos - 1000 * SECOND + nanos / 20_000;
    }

    /** Mostly quick, at times held up. */
    private static long way(Random random) {
        return MILLISECOND
                + (long) (random.nextDouble() * random.nextDouble() * random.nextDouble() * 30 * MILLISECOND);
    }

    @Test
    void nothingIsHeardBeforeItHappens() {
        GatewayClock clock = new GatewayClock(hello(0, "there"), "here", 100);
        assertEquals(150, clock.here(1_000, 150));
    }
}
