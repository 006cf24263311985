package org.plumbline.server.rehab.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How pain went in the sessions with an exercise. It names what came together, not what made what.
 *
 * @param exercise name of the exercise
 * @param sessions sessions with it
 * @param answered of those, with a score before and one during or after
 * @param rose of those, in how many it rose by two points or more
 * @param medianRise the middle of the rises, points; null where there are too few answers
 * @param nextDayAnswered sessions with a score before and one the day after
 * @param nextDayRose of those, in how many it was two points or more above the one before
 * @param nextDayMedianRise the middle of those, points; null where there are too few answers
 * @param masked sessions in which a painkiller may have lowered a score
 */
public record ExerciseResponse(
        String exercise,
        int sessions,
        int answered,
        int rose,
        @Nullable Double medianRise,
        int nextDayAnswered,
        int nextDayRose,
        @Nullable Double nextDayMedianRise,
        int masked) {
    /** Fewer sessions say nothing of an exercise. */
    public static final int LEAST_ANSWERS = 3;

    /** The least change of a 0 to 10 score that matters to a person, points (Ostelo 2008). */
    static final int RISE = 2;

    /** The matrix: one row an exercise, by name. */
    public static List<ExerciseResponse> of(List<SessionResponse> responses) {
        Set<String> exercises = new TreeSet<>();
        responses.forEach(response -> exercises.addAll(response.exercises()));
        return exercises.stream().map(exercise -> of(exercise, responses)).toList();
    }

    private static ExerciseResponse of(String exercise, List<SessionResponse> responses) {
        List<SessionResponse> with = responses.stream()
                .filter(response -> response.exercises().contains(exercise))
                .toList();
        List<Integer> rises = new ArrayList<>();
        List<Integer> nextDay = new ArrayList<>();
        for (SessionResponse response : with) {
            Stream.ofNullable(response.riseWith(exercise)).forEach(rises::add);
            Stream.ofNullable(response.riseNextDay()).forEach(nextDay::add);
        }
        return new ExerciseResponse(
                exercise,
                with.size(),
                rises.size(),
                rose(rises),
                median(rises),
                nextDay.size(),
                rose(nextDay),
                median(nextDay),
                (int) with.stream().filter(SessionResponse::mayBeMasked).count());
    }

    private static int rose(List<Integer> rises) {
        return (int) rises.stream().filter(rise -> rise >= RISE).count();
    }

    private static @Nullable Double median(List<Integer> rises) {
        if (rises.size() < LEAST_ANSWERS) {
            return null;
        }
        Collections.sort(rises);
        int middle = rises.size() / 2;
        return rises.size() % 2 == 1 ? rises.get(middle) : (rises.get(middle - 1) + rises.get(middle)) / 2.0;
    }
}
