package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewRestrictionTest {
    @Test
    void anExerciseIsKeptByTheNameItIsAskedAboutBeforeASet() {
        LocalDate today = LocalDate.of(2026, 11, 22);
        NewRestriction restriction =
                new NewRestriction("No deadlifts", "Back", " Deadlift", today, today.plusDays(14), false);
        assertEquals("deadlift", restriction.exercise());
        assertEquals(List.of(), restriction.faults());
    }

    @Test
    void whatIsSaidToBeLeftOutIsNotSaidTwice() {
        assertEquals("Squats", what("Leave out squats"));
        assertEquals("Squats with a bar", what(" leave out  squats with a bar "));
        assertEquals("Leave out", what("Leave out"));
        assertEquals("Jumping", what("Jumping"));
    }

    private static String what(String typed) {
        LocalDate today = LocalDate.of(2026, 11, 22);
        return new NewRestriction(typed, "Back", null, today, today.plusDays(14), false).what();
    }
}
