package org.plumbline.core.repetition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far the body has dropped, by the force along the vertical. */
class VerticalTravelTest {
    private static final double DEPTH_M = 0.5;

    @ParameterizedTest
    @CsvSource({"0.6,0.6,0.85", "1.2,1,0.75", "2,2,0.6"})
    void squatsAtAnEverydayTempoShowMostOfTheirDepth(double downS, double upS, double share) {
        VerticalBody body = new VerticalBody().hold(5);
        for (int i = 0; i < 5; i++) {
            body.squat(DEPTH_M, downS, 0.1, upS).hold(0.5);
        }
        double[] drops = drops(body, false);
        double way = range(drops, drops.length - (int) Math.round(100 * (downS + upS + 0.6)));
        // what is forgotten on the way down comes back as a body above standing
        assertTrue(way > share * DEPTH_M && way < 1.2 * DEPTH_M, () -> "way " + way);
    }

    @Test
    void ofAVerySlowSquatLittleIsLeft() {
        double[] drops =
                drops(new VerticalBody().hold(5).squat(DEPTH_M, 6, 0.5, 6).hold(5), true);
        assertTrue(most(drops) < 0.3 * DEPTH_M, () -> "drop " + most(drops));
    }

    @Test
    void itGoesDownOnceAndUpOnceInASquat() {
        double[] drops =
                drops(new VerticalBody().hold(5).squat(DEPTH_M, 1.2, 0.2, 1).hold(1), true);
        int from = 500;
        int turns = 0;
        for (int k = from + 1; k < from + 200; k++) {
            double before = drops[k] - drops[k - 1];
            double after = drops[k + 1] - drops[k];
            turns += before > 0 && after <= 0 || before < 0 && after >= 0 ? 1 : 0;
        }
        assertEquals(1, turns);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, -0.4, 0.1})
    void theBiasOfTheAccelerometerIsForgottenByWhoStandsStill(double biasMs2) {
        double[] drops = drops(new VerticalBody().withBias(biasMs2).hold(30), true);
        assertEquals(0, drops[drops.length - 1], 0.005);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, -0.4})
    void andByWhoMovesToo(double biasMs2) {
        VerticalBody biased = new VerticalBody().withBias(biasMs2);
        VerticalBody exact = new VerticalBody();
        for (int i = 0; i < 30; i++) {
            biased.squat(DEPTH_M, 1.2, 0.2, 1).hold(1);
            exact.squat(DEPTH_M, 1.2, 0.2, 1).hold(1);
        }
        double[] drops = drops(biased, false);
        double[] right = drops(exact, false);
        for (int k = 8000; k < drops.length; k++) {
            assertEquals(right[k], drops[k], 0.05, "at " + k * 0.01 + " s");
        }
    }

    @Test
    void whereTheForceIsMissingItStaysAndARestartIsAtZero() {
        VerticalTravel travel = new VerticalTravel();
        double before = 0;
        for (int k = 0; k < 60; k++) {
            before = travel.next(VerticalBody.GRAVITY_MS2 - 1, false);
        }
        assertTrue(before > 0.05);
        for (int k = 0; k < 100; k++) {
            assertEquals(before, travel.next(Double.NaN, false));
        }
        travel.restart();
        assertEquals(0, travel.next(Double.NaN, false));
    }

    private static double[] drops(VerticalBody body, boolean stillAtFirst) {
        VerticalTravel travel = new VerticalTravel();
        double[] drops = new double[body.ticks()];
        for (int tick = 0; tick < drops.length; tick++) {
            boolean still = stillAtFirst && Math.abs(body.forceMs2(tick) - body.forceMs2(0)) < 1e-9;
            drops[tick] = travel.next(body.forceMs2(tick), still);
        }
        return drops;
    }

    private static double range(double[] drops, int from) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int k = from; k < drops.length; k++) {
            least = Math.min(least, drops[k]);
            most = Math.max(most, drops[k]);
        }
        return most - least;
    }

    private static double most(double[] drops) {
        double most = 0;
        for (double drop : drops) {
            most = Math.max(most, drop);
        }
        return most;
    }
}
