package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.spine.SpinePose;
import org.plumbline.core.testing.RandomRotations;
import org.plumbline.core.testing.SampleFaults;
import org.plumbline.core.testing.SimulatedSet;

/** Sensors stuck on in any way, against the lifter's true angles. */
class AnyMountingTest {
    private static final int MOUNTINGS = 8;

    /** Root mean square of the lumbar flexion over a set (the acceptance check of the product). */
    private static final double FLEXION_RMS_DEG = 1.5;

    @ParameterizedTest
    @CsvSource({"deadlift,31", "deadlift,32", "squat,33", "squat,34"})
    void theTrueAnglesAreFoundHoweverTheSensorsAreStuckOn(String exercise, long seed) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean(exercise, 3, seed));
        Random random = new Random(seed);
        for (int mounting = 0; mounting < MOUNTINGS; mounting++) {
            double[][] turns = {RandomRotations.quaternion(random), RandomRotations.quaternion(random)};
            if (mounting < 3) {
                // upside down about each of the sensor's axes, the other one any way
                turns[mounting % 2] = new double[4];
                turns[mounting % 2][1 + mounting] = 1;
            }
            MonitoredSet set = MonitoredSet.live(simulated.wearable().sensors(), exercise)
                    .feed(SampleFaults.turned(simulated.samples(), turns));
            String which = exercise + " " + seed + ", mounting " + mounting;
            assertEquals(3, set.count(), which);
            assertEquals("good", set.result().calibration().neutral().quality(), which);
            assertEquals("good", set.result().calibration().axis().quality(), which);
            assertEquals("good", set.result().calibration().maximum().quality(), which);
            assertTrue(set.messages.isEmpty(), () -> which + set.messages);
            double[] rms = rmsErrorsDeg(simulated, set);
            assertTrue(rms[0] < FLEXION_RMS_DEG, () -> which + ": flexion off by " + rms[0]);
            assertTrue(rms[1] < 1.5, () -> which + ": pelvis tilt off by " + rms[1]);
            assertTrue(rms[2] < 1.5, () -> which + ": trunk inclination off by " + rms[2]);
            assertTrue(rms[3] < 2, () -> which + ": axial rotation off by " + rms[3]);
        }
    }

    private static double[] rmsErrorsDeg(SimulatedSet simulated, MonitoredSet set) {
        SpinePose truth = new SpinePose();
        double[] squared = new double[4];
        int count = 0;
        for (SpinePose pose : set.poses) {
            if (Double.isNaN(pose.lumbarFlexionDeg)) {
                continue;
            }
            simulated.wearable().truePose(pose.timeMicros, truth);
            double[] errors = {
                pose.lumbarFlexionDeg - truth.lumbarFlexionDeg,
                pose.pelvisTiltDeg - truth.pelvisTiltDeg,
                pose.trunkInclinationDeg - truth.trunkInclinationDeg,
                pose.axialRotationDeg - truth.axialRotationDeg
            };
            for (int i = 0; i < 4; i++) {
                squared[i] += errors[i] * errors[i];
            }
            count++;
        }
        for (int i = 0; i < 4; i++) {
            squared[i] = Math.sqrt(squared[i] / count);
        }
        return squared;
    }
}
