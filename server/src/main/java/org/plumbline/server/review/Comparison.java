package org.plumbline.server.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.repetition.ExerciseProfile;

/**
 * Which sets of a lifter are put side by side.
 *
 * @param lifterId whose
 * @param exercise name of the exercise
 * @param loadKg load, or null for all
 * @param simulated whether it is the simulated sets, which count nowhere, and no others
 */
record Comparison(UUID lifterId, String exercise, @Nullable Double loadKg, boolean simulated) {
    Comparison {
        exercise = ExerciseProfile.spelled(exercise);
    }

    /** The same at all loads. */
    Comparison atAllLoads() {
        return new Comparison(lifterId, exercise, null, simulated);
    }

    /** What the addresses of its charts end with. */
    String query() {
        return "&exercise=" + exercise + (loadKg == null ? "" : "&load=" + loadKg)
                + (simulated ? "&simulated=true" : "");
    }
}
