package org.plumbline.core.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingMark;
import org.plumbline.core.spine.SpinePose;
import org.plumbline.core.testing.Samples;

class SimulatedWearableTest {
    @Test
    void equalScriptsGiveEqualSamplesAndOtherSeedsOthers() {
        SimulationScript script = SimulationScript.demo(7);
        assertEquals(fingerprint(script), fingerprint(SimulationScript.demo(7)));
        assertNotEquals(fingerprint(script), fingerprint(SimulationScript.demo(8)));
    }

    @Test
    void handsSamplesOutInTheOrderOfTheirArrivalAndOfEachSensorsClock() {
        SimulatedWearable wearable = new SimulatedWearable(SimulationScript.clean("squat", 6, 2));
        ImuSample sample = new ImuSample();
        long lastArrival = Long.MIN_VALUE;
        long[] lastTime = {Long.MIN_VALUE, Long.MIN_VALUE};
        while (wearable.next(sample)) {
            assertTrue(sample.arrivalMicros >= lastArrival);
            assertTrue(sample.timeMicros > lastTime[sample.sensorIndex]);
            double delayMs = sample.arrivalMicros / 1000.0 - wearable.trueTimeS() * 1000;
            assertTrue(delayMs >= 5, "a sample cannot arrive before it was sent");
            lastArrival = sample.arrivalMicros;
            lastTime[sample.sensorIndex] = sample.timeMicros;
        }
    }

    @Test
    void losesAboutHalfAPercentInWholeFramesAndRunsOnTwoClocks() {
        long[] received = new long[2];
        long[] missing = new long[2];
        for (long seed = 0; seed < 10; seed++) {
            SimulatedWearable wearable = new SimulatedWearable(SimulationScript.clean("squat", 30, seed));
            ImuSample sample = new ImuSample();
            long[] last = new long[2];
            double[] firstTrue = new double[2];
            long[] firstDevice = new long[2];
            double[] skewPpm = new double[2];
            while (wearable.next(sample)) {
                int sensor = sample.sensorIndex;
                if (last[sensor] != 0) {
                    long steps = Math.round((sample.timeMicros - last[sensor]) * 104e-6);
                    assertTrue(steps % 8 == 1, "whole frames of eight are lost, not " + steps);
                    missing[sensor] += steps - 1;
                    double trueS = wearable.trueTimeS() - firstTrue[sensor];
                    skewPpm[sensor] = ((sample.timeMicros - firstDevice[sensor]) * 1e-6 / trueS - 1) * 1e6;
                } else {
                    firstTrue[sensor] = wearable.trueTimeS();
                    firstDevice[sensor] = sample.timeMicros;
                    assertTrue(sample.timeMicros * 1e-6 - wearable.trueTimeS() >= 0.99, "clocks are offset by seconds");
                }
                last[sensor] = sample.timeMicros;
                received[sensor]++;
            }
            assertTrue(Math.abs(skewPpm[0]) < 40.1 && Math.abs(skewPpm[1]) < 40.1);
            assertTrue(Math.abs(skewPpm[0] - skewPpm[1]) > 0.1);
        }
        for (int sensor = 0; sensor < 2; sensor++) {
            assertEquals(0.5, 100.0 * missing[sensor] / (received[sensor] + missing[sensor]), 0.25);
        }
    }

    @Test
    void aCleanDeadliftHasTheNumbersOfACleanDeadlift() {
        for (long seed = 0; seed < 20; seed++) {
            SimulatedWearable wearable = new SimulatedWearable(SimulationScript.clean("deadlift", 5, seed));
            SpinePose pose = new SpinePose();
            assertEquals(5, wearable.truth().repetitions().size());
            for (SimulationTruth.Repetition repetition : wearable.truth().repetitions()) {
                wearable.truePose(Math.round(repetition.barBreakS() * 1e6), pose);
                assertBetween(63, 78, pose.trunkInclinationDeg);
                assertBetween(24, 35, repetition.peakFlexionDeg());
                assertBetween(0, 2.0, repetition.flexionGainLoadedDeg());
                assertBetween(0.2, 3.5, repetition.rotationRangeDeg());
                assertBetween(1.0, 1.65, repetition.topS() - repetition.barBreakS());
            }
        }
    }

    @Test
    void aCleanSquatHasTheNumbersOfACleanSquat() {
        for (long seed = 0; seed < 20; seed++) {
            SimulatedWearable wearable = new SimulatedWearable(SimulationScript.clean("squat", 5, seed));
            SpinePose pose = new SpinePose();
            for (SimulationTruth.Repetition repetition : wearable.truth().repetitions()) {
                wearable.truePose(Math.round(repetition.barBreakS() * 1e6), pose);
                assertBetween(38, 51, pose.trunkInclinationDeg);
                assertBetween(10, 20, repetition.peakFlexionDeg());
                assertBetween(0, 2.0, repetition.flexionGainLoadedDeg());
            }
        }
    }

    @Test
    void faultsAppearInTheTruthOfTheirRepetitionAndNowhereElse() {
        SimulationScript script = SimulationScript.clean("deadlift", 8, 4)
                .with(new SimulatedFault.Rounding(3, 9))
                .with(new SimulatedFault.Twist(5, -10));
        for (int number = 1; number <= 8; number++) {
            SimulationTruth.Repetition repetition =
                    new SimulatedWearable(script).truth().repetitions().get(number - 1);
            assertBetween(number == 3 ? 8 : 0, number == 3 ? 10.5 : 2, repetition.flexionGainLoadedDeg());
            assertBetween(number == 5 ? 8.5 : 0, number == 5 ? 12.5 : 3.5, repetition.rotationRangeDeg());
        }
    }

    @Test
    void driftRaisesThePeaksAndTiringSlowsTheWayUp() {
        SimulationScript script = SimulationScript.clean("squat", 6, 9)
                .with(new SimulatedFault.Drift(3))
                .with(new SimulatedFault.Tiring(30));
        List<SimulationTruth.Repetition> repetitions =
                new SimulatedWearable(script).truth().repetitions();
        SimulationTruth.Repetition first = repetitions.get(0);
        SimulationTruth.Repetition last = repetitions.get(5);
        assertEquals(15, last.peakFlexionDeg() - first.peakFlexionDeg(), 3.5);
        double slower = (last.topS() - last.barBreakS()) / (first.topS() - first.barBreakS());
        assertEquals(1 / 0.7, slower, 0.15);
    }

    @Test
    void theDemoRoundsOnTheSixthRepetition() {
        for (long seed = 0; seed < 10; seed++) {
            SimulationTruth truth = new SimulatedWearable(SimulationScript.demo(seed)).truth();
            assertEquals(8, truth.repetitions().size());
            assertBetween(9, 11.2, truth.repetitions().get(5).flexionGainLoadedDeg());
        }
    }

    @Test
    void marksStandingBowsAndSet() {
        SimulatedWearable wearable = new SimulatedWearable(SimulationScript.clean("deadlift", 3, 1));
        List<RecordingMark> marks = wearable.truth().marks();
        assertEquals("neutral,bend,set", marks.stream().map(RecordingMark::name).collect(Collectors.joining(",")));
        double deepestDeg = 0;
        SpinePose pose = new SpinePose();
        RecordingMark bend = marks.get(1);
        for (double timeS = bend.startS(); timeS < bend.endS(); timeS += 0.01) {
            wearable.truePose(Math.round(timeS * 1e6), pose);
            deepestDeg = Math.max(deepestDeg, pose.lumbarFlexionDeg);
        }
        assertBetween(48, 59, deepestDeg);
        for (double timeS = 0; timeS < marks.get(0).endS(); timeS += 0.01) {
            wearable.truePose(Math.round(timeS * 1e6), pose);
            assertBetween(-1.5, 1.5, pose.lumbarFlexionDeg);
            assertBetween(-1.5, 1.5, pose.pelvisTiltDeg);
        }
        SimulatedWearable without =
                new SimulatedWearable(SimulationScript.clean("deadlift", 3, 1).withoutCalibration());
        assertEquals(2, without.truth().marks().size());
        assertEquals(2.5, without.truth().repetitions().get(0).startS(), 1e-9);
    }

    @Test
    void aLongSetAllocatesNothingPerSample() {
        SimulatedWearable wearable = new SimulatedWearable(SimulationScript.clean("deadlift", 60, 1));
        ImuSample sample = new ImuSample();
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long leastBytes = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int index = 0; index < 10_000; index++) {
                wearable.next(sample);
            }
            leastBytes = Math.min(leastBytes, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, leastBytes, "bytes for 10000 samples");
    }

    private static long fingerprint(SimulationScript script) {
        return Samples.fingerprint(new SimulatedWearable(script));
    }

    private static void assertBetween(double least, double most, double value) {
        assertTrue(value >= least && value <= most, value + " is not within " + least + " and " + most);
    }
}
