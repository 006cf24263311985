package org.plumbline.core.plausibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.testing.Samples;

/** A sensor all axes of which change from sample to sample, but for one. */
class StuckCheckTest {
    private static final double TURNED_BEFORE_RAD = 5;
    private static final double SAID_BEFORE_RAD = 40;

    private final StuckCheck check = new StuckCheck();
    private int next;

    private boolean accept(int stuckAxis, long stepMicros, double turnedDeg, double saidDeg) {
        int i = next++;
        ImuSample sample = new ImuSample();
        sample.timeMicros = 3_000_000 + i * stepMicros;
        for (int axis = 0; axis < 6; axis++) {
            Samples.set(sample, axis, axis == stuckAxis ? 1.25 : 0.01 * (i + 1) + axis);
        }
        boolean first = i == 0;
        return check.accept(
                sample,
                TURNED_BEFORE_RAD + (first ? 0 : Math.toRadians(turnedDeg)),
                SAID_BEFORE_RAD + (first ? 0 : Math.toRadians(saidDeg)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void anyAxisThatRepeatsItselfWhileGravityTurnsIsFoundWithTheTwentiethSample(int axis) {
        for (int i = 1; i < 20; i++) {
            assertFalse(accept(axis, 100_000, 25, 0), "sample " + i);
        }
        assertTrue(accept(axis, 100_000, 25, 0));
    }

    @ParameterizedTest
    @CsvSource({"19, 0, false", "21, 0, true", "0, 59, false", "0, 61, true", "19, 59, false", "-25, -70, false"})
    void gravityOrTheGyroscopeMustSayThatItMoved(double turnedDeg, double saidDeg, boolean stuck) {
        boolean found = false;
        for (int i = 0; i < 40; i++) {
            found |= accept(2, 100_000, turnedDeg, saidDeg);
        }
        assertEquals(stuck, found);
    }

    @Test
    void twentySamplesOfAFastSensorAreOverTooSoon() {
        for (int i = 0; i <= 100; i++) {
            assertFalse(accept(0, 10_000, 30, 0), "a second, and not more, after " + i);
        }
        assertTrue(accept(0, 10_000, 30, 0));
    }

    @Test
    void aHoleBeginsAnew() {
        for (int i = 0; i < 19; i++) {
            assertFalse(accept(3, 100_000, 30, 0));
        }
        check.restart();
        for (int i = 0; i < 30; i++) {
            assertFalse(accept(3, 100_000, 30, 0), "it has not turned since");
        }
    }

    @Test
    void anAxisThatChangesOnceBeginsAnew() {
        for (int i = 0; i < 15; i++) {
            assertFalse(accept(3, 100_000, 30, 0));
        }
        assertFalse(accept(-1, 100_000, 30, 0));
        for (int i = 0; i < 30; i++) {
            assertFalse(accept(3, 100_000, 30, 0), "it has not turned since");
        }
    }
}
