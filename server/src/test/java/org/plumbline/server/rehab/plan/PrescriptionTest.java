package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plumbline.server.rehab.plan.Made.MONDAY;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PrescriptionTest {
    private static Prescriptions.Draft draft(LocalDate from, @Nullable LocalDate to) {
        return new Prescriptions.Draft(Made.deadlifts(), Phase.SUPERVISED, false, from, to);
    }

    @Test
    void oneEndedBeforeItBeganIsNeverInForce() {
        Prescription ended = Made.prescribed(Made.deadlifts(), MONDAY.plusDays(7), MONDAY);

        assertFalse(ended.isOn(MONDAY));
        assertFalse(ended.isOn(MONDAY.plusDays(7)));
        assertTrue(ended.isOver(MONDAY));
        assertFalse(Prescriptions.overlap(ended, draft(MONDAY, null)));
    }

    @Test
    void theSameExerciseTwiceOnADayIsAnOverlap() {
        Prescription march = Made.prescribed(Made.deadlifts(), MONDAY, MONDAY.plusDays(20));

        assertTrue(Prescriptions.overlap(march, draft(MONDAY.plusDays(20), null)));
        assertTrue(Prescriptions.overlap(march, draft(MONDAY.minusDays(7), MONDAY)));
        assertFalse(Prescriptions.overlap(march, draft(MONDAY.plusDays(21), null)));
        assertFalse(Prescriptions.overlap(Made.prescribed(Made.sidePlanks(), MONDAY, null), draft(MONDAY, null)));
    }
}
