package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.rehab.plan.Adherence.Day;
import org.plumbline.server.rehab.plan.Adherence.DayState;
import org.plumbline.server.rehab.plan.Adherence.Line;
import org.plumbline.server.rehab.plan.Adherence.Verdict;
import org.plumbline.server.rehab.plan.Adherence.Week;

/** Reads one week of a plan: each day by the version of that day, and the days together by the frequency. */
final class WeekReading {
    /**
     * So much more than prescribed for a day is taken for a miscount, share of its repetitions: one in a set of seven. Heuristic; most
     * sets are counted to the repetition (docs/reference/accuracy.md).
     */
    private static final double MISCOUNTED_SHARE = 0.15;

    private final List<Versions> series;
    private final List<DoneSet> sets;
    private final Map<LocalDate, Integer> walkingMinutes;
    private final LocalDate today;

    WeekReading(
            List<Prescription> versions, List<DoneSet> sets, Map<LocalDate, Integer> walkingMinutes, LocalDate today) {
        Map<UUID, List<Prescription>> bySeries = new LinkedHashMap<>();
        versions.forEach(version -> bySeries.computeIfAbsent(version.series(), any -> new ArrayList<>())
                .add(version));
        this.series = bySeries.values().stream().map(Versions::new).toList();
        this.sets = sets;
        this.walkingMinutes = walkingMinutes;
        this.today = today;
    }

    Week of(LocalDate monday) {
        List<LocalDate> days = IntStream.range(0, Adherence.DAYS_A_WEEK)
                .mapToObj(monday::plusDays)
                .toList();
        List<Line> lines = new ArrayList<>();
        for (Versions ofSeries : series) {
            Line line = line(ofSeries, days);
            if (line.days().stream().anyMatch(day -> day.state() != DayState.NOT_PRESCRIBED)) {
                lines.add(line);
            }
        }
        int minutes = days.stream()
                .mapToInt(day -> walkingMinutes.getOrDefault(day, 0))
                .sum();
        return new Week(monday, lines, minutes);
    }

    private Line line(Versions ofSeries, List<LocalDate> days) {
        List<Day> cells = days.stream().map(day -> cell(ofSeries, day)).toList();
        Prescription last = ofSeries.onOrBefore(days.get(Adherence.DAYS_A_WEEK - 1));
        List<Prescription> inForce =
                days.stream().map(ofSeries::at).filter(Objects::nonNull).toList();
        int repetitionsADay = inForce.stream()
                .mapToInt(version -> version.work().repetitionsADay())
                .max()
                .orElse(0);
        boolean whole = inForce.size() == Adherence.DAYS_A_WEEK;
        boolean more = isMoreInAWeek(last.work(), cells, repetitionsADay);
        return new Line(last, cells, more ? Verdict.MORE : verdict(last.work(), cells, whole));
    }

    private Day cell(Versions ofSeries, LocalDate day) {
        Prescription prescription = ofSeries.at(day);
        if (prescription == null) {
            return Day.without(day, DayState.NOT_PRESCRIBED, 0);
        }
        PrescribedWork work = prescription.work();
        List<DoneSet> ofDay = sets.stream()
                .filter(set -> set.day().equals(day) && set.exercise().equals(work.exercise()))
                .toList();
        if (ofDay.isEmpty()) {
            return Day.without(day, day.isBefore(today) ? DayState.NOTHING : DayState.TO_COME, work.repetitionsADay());
        }
        int repetitions = ofDay.stream().mapToInt(DoneSet::repetitions).sum();
        boolean all = ofDay.size() >= work.sets() && repetitions >= work.repetitionsADay();
        List<Told> told = Told.of(ofSeries.ofSeries(), ofDay);
        boolean more = isMoreOnADay(work, told);
        List<Told> above = told.stream().filter(Told::isAboveCap).toList();
        return new Day(
                day,
                all || more ? DayState.DONE : DayState.PART,
                ofDay.size(),
                repetitions,
                work.repetitionsADay(),
                more,
                above.size(),
                above.stream()
                        .map(one -> one.set().loadKg())
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0));
    }

    /** What was lifted before it was prescribed is not held against it; where the plan was changed on the day, every version of it counts. */
    private static boolean isMoreOnADay(PrescribedWork ofDay, List<Told> told) {
        int repetitions = told.stream().mapToInt(one -> one.set().repetitions()).sum();
        return !told.isEmpty()
                && Stream.concat(Stream.of(ofDay), told.stream().map(Told::work))
                        .map(PrescribedWork::repetitionsADay)
                        .allMatch(most -> repetitions > most * (1 + MISCOUNTED_SHARE));
    }

    /** Days done in part make a week more than prescribed only where it comes to more repetitions too. */
    private static boolean isMoreInAWeek(PrescribedWork work, List<Day> cells, int repetitionsADay) {
        int most = work.timesAWeekMost();
        int full = Adherence.daysIn(cells, DayState.DONE);
        int repetitions = cells.stream().mapToInt(Day::repetitions).sum();
        return full > most
                || (full + Adherence.daysIn(cells, DayState.PART) > most && repetitions > most * repetitionsADay);
    }

    private Verdict verdict(PrescribedWork work, List<Day> cells, boolean whole) {
        int least = work.timesAWeekLeast();
        int full = Adherence.daysIn(cells, DayState.DONE);
        if (full >= least) {
            return Verdict.MET;
        }
        // what was begun today can still be done in full
        boolean begun = cells.stream()
                .anyMatch(cell -> cell.state() == DayState.PART && cell.day().equals(today));
        int left = Adherence.daysIn(cells, DayState.TO_COME) + (begun ? 1 : 0);
        if (full + left >= least) {
            return Verdict.GOES_ON;
        }
        if (!whole) {
            return Verdict.PART_OF_A_WEEK;
        }
        return full + Adherence.daysIn(cells, DayState.PART) >= least ? Verdict.IN_PART : Verdict.LESS;
    }

    /** The versions of one prescription by the day they count for: the last that was written up to it. */
    private record Versions(List<Prescription> ofSeries) {
        @Nullable
        Prescription at(LocalDate day) {
            Prescription written = onOrBefore(day);
            return written.isOn(day) ? written : null;
        }

        Prescription onOrBefore(LocalDate day) {
            Prescription found = ofSeries.get(0);
            for (Prescription version : ofSeries) {
                LocalDate written = LocalDate.ofInstant(version.writtenAt(), ZoneId.systemDefault());
                if (version.version() > found.version() && !written.isAfter(day)) {
                    found = version;
                }
            }
            return found;
        }
    }
}
