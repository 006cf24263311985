package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plumbline.server.rehab.plan.Made.MONDAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.training.PlannedWork;

class AdherenceTest {
    private static final LocalDate SUNDAY = MONDAY.plusDays(6);

    @Test
    void aLoadAboveTheCapIsSaidApartWhereNobodyLiftedItAndNoneMeasuredIsNotNone() {
        List<Prescription> versions = List.of(Made.prescribed(Made.deadlifts(), MONDAY, null));
        DoneSet heavy = Made.set("deadlift", MONDAY, 8, 80.0);
        assertEquals("none measured", of(versions, List.of(), SUNDAY).setsAboveCap("deadlift"));
        assertEquals(
                "none measured (simulated: 1)",
                of(versions, List.of(Made.simulated(heavy)), SUNDAY).setsAboveCap("deadlift"));
        assertEquals(
                "1 (simulated: 1)",
                of(versions, List.of(heavy, Made.simulated(heavy)), SUNDAY).setsAboveCap(null));
        assertEquals(
                "0",
                of(versions, List.of(Made.set("deadlift", MONDAY, 8, 60.0)), SUNDAY)
                        .setsAboveCap("deadlift"));
    }

    @Test
    void whatWasLiftedBeforeThePlanWasWrittenOrAfterItsEndIsNotHeldToItsCap() {
        UUID series = UUID.randomUUID();
        LocalDate last = MONDAY.plusDays(2);
        // written at six
        List<Prescription> versions = List.of(Made.version(series, 1, Made.deadlifts(), MONDAY, last, MONDAY));
        DoneSet early = Made.begunAt(Made.set("deadlift", MONDAY, 8, 80.0), Made.at(MONDAY, 5));
        DoneSet late = Made.set("deadlift", last.plusDays(1), 8, 80.0);
        assertEquals("none measured", of(versions, List.of(early, late), SUNDAY).setsAboveCap("deadlift"));
        assertNull(Adherence.inForce(versions, early));
        assertEquals(
                "1",
                of(versions, List.of(early, Made.set("deadlift", last, 8, 80.0), late), SUNDAY)
                        .setsAboveCap("deadlift"));
    }

    @Test
    void aPlanWhoseStartWasSetBackIsHeldAgainstWhatWasLiftedSince() {
        List<Prescription> versions =
                List.of(Made.version(UUID.randomUUID(), 1, Made.deadlifts(), MONDAY, null, MONDAY.plusDays(3)));
        assertEquals(
                "1",
                of(versions, List.of(Made.set("deadlift", MONDAY, 8, 80.0)), SUNDAY)
                        .setsAboveCap("deadlift"));
    }

    @Test
    void aSimulatedSetLiftedBeforeThePlanWasWrittenIsNoDayDone() {
        List<Prescription> versions = List.of(Made.prescribed(Made.deadlifts(), MONDAY, null));
        DoneSet early = Made.begunAt(Made.set("deadlift", MONDAY, 8, 50.0), Made.at(MONDAY, 5));
        assertEquals(
                0, only(of(versions, List.of(Made.simulated(early)), SUNDAY), 0).daysDone());
    }

    private static Adherence.Line only(Adherence adherence, int week) {
        assertEquals(1, adherence.weeks().get(week).lines().size());
        return adherence.weeks().get(week).lines().get(0);
    }

    private static Adherence of(List<Prescription> versions, List<DoneSet> sets, LocalDate today) {
        return Adherence.of(versions, new Adherence.Done(sets, Map.of(), false), MONDAY, today);
    }

    @Test
    void theWeekIsDoneOnceTheMostDaysAreDoneAndTheLastOfThemWhole() {
        List<Prescription> versions = List.of(Made.prescribed(Made.deadlifts(), MONDAY, null));
        LocalDate third = MONDAY.plusDays(4);
        List<DoneSet> sets = new ArrayList<>(Made.sets(3, "deadlift", MONDAY, 8));
        sets.addAll(Made.sets(3, "deadlift", MONDAY.plusDays(2), 8));
        assertFalse(only(of(versions, sets, third), 0).thisWeek(third).isDone());
        sets.add(Made.set("deadlift", third, 8, 50.0));
        assertFalse(only(of(versions, sets, third), 0).thisWeek(third).isDone(), "two sets of today are left");
        sets.addAll(Made.sets(2, "deadlift", third, 8));
        PlannedWork.ThisWeek week = only(of(versions, sets, third), 0).thisWeek(third);
        assertTrue(week.isDone() && week.todayDone());
        assertEquals(3, week.days());
        LocalDate next = third.plusDays(1);
        assertTrue(only(of(versions, sets, next), 0).thisWeek(next).isDone(), "and it stays done");
    }

    @Test
    void twoDaysOfTwoToThreeMeetTheFrequency() {
        List<DoneSet> sets = new ArrayList<>(Made.sets(3, "deadlift", MONDAY, 8));
        sets.addAll(Made.sets(3, "deadlift", MONDAY.plusDays(3), 8));

        Adherence.Line line = only(of(List.of(Made.prescribed(Made.deadlifts(), MONDAY, null)), sets, SUNDAY), 0);

        assertEquals(2, line.daysDone());
        assertEquals(Adherence.Verdict.MET, line.verdict());
        assertEquals(0, line.daysLeft());
        assertEquals(Adherence.DayState.DONE, line.days().get(0).state());
        assertEquals(Adherence.DayState.NOTHING, line.days().get(1).state());
    }

    @Test
    void aDayWithFewerSetsOrRepetitionsIsAPartAndNoDayDone() {
        Adherence.Line line = only(
                of(
                        List.of(Made.prescribed(Made.deadlifts(), MONDAY, null)),
                        Made.sets(3, "deadlift", MONDAY, 5),
                        SUNDAY),
                0);

        assertEquals(Adherence.DayState.PART, line.days().get(0).state());
        assertEquals(15, line.days().get(0).repetitions());
        assertEquals(0, line.daysDone());
        assertEquals(1, line.daysInPart());
    }

    @Test
    void aFractionOfTheDoseOnDaysEnoughIsInPartAndNeverAsPrescribed() {
        List<Prescription> plan = List.of(Made.prescribed(Made.deadlifts(), MONDAY, null));
        List<DoneSet> sets = new ArrayList<>();
        for (int day = 0; day < 2; day++) {
            sets.addAll(Made.sets(1, "deadlift", MONDAY.plusDays(day), 6));
        }
        Adherence.Line line = only(of(plan, sets, MONDAY.plusDays(7)), 0);
        assertEquals(Adherence.Verdict.IN_PART, line.verdict());
        assertEquals(2, line.daysLeft());
        assertEquals("0 days in full, 2 in part, prescribed 2–3 times a week", PlanWords.daysDone(line));

        sets.addAll(Made.sets(3, "deadlift", MONDAY.plusDays(3), 8));
        line = only(of(plan, sets, MONDAY.plusDays(7)), 0);
        assertEquals(Adherence.Verdict.IN_PART, line.verdict(), "one day in full of two to three");
        assertEquals("1 day in full, 2 in part, prescribed 2–3 times a week", PlanWords.daysDone(line));

        sets.addAll(Made.sets(3, "deadlift", MONDAY.plusDays(4), 8));
        line = only(of(plan, sets, MONDAY.plusDays(7)), 0);
        assertEquals(Adherence.Verdict.MET, line.verdict(), "four days, and no more than the dose of three");
        assertFalse(line.thisWeek(SUNDAY).isDone(), "two days in full of three");
    }

    @Test
    void whatWasBegunTodayCanStillBeDoneInFull() {
        List<Prescription> plan = List.of(Made.prescribed(Made.deadlifts(), MONDAY, null));
        List<DoneSet> sets = new ArrayList<>(Made.sets(3, "deadlift", MONDAY, 8));
        sets.addAll(Made.sets(1, "deadlift", SUNDAY, 8));

        assertEquals(Adherence.Verdict.GOES_ON, only(of(plan, sets, SUNDAY), 0).verdict());
        assertEquals(
                Adherence.Verdict.IN_PART,
                only(of(plan, sets, SUNDAY.plusDays(1)), 0).verdict());
    }

    @Test
    void aWeekIsLessOnlyOnceItCanNoLongerBeMet() {
        List<Prescription> plan = List.of(Made.prescribed(Made.deadlifts(), MONDAY, null));

        assertEquals(
                Adherence.Verdict.GOES_ON,
                only(of(plan, List.of(), SUNDAY.minusDays(1)), 0).verdict());
        assertEquals(
                Adherence.Verdict.LESS, only(of(plan, List.of(), SUNDAY), 0).verdict());
    }

    @Test
    void todayIsStillOpenUntilItIsOver() {
        List<Prescription> plan = List.of(Made.prescribed(Made.deadlifts(), MONDAY, null));
        List<DoneSet> once = Made.sets(3, "deadlift", MONDAY, 8);

        Adherence.Line line = only(of(plan, once, SUNDAY), 0);

        assertEquals(Adherence.DayState.TO_COME, line.days().get(6).state());
        assertEquals(Adherence.DayState.NOTHING, line.days().get(5).state());
        assertEquals(Adherence.Verdict.GOES_ON, line.verdict(), "one of two is done, and Sunday is left");
    }

    @Test
    void aWeekThatBeginsInTheMiddleIsNotJudgedShort() {
        List<Prescription> plan = List.of(Made.prescribed(Made.deadlifts(), MONDAY.plusDays(5), null));

        Adherence.Line line = only(of(plan, List.of(), SUNDAY), 0);

        assertEquals(Adherence.Verdict.PART_OF_A_WEEK, line.verdict());
        assertEquals(Adherence.DayState.NOT_PRESCRIBED, line.days().get(0).state());
    }

    @Test
    void moreDaysThanPrescribedAreSaidWhereTheDoseIsMoreToo() {
        List<DoneSet> sets = new ArrayList<>();
        for (int day = 0; day < 4; day++) {
            sets.addAll(Made.sets(1, "deadlift", MONDAY.plusDays(day), 8));
        }
        List<Prescription> plan = List.of(Made.prescribed(Made.deadlifts(), MONDAY, null));
        assertEquals(
                Adherence.Verdict.IN_PART,
                only(of(plan, sets, SUNDAY.plusDays(1)), 0).verdict(),
                "four days of a third of the dose");

        sets.addAll(Made.sets(3, "deadlift", MONDAY.plusDays(4), 16));
        Adherence.Line line = only(of(plan, sets, SUNDAY), 0);
        assertEquals(Adherence.Verdict.MORE, line.verdict(), "80 reps on five days, and at most 72 on three");
        assertTrue(line.thisWeek(SUNDAY).isDone());

        List<DoneSet> full = new ArrayList<>();
        for (int day = 0; day < 4; day++) {
            full.addAll(Made.sets(3, "deadlift", MONDAY.plusDays(day), 8));
        }
        assertEquals(Adherence.Verdict.MORE, only(of(plan, full, SUNDAY), 0).verdict());
        full.addAll(Made.sets(3, "deadlift", MONDAY, 8));
        full.add(Made.set("deadlift", MONDAY, 1, 70.0));
        assertEquals(
                "more than prescribed, one set above the load cap (70 kg)",
                PlanWords.verdict(only(of(plan, full, SUNDAY), 0), LoadUnit.KG),
                "what is said of the week is not said of a day too");
    }

    @Test
    void farMoreOnADayThanPrescribedForADayIsNeverAsPrescribed() {
        List<Prescription> plan = List.of(Made.prescribed(Made.deadlifts(), MONDAY, null));
        List<DoneSet> sets = new ArrayList<>(Made.sets(14, "deadlift", MONDAY, 8));
        sets.addAll(Made.sets(3, "deadlift", MONDAY.plusDays(3), 8));

        Adherence.Line line = only(of(plan, sets, SUNDAY), 0);

        assertTrue(line.days().get(0).more());
        assertFalse(line.days().get(3).more());
        assertTrue(line.isBeyond());
        assertEquals(
                "days as prescribed, more than prescribed on one day (112 reps, 24 prescribed)",
                PlanWords.verdict(line, LoadUnit.KG));
        assertEquals(
                "done, 14 sets, 112 reps, more than the 24 prescribed",
                PlanWords.done(line.days().get(0), LoadUnit.KG));
        assertEquals("done, 3 sets, 24 reps", PlanWords.done(line.days().get(3), LoadUnit.KG));
        assertFalse(line.thisWeek(SUNDAY).isDone(), "the days of the week are still its days");
    }

    @ParameterizedTest
    @CsvSource({
        "'8,8,8', false, 'as prescribed'",
        "'9,9,9', false, 'a rep more in each may be a miscount'",
        "'10,9,9', true, 'more than that is not'",
        "'8,8,8,8', true, 'a set more'",
        "'8,8,4,5', false, 'the same in more sets, and one of them miscounted'",
        "'14,14', true, 'too much, in fewer sets'"
    })
    void whatIsMoreThanADaysWorkIsMoreByMoreThanAMiscount(String lifted, boolean more, String why) {
        List<Prescription> plan = List.of(Made.prescribed(Made.deadlifts(), MONDAY, null));
        List<DoneSet> sets = Arrays.stream(lifted.split(","))
                .map(repetitions -> Made.set("deadlift", MONDAY, Integer.parseInt(repetitions), 50.0))
                .toList();
        assertEquals(more, moreOn(plan, sets), why);
    }

    @Test
    void oneMoreOfASingleRepetitionIsMore() {
        PrescribedWork singles = Made.deadlifts().dosed(5, 1, null, 60.0);
        List<Prescription> plan = List.of(Made.prescribed(singles, MONDAY, null));
        assertFalse(moreOn(plan, Made.sets(5, "deadlift", MONDAY, 1)));
        assertTrue(moreOn(plan, Made.sets(5, "deadlift", MONDAY, 2)));
        assertTrue(moreOn(plan, Made.sets(6, "deadlift", MONDAY, 1)));
    }

    @Test
    void whoDidTooMuchInFewerSetsIsNotToldToGoOn() {
        List<Prescription> plan = List.of(Made.prescribed(Made.deadlifts(), MONDAY, null));
        Adherence.Line line = only(of(plan, Made.sets(1, "deadlift", MONDAY, 60), MONDAY), 0);
        assertEquals(Adherence.DayState.DONE, line.days().get(0).state());
        assertTrue(line.thisWeek(MONDAY).todayDone());
        assertEquals(
                "one training day left, more than prescribed on one day (60 reps, 24 prescribed)",
                PlanWords.verdict(line, LoadUnit.KG));
    }

    @Test
    void whatWasLiftedBeforeThePlanWasWrittenIsNotMoreThanIt() {
        List<Prescription> plan = List.of(Made.prescribed(Made.deadlifts(), MONDAY, null));
        List<DoneSet> early = Made.sets(5, "deadlift", MONDAY, 8).stream()
                .map(set -> Made.begunAt(set, Made.at(MONDAY, 5)))
                .toList();
        assertFalse(moreOn(plan, early));
        List<DoneSet> both = new ArrayList<>(early);
        both.addAll(Made.sets(3, "deadlift", MONDAY, 8));
        assertFalse(moreOn(plan, both), "what was told is what is held against it");
    }

    private static boolean moreOn(List<Prescription> plan, List<DoneSet> sets) {
        return only(of(plan, sets, SUNDAY), 0).days().get(0).more();
    }

    @Test
    void whatWasToldAsItWasLiftedIsNotMoreForAPlanThatWasMadeLessInTheEvening() {
        UUID series = UUID.randomUUID();
        PrescribedWork less = Made.deadlifts().dosed(1, 5, null, 40.0);
        Prescription told = Made.version(series, 1, Made.deadlifts(), MONDAY, null, MONDAY);
        Prescription then = Made.version(series, 2, less, MONDAY, null, MONDAY);
        List<DoneSet> lifted = Made.sets(3, "deadlift", MONDAY, 8);
        assertTrue(moreOn(List.of(told, then), lifted), "both of the morning");
        Prescription evening = Made.writtenAt(then, Made.at(MONDAY, 20));
        assertFalse(moreOn(List.of(told, evening), lifted));
        assertEquals(0, only(of(List.of(told, evening), lifted, SUNDAY), 0).setsAboveCap());
    }

    @Test
    void aLoadAboveTheCapIsSaidWhereTheWeekIs() {
        List<Prescription> plan = List.of(Made.prescribed(Made.deadlifts(), MONDAY, null));
        List<DoneSet> sets = new ArrayList<>();
        for (int day = 0; day < 2; day++) {
            sets.addAll(Made.sets(2, "deadlift", MONDAY.plusDays(day), 8));
            sets.add(Made.set("deadlift", MONDAY.plusDays(day), 8, 120.0));
        }

        Adherence.Line line = only(of(plan, sets, SUNDAY), 0);

        assertEquals(Adherence.Verdict.MET, line.verdict());
        assertEquals(2, line.setsAboveCap());
        assertEquals(
                "days as prescribed, 2 sets above the load cap (up to 120 kg)", PlanWords.verdict(line, LoadUnit.KG));
        assertEquals(
                "done, 3 sets, 24 reps, one set above the load cap (120 kg)",
                PlanWords.done(line.days().get(0), LoadUnit.KG));
    }

    @Test
    void simulatedSetsAreNamedAndNotCounted() {
        List<DoneSet> sets = List.of(Made.simulated(Made.set("deadlift", MONDAY, 8, 50.0)));
        List<Prescription> plan = List.of(Made.prescribed(Made.deadlifts(), MONDAY, null));

        Adherence adherence = of(plan, sets, SUNDAY);

        assertEquals(1, adherence.simulatedSets());
        List<DoneSet> another = List.of(sets.get(0), Made.simulated(Made.set("squat", MONDAY, 8, 50.0)));
        assertEquals(2, of(plan, another, SUNDAY).simulatedSets(), "of whatever exercise, as where pain is said");
        assertEquals(0, only(adherence, 0).daysDone());
    }

    @Test
    void eachDayIsHeldToTheVersionOfThatDay() {
        UUID series = UUID.randomUUID();
        PrescribedWork less = Made.deadlifts().dosed(1, 5, null, 40.0);
        List<Prescription> versions = List.of(
                Made.version(series, 1, Made.deadlifts(), MONDAY, null, MONDAY),
                Made.version(series, 2, less, MONDAY, null, MONDAY.plusDays(2)));
        List<DoneSet> sets = new ArrayList<>(Made.sets(1, "deadlift", MONDAY, 5));
        sets.addAll(Made.sets(1, "deadlift", MONDAY.plusDays(3), 5));

        Adherence adherence = of(versions, sets, SUNDAY);
        Adherence.Line line = only(adherence, 0);

        assertEquals(Adherence.DayState.PART, line.days().get(0).state());
        assertEquals(Adherence.DayState.DONE, line.days().get(3).state());
        assertEquals(1, adherence.compliance().setsAboveCap(), "50 kg is above the cap of the second version only");
    }

    @Test
    void whatIsOverIsNoLongerAskedFor() {
        List<Prescription> plan = List.of(Made.prescribed(Made.deadlifts(), MONDAY, SUNDAY));

        Adherence adherence = of(plan, List.of(), SUNDAY.plusDays(7));

        assertEquals(1, adherence.weeks().get(0).lines().size());
        assertEquals(0, adherence.weeks().get(1).lines().size());
    }

    @Test
    void minutesWalkedAreSummedByWeek() {
        Adherence adherence = Adherence.of(
                List.of(),
                new Adherence.Done(
                        List.of(), Map.of(MONDAY, 20, MONDAY.plusDays(2), 25, MONDAY.plusDays(7), 30), false),
                MONDAY,
                MONDAY.plusDays(8));

        assertEquals(45, adherence.weeks().get(0).walkingMinutes());
        assertEquals(30, adherence.weeks().get(1).walkingMinutes());
    }

    @Test
    void nothingJudgedIsNoPercentage() {
        assertNull(of(List.of(), List.of(), SUNDAY).compliance().withinLimits().percent());
    }
}
