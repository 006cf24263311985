package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PoseRateTest {
    @Test
    void ofAHundredPosesASecondThirtyGoOn() {
        assertBetween(29, 30, passed(10_000_000L, 100));
    }

    @Test
    void ofAReplayAtFullSpeedNotMoreThanThirtyASecondGoOn() {
        assertBetween(29, 30, passed(10_000L, 100_000));
    }

    /** After a hiccup it does not make up for what was missed. */
    @Test
    void aPauseIsNotMadeUpFor() {
        PoseRate rate = new PoseRate();
        rate.isDue(0);
        rate.isDue(5_000_000_000L);
        int passed = 0;
        for (long nanos = 5_000_000_001L; nanos < 5_010_000_000L; nanos += 100_000) {
            passed += rate.isDue(nanos) ? 1 : 0;
        }
        assertTrue(passed == 0, "passed " + passed);
    }

    private static int passed(long stepNanos, int poses) {
        PoseRate rate = new PoseRate();
        int passed = 0;
        for (int i = 0; i < poses; i++) {
            passed += rate.isDue(Long.MAX_VALUE - 500_000_000L + i * stepNanos) ? 1 : 0;
        }
        return passed;
    }

    private static void assertBetween(int least, int most, int value) {
        assertTrue(value >= least && value <= most + 1, "was " + value);
    }
}
