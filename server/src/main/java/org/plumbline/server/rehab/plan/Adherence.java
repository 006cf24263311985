package org.plumbline.server.rehab.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.training.PlannedWork;
import org.plumbline.server.web.Words;

/**
 * What was prescribed against what was done, week by week from Monday to Sunday.
 *
 * @param weeks the weeks, earliest first
 * @param compliance how the repetitions of all counted sets compare with what was prescribed for them
 * @param byExercise the same, by name of the exercise
 * @param simulatedByExercise how those compare that are not counted, for nobody wore a sensor, by name of the exercise
 * @param simulatedSets sets that are not counted, for nobody wore a sensor
 */
public record Adherence(
        List<Week> weeks,
        Compliance compliance,
        Map<String, Compliance> byExercise,
        Map<String, Compliance> simulatedByExercise,
        int simulatedSets) {
    private static final int DAYS_A_WEEK = 7;

    /**
     * A week.
     *
     * @param monday its first day
     * @param lines one a prescription in force in it
     * @param walkingMinutes minutes walked
     */
    public record Week(LocalDate monday, List<Line> lines, int walkingMinutes) {}

    /**
     * A prescription in a week.
     *
     * @param prescription the version in force last in the week
     * @param days what was done, Monday to Sunday
     * @param verdict how that compares
     */
    public record Line(Prescription prescription, List<Day> days, Verdict verdict) {
        /** Days on which all of it was done. */
        public int daysDone() {
            return daysIn(days, DayState.DONE);
        }

        /** Days on which some of it was done, and not all. */
        public int daysInPart() {
            return daysIn(days, DayState.PART);
        }

        /** Days that are left to do, at the least; 0 where the least is done. */
        public int daysLeft() {
            return Math.max(0, prescription.work().timesAWeekLeast() - daysDone());
        }

        /** How far the week is on a day of it. */
        PlannedWork.ThisWeek thisWeek(LocalDate today) {
            DayState state = days.get(today.getDayOfWeek().getValue() - 1).state();
            return new PlannedWork.ThisWeek(
                    daysDone(), prescription.work().timesAWeekMost(), state == DayState.DONE, verdict == Verdict.MORE);
        }
    }

    /**
     * A day of a prescription.
     *
     * @param day the day
     * @param state what was done
     * @param sets sets done
     * @param repetitions repetitions, or holds, done
     */
    public record Day(LocalDate day, DayState state, int sets, int repetitions) {}

    /** What was done of a prescription on a day. */
    public enum DayState {
        /** Every set, with every repetition of it. */
        DONE,
        /** Some of it. */
        PART,
        NOTHING,
        /** It was not prescribed then. */
        NOT_PRESCRIBED,
        /** A day ahead, or today while nothing was done yet. */
        TO_COME
    }

    /** How the days of a week compare with the frequency. */
    public enum Verdict {
        MET,
        MORE,
        LESS,
        /** Days enough, and too few of them in full. */
        IN_PART,
        /** The week goes on, and what is left can still be done. */
        GOES_ON,
        /** It was prescribed for a part of the week only: not judged. */
        PART_OF_A_WEEK
    }

    /** What a person has done, as adherence looks at it. */
    public record Done(List<DoneSet> sets, Map<LocalDate, Integer> walkingMinutes, boolean countSimulated) {}

    /**
     * Compares the weeks of a period.
     *
     * @param versions every version of every prescription
     * @param from a day of the first week
     * @param today a day of the last week
     */
    public static Adherence of(List<Prescription> versions, Done done, LocalDate from, LocalDate today) {
        LocalDate first = monday(from);
        List<DoneSet> counted = new ArrayList<>();
        int simulated = 0;
        Compliance all = Compliance.NONE;
        Map<String, Compliance> byExercise = new LinkedHashMap<>();
        Map<String, Compliance> simulatedByExercise = new LinkedHashMap<>();
        for (DoneSet set : done.sets()) {
            if (set.day().isBefore(first) || set.day().isAfter(today)) {
                continue;
            }
            Prescription told = inForce(versions, set);
            if (set.simulated() && !done.countSimulated()) {
                simulated++;
                if (told != null) {
                    simulatedByExercise.merge(set.exercise(), Compliance.of(told.work(), set), Compliance::plus);
                }
                continue;
            }
            counted.add(set);
            if (told != null) {
                Compliance found = Compliance.of(told.work(), set);
                all = all.plus(found);
                byExercise.merge(set.exercise(), found, Compliance::plus);
            }
        }
        List<Week> weeks = new ArrayList<>();
        for (LocalDate monday = first; !monday.isAfter(today); monday = monday.plusDays(DAYS_A_WEEK)) {
            weeks.add(week(versions, counted, done.walkingMinutes(), monday, today));
        }
        return new Adherence(weeks, all, byExercise, simulatedByExercise, simulated);
    }

    /**
     * Sets above the cap in words, those that nobody lifted apart; that none was measured is not that none was above.
     *
     * @param exercise name of the exercise, or null for all
     */
    public String setsAboveCap(@Nullable String exercise) {
        boolean measured = exercise == null ? !byExercise.isEmpty() : byExercise.containsKey(exercise);
        int above = exercise == null
                ? compliance.setsAboveCap()
                : byExercise.getOrDefault(exercise, Compliance.NONE).setsAboveCap();
        int simulated = simulatedByExercise.entrySet().stream()
                .filter(one -> exercise == null || one.getKey().equals(exercise))
                .mapToInt(one -> one.getValue().setsAboveCap())
                .sum();
        String said = measured ? String.valueOf(above) : Words.say("plan.above.cap.none.measured");
        return simulated == 0 ? said : said + " " + Words.say("plan.above.cap.simulated", simulated);
    }

    /**
     * The version that was in force when a set was begun, or null where the exercise was not prescribed then: before the plan's start and
     * after its end, and of its first day what was lifted before it was written.
     */
    static @Nullable Prescription inForce(List<Prescription> versions, DoneSet set) {
        return inForce(versions, set.exercise(), set.startedAt(), set.day());
    }

    /**
     * The same of an exercise.
     *
     * @param begun when a set of it began
     * @param day the day of that
     */
    static @Nullable Prescription inForce(List<Prescription> versions, String exercise, Instant begun, LocalDate day) {
        return versions.stream()
                .filter(version -> version.work().exercise().equals(exercise))
                .filter(version -> !version.writtenAt().isAfter(begun) || version.isBackdated())
                .filter(version -> isNewest(versions, version, begun))
                .filter(version -> version.isOn(day))
                .findFirst()
                .orElse(null);
    }

    private static boolean isNewest(List<Prescription> versions, Prescription version, Instant begun) {
        return versions.stream()
                .noneMatch(other -> other.series().equals(version.series())
                        && other.version() > version.version()
                        && !other.writtenAt().isAfter(begun));
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Week week(
            List<Prescription> versions,
            List<DoneSet> sets,
            Map<LocalDate, Integer> walking,
            LocalDate monday,
            LocalDate today) {
        Map<UUID, List<Prescription>> series = new LinkedHashMap<>();
        versions.forEach(version -> series.computeIfAbsent(version.series(), any -> new ArrayList<>())
                .add(version));
        List<LocalDate> days =
                IntStream.range(0, DAYS_A_WEEK).mapToObj(monday::plusDays).toList();
        List<Line> lines = new ArrayList<>();
        for (List<Prescription> ofSeries : series.values()) {
            Line line = line(new Versions(ofSeries), sets, days, today);
            if (line.days().stream().anyMatch(day -> day.state() != DayState.NOT_PRESCRIBED)) {
                lines.add(line);
            }
        }
        int minutes =
                days.stream().mapToInt(day -> walking.getOrDefault(day, 0)).sum();
        return new Week(monday, lines, minutes);
    }

    private static Line line(Versions versions, List<DoneSet> sets, List<LocalDate> days, LocalDate today) {
        List<Day> cells =
                days.stream().map(day -> cell(versions, sets, day, today)).toList();
        Prescription last = versions.onOrBefore(days.get(DAYS_A_WEEK - 1));
        List<Prescription> inForce =
                days.stream().map(versions::at).filter(Objects::nonNull).toList();
        int repetitionsADay = inForce.stream()
                .mapToInt(version -> version.work().repetitionsADay())
                .max()
                .orElse(0);
        boolean whole = inForce.size() == DAYS_A_WEEK;
        boolean more = isMore(last.work(), cells, repetitionsADay);
        return new Line(last, cells, more ? Verdict.MORE : verdict(last.work(), cells, whole, today));
    }

    private static Day cell(Versions versions, List<DoneSet> sets, LocalDate day, LocalDate today) {
        Prescription prescription = versions.at(day);
        if (prescription == null) {
            return new Day(day, DayState.NOT_PRESCRIBED, 0, 0);
        }
        PrescribedWork work = prescription.work();
        List<DoneSet> ofDay = sets.stream()
                .filter(set -> set.day().equals(day) && set.exercise().equals(work.exercise()))
                .toList();
        int repetitions = ofDay.stream().mapToInt(DoneSet::repetitions).sum();
        DayState state;
        if (ofDay.isEmpty()) {
            state = day.isBefore(today) ? DayState.NOTHING : DayState.TO_COME;
        } else {
            boolean all = ofDay.size() >= work.sets() && repetitions >= work.repetitionsADay();
            state = all ? DayState.DONE : DayState.PART;
        }
        return new Day(day, state, ofDay.size(), repetitions);
    }

    /** Days done in part make a week more than prescribed only where it comes to more repetitions too. */
    private static boolean isMore(PrescribedWork work, List<Day> cells, int repetitionsADay) {
        int most = work.timesAWeekMost();
        int full = daysIn(cells, DayState.DONE);
        int repetitions = cells.stream().mapToInt(Day::repetitions).sum();
        return full > most || (full + daysIn(cells, DayState.PART) > most && repetitions > most * repetitionsADay);
    }

    private static Verdict verdict(PrescribedWork work, List<Day> cells, boolean whole, LocalDate today) {
        int least = work.timesAWeekLeast();
        int full = daysIn(cells, DayState.DONE);
        if (full >= least) {
            return Verdict.MET;
        }
        // what was begun today can still be done in full
        boolean begun = cells.stream()
                .anyMatch(cell -> cell.state() == DayState.PART && cell.day().equals(today));
        int left = daysIn(cells, DayState.TO_COME) + (begun ? 1 : 0);
        if (full + left >= least) {
            return Verdict.GOES_ON;
        }
        if (!whole) {
            return Verdict.PART_OF_A_WEEK;
        }
        return full + daysIn(cells, DayState.PART) >= least ? Verdict.IN_PART : Verdict.LESS;
    }

    private static int daysIn(List<Day> days, DayState state) {
        return (int) days.stream().filter(day -> day.state() == state).count();
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
