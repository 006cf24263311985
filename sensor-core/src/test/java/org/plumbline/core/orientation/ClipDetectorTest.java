package org.plumbline.core.orientation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClipDetectorTest {
    private static final double END = Math.toRadians(500);

    private static final double FLOOR = Math.toRadians(100);
    private static final double PERIOD_S = 0.01;

    private final ClipDetector detector = new ClipDetector(FLOOR);
    private final SpikeGuard guard = new SpikeGuard(1000, 1000, 0, FLOOR);
    private long sample;

    /** The axis that is looked at, while another goes on measuring. */
    private double other;

    private boolean isClipped(double value) {
        other += 0.01;
        return isClipped(detector, value, other);
    }

    private boolean isClipped(ClipDetector asked, double value, double beside) {
        boolean clipped = asked.isClipped(value, beside, 0, guard, ++sample, PERIOD_S);
        guard.accept(value, beside, 0, PERIOD_S);
        return clipped;
    }

    private void reachEnd() {
        for (int i = 0; i < 4; i++) {
            isClipped(END);
        }
    }

    @Test
    void theLargestValueFourTimesOnEndIsTheEndOfTheRange() {
        for (int i = 0; i < 3; i++) {
            assertFalse(isClipped(END));
        }
        assertTrue(isClipped(END));
        assertFalse(isClipped(0.9 * END));
        assertTrue(isClipped(END), "and stays it");
        assertTrue(isClipped(-END), "on both sides");
    }

    @Test
    void valuesThatRepeatBelowTheLargestOrBelowAnyRangeAreNoEnd() {
        isClipped(END);
        for (int i = 0; i < 10; i++) {
            assertFalse(isClipped(0.8 * END));
        }
        ClipDetector fresh = new ClipDetector(END);
        for (int i = 0; i < 10; i++) {
            assertFalse(isClipped(fresh, 0.8 * END, 0.001 * i));
        }
    }

    @Test
    void aValueBeyondWhatSeemedTheEndShowsThatItWasNone() {
        reachEnd();
        assertTrue(isClipped(END));
        assertFalse(isClipped(1.3 * END));
        assertFalse(isClipped(END));
        assertFalse(isClipped(1.2 * END));
    }

    @Test
    void theTwoEndsOfARangeDifferByABit() {
        for (int i = 0; i < 4; i++) {
            isClipped(END * 32767 / 32768);
        }
        assertTrue(isClipped(-END));
        assertTrue(isClipped(END * 32767 / 32768));
    }

    @Test
    void atAHighRateTheTopOfAMovementMayRepeatItselfForAMoment() {
        for (int i = 0; i < 5; i++) {
            other += 0.01;
            assertFalse(detector.isClipped(END, other, 0, guard, ++sample, 0.0035));
            guard.accept(END, other, 0, 0.0035);
        }
    }

    @Test
    void aRateThatStandsStillOnAllAxesIsNoMeasurementAndNoEnd() {
        for (int i = 0; i < 100; i++) {
            assertFalse(isClipped(detector, END, 0.3 * END));
        }
    }
}
