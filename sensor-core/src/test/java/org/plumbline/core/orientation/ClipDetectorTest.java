package org.plumbline.core.orientation;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClipDetectorTest {
    private static final double END = Math.toRadians(500);

    private final ClipDetector detector = new ClipDetector(Math.toRadians(100));

    @Test
    void theLargestValueThreeTimesOnEndIsTheEndOfTheRange() {
        assertFalse(detector.isClipped(END, 0, 0));
        assertFalse(detector.isClipped(END, 0, 0));
        assertTrue(detector.isClipped(END, 0, 0));
        assertFalse(detector.isClipped(0.9 * END, 0, 0));
        assertTrue(detector.isClipped(END, 0, 0), "and stays it");
        assertTrue(detector.isClipped(-END, 0, 0), "on both sides");
    }

    @Test
    void valuesThatRepeatBelowTheLargestOrBelowAnyRangeAreNoEnd() {
        detector.isClipped(END, 0, 0);
        for (int i = 0; i < 10; i++) {
            assertFalse(detector.isClipped(0.8 * END, 0, 0));
        }
        ClipDetector fresh = new ClipDetector(END);
        for (int i = 0; i < 10; i++) {
            assertFalse(fresh.isClipped(0.8 * END, 0, 0));
        }
    }

    @Test
    void aValueBeyondWhatSeemedTheEndShowsThatItWasNone() {
        for (int i = 0; i < 3; i++) {
            detector.isClipped(0, END, 0);
        }
        assertTrue(detector.isClipped(0, END, 0));
        assertFalse(detector.isClipped(0, 1.3 * END, 0));
        assertFalse(detector.isClipped(0, END, 0));
        assertFalse(detector.isClipped(0, 1.2 * END, 0));
    }

    @Test
    void theTwoEndsOfARangeDifferByABit() {
        double positive = END * 32767 / 32768;
        for (int i = 0; i < 3; i++) {
            detector.isClipped(0, 0, positive);
        }
        assertTrue(detector.isClipped(0, 0, -END));
        assertTrue(detector.isClipped(0, 0, positive));
    }
}
