package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.testing.SimulatedSet;

/** Where a monitored set begins: after the bows, without them, or before the lifter stood still. */
class MonitoredBeginningTest extends MonitorCase {
    @ParameterizedTest
    @ValueSource(strings = {"deadlift", "squat"})
    void theLifterMaySkipTheBows(String exercise) {
        SimulatedSet simulated =
                new SimulatedSet(SimulationScript.clean(exercise, 5, 6).withoutCalibration());
        MonitoredSet set = MonitoredSet.live(twoSensors(), exercise);
        boolean begun = false;
        double begin = simulated.wearable().truth().repetitions().get(0).startS() - 0.2;
        for (ImuSample sample : simulated.samples()) {
            if (!begun && sample.timeMicros * 1e-6 > begin) {
                assertEquals(List.of(SetStage.STAND_STILL, SetStage.BOW), set.stages);
                set.monitor.beginSet();
                begun = true;
            }
            set.monitor.accept(sample);
        }
        assertEquals(SetStage.LIFTING, set.stages.get(2));
        set.monitor.finish();
        assertEquals(5, set.count());
        assertEquals("good", set.result().calibration().neutral().quality());
        assertNull(set.result().calibration().maxFlexionDeg());
        assertTrue(rmsFlexionErrorDeg(simulated, set) < 1.5, () -> "rms " + rmsFlexionErrorDeg(simulated, set));
    }

    @Test
    void beginningTheSetBeforeStandingStillStillFindsNeutralAndCounts() {
        SimulatedSet simulated =
                new SimulatedSet(SimulationScript.clean("squat", 4, 7).withoutCalibration());
        MonitoredSet set = MonitoredSet.live(twoSensors(), "squat");
        set.monitor.beginSet();
        set.feed(simulated.samples());
        assertEquals(4, set.count());
        assertEquals("good", set.result().calibration().neutral().quality());
    }

    @Test
    void beginningTheSetWhenItRunsChangesNothing() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", 4, 7));
        MonitoredSet expected = MonitoredSet.live(twoSensors(), "squat").feed(simulated.samples());
        MonitoredSet set = MonitoredSet.live(twoSensors(), "squat");
        for (int i = 0; i < simulated.samples().size(); i++) {
            set.monitor.accept(simulated.samples().get(i));
            if (i == simulated.samples().size() * 3 / 4) {
                set.monitor.beginSet();
            }
        }
        set.monitor.finish();
        set.monitor.beginSet();
        assertEquals(expected.result(), set.result());
    }
}
