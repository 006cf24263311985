package org.plumbline.core.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimulationScriptTest {
    @Test
    void refusesAnExerciseItCannotDoAndNamesBoth() {
        String message = messageOf(() -> SimulationScript.clean("swing", 5, 1));
        assertEquals("exercise must be deadlift or squat, but is swing", message);
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

    private static String messageOf(Runnable making) {
        return assertThrows(IllegalArgumentException.class, making::run).getMessage();
    }
}
