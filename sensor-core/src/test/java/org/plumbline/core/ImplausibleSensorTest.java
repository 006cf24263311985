package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.form.Metric;
import org.plumbline.core.imu.ImuSample;
import org.plumbline.core.simulation.SimulationScript;
import org.plumbline.core.testing.SimulatedSet;

/** A sensor that says what cannot be is named once, and what rests on it is not assessed. */
class ImplausibleSensorTest {
    private static final int REPETITIONS = 8;

    private static List<ImuSample> mirrored(List<ImuSample> samples, int sensor) {
        List<ImuSample> mirrored = new ArrayList<>();
        for (ImuSample sample : samples) {
            ImuSample copy = sample.copy();
            if (sample.sensorIndex == sensor) {
                copy.accY = -copy.accY;
                copy.gyrY = -copy.gyrY;
            }
            mirrored.add(copy);
        }
        return mirrored;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aMirroredSensorIsNamedOnceAndNothingThatRestsOnItIsAssessed(int sensor) {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("deadlift", REPETITIONS, 2));
        MonitoredSet set = MonitoredSet.live(simulated.wearable().sensors(), "deadlift")
                .feed(mirrored(simulated.samples(), sensor));
        String name = sensor == 0 ? "pelvis" : "thorax";
        List<String> said = new ArrayList<>();
        for (String message : set.messages) {
            if (message.contains("mirrored axes")) {
                said.add(message);
            }
        }
        assertEquals(1, said.size(), set.messages::toString);
        assertTrue(said.get(0).startsWith("The sensor " + name + " seems to have mirrored axes"), said.get(0));
        assertTrue(set.result().quality().messages().contains(said.get(0)));
        assertNull(set.monitor.calibrationToKeep());
        assertFalse(set.result().repetitions().isEmpty());
        for (AnalysisResult.Repetition repetition : set.result().repetitions()) {
            assertEquals(
                    "implausible_sensor", repetition.notAssessedBecause().get(Metric.LUMBAR_FLEXION_PEAK.jsonName()));
            String own = (sensor == 0 ? Metric.PELVIS_TILT_RANGE : Metric.TRUNK_INCLINATION_PEAK).jsonName();
            assertEquals("implausible_sensor", repetition.notAssessedBecause().get(own));
            assertFalse(repetition.metrics().containsKey(own));
            assertTrue(
                    repetition.flags().stream().noneMatch(flag -> flag.metric().startsWith("lumbarFlexion")),
                    repetition.flags()::toString);
        }
    }

    @Test
    void theOtherSensorIsStillAssessed() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("deadlift", REPETITIONS, 2));
        MonitoredSet set =
                MonitoredSet.live(simulated.wearable().sensors(), "deadlift").feed(mirrored(simulated.samples(), 0));
        AnalysisResult.Repetition last =
                set.result().repetitions().get(set.result().repetitions().size() - 1);
        assertTrue(last.metrics().containsKey(Metric.TRUNK_INCLINATION_PEAK.jsonName()), last::toString);
        assertTrue(last.metrics().containsKey(Metric.CONCENTRIC_DURATION.jsonName()), last::toString);
    }

    @Test
    void aGoodSetHearsNothingOfIt() {
        SimulatedSet simulated = new SimulatedSet(SimulationScript.clean("squat", REPETITIONS, 3));
        MonitoredSet set =
                MonitoredSet.live(simulated.wearable().sensors(), "squat").feed(simulated.samples());
        for (String message : set.messages) {
            assertFalse(message.contains("not assessed"), message);
        }
        for (AnalysisResult.Repetition repetition : set.result().repetitions()) {
            assertFalse(repetition.notAssessedBecause().containsValue("implausible_sensor"));
        }
    }
}
