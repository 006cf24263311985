package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Adherence as programs see it. */
record AdherenceJson(List<Week> weeks, Compliance compliance, int simulatedSets) {
    /** @param monday first day of the week */
    record Week(LocalDate monday, int walkingMinutes, List<Line> prescriptions) {}

    /**
     * @param daysDone days on which all of it was done, or more
     * @param daysInPart days on which some of it was done, and not all
     * @param daysMore days on which more was done than prescribed for a day
     * @param setsAboveCap sets with more load than the cap
     * @param verdict how the days compare: met, more, less, in_part, goes_on or part_of_a_week
     */
    record Line(
            UUID series,
            String exercise,
            int daysDone,
            int daysInPart,
            int daysMore,
            int setsAboveCap,
            int least,
            int most,
            String verdict,
            List<Day> days) {}

    /**
     * @param state done, part, nothing, not_prescribed or to_come
     * @param more whether that is more than prescribed for a day
     * @param setsAboveCap sets with more load than the cap
     */
    record Day(LocalDate day, String state, int sets, int repetitions, boolean more, int setsAboveCap) {}

    static AdherenceJson of(Adherence adherence) {
        return new AdherenceJson(
                adherence.weeks().stream()
                        .map(week -> new Week(
                                week.monday(),
                                week.walkingMinutes(),
                                week.lines().stream().map(AdherenceJson::line).toList()))
                        .toList(),
                adherence.compliance(),
                adherence.simulatedSets());
    }

    private static Line line(Adherence.Line line) {
        Prescription prescription = line.prescription();
        return new Line(
                prescription.series(),
                prescription.work().exercise(),
                line.daysDone(),
                line.daysInPart(),
                line.daysMore(),
                line.setsAboveCap(),
                prescription.work().timesAWeekLeast(),
                prescription.work().timesAWeekMost(),
                line.verdict().name().toLowerCase(Locale.ROOT),
                line.days().stream()
                        .map(day -> new Day(
                                day.day(),
                                day.state().name().toLowerCase(Locale.ROOT),
                                day.sets(),
                                day.repetitions(),
                                day.more(),
                                day.setsAboveCap()))
                        .toList());
    }
}
