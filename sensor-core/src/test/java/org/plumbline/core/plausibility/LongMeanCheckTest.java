package org.plumbline.core.plausibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten seconds of one size of force and of turning, whichever way they point. */
class LongMeanCheckTest {
    /** Eighty of them are ten seconds to the last bit. */
    private static final double BLOCK_S = 0.125;

    private static final int BLOCKS = 80;

    private final LongMeanCheck check = new LongMeanCheck();

    private @Nullable Implausibility block(double forceMs2, double radPerS) {
        return check.accept(new double[] {0, 0.6 * forceMs2, -0.8 * forceMs2}, new double[] {0, -radPerS, 0}, BLOCK_S);
    }

    private @Nullable Implausibility tenSeconds(double forceMs2, double radPerS) {
        for (int i = 1; i < BLOCKS; i++) {
            assertNull(block(forceMs2, radPerS), "after " + i * BLOCK_S + " s");
        }
        return block(forceMs2, radPerS);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1, 0, FORCE_IN_G",
                "1.9, 0, FORCE_IN_G",
                "0.8, 0, REST_FORCE",
                "2.2, 0, REST_FORCE",
                "9.2, 0, REST_FORCE",
                "9.4, 0, -",
                "20, 0, -",
                "9.81, 9.9, -",
                "9.81, 10.1, DEGREES_AS_RADIANS",
                "1, 60, FORCE_IN_G"
            })
    void whatNoTrunkDoesForTenSecondsIsFoundAtTheTenth(
            double forceMs2, double radPerS, @Nullable Implausibility found) {
        assertEquals(found, tenSeconds(forceMs2, radPerS));
    }

    @Test
    void eachTenSecondsAreLookedAtByThemselves() {
        assertNull(tenSeconds(9.81, 0));
        assertEquals(Implausibility.REST_FORCE, tenSeconds(5, 0));
        assertNull(tenSeconds(9.81, 8));
    }

    @Test
    void whatWasBeforeAHoleIsForgotten() {
        for (int i = 1; i < BLOCKS; i++) {
            assertNull(block(5, 0));
        }
        check.restart();
        assertNull(tenSeconds(9.81, 0));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"9.31, 0, -", "2, 0, REST_FORCE", "0.9, 0, REST_FORCE", "9.81, 10, -"})
    void theLimitsThemselvesAreOnTheSideOfTheDoubt(double forceMs2, double radPerS, @Nullable Implausibility found) {
        // one block of a power of two: no mean is rounded
        assertEquals(found, check.accept(new double[] {forceMs2, 0, 0}, new double[] {0, 0, radPerS}, 16));
    }
}
