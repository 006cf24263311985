package org.plumbline.core.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.SampleFlag;

class GapDetectorTest {
    @Test
    void aRegularStreamHasItsRateAndNoLoss() {
        GapDetector detector = new GapDetector();
        for (int sample = 0; sample < 5000; sample++) {
            detector.accept(Math.round(sample * 1e6 / 104), 0);
        }
        assertEquals(104, detector.rateHz(), 0.01);
        assertEquals(0, detector.lostPercent());
        assertTrue(detector.gaps().isEmpty());
        assertEquals(5000, detector.samples());
    }

    @Test
    void singleMissingSamplesAreLossButNoGap() {
        GapDetector detector = new GapDetector();
        Random random = new Random(1);
        int given = 0;
        for (int sample = 0; sample < 20_000; sample++) {
            if (random.nextDouble() > 0.03) {
                detector.accept(sample * 20_000L + random.nextInt(2000), 0);
                given++;
            }
        }
        assertEquals(50, detector.rateHz(), 0.05);
        assertEquals(100 - given / 200.0, detector.lostPercent(), 0.05);
        assertTrue(detector.gaps().isEmpty());
    }

    @Test
    void stampsInBurstsAreNotLoss() {
        GapDetector detector = new GapDetector();
        Random random = new Random(2);
        long timeMicros = 0;
        for (int sample = 0; sample < 1000; sample++) {
            // mean 40.8 ms, from 9 to 70 ms and rarely 120
            timeMicros += sample % 50 == 49 ? 120_000 : 9_000 + random.nextInt(60_400);
            detector.accept(timeMicros, 0);
        }
        assertEquals(1000e6 / timeMicros, detector.rateHz(), 0.5);
        assertEquals(0, detector.lostPercent());
        assertTrue(detector.gaps().isEmpty());
    }

    @Test
    void stampsGivenOncePerFrameAreNotLoss() {
        GapDetector detector = new GapDetector();
        for (int sample = 0; sample < 4000; sample++) {
            detector.accept(sample / 8 * 76_923L + sample % 8, 0);
        }
        assertEquals(104, detector.rateHz(), 0.5);
        assertEquals(0, detector.lostPercent());
    }

    @Test
    void aHoleIsLossAndAGapWithItsPlace() {
        GapDetector detector = new GapDetector();
        for (int sample = 0; sample < 2000; sample++) {
            if (sample < 1000 || sample >= 1065) {
                detector.accept(sample * 10_000L, 0);
            }
        }
        assertEquals(100 * 65.0 / 2000, detector.lostPercent(), 1e-6);
        assertEquals(1, detector.gaps().size());
        assertEquals(9_990_000, detector.gaps().get(0)[0]);
        assertEquals(10_650_000, detector.gaps().get(0)[1]);
    }

    @Test
    void aSlowStreamIsNotAllGapsAndAHoleInItIsStillFound() {
        GapDetector detector = new GapDetector();
        for (int sample = 0; sample < 5000; sample++) {
            if (sample < 4000 || sample > 4010) {
                detector.accept(sample * 200_000L, 0);
            }
        }
        assertEquals(5, detector.rateHz(), 0.01);
        assertEquals(1, detector.gaps().size());
    }

    @Test
    void anHourOfHolesKeepsABoundedListAndAFullCount() {
        GapDetector detector = new GapDetector();
        long timeMicros = 0;
        for (int sample = 0; sample < 200_000; sample++) {
            timeMicros += sample % 100 == 99 ? 210_000 : 10_000;
            detector.accept(timeMicros, 0);
        }
        assertEquals(1000, detector.gaps().size());
        assertEquals(100 * 20.0 / 120, detector.lostPercent(), 0.05);
    }

    @Test
    void aRestartIsAGapButSaysNothingAboutLoss() {
        GapDetector detector = new GapDetector();
        for (int sample = 0; sample < 500; sample++) {
            detector.accept(
                    sample * 10_000L + (sample >= 250 ? 3_000_000 : 0), sample == 250 ? SampleFlag.TIME_RESTART : 0);
        }
        assertEquals(0, detector.lostPercent());
        assertEquals(1, detector.gaps().size());
    }

    @Test
    void almostNothingGivesAlmostNothing() {
        GapDetector detector = new GapDetector();
        assertTrue(Double.isNaN(detector.rateHz()));
        assertEquals(0, detector.lostPercent());
        detector.accept(5, 0);
        assertTrue(Double.isNaN(detector.rateHz()));
        assertEquals(0, detector.lostPercent());
        assertTrue(detector.gaps().isEmpty());
    }
}
