package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plumbline.server.rehab.plan.Made.MONDAY;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.Metric;
import org.plumbline.server.account.LoadUnit;

class PrescriptionTest {
    private static Draft draft(LocalDate from, @Nullable LocalDate to) {
        return new Draft(Made.deadlifts(), Phase.SUPERVISED, false, from, to);
    }

    @Test
    void aLoadThatAChangeDoesNotTouchStaysTheSameLoadInEveryUnit() {
        Prescription standing = Made.prescribed(Made.deadlifts(), MONDAY, null);
        for (LoadUnit unit : LoadUnit.values()) {
            Map<String, String> fields = new HashMap<>(PrescriptionForm.of(standing, unit));
            fields.put("repetitions", "10");
            assertEquals(
                    60.0,
                    PrescriptionForm.read(new Typed(fields), unit, standing)
                            .work()
                            .loadCapKg(),
                    "it is filled in as " + fields.get("loadCap") + " " + unit.symbol());
        }
        PrescribedWork exact = new PrescribedWork(
                "side_plank",
                3,
                8,
                10.25,
                61.3,
                Tempo.FREE,
                2,
                3,
                Map.of(Metric.LUMBAR_FLEXION_PEAK, 12.35),
                null,
                null);
        Prescription fine = Made.prescribed(exact, MONDAY, null);
        assertEquals(
                exact,
                PrescriptionForm.read(new Typed(PrescriptionForm.of(fine, LoadUnit.LB)), LoadUnit.LB, fine)
                        .work(),
                "nor is anything else rounded");
        Map<String, String> heavier = new HashMap<>(PrescriptionForm.of(standing, LoadUnit.LB));
        heavier.put("loadCap", "135");
        assertEquals(
                LoadUnit.LB.toKg(135),
                PrescriptionForm.read(new Typed(heavier), LoadUnit.LB, standing)
                        .work()
                        .loadCapKg());
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
    void oneThatWasEndedTodayIsChangedNoMoreAndStillCountsForToday() {
        LocalDate today = MONDAY.plusDays(9);
        Prescription ended = Made.version(UUID.randomUUID(), 2, Made.deadlifts(), MONDAY, today, today);
        assertTrue(ended.isEnded(today) && ended.isOn(today) && !ended.isOver(today));
        Prescription lastDay = Made.version(UUID.randomUUID(), 2, Made.deadlifts(), MONDAY, today, MONDAY);
        assertFalse(lastDay.isEnded(today), "what was planned to end today may go on");
        assertTrue(lastDay.isEnded(today.plusDays(1)));
        assertFalse(Made.prescribed(Made.deadlifts(), today, today).isEnded(today), "nobody has ended it");
    }

    @Test
    void onItsLastPlannedDayAPlanIsCorrectedAsOftenAsIsNeeded() {
        LocalDate today = MONDAY.plusDays(9);
        Prescription corrected = Made.version(UUID.randomUUID(), 2, Made.deadlifts(), MONDAY, today, today, today);
        assertFalse(corrected.isEnded(today), "it ends today as it was planned to");
        assertTrue(corrected.isEnded(today.plusDays(1)));
        Prescription cut =
                Made.version(UUID.randomUUID(), 3, Made.deadlifts(), MONDAY, today, today, today.plusDays(5));
        assertTrue(cut.isEnded(today), "it was planned to go on");
    }

    @Test
    void aStepAskedForBeforeHoldsHadSecondsSaysWhyItCannotBeApproved() {
        PrescribedWork planks = Made.sidePlanks().dosed(2, 3, null, null);
        String missing = stuck(1, Made.prescribed(planks, MONDAY, null));
        assertTrue(missing.contains("write for how many seconds each time"), missing);
        assertTrue(missing.contains("Write the step there if it still fits, and decline this one"), missing);
    }

    @Test
    void aStepThatCannotBeApprovedSaysWhyAndWhatToDo() {
        UUID series = UUID.randomUUID();
        Prescription second = Made.version(series, 2, Made.deadlifts(), MONDAY, null, MONDAY);
        assertNull(stuck(2, second));
        String moved = stuck(1, second);
        assertTrue(moved.contains("version 2 was written by Ines Therapist"), moved);
        Prescription ended = Made.version(series, 2, Made.deadlifts(), MONDAY, MONDAY, MONDAY);
        assertTrue(stuck(2, ended).contains("has ended"), stuck(2, ended));
    }

    private static @Nullable String stuck(int askedOf, Prescription standing) {
        Progression asked = new Progression(
                UUID.randomUUID(),
                standing.personId(),
                standing.series(),
                askedOf,
                "Lou",
                standing.writtenAt(),
                3,
                8,
                null,
                70.0,
                null,
                Progression.State.OPEN,
                null,
                null);
        return ProgressionView.of(asked, List.of(standing), LoadUnit.KG, MONDAY).stuck();
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
