package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.orientation.OrientationGrid;

/** Bows and what follows them, as inclinations of the trunk. */
class BowSearchTest extends BowSearchCase {
    private static final int RATE_HZ = OrientationGrid.RATE_HZ;

    private void move(double inclinationDeg, double flexionDeg, double durationS) {
        for (int i = 0; i < durationS * RATE_HZ; i++) {
            double share = Math.sin(Math.PI * i / (durationS * RATE_HZ));
            accept(share * inclinationDeg, share * flexionDeg, false);
        }
    }

    /** Away from neutral for exactly so many ticks. */
    private void lean(double inclinationDeg, double flexionDeg, int ticks) {
        for (int i = 0; i < ticks; i++) {
            accept(inclinationDeg, flexionDeg, false);
        }
    }

    private void bow(double inclinationDeg, double flexionDeg, int ticks) {
        lean(inclinationDeg, flexionDeg, ticks);
        accept(0, 0, false);
    }

    private void stand(double durationS, boolean still) {
        for (int i = 0; i < Math.round(durationS * RATE_HZ); i++) {
            accept(1, 0, still);
        }
    }

    private void bowThreeTimes(double pauseS) {
        stand(2, true);
        for (int bow = 0; bow < 3; bow++) {
            move(98, 55, 3);
            stand(pauseS, false);
        }
    }

    /** A gyroscope whose bias is not known yet never finds its wearer still. */
    @Test
    void threeBowsThatNoStandstillFollowsAreKnownByTheFirstLift() {
        bowThreeTimes(1);
        stand(4, false);
        assertFalse(over);
        move(75, 31, 2.5);
        assertTrue(over);
        assertTrue(bows.areOverBefore(), "the lift belongs to the set");
        assertEquals(3, bows.excursions().size());
    }

    @Test
    void standingStillAfterThreeBowsEndsThem() {
        bowThreeTimes(0.5);
        stand(1, true);
        assertTrue(over);
        assertEquals(3, bows.excursions().size());
    }

    @Test
    void standingStillForHalfASecondEndsBows() {
        stand(1, true);
        bow(70, 20, 200);
        bow(75, 20, 200);
        stand(0.5, true);
        assertFalse(over);
        accept(1, 0, true);
        assertTrue(over);
        assertFalse(bows.areOverBefore(), "the set begins now");
        assertEquals(
                new BowSearch.Excursion(1_000_000, 3_000_000, 70, 20),
                bows.excursions().get(0));
        assertEquals(2, bows.excursions().get(0).durationS(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "181, 60, 181, 85, true",
        "179, 60, 181, 85, false",
        "181, 60, 179, 85, false",
        "181, 59.9, 181, 84, false",
        "181, 84, 181, 59.9, false",
        "181, 60, 181, 85.1, false",
        "181, 85.1, 181, 60, false"
    })
    void bowsAreSlowDeepAndAlike(int firstTicks, double firstDeg, int secondTicks, double secondDeg, boolean areBows) {
        bow(firstDeg, 0, firstTicks);
        bow(secondDeg, 0, secondTicks);
        stand(10, true);
        assertEquals(areBows, over);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "4, true", "5, false"})
    void bowsAreTwoToFour(int count, boolean areBows) {
        for (int i = 0; i < count; i++) {
            bow(70, 0, 200);
        }
        assertEquals(count > 4, bows.isLifting());
        stand(10, true);
        assertEquals(areBows, over);
    }

    @Test
    void anExcursionReachesAsFarAsItsFurthestTick() {
        lean(30, 10, 10);
        lean(80, 20, 100);
        lean(70, 25, 100);
        assertTrue(bows.isOut());
        assertFalse(bows.hasExcursions());
        accept(0, 0, false);
        assertFalse(bows.isOut());
        assertTrue(bows.hasExcursions());
        bow(70, 15, 200);
        assertEquals(
                new BowSearch.Excursion(0, 2_100_000, 80, 25), bows.excursions().get(0));
        assertEquals(
                new BowSearch.Excursion(2_110_000, 4_110_000, 70, 15),
                bows.excursions().get(1));
    }

    @ParameterizedTest
    @CsvSource({"60, 25, 13", "90, 25, 13", "30, 12.5, 6.5", "36, 15, 7.8"})
    void theLessASensorLeansInABowTheSoonerItIsOneAndTheLaterItEnds(
            double shallowestDeg, double enterDeg, double leaveDeg) {
        bows = new BowSearch(shallowestDeg);
        accept(enterDeg - 1e-6, 0, false);
        assertFalse(bows.isOut() || bows.hasMoved());
        accept(enterDeg + 1e-6, 0, false);
        assertTrue(bows.isOut() && bows.hasMoved());
        accept(leaveDeg + 1e-6, 0, false);
        assertTrue(bows.isOut());
        accept(leaveDeg - 1e-6, 0, false);
        assertFalse(bows.isOut());
    }

    @Test
    void anExcursionBeginsBeyondItsLimitAndEndsWithinTheOther() {
        accept(25, 0, false);
        assertFalse(bows.isOut());
        accept(26, 0, false);
        accept(13, 0, false);
        assertTrue(bows.isOut());
    }

    @Test
    void whoeverStaysDownForMoreThanFifteenSecondsDoesNotBow() {
        lean(70, 0, 1501);
        assertFalse(bows.isLifting(), "15.00 s");
        accept(0, 0, false);
        assertFalse(bows.isLifting());
        lean(70, 0, 1502);
        assertTrue(bows.isLifting());
        bow(70, 0, 200);
        stand(10, true);
        assertFalse(over);
    }

    @Test
    void aPauseIsOneOfStandingStillOnEnd() {
        bow(70, 0, 200);
        bow(70, 0, 200);
        stand(0.4, true);
        stand(0.01, false);
        stand(0.4, true);
        assertFalse(over);
        bow(70, 0, 200);
        stand(0.5, true);
        assertFalse(over);
        stand(0.01, true);
        assertTrue(over);
    }

    @Test
    void movementsWithAPauseInBetweenAreNoBowsTogether() {
        for (int i = 0; i < 3; i++) {
            bow(70, 30, 200);
            stand(0.52, true);
            assertFalse(bows.hasExcursions());
        }
        assertFalse(over);
        assertEquals(0, bows.liftingSinceMicros(), "they may be lifts");
    }

    @Test
    void singleMovementsMayBeLiftsUnlessThereWereSeveralBeforeAPause() {
        assertEquals(Long.MAX_VALUE, bows.liftingSinceMicros());
        bow(40, 0, 100);
        bow(40, 0, 100);
        assertEquals(0, bows.liftingSinceMicros());
        stand(1, true);
        assertEquals(Long.MAX_VALUE, bows.liftingSinceMicros(), "something else");
        assertTrue(bows.hasMoved());
        bow(40, 0, 100);
        stand(1, true);
        bow(40, 0, 100);
        assertEquals(3_020_000, bows.liftingSinceMicros());
    }

    @Test
    void whoeverMovesSixTimesLifts() {
        for (int i = 0; i < 5; i++) {
            bow(40, 0, 100);
            stand(1, true);
        }
        assertFalse(bows.isLifting());
        bow(40, 0, 100);
        assertTrue(bows.isLifting());
    }

    @Test
    void fullBowsAreDeeperThanAnyLift() {
        assertFalse(bows.areFullBows(), "none yet");
        lean(81.9, 0, 200);
        assertFalse(bows.areFullBows());
        lean(82, 0, 1);
        assertTrue(bows.areFullBows(), "while it lasts");
        accept(0, 0, false);
        assertTrue(bows.areFullBows());
        lean(81.9, 0, 200);
        assertFalse(bows.areFullBows(), "the one in progress is no deeper than a lift so far");
        accept(0, 0, false);
        bow(90, 0, 200);
        assertFalse(bows.areFullBows(), "one was no deeper than a lift");
    }

    @Test
    void moreThanFourMovementsAreNoFullBows() {
        for (int i = 0; i < 4; i++) {
            assertEquals(0, bows.excursions().size());
            bow(90, 0, 200);
            assertTrue(bows.areFullBows());
            stand(1, true);
        }
        bow(90, 0, 200);
        assertFalse(bows.areFullBows());
    }
}
