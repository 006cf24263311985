package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bows in which two sensors see the lumbar spine flex as it does in no lift: each of them is one by itself. */
class PlainBowSearchTest extends BowSearchCase {
    private void move(double inclinationDeg, double flexionDeg, int ticks) {
        for (int i = 0; i < ticks; i++) {
            accept(inclinationDeg, flexionDeg, false);
        }
        accept(0, 0, false);
    }

    private void bow() {
        move(95, 55, 300);
    }

    private void lift() {
        move(75, 31, 250);
    }

    private void stand(int ticks) {
        for (int i = 0; i < ticks; i++) {
            accept(1, 0, true);
        }
    }

    private void expectBowsBefore(int count) {
        assertTrue(over);
        assertTrue(bows.areOverBefore());
        assertEquals(count, bows.excursions().size());
    }

    @Test
    void oneBowIsEnoughOnceThePersonHasStoodForSixSeconds() {
        bow();
        stand(600);
        assertFalse(over);
        assertTrue(bows.areOverBefore(), "it would be the last, if a lift came");
        stand(1);
        expectBowsBefore(1);
    }

    @ParameterizedTest
    @CsvSource({"181, 60, 38, true", "179, 60, 38, false", "181, 59.9, 38, false", "181, 60, 37.9, false"})
    void aPlainBowIsSlowDeepAndFlexed(int ticks, double inclinationDeg, double flexionDeg, boolean plain) {
        move(inclinationDeg, flexionDeg, ticks);
        stand(51);
        assertEquals(plain, bows.areOverBefore());
        assertEquals(plain, bows.hasExcursions());
        stand(600);
        assertEquals(plain, over);
    }

    @Test
    void threeBowsWithPausesAreAllThatIsAskedFor() {
        for (int i = 0; i < 3; i++) {
            assertFalse(over);
            bow();
            stand(51);
        }
        expectBowsBefore(3);
    }

    @Test
    void twoBowsWithAPauseMayHaveAThird() {
        bow();
        stand(51);
        bow();
        stand(600);
        assertFalse(over);
        stand(1);
        expectBowsBefore(2);
    }

    @Test
    void theFirstLiftAfterABowWithAPauseEndsThem() {
        bow();
        stand(100);
        lift();
        expectBowsBefore(1);
        assertEquals(3_000_000, bows.excursions().get(0).toMicros());
    }

    @Test
    void theLiftAfterTwoBowsWithoutAPauseMayBeAnotherBow() {
        bow();
        bow();
        lift();
        assertFalse(over);
        assertFalse(bows.areOverBefore());
        assertEquals(3, bows.excursions().size());
        stand(51);
        assertTrue(over, "three that are alike");
        assertFalse(bows.areOverBefore());
    }

    @Test
    void aLiftAfterThreeMovementsThatAreNoPlainBowsEndsNothing() {
        lift();
        bow();
        bow();
        lift();
        assertFalse(over);
        assertFalse(bows.areOverBefore());
    }

    @Test
    void aFourthBowIsOneOfThem() {
        for (int i = 0; i < 4; i++) {
            bow();
        }
        assertFalse(over);
        lift();
        expectBowsBefore(4);
    }

    @Test
    void fiveAreNotBows() {
        for (int i = 0; i < 5; i++) {
            bow();
        }
        assertTrue(bows.isLifting());
        lift();
        stand(700);
        assertFalse(over);
    }

    @Test
    void whatStoodBetweenLiftsIsForgotten() {
        lift();
        stand(51);
        bow();
        stand(51);
        assertFalse(over);
        assertEquals(1, bows.excursions().size());
        assertEquals(0, bows.liftingSinceMicros());
    }
}
