package org.plumbline.server.review;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.web.Words;

/**
 * Which of the lifters' sets a roster looks at.
 *
 * @param exercise name of the exercise, or null for all
 * @param days it looks at so many days back for who trained and what is open
 * @param leastKg least load, or null
 * @param mostKg most load, or null
 */
public record RosterFilter(
        @Nullable String exercise,
        int days,
        @Nullable Double leastKg,
        @Nullable Double mostKg) {
    static final int LONGEST_DAYS = 56;

    /** @throws IllegalArgumentException where a number makes no sense; the message is for the person */
    public RosterFilter {
        exercise = exercise == null ? null : ExerciseProfile.spelled(exercise);
        if (days < 1 || days > LONGEST_DAYS) {
            throw new IllegalArgumentException(Words.say("roster.days.refused", String.valueOf(LONGEST_DAYS)));
        }
        if (leastKg != null && mostKg != null && leastKg > mostKg) {
            throw new IllegalArgumentException(Words.say("roster.loads.refused"));
        }
    }

    /** Whether it looks at sets of that exercise and load; a set without a load is in no range of loads. */
    boolean admits(String exerciseDone, @Nullable Double loadKg) {
        return (exercise == null || exercise.equals(exerciseDone))
                && (leastKg == null || (loadKg != null && loadKg >= leastKg))
                && (mostKg == null || (loadKg != null && loadKg <= mostKg));
    }
}
