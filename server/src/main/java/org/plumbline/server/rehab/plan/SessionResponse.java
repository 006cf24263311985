package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A day of training with its dose, and the pain said before, during, after and the day after.
 *
 * @param day the day
 * @param sets sets done
 * @param repetitions repetitions done
 * @param volumeKg repetitions times load, kg; null where a load was not said
 * @param exercises names of the exercises done
 * @param before the last score before, or null
 * @param during the highest score during, or null
 * @param after the highest score after, or null
 * @param nextDay the highest score about 24 h later, or null
 * @param mayBeMasked whether a painkiller may have lowered one of them
 * @param stopped whether a set was stopped for sharp pain
 * @param duringBy the highest score said of a set of an exercise, by name of the exercise
 */
public record SessionResponse(
        LocalDate day,
        int sets,
        int repetitions,
        @Nullable Double volumeKg,
        Set<String> exercises,
        @Nullable Integer before,
        @Nullable Integer during,
        @Nullable Integer after,
        @Nullable Integer nextDay,
        boolean mayBeMasked,
        boolean stopped,
        Map<String, Integer> duringBy) {
    /** The days with a set or a score, earliest first. */
    public static List<SessionResponse> of(List<DoneSet> sets, List<PainReading> readings, Set<LocalDate> stopped) {
        Map<LocalDate, List<DoneSet>> setsByDay = new TreeMap<>();
        sets.forEach(set ->
                setsByDay.computeIfAbsent(set.day(), any -> new ArrayList<>()).add(set));
        List<SessionResponse> responses = new ArrayList<>();
        setsByDay.forEach((day, ofDay) -> responses.add(of(
                day,
                ofDay,
                readings.stream().filter(reading -> reading.day().equals(day)).toList(),
                stopped.contains(day))));
        return responses;
    }

    private static SessionResponse of(LocalDate day, List<DoneSet> sets, List<PainReading> readings, boolean stopped) {
        Set<String> exercises = new LinkedHashSet<>();
        Map<String, Integer> duringBy = new LinkedHashMap<>();
        Double volume = 0.0;
        for (DoneSet set : sets) {
            exercises.add(set.exercise());
            Double ofSet = set.volumeKg();
            volume = volume == null || ofSet == null ? null : Double.valueOf(volume + ofSet);
            for (PainReading reading : readings) {
                if (set.id().equals(reading.setId()) && reading.moment() != PainReading.Moment.BEFORE) {
                    duringBy.merge(set.exercise(), reading.score(), Math::max);
                }
            }
        }
        return new SessionResponse(
                day,
                sets.size(),
                sets.stream().mapToInt(DoneSet::repetitions).sum(),
                volume,
                exercises,
                last(readings, PainReading.Moment.BEFORE),
                highest(readings, PainReading.Moment.DURING),
                highest(readings, PainReading.Moment.AFTER),
                highest(readings, PainReading.Moment.NEXT_DAY),
                readings.stream().anyMatch(PainReading::mayBeMasked),
                stopped,
                duringBy);
    }

    private static @Nullable Integer last(List<PainReading> readings, PainReading.Moment moment) {
        return readings.stream()
                .filter(reading -> reading.moment() == moment)
                .max(Comparator.comparing(PainReading::at))
                .map(PainReading::score)
                .orElse(null);
    }

    private static @Nullable Integer highest(List<PainReading> readings, PainReading.Moment moment) {
        return readings.stream()
                .filter(reading -> reading.moment() == moment)
                .map(PainReading::score)
                .max(Integer::compare)
                .orElse(null);
    }

    /**
     * The worst of during and after less before, for an exercise; null where one of them was not said. Where scores were said
     * of single sets, only those of the exercise count for it.
     */
    @Nullable
    Integer riseWith(String exercise) {
        Integer worst = duringBy.get(exercise);
        if (duringBy.isEmpty()) {
            worst = during == null || (after != null && after > during) ? after : during;
        }
        return before == null || worst == null ? null : Integer.valueOf(worst - before);
    }

    /** The day after less before; null where one of them was not said. */
    @Nullable
    Integer riseNextDay() {
        return before == null || nextDay == null ? null : Integer.valueOf(nextDay - before);
    }
}
