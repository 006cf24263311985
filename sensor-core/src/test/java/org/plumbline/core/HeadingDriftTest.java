package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.form.Confidence;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormFlag;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.simulation.SimulatedFault;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.spine.SpinePose;
import org.plumbline.core.testing.SimulatedSet;

/** Whole sets whose sensors lose each other's heading. */
class HeadingDriftTest {
    @ParameterizedTest
    @CsvSource({"deadlift,1,0.15", "deadlift,2,-0.15", "squat,3,0.15", "squat,4,-0.15", "deadlift,5,0.6", "squat,6,-0.6"
    })
    void gyroscopesThatDriftMakeNoTwistOutOfACleanSet(String exercise, long seed, double driftDegPerS) {
        SimulatedSet set = new SimulatedSet(SimulationScript.clean(exercise, 20, seed));
        MonitoredSet monitored = MonitoredSet.live(set.wearable().sensors(), exercise)
                .feed(drifting(set.samples(), Math.toRadians(driftDegPerS)));
        assertEquals(20, monitored.count());
        for (AnalysisResult.Repetition repetition : monitored.result().repetitions()) {
            for (FormFlag flag : repetition.flags()) {
                if (flag.flag() == FlagName.TWIST_UNDER_LOAD) {
                    assertTrue(flag.level() < 2 && flag.confidence() == Confidence.LOW, flag::toString);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"deadlift,1", "squat,2"})
    void aTwistInEveryRepetitionOfALongSetStaysSeen(String exercise, long seed) {
        SimulationScript script = SimulationScript.clean(exercise, 20, seed);
        for (int repetition = 1; repetition <= 20; repetition++) {
            script = script.with(new SimulatedFault.Twist(repetition, 12));
        }
        MonitoredSet set = MonitoredSet.of(script);
        assertEquals(20, set.count());
        for (int repetition = 1; repetition <= 20; repetition++) {
            assertTrue(set.level(repetition, FlagName.TWIST_UNDER_LOAD) >= 2, "repetition " + repetition);
        }
    }

    @Test
    void theMirroredLifterHasTheMirroredAngles() {
        SimulationScript script = SimulationScript.clean("deadlift", 4, 7).with(new SimulatedFault.Twist(2, 12));
        SimulatedSet set = new SimulatedSet(script);
        MonitoredSet straight =
                MonitoredSet.live(set.wearable().sensors(), "deadlift").feed(set.samples());
        MonitoredSet mirrored =
                MonitoredSet.live(set.wearable().sensors(), "deadlift").feed(mirrored(set.samples()));
        assertEquals(straight.poses.size(), mirrored.poses.size());
        for (int i = 0; i < straight.poses.size(); i++) {
            SpinePose a = straight.poses.get(i);
            SpinePose b = mirrored.poses.get(i);
            assertEquals(a.lumbarFlexionDeg, b.lumbarFlexionDeg, 1e-6);
            assertEquals(a.lateralBendDeg, -b.lateralBendDeg, 1e-6);
            assertEquals(a.axialRotationDeg, -b.axialRotationDeg, 1e-6);
            assertEquals(a.axialRotationSigmaDeg, b.axialRotationSigmaDeg, 1e-6);
        }
    }

    /** The bias of the upper sensor grows along all its axes, to that much over two minutes. */
    private static List<ImuSample> drifting(List<ImuSample> samples, double driftRadPerS) {
        List<ImuSample> drifting = new ArrayList<>();
        long start = samples.get(0).timeMicros;
        for (ImuSample sample : samples) {
            ImuSample copy = sample.copy();
            if (copy.sensorIndex == 1) {
                double bias = driftRadPerS * (copy.timeMicros - start) / 120e6;
                copy.gyrX += bias;
                copy.gyrY += bias;
                copy.gyrZ += bias;
            }
            drifting.add(copy);
        }
        return drifting;
    }

    /** What the sensors of the lifter in a looking glass measure: a vector's y turns round, a rotation's x and z. */
    private static List<ImuSample> mirrored(List<ImuSample> samples) {
        List<ImuSample> mirrored = new ArrayList<>();
        for (ImuSample sample : samples) {
            ImuSample copy = sample.copy();
            copy.accY = -copy.accY;
            copy.gyrX = -copy.gyrX;
            copy.gyrZ = -copy.gyrZ;
            mirrored.add(copy);
        }
        return mirrored;
    }
}
