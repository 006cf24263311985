package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.Metric;

class PrescribedWorkTest {
    private static List<String> fields(PrescribedWork work) {
        return work.faults().stream().map(Fault::field).toList();
    }

    @Test
    void anOrdinaryPrescriptionIsTaken() {
        assertEquals(List.of(), fields(Made.deadlifts()));
        assertEquals(List.of(), fields(Made.sidePlanks()));
    }

    @Test
    void whatNobodyCanMeanIsNot() {
        assertEquals(
                List.of("exercise"),
                fields(new PrescribedWork("juggling", 3, 8, null, null, Tempo.FREE, 2, 3, Map.of(), null, null)));
        assertEquals(
                List.of("sets"),
                fields(new PrescribedWork("squat", 0, 8, null, null, Tempo.FREE, 2, 3, Map.of(), null, null)));
        assertEquals(
                List.of("timesAWeekMost"),
                fields(new PrescribedWork("squat", 3, 8, null, null, Tempo.FREE, 3, 2, Map.of(), null, null)));
        assertEquals(
                List.of("tempoDownS"),
                fields(new PrescribedWork(
                        "squat", 3, 8, null, null, new Tempo(-1.0, null, null), 2, 3, Map.of(), null, null)));
    }

    @Test
    void aPostureHasSecondsAndWhatIsLiftedHasNone() {
        assertEquals(List.of("holdS"), fields(held("side_plank", null)));
        assertEquals(List.of("holdS"), fields(held("squat", 30.0)));
        assertEquals(List.of(), fields(held("bird_dog", null)), "it may be counted as well");
        assertEquals(List.of(), fields(held("bird_dog", 10.0)));
        assertTrue(
                held("side_plank", null).faults().get(0).message().startsWith("Side plank is held"),
                held("side_plank", null).faults().toString());
        assertTrue(held("squat", 30.0).faults().get(0).message().startsWith("Squat is counted in reps"));
    }

    private static PrescribedWork held(String exercise, @Nullable Double holdS) {
        return new PrescribedWork(exercise, 2, 3, holdS, null, Tempo.FREE, 2, 3, Map.of(), null, null);
    }

    @Test
    void aLimitForWhatTheExerciseNeverMeasuresIsRefusedInWords() {
        List<Fault> faults = limited("bird_dog", Metric.LOCKOUT_EXTENSION).faults();
        assertEquals(List.of("limits"), faults.stream().map(Fault::field).toList());
        assertTrue(faults.get(0).message().contains("Bird dog does not measure it"), faults::toString);
        assertEquals(List.of("limits"), fields(limited("deadlift", Metric.HOLD_SAG)));
        assertEquals(List.of("limits"), fields(limited("overhead_press", Metric.TRUNK_SPEED_LOSS)));
        assertEquals(List.of(), fields(limited("bird_dog", Metric.HOLD_SAG)));
        assertEquals(List.of(), fields(limited("deadlift", Metric.LOCKOUT_EXTENSION)));
    }

    private static PrescribedWork limited(String exercise, Metric metric) {
        Map<Metric, Double> limit = Map.of(metric, 10.0);
        return new PrescribedWork(exercise, 2, 3, null, null, Tempo.FREE, 2, 3, limit, null, null);
    }

    @Test
    void limitsAreOfMetricsWhereMoreIsMoreAndAboveZero() {
        Map<Metric, Double> odd = Map.of(Metric.SPARC_CONCENTRIC, 1.0);
        Map<Metric, Double> none = Map.of(Metric.LUMBAR_FLEXION_PEAK, 0.0);
        assertEquals(
                List.of("limits"),
                fields(new PrescribedWork("squat", 3, 8, null, null, Tempo.FREE, 2, 3, odd, null, null)));
        assertEquals(
                List.of("limits"),
                fields(new PrescribedWork("squat", 3, 8, null, null, Tempo.FREE, 2, 3, none, null, null)));
    }
}
