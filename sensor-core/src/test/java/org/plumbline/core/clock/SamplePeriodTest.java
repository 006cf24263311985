package org.plumbline.core.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SamplePeriodTest {
    private final SamplePeriod period = new SamplePeriod();

    @Test
    void isNotKnownBeforeEightSteps() {
        steps(7, 9615);
        assertTrue(Double.isNaN(period.micros()));

        steps(1, 9615);
        assertEquals(9615, period.micros());
    }

    @Test
    void isTheMiddleOfTheLastStepsWhateverWasLost() {
        for (int step = 0; step < 64; step++) {
            steps(1, step % 3 == 2 ? 28_845 : 9600 + step);
        }
        assertEquals(9600, period.micros(), 64);
    }

    @Test
    void isLearntAnewEveryEightStepsAtFirst() {
        steps(8, 5000);
        steps(16, 9000);

        assertEquals(9000, period.micros(), "16 of the 24 steps so far");
    }

    @Test
    void isLearntAnewEveryThirtyTwoStepsLaterOn() {
        steps(88, 10_000);
        steps(32, 20_000);
        assertEquals(20_000, period.micros(), "half of the last 64, and looked at");

        steps(31, 5_000);
        assertEquals(20_000, period.micros(), "not looked at yet");

        steps(33, 5_000);
        assertEquals(5_000, period.micros(), "all of the last 64");
    }

    @Test
    void isForgottenWithTheStream() {
        steps(100, 10_000);
        period.clear();
        assertTrue(Double.isNaN(period.micros()));

        steps(8, 40_000);
        assertEquals(40_000, period.micros());
    }

    private void steps(int count, long stepMicros) {
        for (int step = 0; step < count; step++) {
            period.accept(stepMicros);
        }
    }
}
