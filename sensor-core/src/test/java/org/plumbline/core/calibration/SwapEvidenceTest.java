package org.plumbline.core.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bends as the inclinations of the sensor that is called the lower and of the one that is called the upper. */
class SwapEvidenceTest {
    private final SwapEvidence evidence = new SwapEvidence();

    private void bend(double lowerDeg, double upperDeg) {
        lean(lowerDeg, upperDeg);
        for (int i = 99; i >= 0; i--) {
            evidence.add(lowerDeg * i / 100, upperDeg * i / 100);
        }
    }

    private void lean(double lowerDeg, double upperDeg) {
        for (int i = 0; i <= 100; i++) {
            evidence.add(lowerDeg * i / 100, upperDeg * i / 100);
        }
    }

    private void hold(double lowerDeg, double upperDeg, int ticks) {
        for (int i = 0; i < ticks; i++) {
            evidence.add(lowerDeg, upperDeg);
        }
    }

    @Test
    void bendsOfSensorsInTheirPlacesAreNoEvidence() {
        for (int i = 0; i < 5; i++) {
            bend(40, 95);
        }
        assertFalse(evidence.isSwapped());
        assertFalse(evidence.isDoubtful());
    }

    @Test
    void twoBendsThatTogetherAreNoSpineAreASwap() {
        bend(60, 42);
        assertFalse(evidence.isSwapped());
        assertTrue(evidence.isDoubtful(), "too little to be sure");
        bend(60, 42);
        assertTrue(evidence.isSwapped(), "18° and 18°");
    }

    @Test
    void twoBendsThatTogetherMayBeASpineAreNone() {
        bend(60, 42);
        bend(60, 42.1);
        assertFalse(evidence.isSwapped());
        assertTrue(evidence.isDoubtful());
        bend(60, 49.9);
        assertTrue(evidence.isSwapped(), "with a third they cannot be one");
    }

    @Test
    void oneBendIsNotEnoughHoweverPlainItIs() {
        bend(95, 40);
        assertFalse(evidence.isSwapped());
        bend(60, 49.9);
        assertTrue(evidence.isSwapped());
    }

    @Test
    void whatASpineMayDoAtTheDeepestPointNeitherCountsNorClears() {
        bend(60, 50);
        assertFalse(evidence.isDoubtful(), "10°");
        bend(60, 49.9);
        assertTrue(evidence.isDoubtful(), "10.1°");
        bend(60, 55);
        assertTrue(evidence.isDoubtful(), "5°");
        bend(60, 34);
        assertTrue(evidence.isSwapped(), "10.1° and 26°");
    }

    @Test
    void aBendInWhichTheThoraxNearlyLeansAsFarClearsWhatWasBefore() {
        bend(75, 40);
        bend(60, 55.1);
        assertFalse(evidence.isDoubtful());
        bend(60, 49);
        bend(60, 49);
        assertFalse(evidence.isSwapped(), "22° in all");
        bend(60, 46);
        assertTrue(evidence.isSwapped(), "36° in all");
    }

    @Test
    void bendsAreCountedAnewAfterOneThatClears() {
        bend(75, 40);
        bend(60, 70);
        bend(76, 40);
        assertFalse(evidence.isSwapped(), "a single one of 36°");
    }

    @ParameterizedTest
    @CsvSource({"38, 20, true", "37.9, 20, false", "45, 12, true", "37.9, -20, false"})
    void onlyADeepBendSpeaks(double lowerDeg, double upperDeg, boolean speaks) {
        lean(lowerDeg, upperDeg);
        assertEquals(speaks, evidence.isDoubtful(), "while it lasts");
        hold(0, 0, 1);
        assertEquals(speaks, evidence.isDoubtful(), "when it is over");
    }

    @Test
    void aBendInProgressIsDoubtedBeyondWhatASpineDoes() {
        lean(60, 50);
        assertFalse(evidence.isDoubtful());
        lean(61, 50);
        assertTrue(evidence.isDoubtful());
    }

    @Test
    void theDifferenceAtTheDeepestPointCounts() {
        lean(50, 30);
        hold(60, 55, 1);
        hold(50, 30, 1);
        hold(0, 0, 1);
        assertFalse(evidence.isDoubtful());
        lean(60, 40);
        hold(50, 50, 1);
        assertTrue(evidence.isDoubtful(), "the first of two points as deep");
    }

    @Test
    void aBendKnowsNothingOfTheOneBefore() {
        bend(80, 95);
        bend(50, 30);
        assertTrue(evidence.isDoubtful(), "less deep than the one before");
    }

    @Test
    void aBendOfOneSensorWhileTheOtherLeansBackAsFarSaysNothing() {
        bend(90, 10);
        bend(40, -45);
        assertFalse(evidence.isSwapped());
    }

    @Test
    void aBendEndsWhereBothSensorsAreNearUprightAgain() {
        lean(60, 40);
        hold(15, 5, 1);
        hold(5, 15, 1);
        hold(60, 40, 1);
        hold(14.9, 14.9, 1);
        assertFalse(evidence.isSwapped(), "one bend, in which somebody rose once");
        lean(60, 40);
        hold(14.9, 14.9, 1);
        assertTrue(evidence.isSwapped());
    }

    @Test
    void aBendOfFifteenSecondsIsOneAndALongerOneIsNot() {
        hold(30, 10, 20);
        hold(50, 30, 1499);
        hold(0, 0, 1);
        assertTrue(evidence.isDoubtful());

        SwapEvidenceTest longer = new SwapEvidenceTest();
        longer.hold(50, 30, 1500);
        assertTrue(longer.evidence.isDoubtful(), "so far it may be one");
        longer.hold(50, 30, 1);
        assertFalse(longer.evidence.isDoubtful(), "somebody kneels");
        longer.hold(0, 0, 1);
        assertFalse(longer.evidence.isDoubtful());
        longer.bend(60, 40);
        assertTrue(longer.evidence.isDoubtful(), "the next one is as long as it is");
    }

    @Test
    void theTickThatEndsABendIsPartOfIt() {
        hold(50, 30, 1500);
        hold(0, 0, 1);
        assertFalse(evidence.isDoubtful());
    }

    @Test
    void theFirstTickBeyondThirtyDegreesIsPartOfABend() {
        hold(30.1, 10, 1);
        hold(50, 30, 1499);
        hold(0, 0, 1);
        assertFalse(evidence.isDoubtful());
    }

    @Test
    void ticksInWhichASensorIsMissingAreAsIfTheyWereNot() {
        lean(60, 40);
        hold(Double.NaN, 40, 1000);
        hold(60, Double.NaN, 1000);
        hold(0, 0, 1);
        bend(60, 40);
        assertTrue(evidence.isSwapped());
    }
}
