package org.plumbline.core.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.recording.RecordingMark;
import org.plumbline.core.simulation.SimulationTruth.Repetition;
import org.plumbline.core.spine.SpinePose;

class InterludeTest {
    @ParameterizedTest
    @CsvSource({"0.6, 0.3, 0.6, 0.3", "5, 1, 5, 2", "2, 0.5, 0.8, 1"})
    void theTempoOfTheScriptIsTheTempoOfTheTruth(double down, double bottom, double up, double top) {
        for (String exercise : List.of("deadlift", "squat", "good_morning")) {
            SimulationScript script =
                    SimulationScript.clean(exercise, 5, 3).with(new SimulatedTempo(down, bottom, up, top));
            for (Repetition repetition : truth(script)) {
                assertEquals(down, repetition.bottomS() - repetition.startS(), 0.07 * down);
                assertEquals(bottom, repetition.barBreakS() - repetition.bottomS(), 0.07 * bottom);
                assertEquals(up, repetition.topS() - repetition.barBreakS(), 0.07 * up);
                assertEquals(top, repetition.endS() - repetition.topS(), 0.07 * top);
            }
        }
        SimulationScript row = SimulationScript.clean("row", 5, 3).with(new SimulatedTempo(down, bottom, up, top));
        Repetition second = truth(row).get(1);
        assertEquals(up, second.topS() - second.startS(), 0.07 * up);
        assertEquals(top, second.holdEndS() - second.topS(), 0.07 * top);
        assertEquals(down, second.endS() - second.holdEndS(), 0.07 * down);
    }

    @Test
    void touchAndGoTurnsAtTheFloorWithinATenthOfASecondButForTheFirst() {
        for (long seed = 0; seed < 10; seed++) {
            List<Repetition> repetitions =
                    truth(SimulationScript.clean("deadlift", 6, seed).withTouchAndGo());
            for (int number = 1; number <= 6; number++) {
                Repetition repetition = repetitions.get(number - 1);
                double dwellS = repetition.barBreakS() - repetition.bottomS();
                assertTrue(number == 1 ? dwellS > 0.5 : dwellS > 0.02 && dwellS < 0.1, dwellS + " s");
            }
        }
    }

    @Test
    void aPauseLengthensTheTimeBetweenTwoRepetitionsAndChangesNothingElse() {
        for (String exercise : List.of("squat", "bird_dog")) {
            SimulationScript clean = SimulationScript.clean(exercise, 4, 2);
            List<Repetition> before = truth(clean);
            List<Repetition> paused = truth(clean.with(new Interlude.Pause(2, 6)));
            assertEquals(before.get(1).endS(), paused.get(1).endS(), 1e-9);
            assertEquals(6, paused.get(2).startS() - before.get(2).startS(), 1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadlift", "squat"})
    void aWalkLeavesTheSpotAndComesBackUpright(String exercise) {
        for (long seed = 0; seed < 5; seed++) {
            SimulationScript script = SimulationScript.clean(exercise, 4, seed).with(new Interlude.Walk(2, 4));
            MotionPlan plan = MotionPlanner.plan(script);
            double fromS = plan.repetitions.get(1).endS();
            double toS = plan.repetitions.get(2).startS();
            assertEquals(4, plan.repetitions.size());
            assertEquals(1, plan.bouts.size());
            double furthestM = 0;
            SpinePose pose = new SpinePose();
            BodyKinematics body = new BodyKinematics(plan, seed);
            for (double timeS = fromS; timeS < toS; timeS += 0.05) {
                furthestM = Math.max(furthestM, Math.hypot(plan.travelX.atM(timeS), plan.travelY.atM(timeS)));
                body.poseAt(timeS, pose);
                assertEquals(0, pose.trunkInclinationDeg, 8, "nobody bends in a walk");
            }
            assertTrue(furthestM > 1.5 && furthestM < 6, furthestM + " m");
            assertTrue(Math.hypot(plan.travelX.atM(toS), plan.travelY.atM(toS)) < 0.6, "back at the spot");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"deadlift", "squat", "row"})
    void platesArePickedUpBeforeAndAfterASetAndAreNoRepetitions(String exercise) {
        SimulationScript clean = SimulationScript.clean(exercise, 3, 4);
        SimulationScript busy = clean.with(new Interlude.PlatePickup(0)).with(new Interlude.PlatePickup(3));
        SimulatedWearable wearable = new SimulatedWearable(busy);
        List<Repetition> repetitions = wearable.truth().repetitions();
        assertEquals(3, repetitions.size());
        double fromS = setMark(new SimulatedWearable(clean)).startS();
        double toS = setMark(wearable).startS();
        assertTrue(toS - fromS > 3);
        assertTrue(leansDeg(wearable, fromS, toS) > 50);
        assertTrue(leansDeg(wearable, setMark(wearable).endS() + 0.2, wearable.durationS()) > 50);
    }

    @Test
    void amidADeadliftTheBarIsPutDownForAPlate() {
        SimulationScript script = SimulationScript.clean("deadlift", 3, 4).with(new Interlude.PlatePickup(2));
        MotionPlan plan = MotionPlanner.plan(script);
        assertEquals(3, plan.repetitions.size());
        double fromS = plan.repetitions.get(1).endS();
        double toS = plan.repetitions.get(2).startS();
        assertTrue(toS - fromS > 7, "down with the bar, up without it, down for the plate, up with it");
        assertTrue(plan.touchdowns.stream().anyMatch(touch -> touch.timeS() > fromS && touch.timeS() < toS));
        double setUpS = plan.repetitions.get(2).bottomS();
        assertTrue(
                plan.touchdowns.stream().noneMatch(touch -> touch.timeS() > toS && touch.timeS() < setUpS),
                "the set-up bend is without the bar");
    }

    @Test
    void aNewGripMovesTheTrunkALittleAtTheFloorOrAtTheTop() {
        SimulationScript deadlift = SimulationScript.clean("deadlift", 3, 4).with(new Interlude.Regrip(1));
        Repetition second = truth(deadlift).get(1);
        assertTrue(second.barBreakS() - second.bottomS() > 2.5);
        SimulatedWearable wearable = new SimulatedWearable(deadlift);
        double leastDeg = Double.POSITIVE_INFINITY;
        for (double timeS = second.bottomS(); timeS < second.barBreakS(); timeS += 0.02) {
            leastDeg = Math.min(leastDeg, trunkDeg(wearable, timeS));
        }
        double riseDeg = trunkDeg(wearable, second.barBreakS()) - leastDeg;
        assertTrue(riseDeg > 7 && riseDeg < 16, riseDeg + " deg");

        SimulatedWearable squat =
                new SimulatedWearable(SimulationScript.clean("squat", 3, 4).with(new Interlude.Regrip(1)));
        List<Repetition> repetitions = squat.truth().repetitions();
        double bowDeg =
                leansDeg(squat, repetitions.get(0).endS(), repetitions.get(1).startS());
        assertTrue(bowDeg > 7 && bowDeg < 16, bowDeg + " deg");
    }

    private static List<Repetition> truth(SimulationScript script) {
        return new SimulatedWearable(script).truth().repetitions();
    }

    private static RecordingMark setMark(SimulatedWearable wearable) {
        return wearable.truth().marks().get(2);
    }

    private static double leansDeg(SimulatedWearable wearable, double fromS, double toS) {
        double largestDeg = 0;
        for (double timeS = fromS; timeS < toS; timeS += 0.02) {
            largestDeg = Math.max(largestDeg, trunkDeg(wearable, timeS));
        }
        return largestDeg;
    }

    private static double trunkDeg(SimulatedWearable wearable, double timeS) {
        SpinePose pose = new SpinePose();
        wearable.truePose(Math.round(timeS * 1e6), pose);
        return pose.trunkInclinationDeg;
    }
}
