package org.plumbline.core.plausibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sensor that turns evenly about one of its axes, so that gravity goes round in the plane of the other two. */
class TurnFitTest {
    private static final double BLOCK_S = 0.05;
    private static final double GRAVITY_MS2 = 9.81;

    /** Both low-passes are settled then, s. */
    private static final double SETTLED_S = 1.8;

    private final TurnFit fit = new TurnFit();
    private double elapsedS;

    /** A block in which gravity turns at one rate and the gyroscope says another. */
    private @Nullable Implausibility block(double radPerS, double saidRadPerS, int saidAxis) {
        double angle = radPerS * elapsedS;
        elapsedS += BLOCK_S;
        double[] rate = new double[3];
        rate[saidAxis] = saidRadPerS;
        // da/dt = −ω×a for ω along y
        double[] force = {-GRAVITY_MS2 * Math.sin(angle), 0, GRAVITY_MS2 * Math.cos(angle)};
        return fit.accept(force, rate, BLOCK_S);
    }

    private @Nullable Implausibility turn(double seconds, double radPerS, double saidRadPerS) {
        Implausibility found = null;
        for (int i = 0; i < Math.round(seconds / BLOCK_S); i++) {
            Implausibility news = block(radPerS, saidRadPerS, 1);
            found = found == null ? news : found;
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({"0.3, 1", "1, 1", "1, -1", "0.5, 2.5", "1, 0.2"})
    void theFactorBetweenBothSidesIsSaidAlsoBeforeAWindowIsFull(double radPerS, double factor) {
        turn(SETTLED_S + 5, radPerS, factor * radPerS);

        assertEquals(1 / factor, fit.scale(), Math.abs(0.05 / factor));
        assertEquals(Math.signum(factor), fit.correlation(), 0.02);
        assertEquals(5, fit.movementS(), 2.5 * BLOCK_S);
        assertEquals(5 * radPerS, fit.turnedRad(), 0.05 * 5 * radPerS);
    }

    @Test
    void aFullWindowIsSaidUntilTheNextOneIs() {
        turn(SETTLED_S + 12, 1, 1);
        assertEquals(1, fit.scale(), 0.05);
        assertEquals(2, fit.movementS(), 2.5 * BLOCK_S);
        turn(5, 1, 2);
        assertEquals(1, fit.scale(), 0.05, "the window with the other factor is not full");
        turn(20, 1, 2);
        assertEquals(0.5, fit.scale(), 0.05);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1, -",
                "-1, MIRRORED",
                "-0.02, MIRRORED",
                "57.3, DEGREES_AS_RADIANS",
                "35, DEGREES_AS_RADIANS",
                "110, DEGREES_AS_RADIANS",
                "25, -",
                "130, -",
                "0.01745, RADIANS_AS_DEGREES",
                "0.01, RADIANS_AS_DEGREES",
                "0.03, RADIANS_AS_DEGREES",
                "0.04, -",
                "0.007, -"
            })
    void whatTenSecondsOfSlowMovementShow(double factor, @Nullable Implausibility found) {
        assertNull(turn(SETTLED_S + 9.8, 0.6, factor * 0.6), "not yet");
        assertEquals(found, turn(0.4, 0.6, factor * 0.6));
    }

    @Test
    void aGyroscopeThatSaysSomethingElseIsFoundWithTheSecondWindow() {
        Implausibility found = null;
        int blocks = 0;
        while (found == null && blocks < 1000) {
            found = block(0.6, 0.6, 0);
            blocks++;
        }
        assertEquals(Implausibility.PERMUTED, found);
        assertEquals(SETTLED_S + 20, blocks * BLOCK_S, 0.3);
    }

    @Test
    void aWindowThatFitsBetweenTwoThatDoNotIsTheEndOfTheDoubt() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 200; i++) {
                assertNull(block(0.6, 0.6, 0));
            }
            assertNull(turn(14, 0.6, 0.6));
            // to the end of the window that is half of each
            while (fit.movementS() > 2 * BLOCK_S) {
                assertNull(block(0.6, 0.6, 1));
            }
        }
    }

    @Test
    void aDeadGyroscopeHasNoCorrelation() {
        assertNull(turn(SETTLED_S + 15, 0.6, 0));
        assertEquals(Implausibility.PERMUTED, turn(6, 0.6, 0));
    }

    @ParameterizedTest
    @CsvSource({"0.08, false", "0.12, true"})
    void swayIsNoMovement(double radPerS, boolean counts) {
        turn(8, radPerS, radPerS);
        assertEquals(counts, fit.movementS() > 5);
        assertEquals(counts, fit.turnedRad() > 0.5);
    }

    /** Blocks in which gravity turns at 0.6 rad/s while the sensor is shaken along the axis of the turn. */
    private void shake(int blocks, double shockMs2, double saidRadPerS) {
        for (int i = 0; i < blocks; i++) {
            double angle = 0.6 * i * BLOCK_S;
            double shock = i % 2 == 0 ? shockMs2 : -shockMs2;
            double[] force = {-GRAVITY_MS2 * Math.sin(angle), shock, GRAVITY_MS2 * Math.cos(angle)};
            assertNull(fit.accept(force, new double[] {0, saidRadPerS, 0}, BLOCK_S));
        }
    }

    @Test
    void shakingIsNoSlowMovement() {
        shake(400, 2, -0.6);
        assertEquals(0, fit.movementS());
        assertTrue(Double.isNaN(fit.scale()));
        assertTrue(Double.isNaN(fit.correlation()));
    }

    @Test
    void aLittleShakingIsSlowMovementStill() {
        shake(200, 0.2, 0.6);
        assertEquals(10 - SETTLED_S, fit.movementS(), 0.2);
        assertEquals(1, fit.scale(), 0.05);
    }

    @Test
    void whatGoesUpAndDownIsNotGravityThatTurns() {
        for (int i = 0; i < 400; i++) {
            double force = GRAVITY_MS2 + 3 * Math.sin(2 * Math.PI * i * BLOCK_S / 3);
            assertNull(fit.accept(new double[] {0, 0, force}, new double[] {0, 0, 1}, BLOCK_S));
        }
        assertEquals(0, fit.turnedRad());
        assertEquals(0, fit.movementS());
    }

    @Test
    void afterAHoleTheLowPassesBeginAnewAndTheEvidenceStays() {
        turn(SETTLED_S + 4, 0.6, 0.6);
        double before = fit.movementS();
        fit.restart();
        turn(SETTLED_S - 2 * BLOCK_S, 0.6, 0.6);
        assertEquals(before, fit.movementS(), "not settled yet");
        turn(1, 0.6, 0.6);
        assertEquals(before + 0.9, fit.movementS(), 2.5 * BLOCK_S);
        assertEquals(1, fit.scale(), 0.05);
    }

    @Test
    void aSensorThatFeelsNothingAtAllShowsNothing() {
        for (int i = 0; i < 500; i++) {
            assertNull(fit.accept(new double[3], new double[] {1, 1, 1}, BLOCK_S));
        }
        assertFalse(fit.movementS() > 0);
    }
}
