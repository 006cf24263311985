package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.core.AnalysisResult;
import org.plumbline.core.form.Metric;
import org.plumbline.core.form.SignalDoubt;

class AssessmentTest {
    private static final String SAG = Metric.HOLD_SAG.jsonName();

    @Test
    void aSidePlankIsJudgedByItsSagWhichOneSensorSeesToo() {
        assertTrue(Assessment.isJudged("side_plank", repetition(Map.of(SAG, 2.0), "good")));
        assertFalse(Assessment.isJudged(
                "side_plank", repetition(Map.of(Metric.LUMBAR_FLEXION_PEAK.jsonName(), 4.0), "good")));
    }

    @Test
    void whatIsHeldOnHandsAndKneesIsJudgedByTheLowerBack() {
        assertFalse(Assessment.isJudged("bird_dog", repetition(Map.of(SAG, 2.0), "good")));
        assertTrue(Assessment.isJudged(
                "bird_dog", repetition(Map.of(Metric.LUMBAR_FLEXION_PEAK.jsonName(), 4.0), "good")));
    }

    @Test
    void poorSignalsJudgeNothing() {
        assertFalse(Assessment.isJudged("side_plank", repetition(Map.of(SAG, 2.0), "poor")));
    }

    @Test
    void whatIsSaidToBeUncertainIsNotJudgedAndOnTheSideItIsNotSaid() {
        List<SignalDoubt> uncertain = List.of(SignalDoubt.UNCERTAIN_ANGLES);
        AnalysisResult.Repetition held =
                repetition(Map.of(Metric.LUMBAR_FLEXION_PEAK.jsonName(), 4.0, SAG, 2.0), "fair", uncertain);
        assertFalse(Assessment.isJudged("bird_dog", held));
        assertEquals(uncertain, Assessment.doubts("bird_dog", held));
        assertTrue(Assessment.isJudged("side_plank", held), "the sag does not rest on the lower back");
        assertEquals(List.of(), Assessment.doubts("side_plank", held));
    }

    @Test
    void whatANewerVersionDoubtsForAReasonNotKnownHereIsNotJudgedAndIsSaid() {
        List<SignalDoubt> unknown = List.of(SignalDoubt.NOT_KNOWN_HERE);
        AnalysisResult.Repetition held =
                repetition(Map.of(Metric.LUMBAR_FLEXION_PEAK.jsonName(), 4.0, SAG, 2.0), "fair", unknown);
        assertFalse(Assessment.isJudged("bird_dog", held));
        assertFalse(Assessment.isJudged("side_plank", held));
        assertEquals(unknown, Assessment.doubts("side_plank", held));
    }

    private static AnalysisResult.Repetition repetition(Map<String, Double> metrics, String grade) {
        return repetition(metrics, grade, List.of());
    }

    private static AnalysisResult.Repetition repetition(
            Map<String, Double> metrics, String grade, List<SignalDoubt> reasons) {
        return new AnalysisResult.Repetition(
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
                new AnalysisResult.RepetitionQuality(grade, reasons),
                List.of());
    }
}
