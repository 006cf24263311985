package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.FormRule;
import org.plumbline.core.form.Metric;

/** What is said of a limit that lies within noise, whoever sets it. */
class LimitNoiseTest {
    private static final double CHANGE = Metric.LUMBAR_FLEXION_PEAK.minimalDetectableChange();

    private static List<String> noise(double mostDeg, double usualDeg) {
        return LimitNoise.remarks(
                Map.of(Metric.LUMBAR_FLEXION_PEAK, mostDeg), Map.of(Metric.LUMBAR_FLEXION_PEAK, usualDeg));
    }

    @Test
    void aLimitWithinTheNoiseAroundTheUsualIsSaidWithItsNumbers() {
        List<String> remarks = noise(30, 30.25 - CHANGE);
        assertEquals(2, remarks.size(), remarks.toString());
        assertTrue(remarks.get(0).contains("at most 30°: usual is"), remarks.get(0));
        assertTrue(remarks.get(0).contains("cannot be told from noise"), remarks.get(0));
        assertTrue(remarks.get(1).contains("marked as outside the limit"), remarks.get(1));
    }

    @Test
    void aLimitBelowTheUsualIsSaid() {
        assertTrue(
                noise(30, 34).get(0).contains("less than usual, 34°"),
                noise(30, 34).toString());
    }

    @Test
    void aLimitClearOfTheUsualIsTaken() {
        assertEquals(List.of(), noise(30, 30 - CHANGE));
    }

    @Test
    void aLimitWithinTheNoiseOfNothingIsSaidWhereNobodyKnowsTheUsual() {
        List<String> remarks = LimitNoise.remarks(Map.of(Metric.LUMBAR_FLEXION_PEAK, CHANGE - 1), Map.of());
        assertEquals(2, remarks.size(), remarks.toString());
        assertTrue(remarks.get(0).contains("too few reps of the last eight weeks"), remarks.get(0));
        assertEquals(List.of(), LimitNoise.remarks(Map.of(Metric.LUMBAR_FLEXION_PEAK, CHANGE), Map.of()));
    }

    @Test
    void aLimitCountedFromTheUsualIsNotHeldAgainstItOnceMore() {
        for (FormRule rule : List.of(FormRule.PELVIC_TUCK, FormRule.NEUTRAL_LOST)) {
            Map<Metric, Double> usual = Map.of(rule.metric(), 15.0);
            assertEquals(List.of(), LimitNoise.remarks(rule, 6, usual), "6° above 15° is more than usual");
            String said = LimitNoise.remarks(rule, 3, usual).get(0);
            assertTrue(said.endsWith("a change below 4° cannot be told from noise."), said);
        }
        Map<Metric, Double> usual = Map.of(FormRule.SIDE_BEND.metric(), 7.0);
        String sideBend = LimitNoise.remarks(FormRule.SIDE_BEND, 6, usual).get(0);
        assertTrue(sideBend.contains("less than usual, 7°"), sideBend);
    }

    @Test
    void aTempoIsHeldToItsTargetAndNotToTheUsualDuration() {
        assertEquals(List.of(), LimitNoise.remarks(FormRule.TEMPO, 0.1, Map.of(Metric.CONCENTRIC_DURATION, 2.0)));
    }

    @Test
    void whatIsAChangeAlreadyIsHeldAgainstNoiseAlone() {
        Map<Metric, Double> usual = Map.of(Metric.FLEXION_DRIFT, 2.0);
        assertEquals(List.of(), LimitNoise.remarks(Map.of(Metric.FLEXION_DRIFT, CHANGE), usual));
        String said = LimitNoise.remarks(Map.of(Metric.FLEXION_DRIFT, CHANGE - 1), usual)
                .get(0);
        assertTrue(said.endsWith("a change below 9° cannot be told from noise."), said);
    }
}
