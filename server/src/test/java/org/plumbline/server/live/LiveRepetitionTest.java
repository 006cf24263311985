package org.plumbline.server.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.RepetitionCurves;
import org.plumbline.core.form.Metric;

/** What the live screen says where the form of a repetition was not judged. */
class LiveRepetitionTest {
    private static final String SIGNALS_OF_A_HOLD = "The signals of this hold do not allow its form to be judged.";
    private static final RepetitionCurves NO_CURVES = new RepetitionCurves(new double[0], new double[0]);
    private static final String TWO_SENSORS = "How far the lower back bends takes two sensors on the trunk.";

    @Test
    void aSidePlankThatWasNotJudgedSaysNeitherThatItTakesTwoSensorsNorThatNoLimitsAreSet() {
        assertEquals(SIGNALS_OF_A_HOLD, because("side_plank", false));
        assertEquals(SIGNALS_OF_A_HOLD, because("side_plank", true));
    }

    @Test
    void trunkMovementIsNotCalledATestThatNobodyMayHaveAskedFor() {
        String said = "Trunk movement is measured, and not judged: there is no limit for it.";
        assertEquals(said, because("trunk_movement", true));
        assertEquals(said, because("trunk_movement", false));
    }

    @Test
    void whereTheLowerBackIsJudgedByOneSensorIsToldFromTwoThatSawTooLittle() {
        assertEquals(TWO_SENSORS, because("deadlift", false));
        assertEquals(TWO_SENSORS, because("bird_dog", false));
        assertEquals("The signals of this rep do not allow its form to be judged.", because("deadlift", true));
        assertEquals(SIGNALS_OF_A_HOLD, because("bird_dog", true));
    }

    @Test
    void anExerciseOfItsOwnHasNoLimits() {
        assertEquals("No limits are set for this exercise yet.", because("sandbag_carry", true));
    }

    @Test
    void whatWasJudgedNeedsNoReason() {
        LiveRepetition judged = repetition("deadlift", true, Map.of(Metric.LUMBAR_FLEXION_PEAK.jsonName(), 21.0));
        assertTrue(judged.judged());
        assertNull(judged.notJudgedBecause());
    }

    private static String because(String exercise, boolean twoSensors) {
        LiveRepetition unjudged = repetition(exercise, twoSensors, Map.of());
        assertFalse(unjudged.judged());
        return String.valueOf(unjudged.notJudgedBecause());
    }

    private static LiveRepetition repetition(String exercise, boolean twoSensors, Map<String, Double> metrics) {
        AnalysisResult.Repetition repetition = new AnalysisResult.Repetition(
                1,
                1,
                20,
                21,
                22.0,
                43,
                1.0,
                0.5,
                1.0,
                20.0,
                metrics,
                List.of(),
                Map.of(),
                new AnalysisResult.RepetitionQuality("good", List.of()),
                List.of());
        return LiveRepetition.of(repetition, NO_CURVES, exercise, twoSensors, List.of());
    }
}
