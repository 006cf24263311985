package org.plumbline.core.orientation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SampleFlag;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.testing.Samples;

class OrientationSmootherTest {
    private static final double RATE_HZ = 104;

    /** One sample of a set with its truth. */
    private record Known(ImuSample sample, double[] truth) {}

    private record Given(long timeMicros, double[] orientation, double sigmaDeg, boolean levelled) {}

    private static List<Known> set(long seed) {
        SimulatedWearable wearable = new SimulatedWearable(SimulationScript.clean("deadlift", 6, seed));
        List<Known> set = new ArrayList<>();
        ImuSample sample = new ImuSample();
        while (wearable.next(sample)) {
            if (sample.sensorIndex == 1) {
                double[] truth = new double[4];
                wearable.trueOrientation(truth);
                set.add(new Known(sample.copy(), truth));
            }
        }
        return set;
    }

    private static List<Given> smooth(List<Known> set, double lagS) {
        List<Given> given = new ArrayList<>();
        OrientationSmoother smoother = smoother(lagS, given);
        for (Known known : set) {
            smoother.update(known.sample());
        }
        smoother.finish();
        return given;
    }

    private static OrientationSmoother smoother(double lagS, List<Given> given) {
        return new OrientationSmoother(RATE_HZ, OrientationParameters.defaults(), lagS, (time, estimate) -> {
            double[] q = new double[4];
            estimate.copyOrientationTo(q);
            given.add(new Given(time, q, estimate.inclinationSigmaDeg(), estimate.isLevelled()));
        });
    }

    private static List<Given> live(List<Known> set) {
        OrientationFilter filter = new OrientationFilter(RATE_HZ);
        List<Given> given = new ArrayList<>();
        for (Known known : set) {
            filter.update(known.sample());
            double[] q = new double[4];
            filter.copyOrientationTo(q);
            given.add(new Given(known.sample().timeMicros, q, filter.inclinationSigmaDeg(), filter.isLevelled()));
        }
        return given;
    }

    private static double rmsDeg(List<Known> set, List<Given> given) {
        double sum = 0;
        for (int i = 0; i < set.size(); i++) {
            double error = Samples.inclinationErrorDeg(
                    given.get(i).orientation(), set.get(i).truth());
            sum += error * error;
        }
        return Math.sqrt(sum / set.size());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 2, 30, OrientationSmoother.WHOLE_SET})
    void everySampleGetsOneEstimateInItsOrder(double lagS) {
        List<Known> set = set(1);
        List<Given> given = smooth(set, lagS);
        assertEquals(set.size(), given.size());
        for (int i = 0; i < set.size(); i++) {
            assertEquals(set.get(i).sample().timeMicros, given.get(i).timeMicros());
            double[] q = given.get(i).orientation();
            assertEquals(1, q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3], 1e-12);
        }
    }

    @Test
    void anEstimateWaitsForItsLagAndNotForTwice() {
        List<Known> set = set(2);
        List<Given> given = new ArrayList<>();
        OrientationSmoother smoother = smoother(2, given);
        for (Known known : set) {
            int before = given.size();
            smoother.update(known.sample());
            long now = known.sample().timeMicros;
            if (given.size() > before) {
                assertTrue(now - given.get(given.size() - 1).timeMicros() >= 2_000_000);
            }
            if (given.size() > 0) {
                assertTrue(now - given.get(given.size() - 1).timeMicros() <= 4_100_000);
            }
        }
        assertTrue(given.size() > set.size() / 2);
    }

    @Test
    void laterSamplesMakeItBetterTheMoreTheBetter() {
        double live = 0;
        double lag = 0;
        double whole = 0;
        for (long seed = 1; seed <= 6; seed++) {
            List<Known> set = set(seed);
            live += rmsDeg(set, live(set));
            lag += rmsDeg(set, smooth(set, 2));
            whole += rmsDeg(set, smooth(set, OrientationSmoother.WHOLE_SET));
        }
        double gain = 1 - whole / live;
        assertTrue(lag < live && whole < lag, "live " + live + ", lag " + lag + ", whole " + whole);
        assertTrue(gain > 0.1, "gain " + gain);
    }

    @Test
    void itIsSurerThanTheLiveFilterAndRight() {
        List<Known> set = set(3);
        List<Given> live = live(set);
        List<Given> whole = smooth(set, OrientationSmoother.WHOLE_SET);
        int within = 0;
        for (int i = 0; i < set.size(); i++) {
            assertTrue(whole.get(i).sigmaDeg() <= live.get(i).sigmaDeg() + 1e-9);
            double error = Samples.inclinationErrorDeg(
                    whole.get(i).orientation(), set.get(i).truth());
            within += error < 2 * whole.get(i).sigmaDeg() ? 1 : 0;
        }
        assertTrue(within > 0.9 * set.size(), within + " of " + set.size());
    }

    @Test
    void theStartOfASetInMotionIsFoundInHindsight() {
        List<Known> set = set(4);
        List<Known> cut = set.subList(set.size() / 2, set.size());
        double live = rmsDeg(cut.subList(0, 300), live(cut));
        double whole = rmsDeg(cut.subList(0, 300), smooth(cut, OrientationSmoother.WHOLE_SET));
        assertTrue(whole < 0.8 * live, "live " + live + ", whole " + whole);
    }

    @Test
    void whatIsAfterAGapSaysNothingOfWhatWasBefore() {
        List<Known> set = set(5);
        List<Known> before = set.subList(0, 2000);
        List<Known> later = set.subList(2300, set.size());
        List<Known> both = new ArrayList<>(before);
        both.addAll(later);
        List<Given> alone = smooth(before, OrientationSmoother.WHOLE_SET);
        List<Given> together = smooth(both, OrientationSmoother.WHOLE_SET);
        assertEquals(both.size(), together.size());
        for (int i = 0; i < 1900; i++) {
            assertArrayEquals(alone.get(i).orientation(), together.get(i).orientation(), 1e-4, "at sample " + i);
        }
    }

    @Test
    void aSampleThatChangesNothingGetsTheEstimateBeforeIt() {
        List<Known> set = set(6);
        List<Known> withRepeats = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            withRepeats.add(set.get(i));
            if (i % 100 == 50) {
                withRepeats.add(set.get(i));
            }
        }
        List<Given> given = smooth(withRepeats, 1);
        assertEquals(withRepeats.size(), given.size());
        for (int i = 0; i < given.size(); i++) {
            assertEquals(withRepeats.get(i).sample().timeMicros, given.get(i).timeMicros());
        }
    }

    @Test
    void aClockThatStartsAnewLosesNothing() {
        List<Known> set = set(7).subList(0, 1500);
        List<Given> given = new ArrayList<>();
        OrientationSmoother smoother = smoother(1, given);
        for (Known known : set) {
            smoother.update(known.sample());
        }
        for (Known known : set) {
            ImuSample again = known.sample().copy();
            again.flags = known == set.get(0) ? SampleFlag.TIME_RESTART : 0;
            again.timeMicros -= 5_000_000;
            smoother.update(again);
        }
        smoother.finish();
        assertEquals(2 * set.size(), given.size());
    }

    @Test
    void aLagOfNothingIsRefused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> smoother(0, new ArrayList<>()));
        assertEquals("lagS must be more than 0 s, but is 0.0", refused.getMessage());
    }
}
