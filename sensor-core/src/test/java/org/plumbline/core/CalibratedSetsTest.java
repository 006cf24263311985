package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.calibration.CalibrationPlan;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingMark;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.simulation.SimulationTruth;
import org.plumbline.core.spine.SpinePose;
import org.plumbline.core.testing.RandomRotations;
import org.plumbline.core.testing.Samples;
import org.plumbline.core.testing.SimulatedSet;

/** What the calibration makes of whole sets: any mounting, marked or not, complete or not. */
class CalibratedSetsTest {
    private static final long UNKNOWN = CalibrationPlan.UNKNOWN;

    @ParameterizedTest
    @CsvSource({"deadlift,1", "deadlift,2", "squat,3", "squat,4"})
    void howTheSensorsAreStuckOnDoesNotMatter(String exercise, long seed) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, 3, seed));
        MonitoredSet straight =
                MonitoredSet.live(simulated.wearable().sensors(), exercise).feed(simulated.samples());
        Random random = new Random(seed);
        double[][] turns = {RandomRotations.quaternion(random), RandomRotations.quaternion(random)};
        assertSameAngles(straight, turned(simulated, exercise, turns));
        double[] upsideDown = {0, 1, 0, 0};
        double[] backToFront = {0, 0, 0, 1};
        assertSameAngles(straight, turned(simulated, exercise, new double[][] {upsideDown, backToFront}));
    }

    private static MonitoredSet turned(SimulatedSet simulated, String exercise, double[][] turns) {
        MonitoredSet set = MonitoredSet.live(simulated.wearable().sensors(), exercise);
        for (ImuSample sample : simulated.samples()) {
            set.monitor.accept(Samples.mountedTurned(sample, turns[sample.sensorIndex]));
        }
        set.monitor.finish();
        return set;
    }

    private static void assertSameAngles(MonitoredSet expected, MonitoredSet actual) {
        assertEquals(expected.poses.size(), actual.poses.size());
        for (int i = 0; i < expected.poses.size(); i++) {
            SpinePose a = expected.poses.get(i);
            SpinePose b = actual.poses.get(i);
            assertEquals(a.lumbarFlexionDeg, b.lumbarFlexionDeg, 1e-2);
            assertEquals(a.lateralBendDeg, b.lateralBendDeg, 1e-2);
            assertEquals(a.axialRotationDeg, b.axialRotationDeg, 1e-2);
            assertEquals(a.pelvisTiltDeg, b.pelvisTiltDeg, 1e-2);
            assertEquals(a.trunkInclinationDeg, b.trunkInclinationDeg, 1e-2);
        }
        assertEquals(expected.count(), actual.count());
        assertEquals(
                expected.result().calibration().maxFlexionDeg(),
                actual.result().calibration().maxFlexionDeg(),
                0.11);
    }

    @ParameterizedTest
    @CsvSource({"deadlift,1", "deadlift,2", "squat,3", "squat,4"})
    void theLargestFlexionIsThatOfTheBows(String exercise, long seed) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, 2, seed));
        MonitoredSet set =
                MonitoredSet.live(simulated.wearable().sensors(), exercise).feed(simulated.samples());
        SpinePose pose = new SpinePose();
        double deepest = 0;
        RecordingMark bend = simulated.wearable().truth().marks().get(1);
        for (double timeS = bend.startS(); timeS < bend.endS(); timeS += 0.01) {
            simulated.wearable().truePose(Math.round(timeS * 1e6), pose);
            deepest = Math.max(deepest, pose.lumbarFlexionDeg);
        }
        assertEquals(deepest, set.result().calibration().maxFlexionDeg(), 3.5);
    }

    @ParameterizedTest
    @CsvSource({"deadlift,5", "squat,6"})
    void markedStretchesGiveWhatIsFoundInTheDataToo(String exercise, long seed) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, 5, seed));
        MonitoredSet found =
                MonitoredSet.live(simulated.wearable().sensors(), exercise).feed(simulated.samples());
        MonitoredSet marked = new MonitoredSet(MonitoredSet.planned(simulated, exercise, marksOf(simulated)))
                .feed(simulated.samples());
        assertEquals(5, marked.count());
        assertEquals(5, found.count());
        assertEquals("good", marked.result().calibration().neutral().quality());
        assertEquals(
                found.result().calibration().maxFlexionDeg(),
                marked.result().calibration().maxFlexionDeg(),
                1.5);
        for (int i = 0; i < 5; i++) {
            double a = found.repetitions.get(i).metrics().get("lumbarFlexionPeakDeg");
            double b = marked.repetitions.get(i).metrics().get("lumbarFlexionPeakDeg");
            assertEquals(a, b, 1.5);
        }
    }

    @ParameterizedTest
    @CsvSource({"squat,1", "squat,2", "squat,3", "deadlift,1", "deadlift,2", "deadlift,3"})
    void aShortSetWithoutBowsIsNotTakenForBowsInTheEnd(String exercise, long seed) {
        SimulatedSet simulated =
                new SimulatedSet(SimulationScript.clean(exercise, 3, seed).withoutCalibration());
        MonitoredSet set =
                MonitoredSet.live(simulated.wearable().sensors(), exercise).feed(simulated.samples());
        assertEquals(3, set.count());
        assertNull(set.result().calibration().maxFlexionDeg());
        assertTrue(
                set.result().calibration().messages().stream().anyMatch(message -> message.contains("No slow bows")),
                () -> set.result().calibration().messages().toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void withoutAStandingPauseUprightIsFoundFromTheMovementAndGradedPoor(long seed) {
        SimulatedSet simulated =
                new SimulatedSet(SimulationScript.clean("squat", 8, seed).withoutCalibration());
        List<SimulationTruth.Repetition> truth = simulated.wearable().truth().repetitions();
        // from the bottom of the first to the bottom of the last
        MonitoredSet set = MonitoredSet.live(simulated.wearable().sensors(), "squat");
        for (ImuSample sample : simulated.samples()) {
            double time = sample.timeMicros * 1e-6;
            if (time > truth.get(0).barBreakS() && time < truth.get(7).barBreakS()) {
                set.monitor.accept(sample);
            }
        }
        set.monitor.finish();
        assertEquals("poor", set.result().calibration().neutral().quality());
        assertTrue(set.messages.get(0).contains("No standing pause"), set.messages::toString);
        assertEquals(6, set.count(), 1);
        SpinePose pose = new SpinePose();
        double difference = 0;
        for (SpinePose seen : set.poses) {
            simulated.wearable().truePose(seen.timeMicros, pose);
            difference = Math.max(difference, Math.abs(pose.trunkInclinationDeg - seen.trunkInclinationDeg));
        }
        assertTrue(difference < 20, "upright is upright: off by " + difference);
    }

    @Test
    void aMarkWithNothingInItIsAsGoodAsNone() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", 20, 2));
        long[] empties = {-50_000_000L, Math.round(simulated.wearable().durationS() * 1e6) + 9_000_000};
        CalibrationPlan marks = marksOf(simulated);
        for (long empty : empties) {
            MonitoredSet set = new MonitoredSet(MonitoredSet.planned(
                            simulated,
                            "squat",
                            new CalibrationPlan(
                                    empty,
                                    empty + 2_000_000,
                                    UNKNOWN,
                                    UNKNOWN,
                                    marks.setFromMicros(),
                                    marks.setToMicros())))
                    .feed(simulated.samples());
            assertTrue(set.count() >= 19, "counted " + set.count() + " with a mark at " + empty);
        }
    }

    @Test
    void bowsMarkedAfterTheSetLoseNoneOfIt() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("deadlift", 20, 3));
        CalibrationPlan marks = marksOf(simulated);
        MonitoredSet set = new MonitoredSet(MonitoredSet.planned(
                        simulated,
                        "deadlift",
                        new CalibrationPlan(
                                marks.neutralFromMicros(),
                                marks.neutralToMicros(),
                                marks.setToMicros(),
                                marks.setToMicros() + 2_000_000,
                                marks.setFromMicros(),
                                marks.setToMicros())))
                .feed(simulated.samples());
        assertEquals(20, set.count());
    }

    @Test
    void bowsLongAfterTheStandingPauseKeepTheHeading() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", 3, 8));
        CalibrationPlan marks = marksOf(simulated);
        // standing for 80 s between the pause and the bows: more than is kept
        long wait = 80_000_000;
        CalibrationPlan late = new CalibrationPlan(
                marks.neutralFromMicros(),
                marks.neutralToMicros() - 500_000,
                marks.bendFromMicros() + wait,
                marks.bendToMicros() + wait,
                marks.setFromMicros() + wait,
                marks.setToMicros() + wait);
        MonitoredSet set = new MonitoredSet(MonitoredSet.planned(simulated, "squat", late));
        long split = marks.neutralToMicros() - 250_000;
        ImuSample[] standing = new ImuSample[2];
        boolean waited = false;
        for (ImuSample sample : simulated.samples()) {
            if (sample.timeMicros < split) {
                set.monitor.accept(sample);
                standing[sample.sensorIndex] = sample.copy();
                continue;
            }
            if (!waited) {
                waited = true;
                for (long time = split; time < split + wait; time += 10_000) {
                    for (ImuSample still : standing) {
                        still.timeMicros = time;
                        still.gyrX = 0;
                        still.gyrY = 0;
                        still.gyrZ = 0;
                        set.monitor.accept(still);
                    }
                }
            }
            ImuSample later = sample.copy();
            later.timeMicros += wait;
            set.monitor.accept(later);
        }
        set.monitor.finish();
        assertEquals(3, set.count());
        for (AnalysisResult.Repetition repetition : set.repetitions) {
            assertEquals(14, repetition.metrics().get("lumbarFlexionPeakDeg"), 6);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-100, 5, 31, 500})
    void aSetMarkedAnywhereIsHarmless(double endS) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", 5, 4));
        MonitoredSet set = new MonitoredSet(MonitoredSet.planned(
                        simulated,
                        "squat",
                        new CalibrationPlan(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 0, Math.round(endS * 1e6))))
                .feed(simulated.samples());
        assertTrue(set.count() <= 8);
        assertTrue(endS > 31 ? set.count() >= 5 : set.count() <= 6, () -> "counted " + set.count());
        for (AnalysisResult.Repetition repetition : set.repetitions) {
            assertTrue(repetition.endS() <= Math.max(0, endS) + 0.05);
        }
    }

    @Test
    void aMarkedSetIsCountedFromItsBeginningToItsEndOnly() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("deadlift", 6, 5));
        List<SimulationTruth.Repetition> truth = simulated.wearable().truth().repetitions();
        long from = Math.round((truth.get(1).barBreakS() - 0.6) * 1e6);
        long to = Math.round((truth.get(4).barBreakS() - 0.1) * 1e6);
        CalibrationPlan marks = marksOf(simulated);
        MonitoredSet set = new MonitoredSet(MonitoredSet.planned(
                        simulated,
                        "deadlift",
                        new CalibrationPlan(
                                marks.neutralFromMicros(),
                                marks.neutralToMicros(),
                                marks.bendFromMicros(),
                                marks.bendToMicros(),
                                from,
                                to)))
                .feed(simulated.samples());
        assertEquals(3, set.count());
        assertEquals(truth.get(1).barBreakS(), set.repetitions.get(0).barBreakS(), 0.3);
    }

    @Test
    void whatIsSaidOfTheCalibrationIsPlain() {
        for (String exercise : List.of("squat", "deadlift")) {
            SimulatedSet simulated =
                    new SimulatedSet(SimulationScript.clean(exercise, 3, 1).withoutCalibration());
            MonitoredSet set =
                    MonitoredSet.live(simulated.wearable().sensors(), exercise).feed(simulated.samples());
            for (String message : set.result().calibration().messages()) {
                for (String banned : List.of("risk", "safe", "diagnos", "heal", "danger")) {
                    assertFalse(message.toLowerCase(Locale.ROOT).contains(banned), message);
                }
                assertTrue(message.endsWith("."), message);
            }
        }
    }

    private static CalibrationPlan marksOf(SimulatedSet simulated) {
        List<RecordingMark> marks = simulated.wearable().truth().marks();
        return new CalibrationPlan(
                micros(marks.get(0).startS()),
                micros(marks.get(0).endS()),
                micros(marks.get(1).startS()),
                micros(marks.get(1).endS()),
                micros(marks.get(2).startS()),
                micros(marks.get(2).endS()));
    }

    private static long micros(double seconds) {
        return Math.round(seconds * 1e6);
    }
}
