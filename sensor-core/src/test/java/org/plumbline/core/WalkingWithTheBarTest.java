package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.clock.ClockMapper;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.simulation.Interlude;
import org.plumbline.core.simulation.SimulatedWearable;
import org.plumbline.core.simulation.SimulationScript;

/** A lifter steps about with the bar in the hands, turns, and goes on: that is no part of any way. */
class WalkingWithTheBarTest {
    private static final int WALKS_AFTER = 3;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theRepetitionCountsIsNoSlowerAndIsNotTwisted(long seed) {
        SimulatedWearable wearable = new SimulatedWearable(
                SimulationScript.clean(SimulationScript.DEADLIFT, 6, seed).with(new Interlude.Walk(WALKS_AFTER, 5)));
        FormMonitor monitor = new FormMonitor(
                MonitorSetup.live(wearable.sensors(), SimulationScript.DEADLIFT), new FormListener() {});
        ClockMapper clock = new ClockMapper(wearable.sensors().size(), monitor);
        ImuSample sample = new ImuSample();
        while (wearable.next(sample)) {
            clock.accept(sample);
        }
        clock.finish();
        monitor.finish();
        List<AnalysisResult.Repetition> repetitions = monitor.result().repetitions();
        assertEquals(
                6, repetitions.size(), () -> "set aside: " + monitor.result().setAside());
        AnalysisResult.Repetition walked = repetitions.get(WALKS_AFTER - 1);
        AnalysisResult.Repetition before = repetitions.get(WALKS_AFTER - 2);
        assertTrue(walked.topHoldS() > before.topHoldS() + 4, () -> "the walk is at the top: " + walked);
        assertEquals(before.concentricS(), walked.concentricS(), 0.3, () -> "" + walked + before);
        assertEquals(before.eccentricS(), walked.eccentricS(), 0.4, () -> "" + walked + before);
        for (AnalysisResult.Repetition repetition : repetitions) {
            assertEquals(
                    List.of(),
                    repetition.flags().stream()
                            .filter(flag -> flag.level() >= 2)
                            .toList());
        }
    }
}
