package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.spine.SpinePose;
import org.plumbline.core.testing.SimulatedSet;

/** What tests of the whole line on simulated sets share. */
abstract class MonitorCase {
    static final int REPETITIONS = 6;

    static void assertEveryPoseOnce(MonitoredSet set) {
        for (int i = 1; i < set.poses.size(); i++) {
            assertEquals(10_000, set.poses.get(i).timeMicros - set.poses.get(i - 1).timeMicros);
        }
        assertEquals(100 * set.result().recording().durationS(), set.poses.size(), 30);
    }

    static double rmsFlexionErrorDeg(SimulatedSet simulated, MonitoredSet set) {
        SpinePose truth = new SpinePose();
        double squared = 0;
        int count = 0;
        for (SpinePose pose : set.poses) {
            if (!Double.isNaN(pose.lumbarFlexionDeg)) {
                simulated.wearable().truePose(pose.timeMicros, truth);
                double error = pose.lumbarFlexionDeg - truth.lumbarFlexionDeg;
                squared += error * error;
                count++;
            }
        }
        return Math.sqrt(squared / count);
    }

    static double worstFlexionErrorDeg(SimulatedSet simulated, MonitoredSet set) {
        SpinePose truth = new SpinePose();
        double worst = 0;
        for (SpinePose pose : set.poses) {
            if (!Double.isNaN(pose.lumbarFlexionDeg)) {
                simulated.wearable().truePose(pose.timeMicros, truth);
                worst = Math.max(worst, Math.abs(pose.lumbarFlexionDeg - truth.lumbarFlexionDeg));
            }
        }
        return worst;
    }

    static List<SensorDescription> twoSensors() {
        return List.of(
                new SensorDescription(SensorPlacement.PELVIS, 104, ""),
                new SensorDescription(SensorPlacement.THORAX, 104, ""));
    }
}
