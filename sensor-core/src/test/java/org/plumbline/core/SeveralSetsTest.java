package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.simulation.Interlude;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.testing.SimulatedSet;

/** Two sets in one recording, a minute apart: the summary speaks of the second, in numbers that go on. */
class SeveralSetsTest {
    private static final int IN_A_SET = 6;

    @ParameterizedTest
    @CsvSource({"squat,1", "squat,2", "good_morning,3"})
    void whatWasSaidOfTheFirstSetIsNotSaidOfTheSecond(String exercise, long seed) {
        SimulationScript script = twoSets(exercise, seed);
        for (int number = 3; number <= IN_A_SET; number++) {
            script = script.with(new SimulatedFault.Rounding(number, 14));
        }
        MonitoredSet set = MonitoredSet.of(script);
        assertTwoSets(set);
        AnalysisResult.SetSummary summary = set.result().set();
        assertTrue(set.level(4, FlagName.ROUNDING_UNDER_LOAD) == 3, "the first set had its stop");
        assertNull(summary.suggestStopAfter());
        assertNull(summary.formLeavesUsualFrom());
        assertTrue(summary.formDriftIndex() < 1.5, () -> "index " + summary.formDriftIndex());
        assertTrue(summary.speedLossPercent() < 10, () -> "speed loss " + summary.speedLossPercent());
    }

    @ParameterizedTest
    @CsvSource({"squat,1", "squat,2", "good_morning,3"})
    void theSecondSetIsComparedWithItselfAndItsRepetitionsAreNamedByTheirNumber(String exercise, long seed) {
        SimulationScript script = twoSets(exercise, seed);
        for (int number = 10; number <= 2 * IN_A_SET; number++) {
            script = script.with(new SimulatedFault.Rounding(number, 14));
        }
        MonitoredSet set = MonitoredSet.of(script);
        assertTwoSets(set);
        AnalysisResult.SetSummary summary = set.result().set();
        assertNotNull(summary.suggestStopAfter());
        assertTrue(summary.suggestStopAfter() >= 10, () -> "stop after " + summary.suggestStopAfter());
        assertEquals(10, summary.formLeavesUsualFrom(), 1);
        assertTrue(summary.formDriftIndex() > 1.5, () -> "index " + summary.formDriftIndex());
    }

    @ParameterizedTest
    @CsvSource({"squat,4", "good_morning,5"})
    void afterTheFirstRepetitionOfASetNothingIsKnownOfItsSpeed(String exercise, long seed) {
        SimulationScript tired =
                resting(SimulationScript.clean(exercise, IN_A_SET + 2, seed)).with(new SimulatedFault.Tiring(40));
        MonitoredSet set = MonitoredSet.of(tired);
        assertEquals(IN_A_SET + 2, set.count());
        assertTrue(set.result().repetitions().get(IN_A_SET - 1).metrics().get("trunkSpeedLossPercent") > 15);
        Double loss = set.result().set().speedLossPercent();
        assertTrue(loss == null || loss < 12, () -> "against the slow first one of its own set: " + loss);
    }

    @ParameterizedTest
    @CsvSource({"squat,4", "deadlift,5", "good_morning,5"})
    void theFirstRepetitionOfASetIsNotSlowLiveAgainstTheSetBefore(String exercise, long seed) {
        MonitoredSet set = MonitoredSet.of(
                resting(SimulationScript.clean(exercise, IN_A_SET + 2, seed)).with(new SimulatedFault.Tiring(40)));
        assertTrue(
                set.flags.stream().noneMatch(said -> isSlowing(said) && said.repetition() > IN_A_SET),
                set.flags::toString);
    }

    private static boolean isSlowing(MonitoredSet.LiveFlag said) {
        return said.flag().flag() == FlagName.SPEED_LOSS;
    }

    @ParameterizedTest
    @CsvSource({"squat,1", "good_morning,3"})
    void aSetThatEndedByItselfKeepsWhatWasFoundOfIt(String exercise, long seed) {
        SimulationScript script = SimulationScript.clean(exercise, IN_A_SET, seed)
                .with(new SimulatedFault.Tiring(40))
                .with(new Interlude.Pause(IN_A_SET, 60));
        AnalysisResult.SetSummary summary = MonitoredSet.of(script).result().set();
        assertTrue(summary.speedLossPercent() > 15, summary::toString);
        assertTrue(summary.formDriftIndex() > 0, summary::toString);
    }

    /** The body's drop is forgotten while the lifter stands about: that must not look like leaving the top. */
    @ParameterizedTest
    @CsvSource({"2,15", "22,15", "27,25", "2,60", "22,60"})
    void theFirstSquatAfterAPauseIsCounted(long seed, double pauseS) {
        SimulationScript script = SimulationScript.clean("squat", 8, seed).with(new Interlude.Pause(4, pauseS));
        SimulatedSet simulated = new SimulatedSet(script);
        MonitoredSet set =
                MonitoredSet.live(simulated.wearable().sensors(), "squat").feed(simulated.samples());
        assertEquals(8, set.count());
        AnalysisResult.Repetition first = set.result().repetitions().get(4);
        assertEquals(simulated.wearable().truth().repetitions().get(4).startS(), first.startS(), 0.5);
    }

    private static SimulationScript twoSets(String exercise, long seed) {
        return resting(SimulationScript.clean(exercise, 2 * IN_A_SET, seed));
    }

    private static SimulationScript resting(SimulationScript script) {
        return script.with(new Interlude.Pause(IN_A_SET, 60));
    }

    private static void assertTwoSets(MonitoredSet set) {
        assertEquals(
                2 * IN_A_SET, set.count(), () -> "set aside: " + set.result().setAside());
        for (AnalysisResult.Repetition repetition : set.result().repetitions()) {
            assertEquals(
                    repetition.number() <= IN_A_SET ? 1 : 2, repetition.set(), "of repetition " + repetition.number());
        }
    }
}
