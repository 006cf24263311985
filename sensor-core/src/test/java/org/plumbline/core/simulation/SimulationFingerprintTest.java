package org.plumbline.core.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.plumbline.core.testing.Samples;

/** Figures that were published hold only while the sets they were measured on stay the same to the last bit. */
class SimulationFingerprintTest {
    @Test
    void setsOfOldScriptsAreWhatTheyWere() {
        assertEquals(7225333194830302963L, of(SimulationScript.demo(7)));
        assertEquals(-2226567553498129003L, of(SimulationScript.clean("squat", 5, 3)));
        assertEquals(
                -6477868152635795157L,
                of(SimulationScript.clean("squat", 6, 4)
                        .with(new SimulatedFault.Twist(2, -9))
                        .with(new SimulatedFault.Drift(2))
                        .withoutCalibration()));
        assertEquals(
                -4953817015336657491L,
                of(SimulationScript.clean("deadlift", 4, 12).with(new SimulatedFault.Rounding(2, 8))));
    }

    @Test
    void sessionsOfOldScriptsAreWhatTheyWere() {
        assertEquals(-6377443244167074022L, of(SessionScript.realistic("deadlift", 3, 7)));
        SensorConditions sensors =
                SensorConditions.realistic().withRateHz(50).withLostShare(0.03).withGyroBias(2, 0.01);
        assertEquals(-5404358030388774377L, of(new SessionScript("squat", 4, 2, sensors)));
    }

    private static long of(SimulationScript script) {
        return Samples.fingerprint(new SimulatedWearable(script));
    }

    private static long of(SessionScript script) {
        return Samples.fingerprint(new SimulatedSession(script).wearable());
    }
}
