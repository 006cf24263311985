package org.plumbline.server.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.plumbline.core.repetition.ExerciseProfile;

class UncertaintyTest {
    @Test
    void theNumbersOfATableStandWithHowNearTheyAreToTheTrueOnes() {
        String deadlift = Uncertainty.ofSet(ExerciseProfile.DEADLIFT, true);
        assertEquals(
                "19 of 20 readings lie this near the true value: peak flexion ± 6°, rounding ± 3°, trunk lean ± 4°,"
                        + " way up ± 0.1 s, trunk speed not known, twist ± 4°.",
                deadlift);
        String sets = Uncertainty.ofSets();
        assertTrue(sets.contains("peak flexion ± 6°, twist ± 4°."), sets);
    }

    @Test
    void whatNobodySawHasNoUncertainty() {
        String oneSensor = Uncertainty.ofSet(ExerciseProfile.DEADLIFT, false);
        assertTrue(!oneSensor.contains("flexion") && !oneSensor.contains("twist"), oneSensor);
        String hold = Uncertainty.ofSet(ExerciseProfile.ofAnyName("side_plank"), false);
        assertEquals("19 of 20 readings lie this near the true value: held ± 0.4 s, sag ± 3°.", hold);
    }
}
