package org.plumbline.core.plausibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateCheckTest {
    private static final long NEVER = -1;
    private static final long BEGIN_MICROS = 7_000_000;
    private static final long LAST_MICROS = 61_000_000;

    /** After how long the rate is known to be off, µs; {@link #NEVER} where it is not within a minute. */
    private static long found(double nominalRateHz, IntToLongFunction stepMicros) {
        RateCheck check = new RateCheck(nominalRateHz);
        assertFalse(check.accept(BEGIN_MICROS));
        long elapsed = 0;
        for (int i = 0; elapsed < LAST_MICROS; i++) {
            elapsed += stepMicros.applyAsLong(i);
            if (check.accept(BEGIN_MICROS + elapsed)) {
                return elapsed;
            }
        }
        return NEVER;
    }

    @ParameterizedTest
    @CsvSource({
        "100, 10000, -1",
        "100, 11500, -1",
        "100, 12500, 20000000",
        "100, 8800, -1",
        "100, 8000, 20000000",
        "5, 250000, 20000000",
        "4000, 400, 20000000"
    })
    void twoLooksOfTenSecondsSayThatARateIsOff(double nominalRateHz, long stepMicros, long foundMicros) {
        assertEquals(foundMicros, found(nominalRateHz, i -> stepMicros));
    }

    @ParameterizedTest
    @CsvSource({"NaN", "4.9", "4001", "0", "-100"})
    void whereNoRateWasAgreedNoneIsOff(double nominalRateHz) {
        assertEquals(NEVER, found(nominalRateHz, i -> 50_000));
    }

    @Test
    void lostSamplesMakeTheMeanSlowAndNotTheMedian() {
        assertEquals(NEVER, found(100, i -> i % 3 == 0 ? 20_000 : 10_000));
    }

    @Test
    void samplesThatComeInBurstsHaveANormalMean() {
        assertEquals(NEVER, found(100, i -> i % 5 == 0 ? 42_000 : 2_000));
    }

    @Test
    void theMedianIsOfSortedSteps() {
        // wherever the middle of what was kept stands, a single short step does not speak for the others
        for (int odd = 0; odd < 256; odd += 32) {
            int at = odd;
            long found = found(100, i -> i % 256 == at ? 2_000 : 12_500);
            assertTrue(found != NEVER && found < 21_000_000, "one short step of 256, at " + at + ": " + found);
        }
    }

    @Test
    void oneLookThatIsOffBetweenOthersIsNoEvidence() {
        assertEquals(NEVER, found(100, i -> i / 800 % 2 == 0 ? 12_500 : 10_000), "slow, then as agreed");
        assertEquals(NEVER, found(100, i -> i / 1_250 % 2 == 0 ? 8_000 : 10_000), "fast, then as agreed");
    }

    @Test
    void aHoleIsNoStep() {
        RateCheck check = new RateCheck(100);
        long micros = BEGIN_MICROS;
        // of a rate that is off, stretches too short to be looked at
        for (int stretch = 0; stretch < 12; stretch++) {
            for (int i = 0; i < 720; i++) {
                assertFalse(check.accept(micros));
                micros += 12_500;
            }
            micros += 5_000_000;
            check.restart();
        }
    }
}
