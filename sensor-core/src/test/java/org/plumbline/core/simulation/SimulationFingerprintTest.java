package org.plumbline.core.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "row, 1762935791859664201",
        "overhead_press, 2924227846735467037",
        "bird_dog, 6726396852611176023",
        "glute_bridge, 1628752076586201941",
        "pelvic_tilt, 3506462514224629080",
        "side_plank, -4127078090303549389",
        "prone_press_up, 1621808423343934754",
        "romanian_deadlift, 8202792943235510764",
        "good_morning, 3907106618167896611",
        "swing, -6216910569227500610",
        "trunk_movement, -7252188805794643333"
    })
    void setsOfEveryExerciseAreWhatTheyWere(String exercise, long fingerprint) {
        assertEquals(
                fingerprint,
                of(SimulationScript.clean(exercise, 4, 9)
                        .with(new SimulatedFault.Drift(2))
                        .with(new SimulatedFault.Tiring(20))
                        .with(new SimulatedFault.Twist(2, 8))
                        .with(new SimulatedFault.SideBend(3, 8))
                        .with(new SimulatedFault.HyperExtension(3, 6))
                        .with(new SimulatedFault.DepthLoss(4, 30))
                        .with(new SimulatedFault.Shaky(4, 2))
                        .with(new SimulatedTempo(2, 1, 2, 3))));
    }

    @Test
    void aSquatWithEverythingBesidesIsWhatItWas() {
        assertEquals(
                1050804826801925010L,
                of(SimulationScript.clean("squat", 4, 9)
                        .with(new SimulatedFault.Tuck(1, 12))
                        .with(new SimulatedFault.HipShoot(2, 12))
                        .with(new SimulatedFault.Yank(3, 2))
                        .with(new Interlude.Walk(0, 6))
                        .with(new Interlude.PlatePickup(0))
                        .with(new Interlude.Regrip(2))
                        .with(new Interlude.Pause(3, 5))));
        assertEquals(
                3971221626320198760L,
                of(SimulationScript.clean("deadlift", 4, 9).withTouchAndGo()));
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
