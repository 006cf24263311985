package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.calibration.CalibrationPlan;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.Metric;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.recording.RecordingEnd;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.core.repetition.RepetitionCorrections;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulatedTempo;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.simulation.SimulationTruth;
import org.plumbline.core.testing.SimulatedSet;

/** What is told of a hold while it runs. */
class LiveHoldTest {
    private static final String SIDE_PLANK = "side_plank";

    private static SimulatedSet simulated(String exercise, int holds, double holdS) {
        return new SimulatedSet(
                SimulationScript.clean(exercise, holds, 21).with(new SimulatedTempo(1.4, 3, 1.4, holdS)));
    }

    private static MonitoredSet live(SimulatedSet set, String exercise) {
        return MonitoredSet.live(set.wearable().sensors(), exercise);
    }

    @ParameterizedTest
    @CsvSource({"side_plank, 20", "side_plank, 45", "bird_dog, 8"})
    void itIsToldSoonAfterItBeganAndLastsAsLongAsItDid(String exercise, double holdS) {
        SimulatedSet simulated = simulated(exercise, 3, holdS);
        MonitoredSet set = live(simulated, exercise).feed(simulated.samples());
        assertEquals(3, set.count());
        assertEquals(3, set.holds.size(), set.holds::toString);
        for (int i = 0; i < 3; i++) {
            MonitoredSet.Hold hold = set.holds.get(i);
            AnalysisResult.Repetition measured = set.repetitions.get(i);
            assertEquals(measured.number(), hold.repetition());
            assertTrue(hold.toldS() - hold.sinceS() < 1.5, hold::toString);
            SimulationTruth.Repetition real =
                    simulated.wearable().truth().repetitions().get(i);
            double heldS = hold.untilS() - hold.sinceS();
            assertEquals(real.holdEndS() - real.topS(), heldS, 1, hold::toString);
            if (exercise.equals(SIDE_PLANK)) {
                // the trunk of a bird dog hardly moves: begin and end are found less well
                assertEquals(measured.metrics().get(Metric.HOLD_DURATION.jsonName()), heldS, 0.5, hold::toString);
            }
        }
    }

    @Test
    void theCourseOfAHoldIsThatOfTheSagItIsJudgedBy() {
        SimulatedSet simulated = simulated(SIDE_PLANK, 2, 20);
        MonitoredSet set = live(simulated, SIDE_PLANK).feed(simulated.samples());
        for (int i = 0; i < 2; i++) {
            double most = Arrays.stream(set.curves.get(i).holdSagDeg())
                    .filter(Double::isFinite)
                    .max()
                    .orElseThrow();
            assertEquals(set.repetitions.get(i).metrics().get(Metric.HOLD_SAG.jsonName()), most, 0.01);
        }
        MonitoredSet lifted = MonitoredSet.of(SimulationScript.clean("deadlift", 3, 22));
        assertEquals(0, lifted.curves.get(0).holdSagDeg().length, "what is lifted is no hold");
    }

    @Test
    void whoStopsInAHoldIsToldHowLongItWas() {
        SimulatedSet simulated = simulated(SIDE_PLANK, 2, 20);
        SimulationTruth.Repetition second =
                simulated.wearable().truth().repetitions().get(1);
        MonitoredSet set = live(simulated, SIDE_PLANK);
        for (ImuSample sample : simulated.samples()) {
            if (sample.timeMicros * 1e-6 < second.topS() + 14) {
                set.monitor.accept(sample);
            }
        }
        set.monitor.stop();
        AnalysisResult.Unfinished unfinished = set.result().unfinished();
        assertNotNull(unfinished);
        assertEquals("top", unfinished.phase());
        assertNull(unfinished.lostFromS());
        assertEquals(14, unfinished.metrics().get(Metric.HOLD_DURATION.jsonName()), 1);
        assertEquals(14, set.holds.get(1).untilS() - set.holds.get(1).sinceS(), 1, "the screen counts no further");
    }

    @ParameterizedTest
    @CsvSource({"side_plank, 0", "bird_dog, 1"})
    void aHoldWhoseSensorIsLostIsNoLongerThanItWasSeen(String exercise, int sensor) {
        SimulatedSet simulated = simulated(exercise, 2, 40);
        SimulationTruth.Repetition second =
                simulated.wearable().truth().repetitions().get(1);
        double lostS = second.topS() + 12;
        double stopS = second.topS() + 38;
        MonitoredSet set = live(simulated, exercise);
        for (ImuSample sample : simulated.samples()) {
            double timeS = sample.timeMicros * 1e-6;
            if (timeS < stopS && (timeS < lostS || sample.sensorIndex != sensor)) {
                set.monitor.accept(sample);
            }
        }
        set.monitor.stop();
        AnalysisResult.Unfinished unfinished = set.result().unfinished();
        assertNotNull(unfinished);
        assertEquals(12, unfinished.metrics().get(Metric.HOLD_DURATION.jsonName()), 1.5);
        assertEquals(lostS, Objects.requireNonNull(unfinished.lostFromS()), 0.1);
        assertEquals(stopS, unfinished.stoppedS(), 0.1);
        assertTrue(unfinished.metrics().containsKey(Metric.HOLD_SAG.jsonName()), "of what was seen it is known");
        assertEquals(12, set.holds.get(1).untilS() - set.holds.get(1).sinceS(), 1.5, "nor does the screen say more");
    }

    @Test
    void whoLeavesThePostureByMoreThanPrescribedHearsOfItWhileTheyHold() {
        SimulatedSet simulated = simulated(SIDE_PLANK, 2, 20);
        ExerciseProfile sidePlank = ExerciseProfile.ofName(SIDE_PLANK).orElseThrow();
        FormLimits strict = FormLimits.defaultsFor(sidePlank).prescribing(Metric.HOLD_SAG, 0.3);
        MonitoredSet set = new MonitoredSet(new MonitorSetup(
                null,
                simulated.wearable().sensors(),
                SIDE_PLANK,
                CalibrationPlan.unmarked(),
                new KnownPerson(strict, null, null, Double.NaN, null, RepetitionCorrections.NONE),
                RecordingEnd.UNKNOWN));
        SimulationTruth.Repetition first =
                simulated.wearable().truth().repetitions().get(0);
        for (ImuSample sample : simulated.samples()) {
            if (sample.timeMicros * 1e-6 < first.topS() + 18) {
                set.monitor.accept(sample);
            }
        }
        assertEquals(0, set.repetitions.size(), "it still holds");
        assertTrue(
                set.flags.stream()
                        .anyMatch(said -> said.flag().flag() == FlagName.REHAB_LIMIT
                                && said.flag().metric().equals(Metric.HOLD_SAG.jsonName())),
                set.flags::toString);
    }

    @Test
    void whoTwistsThroughABirdDogHearsOfItWhileTheyHold() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("bird_dog", 3, 21)
                .with(new SimulatedTempo(1.4, 3, 1.4, 8))
                .with(new SimulatedFault.Twist(2, 20)));
        MonitoredSet set = live(simulated, "bird_dog");
        SimulationTruth.Repetition second =
                simulated.wearable().truth().repetitions().get(1);
        simulated.samples().stream()
                .filter(sample -> sample.timeMicros * 1e-6 < second.holdEndS() - 1)
                .forEach(set.monitor::accept);
        assertEquals(1, set.repetitions.size(), "the second is held still");
        assertEquals(List.of(2), twists(set));
        assertEquals(1, set.cues.size(), set.cues::toString);

        MonitoredSet whole = live(simulated, "bird_dog").feed(simulated.samples());
        assertTrue(whole.level(2, FlagName.TWIST_UNDER_LOAD) >= 2, "as the finished hold says");
        assertEquals(List.of(2), twists(whole), "and of no other");
    }

    private static List<Integer> twists(MonitoredSet set) {
        return set.flags.stream()
                .filter(said -> said.flag().flag() == FlagName.TWIST_UNDER_LOAD
                        && said.flag().level() >= 2)
                .map(MonitoredSet.LiveFlag::repetition)
                .distinct()
                .toList();
    }

    @Test
    void whatIsLiftedIsNoHold() {
        assertEquals(List.of(), MonitoredSet.of(SimulationScript.clean("deadlift", 3, 22)).holds);
    }
}
