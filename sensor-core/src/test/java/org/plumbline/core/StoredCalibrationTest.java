package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.calibration.CalibrationGrade;
import org.plumbline.core.calibration.StoredCalibration;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagLevels;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.SignalDoubt;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.repetition.RepetitionCorrections;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.testing.SampleFaults;
import org.plumbline.core.testing.SimulatedSet;

/** A calibration kept from an earlier set of the same lifter, whose sensors sit as they did, or do not. */
class StoredCalibrationTest {
    private static final int REPETITIONS = 5;

    @ParameterizedTest
    @CsvSource({"deadlift,1", "deadlift,2", "squat,3", "squat,4"})
    void oneStandingPauseIsEnoughWhereTheSensorsSitAsTheyDid(String exercise, long seed) {
        SimulatedSet withBows = set(exercise, seed, true);
        MonitoredSet first =
                MonitoredSet.live(withBows.wearable().sensors(), exercise).feed(withBows.samples());
        StoredCalibration stored = first.monitor.calibrationToKeep();
        SimulatedSet noBows = set(exercise, seed, false);
        MonitoredSet second = with(stored, exercise, noBows.samples());
        assertEquals(
                List.of(SetStage.STAND_STILL, SetStage.LIFTING, SetStage.ENDED),
                second.stages,
                "nobody is asked to bow");
        assertEquals(List.of(), second.messages);
        assertEquals(REPETITIONS, second.count());
        AnalysisResult.CalibrationSummary calibration = second.result().calibration();
        assertEquals("good", calibration.neutral().quality());
        assertEquals("good", calibration.axis().quality());
        assertEquals("good", calibration.maximum().quality());
        assertEquals(first.result().calibration().maxFlexionDeg(), calibration.maxFlexionDeg(), 0.05);
        for (int i = 0; i < REPETITIONS; i++) {
            double truth = noBows.wearable().truth().repetitions().get(i).peakFlexionDeg();
            assertEquals(truth, second.repetitions.get(i).metrics().get("lumbarFlexionPeakDeg"), 3);
            assertTrue(second.level(i + 1) < 2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "deadlift,1,0", "deadlift,2,0", "deadlift,3,0", "squat,1,0", "squat,2,0", "squat,3,0",
        "deadlift,1,7", "deadlift,2,7", "deadlift,3,7", "squat,1,7", "squat,2,7", "squat,3,7"
    })
    void bowsThatWereNotAskedForAreNoRepetitions(String exercise, long seed, double turnedDeg) {
        SimulatedSet withBows = set(exercise, seed, true);
        MonitoredSet set = with(stored(exercise, seed), exercise, turned(withBows, 0, turnedDeg));
        assertEquals(
                REPETITIONS, set.count(), () -> "set aside: " + set.result().setAside());
        double barBreakS = withBows.wearable().truth().repetitions().get(0).barBreakS();
        assertEquals(barBreakS, set.repetitions.get(0).barBreakS(), 0.5);
        assertTrue(set.result().setAside().stream().anyMatch(one -> one.reason().contains("slow bows")));
    }

    @Test
    void aSetLiftedWithABackAsRoundAsInABowIsCountedAllTheSame() {
        SimulationScript script =
                SimulationScript.clean("deadlift", REPETITIONS, 2).withoutCalibration();
        for (int repetition = 1; repetition <= REPETITIONS; repetition++) {
            script = script.with(new SimulatedFault.Rounding(repetition, 28));
        }
        MonitoredSet set = with(stored("deadlift", 2), "deadlift", new SimulatedSet(script).samples());
        assertEquals(REPETITIONS, set.count());
    }

    @ParameterizedTest
    @CsvSource({"0,7", "1,-8"})
    void aSensorThatSitsALittleOtherwiseRenewsNeutralAndKeepsTheRest(int sensor, double angleDeg) {
        StoredCalibration stored = stored("deadlift", 2);
        SimulatedSet noBows = set("deadlift", 2, false);
        MonitoredSet set = with(stored, "deadlift", turned(noBows, sensor, angleDeg));
        assertEquals(1, set.messages.size(), set.messages::toString);
        String name = sensor == 0 ? "pelvis" : "thorax";
        assertTrue(
                set.messages
                        .get(0)
                        .matches("The sensor " + name + " sits [78]° otherwise .* neutral was taken anew .*"),
                set.messages::toString);
        AnalysisResult.CalibrationSummary calibration = set.result().calibration();
        assertEquals("good", calibration.neutral().quality());
        assertEquals("fair", calibration.axis().quality());
        assertEquals(stored.maxFlexionDeg(), calibration.maxFlexionDeg(), 0.05);
        assertEquals(REPETITIONS, set.count());
        for (int i = 0; i < REPETITIONS; i++) {
            double truth = noBows.wearable().truth().repetitions().get(i).peakFlexionDeg();
            assertEquals(truth, set.repetitions.get(i).metrics().get("lumbarFlexionPeakDeg"), 3);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,15,false", "1,-30,false", "0,180,true", "1,175,true"})
    void aSensorThatWasStuckOnAnewOrUpsideDownIsSaidAndTheBowsAreAskedForAgain(
            int sensor, double angleDeg, boolean upsideDown) {
        StoredCalibration stored = stored("squat", 3);
        SimulatedSet withBows = set("squat", 3, true);
        MonitoredSet set = with(stored, "squat", turned(withBows, sensor, angleDeg));
        String said = set.messages.get(0);
        assertTrue(said.startsWith("The sensor " + (sensor == 0 ? "pelvis" : "thorax") + " sits "), said);
        assertTrue(said.contains("is not used: a new one is made"), said);
        assertEquals(upsideDown, said.contains("upside down"), said);
        assertEquals(List.of(SetStage.STAND_STILL, SetStage.BOW, SetStage.LIFTING, SetStage.ENDED), set.stages);
        assertEquals("good", set.result().calibration().axis().quality());
        assertEquals(REPETITIONS, set.count());
        for (int i = 0; i < REPETITIONS; i++) {
            double truth = withBows.wearable().truth().repetitions().get(i).peakFlexionDeg();
            assertEquals(truth, set.repetitions.get(i).metrics().get("lumbarFlexionPeakDeg"), 3);
        }
    }

    @Test
    void aStoredCalibrationOfFifteenMinutesIsStaleAfterFive() {
        SimulatedSet simulated = new SimulatedSet(
                SimulationScript.clean("squat", 12, 5).withoutCalibration().with(new SimulatedFault.Rounding(11, 14)));
        StoredCalibration stored = stored("squat", 5);
        StoredCalibration young = stored.olderBy(15 * 60 - stored.ageS());
        assertEquals(List.of(), with(young, "squat", simulated.samples()).messages);
        StoredCalibration old = stored.olderBy(20 * 60 - 20 - stored.ageS());
        MonitoredSet set = with(old, "squat", simulated.samples());
        assertEquals(1, set.messages.size());
        assertTrue(set.messages.get(0).contains("more than 20 minutes old"));
        FormFlag flag = set.result().repetitions().get(10).flags().get(0);
        assertTrue(flag.level() >= 2);
        assertEquals(Confidence.LOW, flag.confidence());
    }

    @Test
    void whatIsLiftedOnAStaleCalibrationIsOfPoorQualityAndWhatRestsOnNeutralIsNotAssessed() {
        SimulatedSet simulated =
                new SimulatedSet(SimulationScript.clean("squat", 12, 5).withoutCalibration());
        StoredCalibration stored = stored("squat", 5);
        MonitoredSet set = with(stored.olderBy(20 * 60 - 20 - stored.ageS()), "squat", simulated.samples());
        AnalysisResult.Repetition before = set.result().repetitions().get(0);
        assertEquals("good", before.quality().grade());
        assertTrue(before.metrics().containsKey("pctMaxFlexion"));
        AnalysisResult.Repetition after = set.result().repetitions().get(11);
        assertEquals("poor", after.quality().grade());
        assertTrue(after.quality().reasons().contains(SignalDoubt.CALIBRATION_NOT_GOOD));
        assertEquals("no_calibration", after.notAssessedBecause().get("pctMaxFlexion"));
        assertEquals("no_calibration", after.notAssessedBecause().get("lockoutExtensionDeg"));
    }

    @Test
    void onAStaleCalibrationNoFlagSuggestsToStopAndEachNamesTheLimitOfItsOwnLevel() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", 12, 5)
                .withoutCalibration()
                .with(new SimulatedFault.Rounding(10, 24))
                .with(new SimulatedFault.Rounding(11, 24)));
        StoredCalibration stored = stored("squat", 5);
        MonitoredSet fresh = with(stored, "squat", simulated.samples());
        assertEquals(3, fresh.level(11), "what a calibration that holds would say");
        MonitoredSet set = with(stored.olderBy(20 * 60 - 20 - stored.ageS()), "squat", simulated.samples());
        assertNull(set.result().set().suggestStopAfter());
        assertEquals(2, set.level(11, FormRule.ROUNDING.flag()));
        FlagLevels levels = FormLimits.defaultsFor(ExerciseProfile.SQUAT).of(FormRule.ROUNDING);
        List<FormFlag> raised =
                new ArrayList<>(set.result().repetitions().get(10).flags());
        set.flags.stream().filter(live -> live.repetition() == 11).forEach(live -> raised.add(live.flag()));
        for (FormFlag flag : raised) {
            assertTrue(flag.level() < 3, flag::toString);
            if (flag.flag() == FormRule.ROUNDING.flag()) {
                assertEquals(levels.limitOf(flag.level()), flag.limit(), flag::toString);
            }
        }
    }

    @Test
    void withoutAStandingPauseItIsUsedAndSaidToBeUnchecked() {
        StoredCalibration stored = stored("squat", 3);
        SimulatedSet simulated =
                new SimulatedSet(SimulationScript.clean("squat", 12, 3).withoutCalibration());
        double from = simulated.wearable().truth().repetitions().get(0).startS() + 0.8;
        double to = simulated.wearable().truth().repetitions().get(11).barBreakS() + 0.3;
        List<ImuSample> moving = simulated.samples().stream()
                .filter(sample -> sample.timeMicros * 1e-6 > from && sample.timeMicros * 1e-6 < to)
                .toList();
        MonitoredSet set = with(stored, "squat", moving);
        assertTrue(set.messages.get(0).contains("could not be checked"), set.messages::toString);
        assertEquals("poor", set.result().calibration().neutral().quality());
        assertEquals("good", set.result().calibration().axis().quality());
        assertEquals(stored.maxFlexionDeg(), set.result().calibration().maxFlexionDeg(), 0.05);
        assertTrue(set.count() >= 10, () -> "counted " + set.count());
    }

    @Test
    void ofAnotherNumberOfSensorsItIsNotUsed() {
        StoredCalibration two = stored("squat", 3);
        StoredCalibration one = new StoredCalibration(
                List.of(two.sensors().get(0)),
                CalibrationGrade.GOOD,
                CalibrationGrade.GOOD,
                CalibrationGrade.NONE,
                Double.NaN,
                0);
        SimulatedSet simulated = set("squat", 3, true);
        MonitoredSet set = with(one, "squat", simulated.samples());
        assertTrue(set.messages.get(0).contains("is of one sensor"), set.messages::toString);
        assertEquals(REPETITIONS, set.count());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void itsNumbersBringItBack(long seed) {
        StoredCalibration stored = stored("squat", seed);
        StoredCalibration again = StoredCalibration.ofNumbers(stored.toNumbers());
        assertEquals(stored.neutral(), again.neutral());
        assertEquals(stored.axis(), again.axis());
        assertEquals(stored.maximum(), again.maximum());
        assertEquals(stored.maxFlexionDeg(), again.maxFlexionDeg());
        assertEquals(stored.ageS(), again.ageS());
        assertEquals(2, again.sensors().size());
        for (int i = 0; i < 2; i++) {
            assertArrayEquals(stored.sensors().get(i), again.sensors().get(i));
        }
        assertTrue(stored.ageS() > 10, "as old as the set was long");
    }

    @ParameterizedTest
    @CsvSource({"GOOD,true", "FAIR,true", "POOR,false"})
    void nothingIsMeasuredAgainstAMaximumThatTheBowsDisagreedOn(CalibrationGrade grade, boolean known) {
        StoredCalibration good = stored("deadlift", 2);
        StoredCalibration graded = StoredCalibration.ofNumbers(new StoredCalibration(
                        good.sensors(), good.neutral(), good.axis(), grade, good.maxFlexionDeg(), good.ageS())
                .toNumbers());
        MonitoredSet set = with(graded, "deadlift", set("deadlift", 2, false).samples());
        assertEquals(
                grade.name().toLowerCase(Locale.ROOT),
                set.result().calibration().maximum().quality());
        for (AnalysisResult.Repetition repetition : set.result().repetitions()) {
            for (String metric : List.of("pctMaxFlexion", "deepFlexionS")) {
                assertEquals(known, repetition.metrics().containsKey(metric), metric);
                assertEquals(
                        known ? null : "no_maximum",
                        repetition.notAssessedBecause().get(metric),
                        metric);
            }
        }
        assertEquals(grade, set.monitor.calibrationToKeep().maximum());
    }

    @Test
    void aPoorOneIsNotKept() {
        SimulatedSet simulated = set("squat", 3, true);
        MonitoredSet set = MonitoredSet.live(simulated.wearable().sensors(), "squat");
        assertNull(set.monitor.calibrationToKeep());
        set.feed(simulated.ofSensor(0));
        assertNull(set.monitor.calibrationToKeep());
    }

    private static SimulatedSet set(String exercise, long seed, boolean bows) {
        SimulationScript script = SimulationScript.clean(exercise, REPETITIONS, seed);
        return new SimulatedSet(bows ? script : script.withoutCalibration());
    }

    private static StoredCalibration stored(String exercise, long seed) {
        SimulatedSet withBows = set(exercise, seed, true);
        MonitoredSet set =
                MonitoredSet.live(withBows.wearable().sensors(), exercise).feed(withBows.samples());
        StoredCalibration stored = set.monitor.calibrationToKeep();
        if (stored == null) {
            throw new IllegalStateException(
                    "nothing worth keeping: " + set.result().calibration());
        }
        return stored;
    }

    private static MonitoredSet with(StoredCalibration stored, String exercise, List<ImuSample> samples) {
        SimulatedSet any = set(exercise, 1, false);
        KnownPerson known = new KnownPerson(null, null, null, Double.NaN, stored, RepetitionCorrections.NONE);
        return new MonitoredSet(
                        MonitorSetup.live(any.wearable().sensors(), exercise).of(known))
                .feed(samples);
    }

    /** One sensor turned on the body, as about the mediolateral axis or whatever lies level. */
    private static List<ImuSample> turned(SimulatedSet set, int sensor, double angleDeg) {
        double[] up = SampleFaults.meanUp(set.samples(), sensor, 0.5, 2);
        double[] level = {-up[1], up[0], 0};
        if (Math.hypot(up[0], up[1]) < 0.5) {
            level = new double[] {0, -up[2], up[1]};
        }
        double length = Math.sqrt(level[0] * level[0] + level[1] * level[1] + level[2] * level[2]);
        for (int i = 0; i < 3; i++) {
            level[i] /= length;
        }
        double[][] turns = {{1, 0, 0, 0}, {1, 0, 0, 0}};
        turns[sensor] = SampleFaults.rotation(level, angleDeg);
        return SampleFaults.turned(set.samples(), turns);
    }
}
