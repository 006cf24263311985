package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.FormBaseline;
import org.plumbline.core.form.Metric;

/** Steps up, weeks, what is usual, and the small things of progress. */
class ProgressRulesTest {
    private static final Instant START = Instant.parse("2026-03-02T17:00:00Z");
    private static final long DAY_S = 24 * 3600;

    @Test
    void everyLoadBeyondAllBeforeIsAStepAndTheFirstIsTheBaseline() {
        List<SetSummary> sets = new ArrayList<>();
        double[] loads = {80, 85, 85, 80, 90};
        for (int i = 0; i < loads.length; i++) {
            sets.add(set(i, loads[i]));
        }
        List<LoadStep> steps = SetSessions.steps(SetSessions.of(Summaries.reversed(sets), Set.of()));
        assertEquals(
                List.of(80.0, 85.0, 90.0), steps.stream().map(LoadStep::loadKg).toList());
        assertEquals(
                Arrays.asList(null, 5.0, 5.0),
                steps.stream().map(LoadStep::gainKg).toList());
        assertEquals(sets.get(1).setId(), steps.get(1).setId());
    }

    @Test
    void whatWasBegunWithIsTheOldestSetAndNotTheNewestOfTheFirstDay() {
        UUID day = UUID.randomUUID();
        List<SetSummary> sets = List.of(
                Summaries.set(day, START.plusSeconds(1200), 80.0, 5, Effort.NOT_SAID),
                Summaries.set(day, START.plusSeconds(600), 80.0, 5, Effort.NOT_SAID),
                Summaries.set(day, START, 60.0, 5, Effort.NOT_SAID));
        List<LoadStep> steps = SetSessions.steps(SetSessions.of(sets, Set.of()));
        assertEquals(List.of(60.0, 80.0), steps.stream().map(LoadStep::loadKg).toList());
        assertEquals(sets.get(2).setId(), steps.get(0).setId());
        assertEquals(sets.get(1).setId(), steps.get(1).setId(), "the first set at that load");
    }

    @Test
    void aSetWithoutRepetitionsIsNoStep() {
        SetSummary missed = Summaries.set(UUID.randomUUID(), START, 200.0, 0, Effort.NOT_SAID);
        assertTrue(SetSessions.steps(SetSessions.of(List.of(missed), Set.of())).isEmpty());
    }

    @Test
    void aSetEndedEarlyIsNoStepAndNoBest() {
        UUID day = UUID.randomUUID();
        SetSummary whole = Summaries.set(day, START, 100.0, 5, Effort.NOT_SAID);
        SetSummary early = Summaries.set(day, START.plusSeconds(600), 140.0, 3, Effort.NOT_SAID);
        List<SetSessions.Session> sessions = SetSessions.of(List.of(whole, early), Set.of(early.setId()));
        assertEquals(
                List.of(100.0),
                SetSessions.steps(sessions).stream().map(LoadStep::loadKg).toList());
        assertEquals(whole, sessions.get(0).heaviest().orElseThrow());
        assertEquals(
                whole,
                OneRepetitionMaximum.ofSession(sessions.get(0).whole())
                        .orElseThrow()
                        .set());
    }

    @Test
    void aWeekHasItsDaysAndAWeekWithoutTrainingHasNone() {
        List<SetSummary> sets = List.of(set(0, 80), set(0, 90), set(2, 80), set(15, 80));
        List<TrainingWeeks.Week> weeks = TrainingWeeks.of(sets, START.plusSeconds(23 * DAY_S), ZoneOffset.UTC, 26);
        assertEquals(
                List.of(2, 0, 1, 0),
                weeks.stream().map(TrainingWeeks.Week::days).toList());
        assertEquals(LocalDate.of(2026, 3, 2), weeks.get(0).monday());
        assertEquals(
                2,
                TrainingWeeks.of(sets, START.plusSeconds(23 * DAY_S), ZoneOffset.UTC, 2)
                        .size());
    }

    @Test
    void theFirstThreeSetsWithoutAFlagAreUsualUntilRepetitionsAreApproved() {
        List<SetSummary> sets = List.of(
                Summaries.formed(set(0, 80), 5, 0, 30.0),
                Summaries.formed(set(1, 80), 5, 2, 60.0),
                Summaries.formed(set(2, 80), 0, 0, null),
                Summaries.formed(set(3, 80), 5, 0, 28.0),
                Summaries.formed(set(4, 80), 5, 0, 34.0),
                Summaries.formed(set(5, 80), 5, 0, 50.0));
        ProgressSeries.Usual usual = UsualOfSets.of(
                        Metric.LUMBAR_FLEXION_PEAK, null, sets, SetSummary::peakFlexionMedianDeg)
                .orElseThrow();
        assertEquals(30, usual.value(), 1e-9, "the median of 30, 28 and 34");
        assertEquals(9, usual.detectableChange(), 1e-9);
        assertTrue(usual.isBeyond(39.1) && usual.isBeyond(20.9) && !usual.isBeyond(39));
        assertTrue(
                UsualOfSets.of(Metric.LUMBAR_FLEXION_PEAK, null, sets.subList(0, 4), SetSummary::peakFlexionMedianDeg)
                        .isEmpty());

        FormBaseline approved =
                new FormBaseline(4, Map.of(Metric.LUMBAR_FLEXION_PEAK, new FormBaseline.Channel(25, 1.5)));
        ProgressSeries.Usual own = UsualOfSets.of(
                        Metric.LUMBAR_FLEXION_PEAK, approved, sets, SetSummary::peakFlexionMedianDeg)
                .orElseThrow();
        assertEquals(new ProgressSeries.Usual(25, 9, true, 4), own);
    }

    @Test
    void anEffortOffItsScaleIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Effort(10.5, null));
        assertThrows(IllegalArgumentException.class, () -> new Effort(0.5, null));
        assertThrows(IllegalArgumentException.class, () -> new Effort(7.3, null));
        assertThrows(IllegalArgumentException.class, () -> new Effort(Double.NaN, null));
        assertThrows(IllegalArgumentException.class, () -> new Effort(null, -1));
        assertTrue(new Effort(9.0, 5).isContradiction());
        assertTrue(new Effort(6.0, 1).isContradiction());
        assertFalse(new Effort(8.5, 3).isContradiction(), "a half either way");
        assertFalse(new Effort(5.0, 8).isContradiction(), "the scale gives no repetitions there");
        assertEquals(1, new Effort(9.0, null).left());
        assertEquals(3, new Effort(9.0, 3).left(), "what was said in repetitions is the plainer word");
    }

    @Test
    void aSparklineBreaksWhereARepetitionWasNotAssessed() {
        assertNull(Sparkline.path(Arrays.asList(30.0, null)));
        String path = Sparkline.path(Arrays.asList(30.0, 32.0, null, 60.0));
        assertEquals(2, path.chars().filter(one -> one == 'M').count(), path);
        String flat = Sparkline.path(List.of(30.0, 31.0));
        assertTrue(flat.startsWith("M3.0 13.0"), "a degree is noise and hardly rises: " + flat);
    }

    private static SetSummary set(int day, double loadKg) {
        return Summaries.set(
                UUID.nameUUIDFromBytes(new byte[] {(byte) day}),
                START.plusSeconds(day * DAY_S),
                loadKg,
                5,
                Effort.NOT_SAID);
    }
}
