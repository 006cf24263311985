package org.plumbline.server.rehab.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    static final int DAYS_A_WEEK = 7;

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
        /** Days on which all of it was done, or more, be it in fewer sets. */
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

        /** Days on which more was done than prescribed for a day. */
        public int daysMore() {
            return (int) days.stream().filter(Day::more).count();
        }

        /** The day on which it was more by the most repetitions; empty where there is none. */
        Optional<Day> mostMore() {
            return days.stream()
                    .filter(Day::more)
                    .max(Comparator.comparingInt(day -> day.repetitions() - day.prescribed()));
        }

        /** The most load of the sets above the cap, kg; 0 where there are none. */
        double heaviestAboveCapKg() {
            return days.stream().mapToDouble(Day::heaviestAboveCapKg).max().orElse(0);
        }

        /** Sets with more load than the cap. */
        public int setsAboveCap() {
            return days.stream().mapToInt(Day::setsAboveCap).sum();
        }

        /** Whether the days are as prescribed, and on some of them it was more, or heavier. */
        public boolean isMetByDaysAlone() {
            return verdict == Verdict.MET && isBeyond();
        }

        /** Whether more was done than prescribed: on more days, more repetitions on a day, or more load. */
        public boolean isBeyond() {
            return verdict == Verdict.MORE || days.stream().anyMatch(Day::isBeyond);
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
     * @param prescribed repetitions, or holds, prescribed for it; 0 where nothing was
     * @param more whether that is more than prescribed for a day
     * @param setsAboveCap sets with more load than the cap
     * @param heaviestAboveCapKg the most load of those, kg; 0 where there are none
     */
    public record Day(
            LocalDate day,
            DayState state,
            int sets,
            int repetitions,
            int prescribed,
            boolean more,
            int setsAboveCap,
            double heaviestAboveCapKg) {
        static Day without(LocalDate day, DayState state, int prescribed) {
            return new Day(day, state, 0, 0, prescribed, false, 0, 0);
        }

        /** Whether more was done than prescribed, or heavier. */
        public boolean isBeyond() {
            return more || setsAboveCap > 0;
        }
    }

    /** What was done of a prescription on a day. */
    public enum DayState {
        /** Every set, with every repetition of it; or more than prescribed, in whatever sets. */
        DONE,
        /** Some of it. */
        PART,
        NOTHING,
        /** It was not prescribed then. */
        NOT_PRESCRIBED,
        /** A day ahead, or today while nothing was done yet. */
        TO_COME
    }

    /** How the days of a week compare with the frequency. What is too much on a day of it is said of the day. */
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
        WeekReading reading = new WeekReading(versions, counted, done.walkingMinutes(), today);
        List<Week> weeks = new ArrayList<>();
        for (LocalDate monday = first; !monday.isAfter(today); monday = monday.plusDays(DAYS_A_WEEK)) {
            weeks.add(reading.of(monday));
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

    static int daysIn(List<Day> days, DayState state) {
        return (int) days.stream().filter(day -> day.state() == state).count();
    }
}
