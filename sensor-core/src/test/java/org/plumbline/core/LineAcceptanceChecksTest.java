package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.spine.SpinePose;
import org.plumbline.core.testing.SimulatedSet;

/** The acceptance check of the metric catalogue that needs the whole line: the seventh. */
class LineAcceptanceChecksTest {
    private static final double CAUTION_DEG = 6;

    @ParameterizedTest
    @CsvSource({"deadlift,1,0.17", "deadlift,2,0.17", "deadlift,5,0.17", "squat,3,0.25", "squat,4,0.25"})
    void check7TheCueComesWithinItsBudgetOfTheTrueCrossing(String exercise, long seed, double budgetS) {
        SimulatedSet simulated =
                new SimulatedSet(SimulationScript.clean(exercise, 5, seed).with(new SimulatedFault.Rounding(4, 10)));
        double[] now = {Double.NaN};
        double[] cueAt = {Double.NaN};
        FormMonitor monitor =
                new FormMonitor(MonitorSetup.live(simulated.wearable().sensors(), exercise), new FormListener() {
                    @Override
                    public void onFlag(FormFlag flag, int repetition) {
                        if (flag.flag() == FlagName.ROUNDING_UNDER_LOAD
                                && flag.level() >= 2
                                && Double.isNaN(cueAt[0])) {
                            cueAt[0] = now[0];
                            assertEquals(4, repetition);
                        }
                    }
                });
        for (ImuSample sample : simulated.samples()) {
            now[0] = sample.timeMicros * 1e-6;
            monitor.accept(sample);
        }
        double latencyS = cueAt[0] - trueCrossingS(simulated);
        assertTrue(latencyS > 0.05 && latencyS < budgetS, () -> latencyS + " s");
    }

    private static double trueCrossingS(SimulatedSet simulated) {
        double barBreakS = simulated.wearable().truth().repetitions().get(3).barBreakS();
        double before = trueFlexion(simulated, barBreakS);
        double timeS = barBreakS;
        while (trueFlexion(simulated, timeS) - before < CAUTION_DEG) {
            timeS += 0.001;
        }
        return timeS;
    }

    private static double trueFlexion(SimulatedSet simulated, double timeS) {
        SpinePose pose = new SpinePose();
        simulated.wearable().truePose(Math.round(timeS * 1e6), pose);
        return pose.lumbarFlexionDeg;
    }
}
