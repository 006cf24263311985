package org.plumbline.core.spine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingFilterTest {
    private static final double DEGREE = Math.toRadians(1);
    private static final double START_SIGMA = 2 * DEGREE;
    private static final double WANDER_PER_S = 0.02 * DEGREE * DEGREE;
    private static final double NOISE = 4 * DEGREE * DEGREE;

    /** A measurement of the record that filter and referee share. */
    private record Measurement(int second, HeadingEvidence kind, double headingRad) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itSaysWhatLeastSquaresOverTheWholeRecordSays(long seed) {
        Random random = new Random(seed);
        HeadingFilter filter = new HeadingFilter(0, START_SIGMA);
        List<Measurement> record = new ArrayList<>();
        for (int second = 1; second <= 120; second++) {
            filter.wander(WANDER_PER_S);
            filter.elapse(1);
            if (random.nextInt(3) > 0) {
                HeadingEvidence kind = HeadingEvidence.values()[random.nextInt(2)];
                double heading = 5 * DEGREE * random.nextGaussian();
                record.add(new Measurement(second, kind, heading));
                filter.measure(kind, heading, NOISE);
            }
        }
        double[] refereed = leastSquares(record, 120);
        assertEquals(refereed[0], filter.headingRad(), 1e-9);
        assertEquals(refereed[1], filter.variance(), 1e-9);
    }

    /** Mean and variance of the heading at the end, from the covariance of all measurements at once. */
    private static double[] leastSquares(List<Measurement> record, int endSecond) {
        int count = record.size();
        RealMatrix covariance = new Array2DRowRealMatrix(count, count);
        RealVector withEnd = new ArrayRealVector(count);
        RealVector measured = new ArrayRealVector(count);
        for (int i = 0; i < count; i++) {
            Measurement a = record.get(i);
            measured.setEntry(i, a.headingRad());
            withEnd.setEntry(i, START_SIGMA * START_SIGMA + WANDER_PER_S * a.second());
            for (int j = 0; j < count; j++) {
                Measurement b = record.get(j);
                double shared = START_SIGMA * START_SIGMA + WANDER_PER_S * Math.min(a.second(), b.second());
                if (a.kind() == b.kind()) {
                    double apartS = Math.abs(a.second() - b.second());
                    shared += a.kind().persistentVariance()
                            * Math.exp(-apartS / a.kind().persistenceS());
                }
                covariance.setEntry(i, j, shared + (i == j ? NOISE : 0));
            }
        }
        RealVector weights = new CholeskyDecomposition(covariance).getSolver().solve(withEnd);
        double prior = START_SIGMA * START_SIGMA + WANDER_PER_S * endSecond;
        return new double[] {weights.dotProduct(measured), prior - weights.dotProduct(withEnd)};
    }

    @Test
    void whatItSaysOfItsErrorIsHonestThoughMeasurementsErrTogether() {
        double squared = 0;
        int runs = 400;
        for (int seed = 0; seed < runs; seed++) {
            Random random = new Random(seed);
            double truth = START_SIGMA * random.nextGaussian();
            double[] error = new double[HeadingEvidence.values().length];
            for (HeadingEvidence kind : HeadingEvidence.values()) {
                error[kind.ordinal()] = Math.sqrt(kind.persistentVariance()) * random.nextGaussian();
            }
            HeadingFilter filter = new HeadingFilter(0, START_SIGMA);
            for (int second = 1; second <= 200; second++) {
                truth += Math.sqrt(WANDER_PER_S) * random.nextGaussian();
                filter.wander(WANDER_PER_S);
                filter.elapse(1);
                for (HeadingEvidence kind : HeadingEvidence.values()) {
                    double kept = Math.exp(-1 / kind.persistenceS());
                    double fresh = Math.sqrt((1 - kept * kept) * kind.persistentVariance());
                    error[kind.ordinal()] = kept * error[kind.ordinal()] + fresh * random.nextGaussian();
                    double noise = Math.sqrt(NOISE) * random.nextGaussian();
                    filter.measure(kind, truth + error[kind.ordinal()] + noise, NOISE);
                }
            }
            squared += Math.pow(truth - filter.headingRad(), 2) / filter.variance();
        }
        assertEquals(1, squared / runs, 0.15);
    }

    @Test
    void aLongPauseIsHardlyMoreThanOneMeasurement() {
        HeadingFilter filter = new HeadingFilter(0, 20 * DEGREE);
        for (int second = 0; second < 20; second++) {
            filter.elapse(1);
            filter.measure(HeadingEvidence.UPRIGHT, 0, DEGREE * DEGREE);
        }
        assertEquals(3, Math.sqrt(filter.variance()) / DEGREE, 0.4, "no surer than people stand twice alike");
    }

    @Test
    void evidenceThatIsSteadilyOffIsFoundOutWhileTheHeadingIsKnown() {
        HeadingFilter filter = new HeadingFilter(0, DEGREE);
        for (int second = 0; second < 60; second++) {
            filter.elapse(1);
            filter.measure(HeadingEvidence.BENDING_AXIS, 6 * DEGREE, DEGREE * DEGREE);
        }
        assertTrue(Math.abs(filter.headingRad()) < 0.5 * DEGREE, "not believed");
        filter.wander(100 * DEGREE * DEGREE);
        for (int second = 0; second < 20; second++) {
            filter.elapse(1);
            filter.measure(HeadingEvidence.BENDING_AXIS, 16 * DEGREE, DEGREE * DEGREE);
        }
        assertEquals(10, filter.headingRad() / DEGREE, 1.5, "but its change is");
    }

    @Test
    void headingsAreMeasuredTheShortWayRound() {
        HeadingFilter filter = new HeadingFilter(Math.toRadians(179), 20 * DEGREE);
        filter.measure(HeadingEvidence.UPRIGHT, Math.toRadians(-177), 1e-6);
        assertEquals(-177, Math.toDegrees(filter.headingRad()), 0.2);
        filter.pull(Math.toRadians(-170), 1e-6);
        assertEquals(-170, Math.toDegrees(filter.headingRad()), 0.2);
    }
}
