package org.plumbline.server.training;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says what a person was told that speaks against a further set: a set stopped for sharp pain, answers that a doctor should hear, an
 * exercise that is to be left out. Who knows of such things implements it; every bean of this kind is asked.
 */
public interface SetHold {
    /**
     * What a person was told.
     *
     * @param question what it is a question of, which says who else may read it
     * @param sentence in plain words, a whole sentence
     * @param link address of the page that says more, or where something can be done about it
     * @param linkText words of that link
     * @param exercises the exercises it speaks of, or null where of every one
     */
    record Told(
            BegunAnyway.Question question,
            String sentence,
            String link,
            String linkText,
            @Nullable Set<String> exercises) {
        /** Whether it speaks against a set of that exercise. */
        public boolean speaksOf(String exercise) {
            return exercises == null || exercises.contains(exercise);
        }
    }

    /** What stands against a set now, the weightiest first; empty where nothing does. */
    List<Told> told(UUID lifterId, Instant now);
}
