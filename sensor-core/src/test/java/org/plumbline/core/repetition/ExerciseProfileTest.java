package org.plumbline.core.repetition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExerciseProfileTest {
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Deadlift,deadlift",
                " DEADLIFT ,deadlift",
                "Romanian-deadlift,romanian_deadlift",
                "romanian deadlift,romanian_deadlift",
                "Something of mine,Something of mine"
            })
    void anExerciseHasOneSpellingWhereverItIsKeptAndCompared(String said, String kept) {
        assertEquals(kept, ExerciseProfile.spelled(said));
    }

    @ParameterizedTest
    @CsvSource({"deadlift, true", "squat, true", "row, true", "overhead_press, false"})
    void onlyWhereTheTrunkMovesWithTheWeightDoesItsSpeedSayAnything(String exercise, boolean tells) {
        assertEquals(tells, ExerciseProfile.ofName(exercise).orElseThrow().tellsSpeed());
    }
}
