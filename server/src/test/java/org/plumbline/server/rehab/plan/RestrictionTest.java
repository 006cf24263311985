package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plumbline.server.rehab.plan.Made.MONDAY;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RestrictionTest {
    private static Restriction restriction(boolean expires, boolean lifted) {
        return new Restriction(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Ines Therapist",
                "Deadlifts from the floor",
                "Pain rose after them",
                "deadlift",
                MONDAY,
                MONDAY.plusDays(14),
                expires,
                lifted,
                null);
    }

    @Test
    void oneThatExpiresIsOverOnItsDayOfReview() {
        assertEquals(Restriction.State.IN_FORCE, restriction(true, false).on(MONDAY.plusDays(13)));
        assertEquals(Restriction.State.EXPIRED, restriction(true, false).on(MONDAY.plusDays(14)));
        assertFalse(restriction(true, false).holdsOn(MONDAY.plusDays(14)));
    }

    @Test
    void oneThatMustBeReviewedStaysAndSaysSo() {
        Restriction overdue = restriction(false, false);
        assertEquals(Restriction.State.REVIEW_DUE, overdue.on(MONDAY.plusDays(20)));
        assertTrue(overdue.holdsOn(MONDAY.plusDays(20)));
    }

    @Test
    void oneThatIsLiftedHoldsNoMoreAndOneToComeNotYet() {
        assertFalse(restriction(false, true).holdsOn(MONDAY.plusDays(1)));
        assertFalse(restriction(false, false).holdsOn(MONDAY.minusDays(1)));
    }

    @Test
    void aLineOfAFlareUpHoldsBackMoreLoadInEveryExercise() {
        Restriction flareUp = new Restriction(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Ines Therapist",
                "Heavy deadlifts and squats, all variants",
                "Eased off while the back is sore",
                null,
                MONDAY,
                MONDAY.plusDays(14),
                false,
                false,
                null);

        assertTrue(PlanGate.speaksOf(flareUp, "deadlift"));
        assertTrue(PlanGate.speaksOf(restriction(false, false), "deadlift"));
        assertFalse(PlanGate.speaksOf(restriction(false, false), "side_plank"));
    }

    @Test
    void noneIsSetForEver() {
        NewRestriction forgotten = new NewRestriction("Sit-ups", "Pain rose", null, MONDAY, MONDAY.plusYears(1), false);
        NewRestriction backwards = new NewRestriction("Sit-ups", "Pain rose", null, MONDAY, MONDAY, false);
        NewRestriction unexplained = new NewRestriction("Sit-ups", " ", null, MONDAY, MONDAY.plusDays(14), false);

        assertEquals("reviewOn", forgotten.faults().get(0).field());
        assertEquals("reviewOn", backwards.faults().get(0).field());
        assertEquals("reason", unexplained.faults().get(0).field());
    }
}
