package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.Metric;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.repetition.RepetitionPhase;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.simulation.SimulationTruth;
import org.plumbline.core.testing.SimulatedSet;

/** The whole line on simulated sets, live: nothing is marked. */
class FormMonitorTest extends MonitorCase {
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
}
