package org.plumbline.core.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.simulation.SimulationTruth.Repetition;
import org.plumbline.core.spine.SpinePose;

class SimulatedFaultTest {
    private static final int FAULTY = 3;

    @Test
    void aTuckIsTheFlexionOfTheLastPartOfTheWayDownAndIsGoneOnTheWayUp() {
        for (long seed = 0; seed < 10; seed++) {
            SimulationScript script = squats(seed).with(new SimulatedFault.Tuck(FAULTY, 12));
            assertOnlyInItsRepetition(script, Repetition::tuckDeg, 11, 13, 1, 4.5);
            assertOnlyInItsRepetition(script, Repetition::flexionGainLoadedDeg, 0, 2, 0, 2);
            double deeperDeg =
                    faulty(script).peakFlexionDeg() - faulty(squats(seed)).peakFlexionDeg();
            assertEquals(12, deeperDeg, 1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-15, 10, 15})
    void aSideBendShowsInTheRangeOfItsRepetition(double bendDeg) {
        for (String exercise : List.of("deadlift", "squat", "row", "bird_dog", "side_plank")) {
            SimulationScript script =
                    SimulationScript.clean(exercise, 5, 2).with(new SimulatedFault.SideBend(FAULTY, bendDeg));
            double size = Math.abs(bendDeg);
            assertOnlyInItsRepetition(script, Repetition::sideBendRangeDeg, size - 2, size + 2.5, 0, 3.5);
        }
    }

    @Test
    void hipShootPitchesTheTrunkBeforeItRises() {
        for (String exercise : List.of("deadlift", "squat", "romanian_deadlift", "good_morning")) {
            SimulationScript script =
                    SimulationScript.clean(exercise, 5, 7).with(new SimulatedFault.HipShoot(FAULTY, 12));
            assertOnlyInItsRepetition(script, Repetition::earlyPitchDeg, 11, 13.5, 0, 1.5);
            assertEquals(0, faulty(script).flexionGainLoadedDeg(), 2, "a hip shoot is no rounding");
        }
    }

    @Test
    void hyperextensionGoesBeyondNeutralAtTheTopOnly() {
        for (String exercise : List.of("deadlift", "squat", "swing")) {
            SimulationScript script =
                    SimulationScript.clean(exercise, 5, 3).with(new SimulatedFault.HyperExtension(FAULTY, 18));
            assertOnlyInItsRepetition(script, Repetition::peakExtensionDeg, 16.5, 19.5, 0, 1.5);
        }
        SimulationScript press =
                SimulationScript.clean("overhead_press", 5, 3).with(new SimulatedFault.HyperExtension(FAULTY, 12));
        assertOnlyInItsRepetition(press, Repetition::peakExtensionDeg, 14, 18, 2, 6.5);
    }

    @Test
    void depthLossTakesItsShareOfTheRange() {
        for (String exercise : List.of("squat", "good_morning", "glute_bridge", "prone_press_up")) {
            SimulationScript clean = SimulationScript.clean(exercise, 5, 4);
            double share =
                    faulty(clean.with(new SimulatedFault.DepthLoss(FAULTY, 30))).trunkRangeDeg()
                            / faulty(clean).trunkRangeDeg();
            assertEquals(0.7, share, 0.03, exercise);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 3})
    void aYankIsThatManyTimesTheAccelerationOfACleanStart(double times) {
        for (String exercise : List.of("deadlift", "squat", "romanian_deadlift")) {
            SimulationScript clean = SimulationScript.clean(exercise, 5, 6);
            SimulationScript yanked = clean.with(new SimulatedFault.Yank(FAULTY, times));
            double really =
                    faulty(yanked).earlyAccelerationDegPerS2() / faulty(clean).earlyAccelerationDegPerS2();
            assertEquals(times, really, 0.25 * times, exercise);
            assertEquals(faulty(clean).topS(), faulty(yanked).topS(), 1e-9);
        }
    }

    @Test
    void aShakyRepetitionGoesToAndFroWhereACleanOneGoesOneWay() {
        SimulationScript clean = squats(5);
        SimulationScript shaky = clean.with(new SimulatedFault.Shaky(FAULTY, 2));
        assertTrue(turnsOnTheWayUp(clean, FAULTY) <= 1);
        assertTrue(turnsOnTheWayUp(shaky, FAULTY) >= 5);
        assertTrue(turnsOnTheWayUp(shaky, FAULTY - 1) <= 1);
        assertEquals(faulty(clean).trunkRangeDeg(), faulty(shaky).trunkRangeDeg(), 4);
    }

    @Test
    void theTwistOfTheTruthHasTheSignOfTheScript() {
        SimulationScript script = SimulationScript.clean("deadlift", 5, 1)
                .with(new SimulatedFault.Twist(2, -12))
                .with(new SimulatedFault.Twist(4, 12));
        List<Repetition> repetitions = truth(script);
        assertEquals(-12, repetitions.get(1).peakRotationDeg(), 2);
        assertEquals(12, repetitions.get(3).peakRotationDeg(), 2);
    }

    @Test
    void roundingAndTwistAndDriftAppearInEffortsToo() {
        SimulationScript row = SimulationScript.clean("row", 5, 1);
        SimulationScript script = row.with(new SimulatedFault.Rounding(FAULTY, 10))
                .with(new SimulatedFault.Twist(FAULTY, 12))
                .with(new SimulatedFault.Drift(1));
        assertOnlyInItsRepetition(script, Repetition::flexionGainLoadedDeg, 8, 13, 0, 3.5);
        assertOnlyInItsRepetition(script, Repetition::rotationRangeDeg, 10.5, 14, 0, 2.5);
        Repetition last = truth(script).get(4);
        assertTrue(last.peakFlexionDeg() > truth(row).get(4).peakFlexionDeg() + 1);
    }

    private static SimulationScript squats(long seed) {
        return SimulationScript.clean("squat", 5, seed);
    }

    private static List<Repetition> truth(SimulationScript script) {
        return new SimulatedWearable(script).truth().repetitions();
    }

    private static Repetition faulty(SimulationScript script) {
        return truth(script).get(FAULTY - 1);
    }

    private static void assertOnlyInItsRepetition(
            SimulationScript script,
            ToDoubleFunction<Repetition> metric,
            double least,
            double most,
            double cleanLeast,
            double cleanMost) {
        List<Repetition> repetitions = truth(script);
        for (int number = 1; number <= repetitions.size(); number++) {
            double value = metric.applyAsDouble(repetitions.get(number - 1));
            double low = number == FAULTY ? least : cleanLeast;
            double high = number == FAULTY ? most : cleanMost;
            assertTrue(
                    value >= low && value <= high,
                    script.exercise() + ", repetition " + number + ": " + value + " is not " + low + " to " + high);
        }
    }

    private static int turnsOnTheWayUp(SimulationScript script, int number) {
        SimulatedWearable wearable = new SimulatedWearable(script);
        Repetition repetition = wearable.truth().repetitions().get(number - 1);
        SpinePose pose = new SpinePose();
        int turns = 0;
        double before = Double.NaN;
        boolean rising = false;
        for (double timeS = repetition.barBreakS() + 0.1; timeS < repetition.topS() - 0.1; timeS += 0.01) {
            wearable.truePose(Math.round(timeS * 1e6), pose);
            boolean nowRising = pose.trunkInclinationDeg > before;
            turns += nowRising != rising ? 1 : 0;
            rising = nowRising;
            before = pose.trunkInclinationDeg;
        }
        return turns;
    }
}
