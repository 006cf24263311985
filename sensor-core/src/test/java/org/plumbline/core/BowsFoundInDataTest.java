package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.spine.SpinePose;
import org.plumbline.core.testing.SimulatedSet;

/** Standing still and bowing as people do it when nobody marks it. */
class BowsFoundInDataTest {
    private static final int REPETITIONS = 5;

    @ParameterizedTest
    @CsvSource({"deadlift,1,2", "deadlift,2,4", "squat,3,3", "squat,4,4.5"})
    void bowsWithPausesBetweenThemAreBows(String exercise, long seed, double pauseS) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, REPETITIONS, seed));
        List<Double> ends = endsOfBows(simulated);
        List<ImuSample> samples = simulated.samples();
        for (int bow = 1; bow >= 0; bow--) {
            samples = withPause(samples, ends.get(bow), pauseS);
        }
        MonitoredSet set =
                MonitoredSet.live(simulated.wearable().sensors(), exercise).feed(samples);
        assertEquals(REPETITIONS, set.count());
        // who stands for longer than six seconds after a bow is taken to have done
        assertEquals(
                pauseS > 6 ? "fair" : "good",
                set.result().calibration().maximum().quality());
        assertEquals("good", set.result().calibration().axis().quality());
        assertEquals(54, set.result().calibration().maxFlexionDeg(), 6);
    }

    @ParameterizedTest
    @CsvSource({"deadlift,1", "deadlift,2", "squat,3", "squat,4"})
    void oneBowIsEnoughForTheAxisAndItsMaximumIsFair(String exercise, long seed) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, REPETITIONS, seed));
        List<Double> ends = endsOfBows(simulated);
        List<ImuSample> samples = without(simulated.samples(), ends.get(0), ends.get(2));
        MonitoredSet set =
                MonitoredSet.live(simulated.wearable().sensors(), exercise).feed(samples);
        assertEquals(REPETITIONS, set.count(), "the bow is none of the repetitions");
        assertEquals("good", set.result().calibration().axis().quality());
        assertEquals("fair", set.result().calibration().maximum().quality());
        assertTrue(set.result().calibration().maximum().reason().contains("one bow only"));
        assertEquals(54, set.result().calibration().maxFlexionDeg(), 6);
        assertEquals(List.of(), set.messages);
    }

    @ParameterizedTest
    @CsvSource({"deadlift,1", "deadlift,2", "squat,3", "squat,4"})
    void bowsOfSensorsOfTwentyFiveHertzThatSendInBurstsAreFound(String exercise, long seed) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, REPETITIONS, seed));
        List<SensorDescription> sensors = simulated.wearable().sensors().stream()
                .map(sensor -> new SensorDescription(sensor.placement(), 25, sensor.note()))
                .collect(Collectors.toList());
        MonitoredSet set = MonitoredSet.live(sensors, exercise).feed(burstsOf25Hz(simulated.samples()));
        assertEquals(REPETITIONS, set.count());
        AnalysisResult.CalibrationSummary calibration = set.result().calibration();
        assertTrue(calibration.neutral().quality().matches("good|fair"), calibration::toString);
        assertEquals("good", calibration.axis().quality());
        assertEquals("good", calibration.maximum().quality());
        assertEquals(54, calibration.maxFlexionDeg(), 6);
        assertEquals(List.of(), set.messages);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadlift", "squat"})
    void liftsWithPausesBetweenThemAreNoBows(String exercise) {
        for (long seed = 1; seed <= 6; seed++) {
            SimulatedSet simulated = new SimulatedSet(
                    SimulationScript.clean(exercise, REPETITIONS, seed).withoutCalibration());
            List<ImuSample> samples = simulated.samples();
            for (int i = REPETITIONS - 1; i >= 0; i--) {
                samples = withPause(
                        samples,
                        simulated.wearable().truth().repetitions().get(i).topS() + 0.3,
                        3);
            }
            MonitoredSet set =
                    MonitoredSet.live(simulated.wearable().sensors(), exercise).feed(samples);
            assertEquals(REPETITIONS, set.count(), exercise + " " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {2.2, 3})
    void twoSecondsOfStandingAreEnough(double standsS) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", REPETITIONS, 2));
        double endS = simulated.wearable().truth().marks().get(0).endS();
        List<ImuSample> samples = new ArrayList<>();
        for (ImuSample sample : simulated.samples()) {
            if (sample.timeMicros * 1e-6 > endS - standsS) {
                samples.add(sample);
            }
        }
        MonitoredSet set =
                MonitoredSet.live(simulated.wearable().sensors(), "squat").feed(samples);
        assertEquals(REPETITIONS, set.count());
        assertEquals("good", set.result().calibration().neutral().quality());
        assertEquals("good", set.result().calibration().maximum().quality());
    }

    /** When the lifter stands upright again after each of the three bows. */
    private static List<Double> endsOfBows(SimulatedSet set) {
        List<Double> ends = new ArrayList<>();
        SpinePose pose = new SpinePose();
        boolean out = false;
        double to = set.wearable().truth().marks().get(1).endS() + 0.1;
        for (double timeS = set.wearable().truth().marks().get(1).startS(); timeS < to; timeS += 0.01) {
            set.wearable().truePose(Math.round(timeS * 1e6), pose);
            if (pose.trunkInclinationDeg > 40) {
                out = true;
            } else if (out && pose.trunkInclinationDeg < 1) {
                out = false;
                ends.add(timeS + 0.2);
            }
        }
        assertEquals(3, ends.size());
        return ends;
    }

    /** The lifter stands as at that time, swaying a little, before going on. */
    private static List<ImuSample> withPause(List<ImuSample> samples, double atS, double pauseS) {
        long at = Math.round(atS * 1e6);
        long pause = Math.round(pauseS * 1e6);
        List<ImuSample> paused = new ArrayList<>();
        List<ImuSample> later = new ArrayList<>();
        ImuSample[] last = new ImuSample[2];
        for (ImuSample sample : samples) {
            ImuSample copy = sample.copy();
            if (sample.timeMicros < at) {
                paused.add(copy);
                last[copy.sensorIndex] = copy;
            } else {
                copy.timeMicros += pause;
                later.add(copy);
            }
        }
        for (long time = at; time < at + pause; time += 10_000) {
            for (ImuSample before : last) {
                ImuSample standing = before.copy();
                standing.timeMicros = time;
                standing.gyrX = 1e-3 * Math.sin(time * 3e-6);
                standing.gyrY = 1e-3 * Math.cos(time * 2e-6);
                standing.gyrZ = 1e-3 * Math.sin(time * 5e-6);
                paused.add(standing);
            }
        }
        paused.addAll(later);
        return paused;
    }

    private static List<ImuSample> without(List<ImuSample> samples, double fromS, double toS) {
        List<ImuSample> rest = new ArrayList<>();
        long cut = Math.round((toS - fromS) * 1e6);
        for (ImuSample sample : samples) {
            double time = sample.timeMicros * 1e-6;
            if (time < fromS || time >= toS) {
                ImuSample copy = sample.copy();
                copy.timeMicros -= time >= toS ? cut : 0;
                rest.add(copy);
            }
        }
        return rest;
    }

    /** Means of four samples, handed over half a second's worth at a time, one sensor after the other. */
    private static List<ImuSample> burstsOf25Hz(List<ImuSample> samples) {
        List<ImuSample> slow = new ArrayList<>();
        ImuSample[] means = {new ImuSample(), new ImuSample()};
        int[] counts = new int[2];
        for (ImuSample sample : samples) {
            ImuSample mean = means[sample.sensorIndex];
            mean.accX += sample.accX / 4;
            mean.accY += sample.accY / 4;
            mean.accZ += sample.accZ / 4;
            mean.gyrX += sample.gyrX / 4;
            mean.gyrY += sample.gyrY / 4;
            mean.gyrZ += sample.gyrZ / 4;
            if (++counts[sample.sensorIndex] % 4 == 0) {
                mean.sensorIndex = sample.sensorIndex;
                mean.timeMicros = sample.timeMicros;
                slow.add(mean);
                means[sample.sensorIndex] = new ImuSample();
            }
        }
        slow.sort(java.util.Comparator.comparingLong(
                sample -> sample.timeMicros / 300_000 * 2 + (sample.sensorIndex == 0 ? 0 : 1)));
        return slow;
    }
}
