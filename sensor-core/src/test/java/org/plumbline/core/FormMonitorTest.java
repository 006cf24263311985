package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.recording.RecordingEnd;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.core.repetition.RepetitionPhase;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.simulation.SimulationTruth;
import org.plumbline.core.spine.SpinePose;
import org.plumbline.core.testing.SimulatedSet;

/** The whole line on simulated sets, live: nothing is marked. */
class FormMonitorTest {
    private static final int REPETITIONS = 6;

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
    @CsvSource({"deadlift,1", "deadlift,2", "deadlift,3", "deadlift,4", "squat,1", "squat,2", "squat,3", "squat,4"})
    void aCleanSetIsCountedAndNoCautionIsSaid(String exercise, long seed) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, REPETITIONS, seed));
        MonitoredSet set =
                MonitoredSet.live(simulated.wearable().sensors(), exercise).feed(simulated.samples());
        assertEquals(REPETITIONS, set.count());
        assertEquals(REPETITIONS, set.repetitions.size());
        for (int number = 1; number <= REPETITIONS; number++) {
            assertTrue(set.level(number) < 2, "repetition " + number);
            assertEquals(number, set.repetitions.get(number - 1).number());
        }
        assertEquals(List.of(), set.cues);
        assertNull(set.result().set().suggestStopAfter());
        assertEquals("two-sensor", set.result().recording().mode());
        assertEquals("good", set.result().calibration().neutral().quality());
        assertEquals(List.of(), set.allMessages());
    }

    @ParameterizedTest
    @CsvSource({"deadlift,11", "deadlift,12", "squat,13", "squat,14"})
    void lumbarFlexionIsTheTrueOneWithinADegree(String exercise, long seed) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, REPETITIONS, seed));
        MonitoredSet set =
                MonitoredSet.live(simulated.wearable().sensors(), exercise).feed(simulated.samples());
        assertTrue(rmsFlexionErrorDeg(simulated, set) < 0.8, () -> "rms " + rmsFlexionErrorDeg(simulated, set));
        List<SimulationTruth.Repetition> truth = simulated.wearable().truth().repetitions();
        for (int i = 0; i < truth.size(); i++) {
            double peak = set.repetitions.get(i).metrics().get(Metric.LUMBAR_FLEXION_PEAK.jsonName());
            assertEquals(truth.get(i).peakFlexionDeg(), peak, 2.5);
        }
    }

    @ParameterizedTest
    @CsvSource({"deadlift,21", "squat,22"})
    void barBreakAndLockoutAreFoundWithinAThirdOfASecond(String exercise, long seed) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, REPETITIONS, seed));
        MonitoredSet set =
                MonitoredSet.live(simulated.wearable().sensors(), exercise).feed(simulated.samples());
        List<SimulationTruth.Repetition> truth = simulated.wearable().truth().repetitions();
        for (int i = 0; i < truth.size(); i++) {
            AnalysisResult.Repetition repetition = set.repetitions.get(i);
            assertEquals(truth.get(i).barBreakS(), repetition.barBreakS(), 0.3);
            assertEquals(truth.get(i).topS(), repetition.topS(), 0.3);
            assertTrue(repetition.startS() <= repetition.barBreakS());
            assertTrue(repetition.barBreakS() < repetition.topS());
            assertTrue(repetition.topS() <= repetition.endS() + 0.02);
        }
    }

    @ParameterizedTest
    @CsvSource({"deadlift,1", "deadlift,2", "squat,3", "squat,4"})
    void theRoundedRepetitionIsFlaggedWhileTheBarMoves(String exercise, long seed) {
        SimulatedSet simulated = new SimulatedSet(
                SimulationScript.clean(exercise, REPETITIONS, seed).with(new SimulatedFault.Rounding(4, 10)));
        MonitoredSet set =
                MonitoredSet.live(simulated.wearable().sensors(), exercise).feed(simulated.samples());
        assertEquals(REPETITIONS, set.count());
        for (int number = 1; number <= REPETITIONS; number++) {
            int level = set.level(number, FlagName.ROUNDING_UNDER_LOAD);
            assertTrue(number == 4 ? level >= 2 : level < 2, "repetition " + number + " level " + level);
        }
        MonitoredSet.LiveFlag live = set.flags.stream()
                .filter(flag -> flag.flag().flag() == FlagName.ROUNDING_UNDER_LOAD
                        && flag.flag().level() >= 2)
                .findFirst()
                .orElseThrow();
        double topS = simulated.wearable().truth().repetitions().get(3).topS();
        assertTrue(live.flag().timeS() < topS, live.flag().timeS() + " is not before lockout at " + topS);
        assertEquals(4, live.repetition());
        assertEquals(1, set.cues.size());
        assertEquals("brace", set.cues.get(0).word());
        assertEquals(live.flag().timeS(), set.cues.get(0).timeS());
    }

    @ParameterizedTest
    @CsvSource({"deadlift,5,12", "squat,6,-12"})
    void theTwistedRepetitionIsFlagged(String exercise, long seed, double rotationDeg) {
        MonitoredSet set = MonitoredSet.of(
                SimulationScript.clean(exercise, REPETITIONS, seed).with(new SimulatedFault.Twist(3, rotationDeg)));
        assertEquals(REPETITIONS, set.count());
        for (int number = 1; number <= REPETITIONS; number++) {
            int level = set.level(number, FlagName.TWIST_UNDER_LOAD);
            assertTrue(number == 3 ? level >= 2 : level < 2, "repetition " + number + " level " + level);
        }
        assertEquals("square up", set.cues.get(0).word());
    }

    @ParameterizedTest
    @CsvSource({"deadlift,7", "squat,8"})
    void driftIsFlaggedWhereItHasGrown(String exercise, long seed) {
        MonitoredSet set =
                MonitoredSet.of(SimulationScript.clean(exercise, 8, seed).with(new SimulatedFault.Drift(2)));
        assertEquals(8, set.count());
        assertEquals(0, set.level(3, FlagName.FLEXION_DRIFT));
        assertTrue(set.level(7, FlagName.FLEXION_DRIFT) >= 1);
        assertTrue(set.level(8, FlagName.FLEXION_DRIFT) >= 2);
    }

    @ParameterizedTest
    @CsvSource({"deadlift,9", "squat,10"})
    void tiringIsToldByTheLossOfSpeed(String exercise, long seed) {
        MonitoredSet set =
                MonitoredSet.of(SimulationScript.clean(exercise, 8, seed).with(new SimulatedFault.Tiring(40)));
        assertEquals(8, set.count());
        assertEquals(0, set.level(1, FlagName.SPEED_LOSS));
        assertEquals(3, set.level(8, FlagName.SPEED_LOSS));
        assertTrue(set.result().set().suggestStopAfter() >= 4);
        assertEquals(40, set.result().set().speedLossPercent(), 8);
    }

    @Test
    void saysAtMostOneCueARepetitionAndLeavesTwoSecondsBetween() {
        SimulationScript script = SimulationScript.clean("deadlift", 8, 3);
        for (int number = 2; number <= 8; number++) {
            script = script.with(new SimulatedFault.Rounding(number, 14)).with(new SimulatedFault.Twist(number, 13));
        }
        MonitoredSet set = MonitoredSet.of(script);
        assertTrue(set.cues.size() >= 6, () -> set.cues.size() + " cues");
        Set<Integer> spoken = new HashSet<>();
        double last = Double.NEGATIVE_INFINITY;
        for (Cue cue : set.cues) {
            assertTrue(spoken.add(cue.repetitionNumber()), "twice in repetition " + cue.repetitionNumber());
            assertTrue(cue.timeS() - last >= 2);
            assertTrue(cue.level() >= 2);
            last = cue.timeS();
        }
    }

    @Test
    void aFlagCarriesItsEvidence() {
        MonitoredSet set = MonitoredSet.of(
                SimulationScript.clean("deadlift", REPETITIONS, 1).with(new SimulatedFault.Rounding(4, 10)));
        AnalysisResult.Repetition repetition = set.result().repetitions().get(3);
        FormFlag flag = repetition.flags().stream()
                .filter(candidate -> candidate.flag() == FlagName.ROUNDING_UNDER_LOAD)
                .findFirst()
                .orElseThrow();
        assertEquals(repetition.metrics().get(flag.metric()), flag.value(), 1e-9);
        assertEquals(6, flag.limit());
        assertEquals("deg", flag.unit());
        assertEquals(4, flag.minimalDetectableChange());
        assertEquals(repetition.barBreakS(), flag.timeS());
        assertNotEquals(null, flag.confidence());
    }

    @Test
    void phasesAreToldInTheirOrder() {
        MonitoredSet set = MonitoredSet.of(SimulationScript.clean("squat", 4, 2));
        List<RepetitionPhase> ofSecond = set.phases.stream()
                .filter(phase -> phase.repetition() == 2)
                .map(MonitoredSet.Phase::phase)
                .toList();
        assertTrue(
                ofSecond.containsAll(List.of(RepetitionPhase.ECCENTRIC, RepetitionPhase.CONCENTRIC)),
                ofSecond::toString);
        assertTrue(ofSecond.indexOf(RepetitionPhase.ECCENTRIC) < ofSecond.lastIndexOf(RepetitionPhase.CONCENTRIC));
        assertEquals(List.of(SetStage.STAND_STILL, SetStage.BOW, SetStage.LIFTING, SetStage.ENDED), set.stages);
    }

    @Test
    void theCurveOfARepetitionGoesDownAndUpAgain() {
        MonitoredSet set = MonitoredSet.of(SimulationScript.clean("squat", 3, 2));
        for (RepetitionCurves curves : set.curves) {
            assertEquals(RepetitionCurves.POINTS, curves.lumbarFlexionDeg().length);
            assertEquals(0, curves.trunkInclinationDeg()[0], 8);
            assertTrue(curves.trunkInclinationDeg()[45] > 35);
            assertEquals(0, curves.trunkInclinationDeg()[100], 8);
            assertTrue(curves.lumbarFlexionDeg()[45] > 8);
        }
    }

    @Test
    void everyPoseIsGivenOnceAndInOrder() {
        MonitoredSet set = MonitoredSet.of(SimulationScript.clean("deadlift", 3, 4));
        assertEveryPoseOnce(set);
    }

    @Test
    void fullBowsAndNothingAfterThemAreNoSet() {
        MonitoredSet set = ofBowsOnly();
        assertEquals(0, set.count(), "deeper than a lift goes, and nothing was lifted");
        assertEveryPoseOnce(set);
        assertEquals(set.result().calibration().messages(), set.messages, "each message once");
    }

    @Test
    void twoRunsOverTheSameSamplesAreEqual() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.demo(3));
        MonitoredSet once =
                MonitoredSet.live(simulated.wearable().sensors(), "deadlift").feed(simulated.samples());
        MonitoredSet again =
                MonitoredSet.live(simulated.wearable().sensors(), "deadlift").feed(simulated.samples());
        assertEquals(once.result(), again.result());
        assertEquals(once.flags, again.flags);
        assertEquals(once.cues, again.cues);
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

    @ParameterizedTest
    @ValueSource(strings = {"", "tango"})
    void anExerciseWithoutLimitsIsCountedAndMeasuredButNotJudged(String exercise) {
        SimulatedSet simulated =
                new SimulatedSet(SimulationScript.clean("squat", 5, 2).with(new SimulatedFault.Rounding(3, 15)));
        MonitoredSet set =
                MonitoredSet.live(simulated.wearable().sensors(), exercise).feed(simulated.samples());
        assertEquals(5, set.count());
        assertEquals(0, set.level(3));
        assertEquals(List.of(), set.flags);
        assertTrue(set.result().repetitions().get(2).metrics().get("flexionGainLoadedDeg") > 8);
        assertEquals("trunk_movement", set.result().recording().exercise());
        assertEquals(1, set.messages.size());
    }

    @Test
    void anEmptyStreamHasAnEmptyResult() {
        MonitoredSet set = MonitoredSet.live(twoSensors(), "deadlift");
        assertEquals(List.of(), set.result().calibration().messages(), "nothing is wrong yet");
        set.monitor.finish();
        assertEquals(0, set.count());
        assertEquals(0, set.result().recording().durationS());
        assertEquals(List.of(SetStage.ENDED), set.stages);
        assertEquals("none", set.result().calibration().neutral().quality());
        assertEquals(1, set.result().calibration().messages().size());
    }

    @ParameterizedTest
    @CsvSource({"squat,1", "deadlift,2"})
    void ofASetThatIsBrokenOffNothingCountsThatWasNotFinished(String exercise, long seed) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, 3, seed));
        List<AnalysisResult.Repetition> whole = MonitoredSet.live(twoSensors(), exercise)
                .feed(simulated.samples())
                .result()
                .repetitions();
        long lastMicros = simulated.samples().get(simulated.samples().size() - 1).timeMicros;
        int halvesFinished = 0;
        for (long cut = 2_000_000; cut < lastMicros; cut += 700_000) {
            long end = cut;
            MonitoredSet brokenOff = MonitoredSet.live(twoSensors(), exercise);
            MonitoredSet finished = MonitoredSet.live(twoSensors(), exercise);
            simulated.samples().stream()
                    .filter(sample -> sample.timeMicros < end)
                    .peek(finished.monitor::accept)
                    .forEach(brokenOff.monitor::accept);
            brokenOff.monitor.breakOff();
            finished.monitor.finish();
            long done = whole.stream()
                    .filter(repetition -> repetition.endS() * 1e6 < end + 200_000)
                    .count();
            assertTrue(brokenOff.count() <= done, exercise + " broken off at " + end + ": " + brokenOff.count());
            for (int i = 0; i < brokenOff.count(); i++) {
                AnalysisResult.Repetition kept =
                        brokenOff.result().repetitions().get(i);
                assertEquals(whole.get(i).startS(), kept.startS(), 0.1, exercise + " broken off at " + end);
                assertEquals(whole.get(i).endS(), kept.endS(), 0.1, exercise + " broken off at " + end);
            }
            assertEquals(SetStage.ENDED, brokenOff.stages.get(brokenOff.stages.size() - 1));
            halvesFinished += finished.count() > done ? 1 : 0;
        }
        assertTrue(halvesFinished > 0, "where the lifter ends it, what looks like bows and halves may count");
    }

    @ParameterizedTest
    @CsvSource({
        "deadlift,concentric,0.5",
        "deadlift,eccentric,0.4",
        "deadlift,eccentric,0.6",
        "deadlift,eccentric,0.8",
        "squat,eccentric,0.6",
        "squat,concentric,0.4",
        "squat,concentric,0.7"
    })
    void theMovementInWhichTheLifterStopsIsNoRepetitionAndIsNotForgotten(String exercise, String phase, double share) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, 4, 5));
        AnalysisResult.Repetition third = MonitoredSet.live(twoSensors(), exercise)
                .feed(simulated.samples())
                .result()
                .repetitions()
                .get(2);
        double stopS = within(third, phase, exercise.equals("squat"), share);
        MonitoredSet stopped = MonitoredSet.live(twoSensors(), exercise);
        simulated.samples().stream()
                .filter(sample -> sample.timeMicros < stopS * 1e6)
                .forEach(stopped.monitor::accept);
        assertNull(stopped.result().unfinished(), "while it runs");
        stopped.monitor.stop();

        assertEquals(2, stopped.count(), "a half stays a half");
        AnalysisResult.Unfinished left = stopped.result().unfinished();
        assertEquals(3, left.number());
        assertEquals(phase, left.phase());
        assertEquals(stopS, left.stoppedS(), 0.1);
        assertTrue(left.startS() >= stopped.result().repetitions().get(1).barBreakS() && left.startS() < stopS);
        double peakDeg = left.metrics().get("lumbarFlexionPeakDeg");
        assertTrue(peakDeg > 0 && peakDeg < third.metrics().get("lumbarFlexionPeakDeg") + 3, left.toString());
        assertFalse(left.metrics().containsKey("eccentricDurationS"), "what it takes a whole repetition for");
        assertEquals("unfinished", left.notAssessedBecause().get("eccentricDurationS"));
        assertEquals(List.copyOf(new TreeSet<>(left.notAssessedBecause().keySet())), left.notAssessed());
    }

    private static double within(AnalysisResult.Repetition whole, String phase, boolean squat, double share) {
        if (phase.equals("concentric")) {
            return whole.barBreakS() + share * whole.concentricS();
        }
        double fromS =
                squat ? whole.barBreakS() - whole.bottomS() - whole.eccentricS() : whole.topS() + whole.topHoldS();
        return fromS + share * whole.eccentricS();
    }

    @Test
    void aRecordingThatSaysThatTheLifterStoppedIsCountedAsTheLiveSetWas() {
        List<ImuSample> samples = new SimulatedSet(SimulationScript.clean("deadlift", 3, 6)).samples();
        boolean differed = false;
        // somewhere near the end a repetition is complete enough for a file that was cut, and not for who stops there
        for (int left = 0; left < 1200; left += 40) {
            List<ImuSample> until = samples.subList(0, samples.size() - left);
            MonitoredSet live = MonitoredSet.live(twoSensors(), "deadlift");
            until.forEach(live.monitor::accept);
            live.monitor.stop();
            FormMonitor said = ended(Map.of(RecordingEnd.KEY, "stopped"));
            until.forEach(said::accept);
            said.finish();
            FormMonitor silent = ended(Map.of());
            until.forEach(silent::accept);
            silent.finish();
            assertEquals(live.result().repetitions(), said.result().repetitions(), left + " samples left");
            differed |= silent.result().repetitions().size() != live.count();
        }
        assertTrue(differed, "the end that is not said counts more");
    }

    private static FormMonitor ended(Map<String, String> otherKeys) {
        RecordingHeader header = new RecordingHeader(null, "deadlift", null, null, twoSensors(), List.of(), otherKeys);
        return new FormMonitor(MonitorSetup.of(header, null), new FormListener() {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadlift", "squat"})
    void whoStopsAfterTheLastRepetitionStopsInNone(String exercise) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, 3, 6));
        MonitoredSet set = MonitoredSet.live(twoSensors(), exercise);
        simulated.samples().forEach(set.monitor::accept);
        set.monitor.stop();
        assertEquals(3, set.count());
        assertNull(set.result().unfinished(), String.valueOf(set.result().unfinished()));
    }

    @Test
    void finishingTwiceIsFinishingOnce() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", 3, 1));
        MonitoredSet set = MonitoredSet.live(twoSensors(), "squat").feed(simulated.samples());
        AnalysisResult result = set.result();
        set.monitor.finish();
        simulated.feed(set.monitor);
        assertEquals(result, set.result());
        assertEquals(3, set.repetitions.size());
        assertEquals(SetStage.ENDED, set.stages.get(set.stages.size() - 1));
        assertEquals(4, set.stages.size());
    }

    @Test
    void theResultMayBeAskedForAtAnyTime() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("deadlift", 4, 2));
        MonitoredSet set = MonitoredSet.live(twoSensors(), "deadlift");
        int before = 0;
        for (int i = 0; i < simulated.samples().size(); i++) {
            set.monitor.accept(simulated.samples().get(i));
            if (i % 200 == 0) {
                int count = set.count();
                assertTrue(count >= before);
                assertEquals(set.repetitions.size(), count);
                assertFalse(
                        set.result().calibration().messages().toString().contains("too short"), "the set is not over");
                before = count;
            }
        }
        set.monitor.finish();
        assertEquals(4, set.count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadlift", "squat"})
    void theLifterMaySkipTheBows(String exercise) {
        SimulatedSet simulated =
                new SimulatedSet(SimulationScript.clean(exercise, 5, 6).withoutCalibration());
        MonitoredSet set = MonitoredSet.live(twoSensors(), exercise);
        boolean begun = false;
        double begin = simulated.wearable().truth().repetitions().get(0).startS() - 0.2;
        for (ImuSample sample : simulated.samples()) {
            if (!begun && sample.timeMicros * 1e-6 > begin) {
                assertEquals(List.of(SetStage.STAND_STILL, SetStage.BOW), set.stages);
                set.monitor.beginSet();
                begun = true;
            }
            set.monitor.accept(sample);
        }
        assertEquals(SetStage.LIFTING, set.stages.get(2));
        set.monitor.finish();
        assertEquals(5, set.count());
        assertEquals("good", set.result().calibration().neutral().quality());
        assertNull(set.result().calibration().maxFlexionDeg());
        assertTrue(rmsFlexionErrorDeg(simulated, set) < 1.5, () -> "rms " + rmsFlexionErrorDeg(simulated, set));
    }

    @Test
    void beginningTheSetBeforeStandingStillStillFindsNeutralAndCounts() {
        SimulatedSet simulated =
                new SimulatedSet(SimulationScript.clean("squat", 4, 7).withoutCalibration());
        MonitoredSet set = MonitoredSet.live(twoSensors(), "squat");
        set.monitor.beginSet();
        set.feed(simulated.samples());
        assertEquals(4, set.count());
        assertEquals("good", set.result().calibration().neutral().quality());
    }

    @Test
    void beginningTheSetWhenItRunsChangesNothing() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", 4, 7));
        MonitoredSet expected = MonitoredSet.live(twoSensors(), "squat").feed(simulated.samples());
        MonitoredSet set = MonitoredSet.live(twoSensors(), "squat");
        for (int i = 0; i < simulated.samples().size(); i++) {
            set.monitor.accept(simulated.samples().get(i));
            if (i == simulated.samples().size() * 3 / 4) {
                set.monitor.beginSet();
            }
        }
        set.monitor.finish();
        set.monitor.beginSet();
        assertEquals(expected.result(), set.result());
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

    @Test
    void whatIsSaidIsPlainAndHasNoWordOfHarm() {
        List<MonitoredSet> sets = List.of(
                ofBowsOnly(),
                MonitoredSet.live(twoSensors(), "tango").feed(List.of()),
                MonitoredSet.of(SimulationScript.clean("squat", 3, 1).withoutCalibration()));
        for (MonitoredSet set : sets) {
            for (String message : set.allMessages()) {
                String lower = message.toLowerCase(Locale.ROOT);
                for (String banned : List.of("risk", "safe", "diagnos", "heal", "danger", "null", "nan")) {
                    assertFalse(lower.contains(banned), message);
                }
                assertTrue(message.endsWith("."), message);
            }
        }
    }

    private static MonitoredSet ofBowsOnly() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", 1, 3));
        double bowsOverS = simulated.wearable().truth().marks().get(1).endS() + 2.4;
        List<ImuSample> bows = new ArrayList<>();
        for (ImuSample sample : simulated.samples()) {
            if (sample.timeMicros * 1e-6 < bowsOverS) {
                bows.add(sample);
            }
        }
        return MonitoredSet.live(twoSensors(), "squat").feed(bows);
    }

    private static void assertEveryPoseOnce(MonitoredSet set) {
        for (int i = 1; i < set.poses.size(); i++) {
            assertEquals(10_000, set.poses.get(i).timeMicros - set.poses.get(i - 1).timeMicros);
        }
        assertEquals(100 * set.result().recording().durationS(), set.poses.size(), 30);
    }

    private static double rmsFlexionErrorDeg(SimulatedSet simulated, MonitoredSet set) {
        SpinePose truth = new SpinePose();
        double squared = 0;
        int count = 0;
        for (SpinePose pose : set.poses) {
            if (!Double.isNaN(pose.lumbarFlexionDeg)) {
                simulated.wearable().truePose(pose.timeMicros, truth);
                double error = pose.lumbarFlexionDeg - truth.lumbarFlexionDeg;
                squared += error * error;
                count++;
            }
        }
        return Math.sqrt(squared / count);
    }

    private static double worstFlexionErrorDeg(SimulatedSet simulated, MonitoredSet set) {
        SpinePose truth = new SpinePose();
        double worst = 0;
        for (SpinePose pose : set.poses) {
            if (!Double.isNaN(pose.lumbarFlexionDeg)) {
                simulated.wearable().truePose(pose.timeMicros, truth);
                worst = Math.max(worst, Math.abs(pose.lumbarFlexionDeg - truth.lumbarFlexionDeg));
            }
        }
        return worst;
    }

    private static List<SensorDescription> twoSensors() {
        return List.of(
                new SensorDescription(SensorPlacement.PELVIS, 104, ""),
                new SensorDescription(SensorPlacement.THORAX, 104, ""));
    }
}
