package org.plumbline.core.repetition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.imu.SensorPlacement;

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

    @ParameterizedTest
    @CsvSource({
        "deadlift, true, true",
        "overhead_press, false, true",
        "bird_dog, false, true",
        "prone_press_up, false, true",
        "pelvic_tilt, true, false",
        "side_plank, true, true"
    })
    void aSensorAloneSeesWhatThePartItSitsOnDoes(String exercise, boolean low, boolean high) {
        ExerciseProfile profile = ExerciseProfile.ofAnyName(exercise);
        assertEquals(low, profile.isSeenFrom(SensorPlacement.PELVIS));
        assertEquals(low, profile.isSeenFrom(SensorPlacement.LUMBAR));
        assertEquals(high, profile.isSeenFrom(SensorPlacement.THORAX));
        assertEquals(high, profile.isSeenFrom(SensorPlacement.UPPER_THORAX));
    }

    @Test
    void whatLeadsIntoExtensionIsWhatIsPressedOrBridgedAndNoHold() {
        assertEquals(
                List.of("overhead_press", "glute_bridge", "prone_press_up"),
                ExerciseProfile.all().stream()
                        .filter(ExerciseProfile::isTowardExtension)
                        .map(ExerciseProfile::name)
                        .collect(Collectors.toList()));
    }

    @Test
    void onlyTheBirdDogAndTheSidePlankAreHeldAndOnlyThePlankOnTheSide() {
        for (ExerciseProfile profile : ExerciseProfile.all()) {
            boolean held = List.of("bird_dog", "side_plank").contains(profile.name());
            assertEquals(held, profile.isHold(), profile.name());
            assertEquals(held, ExerciseProfile.isHold(profile.name()));
            assertEquals(profile.name().equals("side_plank"), profile.isOnTheSide());
        }
        assertFalse(ExerciseProfile.isHold("something of mine"));
        assertEquals(ExerciseProfile.TRUNK_MOVEMENT, ExerciseProfile.ofAnyName("something of mine"));
    }

    @ParameterizedTest
    @CsvSource({
        "UPRIGHT, -35, -35.1",
        "UPRIGHT, 45, 45.1",
        "BENT, 15, 14.9",
        "PRONE, 125, 125.1",
        "SUPINE, -50, -49.9",
        "ANY, 150, 150.1"
    })
    void aPostureIsTakenWithinItsEndsAndKeptALittleBeyondThem(
            ExerciseProfile.Posture posture, double withinDeg, double beyondDeg) {
        assertTrue(posture.allows(withinDeg));
        assertFalse(posture.allows(beyondDeg));
        assertTrue(posture.keeps(beyondDeg), "while the exercise takes the trunk there");
        double outDeg = beyondDeg > withinDeg ? withinDeg + 25.1 : withinDeg - 25.1;
        assertFalse(posture.keeps(outDeg));
        assertTrue(posture.keeps(beyondDeg > withinDeg ? withinDeg + 25 : withinDeg - 25));
        assertTrue(posture.allows(Double.NaN), "one that is not known may be");
    }

    @Test
    void onlyOnTheFeetDoWaysToTheSideMeanWhatTheyMeanInStanding() {
        assertEquals(
                List.of(ExerciseProfile.Posture.ANY, ExerciseProfile.Posture.UPRIGHT, ExerciseProfile.Posture.BENT),
                Stream.of(ExerciseProfile.Posture.values())
                        .filter(ExerciseProfile.Posture::isOnTheFeet)
                        .collect(Collectors.toList()));
    }

    @Test
    void asALeanIsSeenLessTheSmallestRangeIsLessAndTheRestStays() {
        ExerciseProfile half = ExerciseProfile.DEADLIFT.leaningBy(0.5);
        assertEquals(ExerciseProfile.DEADLIFT.smallestRangeDeg() / 2, half.smallestRangeDeg());
        assertEquals(ExerciseProfile.DEADLIFT.shortestS(), half.shortestS());
        ExerciseProfile plank = ExerciseProfile.ofAnyName("side_plank");
        assertEquals(plank, plank.leaningBy(0.5), "its own channel does not lean");
    }
}
