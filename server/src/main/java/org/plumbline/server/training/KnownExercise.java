package org.plumbline.server.training;

import org.plumbline.core.repetition.ExerciseProfile;
import org.plumbline.server.web.Words;

/** The exercises that limits and goals are of. */
public final class KnownExercise {
    private KnownExercise() {}

    /**
     * The one spelling of an exercise.
     *
     * @param said its name, however it is capitalised and spaced
     * @throws IllegalArgumentException where there is no such exercise; the message is for the person
     */
    public static String spelled(String said) {
        return ExerciseProfile.ofName(said)
                .map(ExerciseProfile::name)
                .orElseThrow(() -> new IllegalArgumentException(Words.say("training.exercise.unknown", said)));
    }
}
