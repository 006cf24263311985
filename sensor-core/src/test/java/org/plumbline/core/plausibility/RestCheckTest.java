package org.plumbline.core.plausibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sensor that stands still, with gravity along its z axis unless said otherwise. */
class RestCheckTest {
    private static final double BLOCK_S = 0.25;
    private static final int BLOCKS_OF_A_LOOK = 8;
    private static final double GRAVITY_MS2 = 9.81;

    private RestCheck check = new RestCheck();

    private @Nullable Implausibility look(double[] forceMs2, double... degPerS) {
        double[] rate = {Math.toRadians(degPerS[0]), Math.toRadians(degPerS[1]), Math.toRadians(degPerS[2])};
        for (int i = 1; i < BLOCKS_OF_A_LOOK; i++) {
            assertNull(check.accept(forceMs2, rate, BLOCK_S), "amid a look");
        }
        return check.accept(forceMs2, rate, BLOCK_S);
    }

    private static double[] down(double forceMs2) {
        return new double[] {0, 0, forceMs2};
    }

    @ParameterizedTest
    @CsvSource({
        "1, FORCE_IN_G",
        "0.95, FORCE_IN_G",
        "1.15, REST_FORCE",
        "0.85, REST_FORCE",
        "9.2, REST_FORCE",
        "10.5, REST_FORCE"
    })
    void aGravityOfTheWrongSizeIsFoundAtTheThirdLook(double forceMs2, Implausibility found) {
        assertNull(look(down(forceMs2), 0, 0, 0));
        assertNull(look(down(forceMs2), 0, 0, 0));
        assertEquals(found, look(down(forceMs2), 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"9.4", "9.81", "10.2"})
    void aGravityWithinTheLatitudeOfAnAccelerometerIsNone(double forceMs2) {
        for (int i = 0; i < 6; i++) {
            assertNull(look(down(forceMs2), 0, 0, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "8"})
    void threeLooksThatAreNotOnEndAreNoEvidence(double forceMs2) {
        for (int i = 0; i < 4; i++) {
            assertNull(look(down(forceMs2), 0, 0, 0));
            assertNull(look(down(forceMs2), 0, 0, 0));
            assertNull(look(down(GRAVITY_MS2), 0, 0, 0));
        }
    }

    @Test
    void aTurnThatGravityWouldShowIsFoundAtTheThirdLookAndOneAboutTheVerticalIsNot() {
        assertNull(look(down(GRAVITY_MS2), 7, 0, 0));
        assertNull(look(down(GRAVITY_MS2), 7, 0, 0));
        assertEquals(Implausibility.REST_RATE, look(down(GRAVITY_MS2), 7, 0, 0));
        check = new RestCheck();
        for (int i = 0; i < 6; i++) {
            assertNull(look(down(GRAVITY_MS2), 0, 0, 40), "whoever stands may turn on the spot");
        }
        double[] leant = {0.6 * GRAVITY_MS2, 0, 0.8 * GRAVITY_MS2};
        for (int i = 0; i < 6; i++) {
            assertNull(look(leant, 24, 0, 32), "also with a sensor that is mounted askew");
        }
    }

    @Test
    void onlyWhatGravityContradictsOfATurnCounts() {
        for (int i = 0; i < 6; i++) {
            assertNull(look(down(GRAVITY_MS2), 3, -4, 30), "5°/s across and 30 along");
        }
        assertNull(look(down(GRAVITY_MS2), 4, -5, 30));
        assertNull(look(down(GRAVITY_MS2), 4, -5, 30));
        assertEquals(Implausibility.REST_RATE, look(down(GRAVITY_MS2), 4, -5, 30), "6.4°/s across");
    }

    @Test
    void aBiasStaysTheSameAndAPersonWhoSwaysDoesNot() {
        for (int i = 0; i < 4; i++) {
            assertNull(look(down(GRAVITY_MS2), 10, 0, 0));
            assertNull(look(down(GRAVITY_MS2), -10, 0, 0), "the other way");
        }
        assertNull(look(down(GRAVITY_MS2), 0, 20, 0));
        assertNull(look(down(GRAVITY_MS2), 0, 23, 0));
        assertEquals(Implausibility.REST_RATE, look(down(GRAVITY_MS2), 0, 20, 0), "within a fifth");
    }

    @Test
    void aLookAtMovementSaysNothing() {
        for (int look = 0; look < 4; look++) {
            for (int i = 0; i < BLOCKS_OF_A_LOOK; i++) {
                double[] shaken = down(GRAVITY_MS2 + (i % 2 == 0 ? 0.25 : -0.25));
                assertNull(check.accept(shaken, new double[] {Math.toRadians(7), 0, 0}, BLOCK_S));
            }
        }
        int found = 0;
        for (int look = 0; look < 3; look++) {
            for (int i = 0; i < BLOCKS_OF_A_LOOK; i++) {
                double[] swaying = down(GRAVITY_MS2 + (i % 2 == 0 ? 0.15 : -0.15));
                found += check.accept(swaying, new double[] {Math.toRadians(7), 0, 0}, BLOCK_S) != null ? 1 : 0;
            }
        }
        assertEquals(1, found, "a degree of sway is rest");
    }

    @Test
    void whatWasBeforeAHoleIsNoPartOfALook() {
        for (int i = 1; i < BLOCKS_OF_A_LOOK; i++) {
            assertNull(check.accept(down(20), new double[3], BLOCK_S));
        }
        check.restart();
        assertNull(look(down(8), 0, 0, 0));
        assertNull(look(down(8), 0, 0, 0));
        assertEquals(Implausibility.REST_FORCE, look(down(8), 0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"0.9", "1.1"})
    void aForceAtTheEdgeOfOneGIsAWrongForceAndNotOneInG(double forceMs2) {
        Implausibility found = null;
        for (int look = 0; look < 3; look++) {
            found = check.accept(down(forceMs2), new double[3], 2);
        }
        assertEquals(Implausibility.REST_FORCE, found);
    }
}
