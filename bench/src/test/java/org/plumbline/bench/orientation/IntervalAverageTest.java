package org.plumbline.bench.orientation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.orientation.Quaternions;

/** The mean over an interval counts each sample by the time it stands for. */
class IntervalAverageTest {
    @Test
    void samplesAcrossAnEndCountOnBothSidesByTheirShare() {
        List<ImuSample> samples = SteadyTurn.samples(7, 3_500);
        double[] forces = {100, 1, 2, 3, 4, 5, 6};
        for (int i = 0; i < forces.length; i++) {
            samples.get(i).accX = forces[i];
        }
        List<ImuSample> means = IntervalAverage.over(10_000, samples);
        assertEquals(2, means.size());
        assertEquals(10_000, means.get(0).timeMicros);
        assertEquals((3.5 * 1 + 3.5 * 2 + 3 * 3) / 10, means.get(0).accX, 1e-12);
        assertEquals(20_000, means.get(1).timeMicros);
        assertEquals((0.5 * 3 + 3.5 * 4 + 3.5 * 5 + 2.5 * 6) / 10, means.get(1).accX, 1e-12);
    }

    @Test
    void oneSampleMayFillSeveralIntervals() {
        List<ImuSample> samples = SteadyTurn.samples(2, 25_000);
        List<ImuSample> means = IntervalAverage.over(10_000, samples);
        assertEquals(2, means.size());
        assertEquals(SteadyTurn.RATE_RAD_PER_S[0], means.get(1).gyrX, 1e-12);
    }

    @Test
    void aSteadyTurnStaysOneAndEndsWhereItDid() {
        List<ImuSample> means = IntervalAverage.over(10_000, SteadyTurn.samples(1000, 3_500));
        double[] orientation = {1, 0, 0, 0};
        double[] step = new double[4];
        for (ImuSample mean : means) {
            Quaternions.fromRotationVector(mean.gyrX * 0.01, mean.gyrY * 0.01, mean.gyrZ * 0.01, step);
            Quaternions.multiply(orientation, step, orientation);
            assertArrayEquals(SteadyTurn.orientation(mean.timeMicros * 1e-6), orientation, 1e-9);
        }
        assertEquals(349, means.size());
    }
}
