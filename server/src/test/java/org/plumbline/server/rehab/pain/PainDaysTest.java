package org.plumbline.server.rehab.pain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.server.training.PainDirection;
import org.plumbline.server.training.PainSeries.PainDay;

class PainDaysTest {
    private static final LocalDate TODAY = Pains.MONDAY.plusWeeks(3);

    @Test
    void aDayIsItsWorstEntryAndTheWeekIsTheMedianOfItsDays() {
        List<PainEntry> entries = List.of(
                Pains.at(Pains.MONDAY, "08:00", PainMoment.BEFORE, 2),
                Pains.at(Pains.MONDAY, "18:00", PainMoment.AFTER, 5),
                Pains.morning(Pains.MONDAY.plusDays(1), 3),
                Pains.morning(Pains.MONDAY.plusDays(2), 1),
                Pains.morning(Pains.MONDAY.plusDays(3), 2));

        List<PainDay> days = PainDays.of(entries);

        assertEquals(List.of(5, 3, 1, 2), days.stream().map(PainDay::worst).toList());
        assertNull(days.get(1).medianOfWeek(), "two days are no week");
        assertEquals(3.0, days.get(2).medianOfWeek());
        assertEquals(2.5, days.get(3).medianOfWeek());
    }

    @Test
    void aDayEightDaysAgoIsNotInTheWeek() {
        List<PainDay> days = PainDays.of(List.of(
                Pains.morning(Pains.MONDAY, 9),
                Pains.morning(Pains.MONDAY.plusDays(5), 2),
                Pains.morning(Pains.MONDAY.plusDays(7), 2)));
        assertNull(days.get(2).medianOfWeek());
    }

    @Test
    void aDayWithAPainkillerIsMarkedAsMaybeMasked() {
        List<PainDay> days =
                PainDays.of(List.of(Pains.masked(Pains.MONDAY, 2), Pains.morning(Pains.MONDAY.plusDays(1), 2)));
        assertTrue(days.get(0).maybeMasked());
        assertFalse(days.get(1).maybeMasked());
    }

    @Test
    void aWeekTwoPointsAboveTheTwoBeforeIsARise() {
        assertEquals(PainDirection.RISING, PainDays.direction(weeks(2, 4), TODAY));
        assertEquals(PainDirection.EASING, PainDays.direction(weeks(5, 3), TODAY));
        assertEquals(PainDirection.STEADY, PainDays.direction(weeks(2, 3), TODAY));
    }

    @Test
    void oneBadDayIsNoDirection() {
        List<PainEntry> entries = new ArrayList<>(weeks(2, 2));
        entries.add(Pains.at(TODAY, "20:00", PainMoment.AFTER, 8));
        assertEquals(PainDirection.STEADY, PainDays.direction(entries, TODAY));
    }

    @Test
    void withTooFewDaysNothingIsSaid() {
        assertEquals(
                PainDirection.TOO_FEW,
                PainDays.direction(
                        List.of(
                                Pains.morning(TODAY.minusDays(10), 0),
                                Pains.morning(TODAY.minusDays(1), 6),
                                Pains.morning(TODAY, 6)),
                        TODAY));
    }

    /** Two weeks of mornings at one score, then one at another, every other day. */
    private static List<PainEntry> weeks(int before, int after) {
        List<PainEntry> entries = new ArrayList<>();
        for (int ago = 20; ago >= 0; ago -= 2) {
            entries.add(Pains.morning(TODAY.minusDays(ago), ago >= 7 ? before : after));
        }
        return entries;
    }

    @Test
    void aSharpStopStandsBesideTheWeekForSevenDays() {
        assertTrue(PainDays.isInWeek(List.of(stoppedOn(Pains.MONDAY)), Pains.MONDAY));
        assertTrue(PainDays.isInWeek(List.of(stoppedOn(Pains.MONDAY)), Pains.MONDAY.plusDays(6)));
        assertFalse(PainDays.isInWeek(List.of(stoppedOn(Pains.MONDAY)), Pains.MONDAY.plusDays(7)));
        assertFalse(PainDays.isInWeek(List.of(), Pains.MONDAY));
    }

    private static SharpStop stoppedOn(LocalDate day) {
        return new SharpStop(UUID.randomUUID(), Pains.when(day, "18:00"), day, null, null, true);
    }
}
