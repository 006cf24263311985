package org.plumbline.core.repetition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do beside lifting, told of one movement by itself. */
class EverydayMovementTest {
    private static Movement movement(
            double wholeS,
            double flexionDeg,
            double bottomLeanDeg,
            double leanDeg,
            double turnDeg,
            double walkingShare,
            boolean followsWalking) {
        TurningPoint any = new TurningPoint(0, 0, 0, 0);
        return new Movement(
                any,
                any,
                any,
                300,
                0,
                3,
                60,
                wholeS,
                2,
                1,
                1,
                40,
                flexionDeg,
                flexionDeg,
                bottomLeanDeg,
                0,
                leanDeg,
                turnDeg,
                walkingShare,
                followsWalking);
    }

    private static Movement upright(double leanDeg, double turnDeg, double walkingShare, boolean followsWalking) {
        return movement(2, 30, 0, leanDeg, turnDeg, walkingShare, followsWalking);
    }

    @Test
    void whatIsWalkedForMoreThanHalfOfItIsPartOfTheWalk() {
        assertTrue(EverydayMovement.isWalking(upright(0, 0, 0.51, false)));
        assertFalse(EverydayMovement.isWalking(upright(0, 0, 0.5, false)));
    }

    @ParameterizedTest
    @CsvSource({
        "6, 0, 0.2, false, true",
        "0, 10, 0.2, false, true",
        "0, 10, 0, true, true",
        "6, 0, 0, true, true",
        "6, 10, 0, false, false",
        "4, 8, 0.2, true, false",
        "5, 9, 0.2, false, false"
    })
    void whoWalkedAndLeansOrTurnsMayBeTurningRound(
            double leanDeg, double turnDeg, double walkingShare, boolean followsWalking, boolean may) {
        assertEquals(may, EverydayMovement.isLikeTurningRound(upright(leanDeg, turnDeg, walkingShare, followsWalking)));
    }

    @ParameterizedTest
    @CsvSource({"0, 30, false", "0, 38, false", "0, 39, true", "5, 30, false", "6, 30, true"})
    void whoBendsAskewOrRounderThanALifterMayBeReachingForSomething(
            double bottomLeanDeg, double flexionDeg, boolean may) {
        assertEquals(may, EverydayMovement.isLikeReaching(movement(2, flexionDeg, bottomLeanDeg, 0, 0, 0, false)));
    }

    @ParameterizedTest
    @CsvSource({"25, 50, false", "26, 0, true", "0, 51, true"})
    void whatGoesFarToTheSideOrRoundIsNoLift(double leanDeg, double turnDeg, boolean none) {
        assertEquals(none, EverydayMovement.isNoLift(upright(leanDeg, turnDeg, 0, false)));
    }

    @Test
    void aSlowDeepBowOfAPersonWhoseLargestFlexionIsKnownIsOne() {
        RenewingBows bows = new RenewingBows();
        assertFalse(bows.take(movement(2, 60, 0, 0, 0, 0, false)), "nobody knows how far they bow");
        bows.expect(60);
        assertTrue(bows.take(movement(1, 51, 0, 0, 0, 0, false)));
        assertFalse(bows.take(movement(0.9, 55, 0, 0, 0, 0, false)), "a bow is slow");
        assertFalse(bows.take(movement(2, 50, 0, 0, 0, 0, false)), "a bow is deep");
        assertTrue(bows.include(movement(1, 51, 0, 0, 0, 0, false)));
        assertFalse(bows.include(movement(2, 50, 0, 0, 0, 0, false)));
    }

    @Test
    void ofAPersonWhoBowsLittleWhatALifterFlexesIsNoBow() {
        RenewingBows bows = new RenewingBows();
        bows.expect(30);
        assertFalse(bows.take(movement(2, 37, 0, 0, 0, 0, false)));
        assertTrue(bows.take(movement(2, 38, 0, 0, 0, 0, false)));
    }

    @Test
    void moreThanFourAlikeAreLiftingWithAVeryRoundBack() {
        RenewingBows bows = new RenewingBows();
        bows.expect(60);
        Movement bow = movement(2, 55, 0, 0, 0, 0, false);
        for (int i = 0; i < 4; i++) {
            assertTrue(bows.take(bow));
        }
        assertTrue(bows.include(bow));
        assertFalse(bows.take(bow));
        assertFalse(bows.include(bow), "nor were those before");
    }
}
