package org.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.core.imu.SensorDescription;
import org.plumbline.core.imu.SensorPlacement;
import org.plumbline.core.repetition.ExerciseProfile;

/** Which of the sensors that are there see the trunk, and what of it. */
class TrunkSensorsTest {
    private static TrunkSensors worn(SensorPlacement... places) {
        return TrunkSensors.of(Stream.of(places)
                .map(place -> new SensorDescription(place, 104, ""))
                .toList());
    }

    @Test
    void thePelvisAndTheThoraxGoBeforeTheirNeighboursWhateverTheOrder() {
        TrunkSensors all = worn(
                SensorPlacement.UPPER_THORAX, SensorPlacement.LUMBAR, SensorPlacement.THORAX, SensorPlacement.PELVIS);
        assertEquals(List.of(3, 2), all.used());
        assertEquals(List.of(SensorPlacement.PELVIS, SensorPlacement.THORAX), all.placements());
        assertEquals(
                List.of(
                        "The sensor upper_thorax is not used: the analysis takes one lower and one upper sensor.",
                        "The sensor lumbar is not used: the analysis takes one lower and one upper sensor."),
                all.messages());
        assertEquals(
                List.of(0, 1),
                worn(SensorPlacement.LUMBAR, SensorPlacement.UPPER_THORAX, SensorPlacement.LUMBAR)
                        .used(),
                "of two alike the first");
    }

    @Test
    void aNeighbourSeesLessAndThatIsSaid() {
        assertTrue(worn(SensorPlacement.LUMBAR, SensorPlacement.THORAX)
                .messages()
                .get(0)
                .startsWith("The lower sensor sits on the lower back"));
        assertTrue(worn(SensorPlacement.PELVIS, SensorPlacement.UPPER_THORAX)
                .messages()
                .get(0)
                .startsWith("The upper sensor sits on the upper back"));
        assertEquals(
                List.of(), worn(SensorPlacement.PELVIS, SensorPlacement.THORAX).messages());
    }

    @Test
    void withoutASensorOnTheTrunkNothingIsAssessedAndThatIsSaid() {
        TrunkSensors none = worn(SensorPlacement.WRIST);
        assertTrue(none.none());
        assertFalse(none.two() || none.see(ExerciseProfile.DEADLIFT));
        assertEquals("none", none.mode());
        assertEquals(
                "The sensor wrist is not on the trunk and is not used.",
                none.messages().get(0));
        assertTrue(none.messages().get(1).startsWith("No sensor sits on the trunk"));
    }

    @ParameterizedTest
    @CsvSource({"PELVIS, 35, 0.6", "LUMBAR, 35, 1", "THORAX, 60, 1", "UPPER_THORAX, 60, 1"})
    void oneSensorAloneSaysHowFarItLeans(SensorPlacement place, double bowDeg, double share) {
        TrunkSensors one = worn(place);
        assertEquals(0, one.primary());
        assertEquals("one-sensor", one.mode());
        assertEquals(bowDeg, one.shallowestBowDeg());
        assertEquals(share, one.leanShare());
        assertTrue(one.messages().get(0).startsWith("One sensor (" + place.fileName() + ") sees the trunk angle only"));
    }

    @Test
    void ofTwoTheUpperOneTellsBowsAndTheyLeanAsTheTrunkDoes() {
        TrunkSensors two = worn(SensorPlacement.PELVIS, SensorPlacement.THORAX);
        assertTrue(two.two());
        assertFalse(two.none());
        assertEquals(1, two.primary());
        assertEquals(60, two.shallowestBowDeg());
        assertEquals(1, two.leanShare());
        assertEquals("two-sensor", two.mode());
    }

    @Test
    void anExerciseIsSeenByTwoOrByTheOneThatMovesInItAndElseSaidNotToBe() {
        for (ExerciseProfile exercise : ExerciseProfile.all()) {
            assertTrue(worn(SensorPlacement.PELVIS, SensorPlacement.THORAX).see(exercise), exercise.name());
            for (SensorPlacement place : List.of(
                    SensorPlacement.PELVIS,
                    SensorPlacement.LUMBAR,
                    SensorPlacement.THORAX,
                    SensorPlacement.UPPER_THORAX)) {
                TrunkSensors one = worn(place);
                assertEquals(exercise.isSeenFrom(place), one.see(exercise), exercise.name() + " " + place);
                String where = exercise.isSeenFrom(SensorPlacement.PELVIS) ? "pelvis" : "thorax";
                assertTrue(
                        one.blindness(exercise).endsWith("Wear one on the " + where + ", or two."),
                        one.blindness(exercise));
            }
        }
        assertTrue(
                worn(SensorPlacement.LUMBAR).blindness(ExerciseProfile.DEADLIFT).contains("on the lower back, so"));
        assertTrue(worn(SensorPlacement.UPPER_THORAX)
                .blindness(ExerciseProfile.DEADLIFT)
                .contains("on the upper back, so"));
        assertTrue(
                worn(SensorPlacement.THORAX).blindness(ExerciseProfile.DEADLIFT).contains("on the thorax, so"));
    }
}
