package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.spine.SpinePose;
import org.plumbline.core.testing.SimulatedSet;

/** The whole line where sensors are missing, silent, slow or elsewhere. */
class MonitoredSensorsTest extends MonitorCase {
    private static final Set<FlagName> LUMBAR_FLAGS = EnumSet.of(
            FlagName.ROUNDING_UNDER_LOAD,
            FlagName.DEEP_FLEXION,
            FlagName.FLEXION_DRIFT,
            FlagName.BASELINE_DEVIATION,
            FlagName.NEUTRAL_LOST,
            FlagName.SIDE_BEND,
            FlagName.FLEXION_WITH_TWIST,
            FlagName.FORM_BREAKDOWN,
            FlagName.LOCKOUT_EXTENSION);

    @ParameterizedTest
    @CsvSource({"0,deadlift,1", "1,deadlift,2", "0,squat,3", "1,squat,4"})
    void oneSensorCountsAndNeverSpeaksOfTheLumbarSpine(int sensor, String exercise, long seed) {
        SimulatedSet simulated = new SimulatedSet(
                SimulationScript.clean(exercise, REPETITIONS, seed).with(new SimulatedFault.Rounding(4, 12)));
        MonitoredSet set =
                MonitoredSet.live(List.of(simulated.wearable().sensors().get(sensor)), exercise);
        for (ImuSample sample : simulated.ofSensor(sensor)) {
            ImuSample own = sample.copy();
            own.sensorIndex = 0;
            set.monitor.accept(own);
        }
        set.monitor.finish();
        assertEquals(REPETITIONS, set.count());
        assertEquals("one-sensor", set.result().recording().mode());
        assertNull(set.result().calibration().maxFlexionDeg());
        for (AnalysisResult.Repetition repetition : set.result().repetitions()) {
            for (Metric metric : Metric.values()) {
                boolean lumbar = metric.needsTwoSensors();
                assertTrue(!lumbar || !repetition.metrics().containsKey(metric.jsonName()), metric.jsonName());
                boolean belongs = metric != Metric.FLEXION_DOSE && (metric != Metric.TUCK || exercise.equals("squat"));
                assertEquals(
                        lumbar && belongs ? "one_sensor" : null,
                        lumbar ? repetition.notAssessedBecause().get(metric.jsonName()) : null,
                        metric.jsonName());
            }
            assertTrue(repetition.metrics().containsKey(Metric.TRUNK_EXTENSION_SPEED.jsonName()));
            for (FormFlag flag : repetition.flags()) {
                assertFalse(LUMBAR_FLAGS.contains(flag.flag()), flag::toString);
                assertEquals(Confidence.LOW, flag.confidence());
            }
        }
        for (SpinePose pose : set.poses) {
            assertTrue(Double.isNaN(pose.lumbarFlexionDeg));
            assertTrue(Double.isNaN(pose.lateralBendDeg));
            assertTrue(Double.isNaN(pose.axialRotationDeg));
            assertTrue(sensor == 0 ? Double.isNaN(pose.trunkInclinationDeg) : Double.isNaN(pose.pelvisTiltDeg));
        }
        for (RepetitionCurves curves : set.curves) {
            assertTrue(Double.isNaN(curves.lumbarFlexionDeg()[50]));
        }
        assertTrue(set.messages.get(0).contains("One sensor"), set.messages::toString);
    }

    @Test
    void sensorsThatAreNotOnTheTrunkAreSaidAndLeftOut() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("deadlift", 3, 1));
        List<SensorDescription> sensors = List.of(
                new SensorDescription(SensorPlacement.BAR, 104, ""),
                simulated.wearable().sensors().get(1),
                simulated.wearable().sensors().get(0));
        MonitoredSet set = MonitoredSet.live(sensors, "deadlift");
        for (ImuSample sample : simulated.samples()) {
            ImuSample moved = sample.copy();
            moved.sensorIndex = 2 - sample.sensorIndex;
            set.monitor.accept(moved);
            moved.sensorIndex = 0;
            moved.accX = 70;
            set.monitor.accept(moved);
        }
        set.monitor.finish();
        assertEquals(3, set.count());
        assertEquals(List.of("The sensor bar is not on the trunk and is not used."), set.messages);
        assertEquals(3, set.result().quality().sensors().size());
    }

    @Test
    void withoutATrunkSensorNothingIsAssessedAndThatIsSaid() {
        MonitoredSet set = MonitoredSet.live(List.of(new SensorDescription(SensorPlacement.WRIST, 50, "")), "squat");
        ImuSample sample = new ImuSample();
        for (int i = 0; i < 500; i++) {
            sample.timeMicros += 20_000;
            sample.accZ = 9.81;
            set.monitor.accept(sample);
        }
        set.monitor.finish();
        assertEquals("none", set.result().recording().mode());
        assertEquals(0, set.count());
        assertEquals(List.of(), set.poses);
        assertTrue(set.messages.get(1).startsWith("No sensor sits on the trunk"), set.messages::toString);
        assertEquals(50, set.result().quality().sensors().get(0).rateHz(), 0.1);
        assertEquals(9.81, set.result().quality().sensors().get(0).restAccelerationMs2(), 0.01);
    }

    @Test
    void howTheTwoSensorsAreInterleavedDoesNotMatter() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.demo(5));
        List<ImuSample> byTime = new ArrayList<>(simulated.samples());
        byTime.sort(Comparator.comparingLong(sample -> sample.timeMicros));
        List<ImuSample> inBursts = new ArrayList<>(byTime);
        inBursts.sort(Comparator.comparingLong(
                sample -> sample.timeMicros / 300_000 * 2 + (sample.sensorIndex == 0 ? 0 : 1)));
        List<SensorDescription> sensors = simulated.wearable().sensors();
        AnalysisResult expected =
                MonitoredSet.live(sensors, "deadlift").feed(byTime).result();
        assertEquals(
                expected.repetitions(),
                MonitoredSet.live(sensors, "deadlift").feed(inBursts).result().repetitions());
        assertEquals(
                expected.repetitions(),
                MonitoredSet.live(sensors, "deadlift")
                        .feed(simulated.samples())
                        .result()
                        .repetitions());
    }

    @Test
    void brokenSamplesAreLeftOutAndTheSetIsStillCounted() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("deadlift", 5, 8));
        MonitoredSet set = MonitoredSet.live(twoSensors(), "deadlift");
        int i = 0;
        for (ImuSample sample : simulated.samples()) {
            ImuSample maybeBroken = sample.copy();
            if (i++ % 97 == 0) {
                maybeBroken.accY = Double.NaN;
            } else if (i % 101 == 0) {
                maybeBroken.gyrX = 1e12;
            }
            set.monitor.accept(maybeBroken);
        }
        set.monitor.finish();
        assertEquals(5, set.count());
        assertTrue(rmsFlexionErrorDeg(simulated, set) < 1.5);
        assertTrue(set.result().quality().sensors().get(0).lostPercent() > 0.5, "what is left out counts as lost");
    }

    @ParameterizedTest
    @CsvSource({"0,deadlift", "1,deadlift", "0,squat", "1,squat"})
    void aSensorThatIsGoneForTwoSecondsCostsNoCount(int sensor, String exercise) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, REPETITIONS, 9));
        for (double offset = -1; offset <= 3; offset += 0.5) {
            double from = simulated.wearable().truth().repetitions().get(2).startS() + offset;
            MonitoredSet set = MonitoredSet.live(twoSensors(), exercise);
            for (ImuSample sample : simulated.samples()) {
                double time = sample.timeMicros * 1e-6;
                if (sample.sensorIndex != sensor || time < from || time > from + 2) {
                    set.monitor.accept(sample);
                }
            }
            set.monitor.finish();
            assertEquals(REPETITIONS, set.count(), "gone from " + offset);
            for (int number = 1; number <= REPETITIONS; number++) {
                assertTrue(set.level(number) < 2, "repetition " + number + ", gone from " + offset);
            }
            assertEquals(1, set.result().quality().sensors().get(sensor).gaps().size());
            double worst = worstFlexionErrorDeg(simulated, set);
            assertTrue(worst < 4, "flexion off by " + worst + ", gone from " + offset);
        }
    }

    @ParameterizedTest
    @CsvSource({"2,deadlift,1", "2,squat,2", "4,deadlift,3", "4,squat,4"})
    void slowSensorsThatSendInBurstsAreCountedToo(int slower, String exercise, long seed) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, REPETITIONS, seed));
        MonitoredSet set = MonitoredSet.live(twoSensors(), exercise);
        ImuSample[] means = {new ImuSample(), new ImuSample()};
        int[] counts = new int[2];
        for (ImuSample sample : simulated.samples()) {
            ImuSample mean = means[sample.sensorIndex];
            mean.accX += sample.accX / slower;
            mean.accY += sample.accY / slower;
            mean.accZ += sample.accZ / slower;
            mean.gyrX += sample.gyrX / slower;
            mean.gyrY += sample.gyrY / slower;
            mean.gyrZ += sample.gyrZ / slower;
            if (++counts[sample.sensorIndex] % slower == 0) {
                mean.sensorIndex = sample.sensorIndex;
                // stamps as a slow radio gives them: a tenth of the samples late by half a period
                long late = counts[sample.sensorIndex] / slower % 10 == 0 ? slower * 4_800L : 0;
                mean.timeMicros = sample.timeMicros + late;
                set.monitor.accept(mean);
                means[sample.sensorIndex] = new ImuSample();
            }
        }
        set.monitor.finish();
        assertEquals(REPETITIONS, set.count());
        for (int number = 1; number <= REPETITIONS; number++) {
            assertTrue(set.level(number) < 2, "repetition " + number);
        }
        assertTrue(rmsFlexionErrorDeg(simulated, set) < 2, () -> "rms " + rmsFlexionErrorDeg(simulated, set));
    }

    @Test
    void aPauseOfSecondsWithoutAnyDataIsNoRepetition() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", REPETITIONS, 10));
        double bottom = simulated.wearable().truth().repetitions().get(2).barBreakS();
        MonitoredSet set = MonitoredSet.live(twoSensors(), "squat");
        for (ImuSample sample : simulated.samples()) {
            ImuSample late = sample.copy();
            if (sample.timeMicros * 1e-6 > bottom) {
                late.timeMicros += 8_000_000;
            }
            set.monitor.accept(late);
        }
        set.monitor.finish();
        assertEquals(REPETITIONS - 1, set.count(), "the one that nobody saw is not made up");
        for (AnalysisResult.Repetition repetition : set.result().repetitions()) {
            assertTrue(repetition.endS() - repetition.startS() < 6);
        }
    }

    @Test
    void aSensorThatNeverSendsIsSaid() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", 3, 10));
        MonitoredSet set = MonitoredSet.live(twoSensors(), "squat").feed(simulated.ofSensor(0));
        assertEquals(0, set.count());
        assertEquals("none", set.result().calibration().neutral().quality());
        assertTrue(
                set.result().calibration().messages().get(0).contains("thorax sent nothing"),
                () -> set.result().calibration().messages().toString());
    }
}
