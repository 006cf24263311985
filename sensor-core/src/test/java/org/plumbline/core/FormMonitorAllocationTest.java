package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.simulation.SimulationTruth;
import org.plumbline.core.testing.SimulatedSet;

class FormMonitorAllocationTest {
    @ParameterizedTest
    @ValueSource(strings = {"deadlift", "squat", "side_plank"})
    void aSampleBetweenTurningPointsAllocatesNothing(String exercise) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, 40, 1));
        FormMonitor monitor =
                new FormMonitor(MonitorSetup.live(simulated.wearable().sensors(), exercise), new FormListener() {});
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<SimulationTruth.Repetition> truth = simulated.wearable().truth().repetitions();
        long warmUntilMicros = Math.round(truth.get(10).startS() * 1e6);
        long allocated = 0;
        int allocating = 0;
        int samples = 0;
        for (ImuSample sample : simulated.samples()) {
            if (sample.timeMicros < warmUntilMicros) {
                monitor.accept(sample);
                continue;
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            monitor.accept(sample);
            long bytes = threads.getCurrentThreadAllocatedBytes() - before;
            samples++;
            allocated += bytes;
            allocating += bytes > 0 ? 1 : 0;
        }
        // a repetition has two turning points and its result, a hold its begin besides
        String found = allocating + " of " + samples + " samples allocated " + allocated + " bytes";
        assertTrue(allocating <= (exercise.equals("side_plank") ? 5 : 4) * 30, found + " in 30 repetitions");
    }
}
