package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plumbline.server.rehab.plan.Made.MONDAY;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrescriptionTest {
    private static Draft draft(LocalDate from, @Nullable LocalDate to) {
        return new Draft(Made.deadlifts(), Phase.SUPERVISED, false, from, to);
    }

    @Test
    void oneEndedBeforeItBeganIsNeverInForce() {
        Prescription ended = Made.prescribed(Made.deadlifts(), MONDAY.plusDays(7), MONDAY);

        assertFalse(ended.isOn(MONDAY));
        assertFalse(ended.isOn(MONDAY.plusDays(7)));
        assertTrue(ended.isOver(MONDAY));
        assertFalse(draft(MONDAY, null).overlaps(ended));
    }

    @Test
    void theSameExerciseTwiceOnADayIsAnOverlap() {
        Prescription march = Made.prescribed(Made.deadlifts(), MONDAY, MONDAY.plusDays(20));

        assertTrue(draft(MONDAY.plusDays(20), null).overlaps(march));
        assertTrue(draft(MONDAY.minusDays(7), MONDAY).overlaps(march));
        assertFalse(draft(MONDAY.plusDays(21), null).overlaps(march));
        assertFalse(draft(MONDAY, null).overlaps(Made.prescribed(Made.sidePlanks(), MONDAY, null)));
    }
}
