package org.plumbline.core.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationScriptTest {
    @Test
    void refusesAnExerciseItCannotDoAndNamesThoseItCan() {
        String message = messageOf(() -> SimulationScript.clean("curl", 5, 1));
        assertTrue(message.startsWith("exercise must be one of deadlift, squat, "), message);
        assertTrue(message.endsWith("but is curl"), message);
    }

    @Test
    void refusesASetWithoutRepetitions() {
        assertTrue(messageOf(() -> SimulationScript.clean("squat", 0, 1)).contains("but is 0"));
    }

    @Test
    void refusesAFaultOnARepetitionThatIsNotThere() {
        SimulationScript five = SimulationScript.clean("deadlift", 5, 1);
        String message = messageOf(() -> five.with(new SimulatedFault.Rounding(6, 8)));
        assertEquals("repetition of rounding must be 1 to 5 (the repetitions of the set), but is 6", message);
        assertTrue(messageOf(() -> five.with(new SimulatedFault.Twist(0, 8))).contains("but is 0"));
    }

    @Test
    void refusesFaultsNoBodyCanHave() {
        SimulationScript ten = SimulationScript.clean("deadlift", 10, 1);
        assertTrue(messageOf(() -> ten.with(new SimulatedFault.Rounding(1, Double.NaN)))
                .contains("but is NaN"));
        assertTrue(messageOf(() -> ten.with(new SimulatedFault.Twist(1, -31))).contains("but is -31.0"));
        assertTrue(messageOf(() -> ten.with(new SimulatedFault.Drift(6))).contains("but is 54.0"));
        assertTrue(messageOf(() -> ten.with(new SimulatedFault.Tiring(81))).contains("but is 81.0"));
    }

    @Test
    void addsFaultsWithoutChangingTheScriptItStartsFrom() {
        SimulationScript clean = SimulationScript.clean("squat", 5, 1);
        SimulationScript twisted = clean.with(new SimulatedFault.Twist(2, 8)).withoutCalibration();
        assertTrue(clean.faults().isEmpty());
        assertTrue(clean.calibrate());
        assertEquals(List.of(new SimulatedFault.Twist(2, 8)), twisted.faults());
        assertFalse(twisted.calibrate());
    }

    @Test
    void refusesFaultsThatTheExerciseHasNoPlaceFor() {
        SimulationScript deadlift = SimulationScript.clean("deadlift", 5, 1);
        SimulationScript row = SimulationScript.clean("row", 5, 1);
        assertEquals(
                "tuck belongs to the squat, not to deadlift",
                messageOf(() -> deadlift.with(new SimulatedFault.Tuck(1, 12))));
        assertTrue(messageOf(() -> row.with(new SimulatedFault.HipShoot(1, 8))).contains("row"));
        assertTrue(messageOf(() -> row.with(new SimulatedFault.Yank(1, 2))).contains("row"));
        assertTrue(
                messageOf(() -> deadlift.with(new SimulatedFault.Yank(1, 0.5))).contains("but is 0.5"));
        assertTrue(messageOf(() -> deadlift.with(new SimulatedFault.SideBend(6, 5)))
                .contains("repetition of sidebend"));
    }

    @Test
    void refusesTemposAndInterludesNobodyCanDo() {
        SimulationScript squat = SimulationScript.clean("squat", 5, 1);
        SimulationScript plank = SimulationScript.clean("side_plank", 3, 1);
        assertTrue(messageOf(() -> new SimulatedTempo(0.1, 0, 1, 1)).contains("downS"));
        assertTrue(messageOf(squat::withTouchAndGo).contains("squat"));
        assertTrue(messageOf(() -> squat.with(new Interlude.Walk(6, 4))).contains("after 6"));
        assertTrue(messageOf(() -> squat.with(new Interlude.Walk(2, 0))).contains("but is 0"));
        assertTrue(messageOf(() -> squat.with(new Interlude.Pause(2, -1))).contains("but is -1.0"));
        assertTrue(messageOf(() -> plank.with(new Interlude.Walk(1, 3))).contains("side_plank"));
    }

    private static String messageOf(Runnable making) {
        return assertThrows(IllegalArgumentException.class, making::run).getMessage();
    }
}
