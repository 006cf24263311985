package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.plumbline.server.rehab.plan.Made.MONDAY;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.repetition.ExerciseProfile;

class NamedExercisesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Push-ups | push_up",
                "PUSH UPS and pushups | push_up",
                "Prone press-ups | prone_press_up",
                "Prone press up, held at the top | prone_press_up",
                "Heavy deadlifts and squats, all variants | deadlift romanian_deadlift squat",
                "Dead-lifts | deadlift romanian_deadlift",
                "Romanian deadlifts | romanian_deadlift",
                "Romanian deadlifts; deadlifts too | deadlift romanian_deadlift",
                "No deadlift/squat. | deadlift romanian_deadlift squat",
                "Squatting below parallel | squat",
                "Barbell rows | row",
                "Rowing | row",
                "Swinging a kettlebell | swing",
                "Overhead presses with a bar | overhead_press",
                "Good mornings | good_morning",
                "Kettlebell swings | swing",
                "Side planks & glute bridges | side_plank glute_bridge",
                "Bird dogs, pelvic tilts | bird_dog pelvic_tilt",
            })
    void aTextLeavesOutWhatItNamesInWholeWords(String text, String names) {
        assertEquals(Arrays.stream(names.split(" ")).collect(Collectors.toSet()), NamedExercises.in(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Throwing",
                "Narrow stances",
                "Nothing until tomorrow",
                "Overhead work",
                "Sit-ups and crunches",
                "Jumping, running, anything with impact",
                "A push upwards, a press upon the back",
                "…",
                ""
            })
    void aWordWithinAnotherIsNoName(String text) {
        assertEquals(Set.of(), NamedExercises.in(text));
    }

    @Test
    void everyExerciseIsFoundByItsOwnNameInSingularAndPlural() {
        for (ExerciseProfile profile : ExerciseProfile.all()) {
            for (String text : new String[] {profile.title(), "No " + profile.title() + "s, please"}) {
                assertEquals(
                        profile.equals(ExerciseProfile.DEADLIFT)
                                ? Set.of("deadlift", "romanian_deadlift")
                                : Set.of(profile.name()),
                        NamedExercises.in(text),
                        text);
            }
        }
    }

    @Test
    void theTherapistReadsBeforeWhichExercisesItIsAskedAboutAndWhereBeforeNone() {
        assertEquals(
                "Asked about before: Deadlift, Romanian deadlift",
                PlanWords.askedBefore(restriction("Deadlifts", null)));
        assertEquals("Asked about before: Row", PlanWords.askedBefore(restriction("Bending, and squats", "row")));
        assertEquals(
                "Asked about before no exercise: name the exercise or choose it",
                PlanWords.askedBefore(restriction("Throwing", null)));
    }

    private static Restriction restriction(String what, @Nullable String exercise) {
        return new Restriction(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Ines Therapist",
                what,
                "Pain rose",
                exercise,
                MONDAY,
                MONDAY.plusDays(14),
                false,
                false,
                null);
    }
}
