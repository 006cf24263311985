package org.plumbline.server.review.chart;

import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.web.Words;

/**
 * What the marks along a repetition of an exercise are called.
 *
 * @param wayUp where the way up begins, or null where the exercise has none
 * @param top where it ends, or null
 */
record Phases(@Nullable String wayUp, @Nullable String top) {
    static Phases of(String exercise) {
        ExerciseProfile profile = ExerciseProfile.ofName(exercise).orElse(ExerciseProfile.TRUNK_MOVEMENT);
        if (profile.isHold()) {
            return new Phases(null, null);
        }
        return new Phases(
                Words.say("chart.phase.way-up"),
                Words.say(isLockedOut(profile) ? "chart.phase.lockout" : "chart.phase.top"));
    }

    /** Only a lift that begins at its low end and is held up at straight joints ends in a lockout; a squat begins and ends standing. */
    private static boolean isLockedOut(ExerciseProfile profile) {
        return profile.start() == ExerciseProfile.Start.BOTTOM
                && (profile.name().equals("deadlift") || profile.name().equals("overhead_press"));
    }
}
