package org.plumbline.bench.orientation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.Quaternions;

/** Scores of a steady turn, whose errors can be written down. */
class ScoreTest {
    private static final long LAG_MICROS = 2_400;
    private static final double LAG_S = LAG_MICROS * 1e-6;
    private static final double RATE_DEG_PER_S = Math.toDegrees(0.6);

    private final List<ImuSample> samples = SteadyTurn.samples(1000, 10_000);
    private final ReferenceTrack reference = SteadyTurn.reference(samples);
    private final long[] stamps =
            samples.stream().mapToLong(sample -> sample.timeMicros).toArray();

    @Test
    void aLagCostsItsTimeTheRateAndIsTakenBackByReadingLater() {
        EstimateTrack late = SteadyTurn.estimates(samples, LAG_S, 0);
        TrialScore raw = TrialScore.of(stamps, late, reference, 0);
        // the heading offset that is removed takes the part of the turn about the vertical: 0.4 of 0.6 rad/s
        assertEquals(RATE_DEG_PER_S * LAG_S * Math.sqrt(1 - 4.0 / 9), raw.inclinationDeg(), 1e-4);
        assertEquals(raw.inclinationDeg(), raw.totalDeg(), 1e-4);
        TrialScore compensated = TrialScore.of(stamps, late, reference, LAG_MICROS);
        assertEquals(0, compensated.inclinationDeg(), 1e-6);
        assertEquals(0, compensated.totalDeg(), 1e-6);
    }

    @Test
    void aHeadingOffsetIsNoErrorAndADriftIsMeasured() {
        TrialScore turned = TrialScore.of(stamps, SteadyTurn.estimates(samples, 0, 2), reference, 0);
        assertEquals(0, turned.totalDeg(), 1e-6);
        assertEquals(1, turned.headingWithinOne(), 1e-9);

        HeadingDrift drift = new HeadingDrift();
        for (int second = 0; second < 120; second++) {
            drift.add(second, Math.IEEEremainder(Math.toRadians(170 + 3.0 * second), 2 * Math.PI));
        }
        assertEquals(180, drift.degPerMin(), 1e-9);
    }

    @Test
    void nothingIsReadAcrossAMissingReference() {
        List<double[]> values = new ArrayList<>(reference.values());
        values.set(5, new double[0]);
        ReferenceTrack holed = new ReferenceTrack(reference.timesMicros(), values);
        assertNotNull(holed.orientationAt(39_000));
        assertNotNull(holed.orientationAt(40_000));
        assertNull(holed.orientationAt(41_000));
        assertNull(holed.orientationAt(50_000));
        assertNull(holed.orientationAt(59_000));
        assertNotNull(holed.orientationAt(60_000));
        assertNull(holed.orientationAt(-1));
        assertNull(holed.orientationAt(9_990_001));
    }

    @Test
    void onlyTheConstantHeadingBetweenTwoSensorsIsForgiven() {
        EstimateTrack pelvis = SteadyTurn.estimates(samples, 0, 0.3);
        EstimateTrack thorax = SteadyTurn.estimates(samples, 0.1, -2.5);
        RelativeScore right = RelativeScore.of(samples, thorax, pelvis, relative(0));
        assertEquals(0, right.totalDeg(), 1e-5);
        RelativeScore wrong = RelativeScore.of(samples, thorax, pelvis, relative(3));
        assertEquals(3, wrong.totalDeg(), 1e-5);
        assertEquals(3, wrong.inclinationDeg(), 1e-5);
    }

    /** Of a thorax a tenth of a second behind the pelvis, and tipped by so much about a level axis. */
    private ReferenceTrack relative(double tippedDeg) {
        double[] tip = new double[4];
        Quaternions.fromRotationVector(Math.toRadians(tippedDeg), 0, 0, tip);
        List<double[]> truth = new ArrayList<>();
        for (ImuSample sample : samples) {
            double timeS = sample.timeMicros * 1e-6;
            double[] relative = new double[4];
            Quaternions.multiply(tip, SteadyTurn.orientation(timeS - 0.1), relative);
            Quaternions.multiplyConjugated(SteadyTurn.orientation(timeS), relative, relative);
            truth.add(relative);
        }
        return new ReferenceTrack(reference.timesMicros(), truth);
    }

    @Test
    void sharesAreOfTheErrorToBeExpected() {
        ErrorTally tally = new ErrorTally();
        tally.add(-3, 2);
        tally.add(4, 4);
        assertEquals(Math.sqrt(12.5), tally.rmsDeg(), 1e-12);
        assertEquals(0.5, tally.shareWithin(1), 1e-12);
        assertEquals(1, tally.shareWithin(2), 1e-12);
    }
}
