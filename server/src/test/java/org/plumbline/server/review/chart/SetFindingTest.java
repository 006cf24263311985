package org.plumbline.server.review.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.core.form.FlagName;
import org.plumbline.core.form.FormLimits;
import org.plumbline.core.form.Metric;
import org.plumbline.server.training.FormChanges;
import org.plumbline.server.training.RepetitionNumbers;
import org.plumbline.server.training.StoredRepetition;

class SetFindingTest {
    @Test
    void namesTheRepetitionThatRounded() {
        SetFinding finding = found(
                Repetitions.of(
                        Repetitions.clean(1, 40), Repetitions.flagged(2, 55, FlagName.ROUNDING_UNDER_LOAD, 3, 12)),
                "deadlift",
                FormLimits.NONE);
        assertEquals("Rep 2 rounded 12° after the lift began", finding.sentence());
        assertEquals(List.of(2), finding.flagged());
    }

    private static SetFinding found(List<StoredRepetition> repetitions, String exercise, FormLimits limits) {
        return SetFinding.of(repetitions, exercise, limits, null, FormChanges.of(repetitions, null));
    }

    private static String held(@Nullable Double targetS, StoredRepetition... holds) {
        return SetFinding.of(Repetitions.of(holds), "side_plank", FormLimits.NONE, targetS, FormChanges.UNKNOWN)
                .sentence();
    }

    @Test
    void aHoldIsHeadedByHowLongItWasHeldAndNotByAnAngle() {
        assertEquals("Held 20 of 20 s, form steady", held(20.0, Repetitions.held(1, 19.6, 2, 6)));
        assertEquals("Held 19 of 20 s, form steady", held(20.0, Repetitions.held(1, 19.4, 2, 6)));
        assertEquals("Held 20 s, form steady", held(null, Repetitions.held(1, 20.1, 2, 6)));
        assertEquals(
                "2 holds, 14–20 of 20 s, form steady",
                held(20.0, Repetitions.held(1, 20.2, 2, 6), Repetitions.held(2, 14.1, 2, 6)));
    }

    @Test
    void whatCountsAsHeldLongEnoughReadsAsLongAsThePlan() {
        assertEquals("Held 7.5 of 7.5 s, form steady", held(7.5, Repetitions.held(1, 7.2, 2, 6)));
        assertEquals("Held 7 of 7.5 s, form steady", held(7.5, Repetitions.held(1, 6.9, 2, 6)));
        assertEquals("Held 20 of 20 s, form steady", held(20.0, Repetitions.held(1, 19.5, 2, 6)));
        assertEquals(
                "2 holds, 7.5–9 s (target 7.5 s reached), form steady",
                held(7.5, Repetitions.held(1, 9.1, 2, 6), Repetitions.held(2, 7.1, 2, 6)));
    }

    @Test
    void whatWasFlaggedInAHoldStandsBesideHowLongItWas() {
        assertEquals("Held 20 of 20 s; sagged 8° in the hold", held(20.0, Repetitions.held(1, 20, 8, 6)));
        assertEquals(
                "2 holds, 20 of 20 s; hold 2 sagged 8° in the hold",
                held(20.0, Repetitions.held(1, 20, 2, 6), Repetitions.held(2, 20, 8, 6)));
    }

    @Test
    void anExerciseOfExtensionIsHeadedByTheExtensionReached() {
        assertEquals(
                "2 reps on target, extension 31–35°",
                found(
                                Repetitions.of(
                                        Repetitions.measured(1, -1, Metric.LOCKOUT_EXTENSION, 31.2),
                                        Repetitions.measured(2, -1, Metric.LOCKOUT_EXTENSION, 34.9)),
                                "prone_press_up",
                                FormLimits.NONE)
                        .sentence());
        assertEquals(
                "1 rep counted, extension not assessed",
                found(Repetitions.of(Repetitions.clean(1, -1)), "prone_press_up", FormLimits.NONE)
                        .sentence());
    }

    @Test
    void namesARunOfRepetitionsByItsEnds() {
        SetFinding finding = found(
                Repetitions.of(
                        Repetitions.clean(1, 40),
                        Repetitions.flagged(6, 50, FlagName.ROUNDING_UNDER_LOAD, 2, 7),
                        Repetitions.flagged(7, 52, FlagName.ROUNDING_UNDER_LOAD, 2, 9),
                        Repetitions.flagged(8, 55, FlagName.ROUNDING_UNDER_LOAD, 3, 12)),
                "deadlift",
                FormLimits.NONE);
        assertEquals("Reps 6–8 rounded up to 12° after the lift began", finding.sentence());
    }

    @Test
    void theStrongestFlagIsTheFinding() {
        SetFinding finding = found(
                Repetitions.of(
                        Repetitions.flagged(1, 40, FlagName.FLEXION_DRIFT, 2, 10),
                        Repetitions.flagged(2, 40, FlagName.FLEXION_DRIFT, 2, 11),
                        Repetitions.flagged(3, 40, FlagName.TWIST_UNDER_LOAD, 3, 13)),
                "deadlift",
                FormLimits.NONE);
        assertEquals("Rep 3 twisted 13°", finding.sentence());
    }

    @Test
    void aRoundedRepetitionIsNamedBeforeALossOfSpeedThatIsFlaggedMore() {
        SetFinding finding = found(
                Repetitions.of(
                        Repetitions.flagged(4, 45, FlagName.ROUNDING_UNDER_LOAD, 2, 9),
                        Repetitions.flagged(6, 40, FlagName.SPEED_LOSS, 2, 18, "%"),
                        Repetitions.flagged(7, 40, FlagName.SPEED_LOSS, 3, 28, "%")),
                "deadlift",
                FormLimits.NONE);
        assertEquals("Rep 4 rounded 9° after the lift began", finding.sentence());
    }

    @Test
    void aRepetitionWithANoteIsNotSaidToBeOnTarget() {
        SetFinding finding = found(
                Repetitions.of(
                        Repetitions.clean(1, 41), Repetitions.flagged(2, 44.6, FlagName.ROUNDING_UNDER_LOAD, 1, 4.5)),
                "deadlift",
                FormLimits.NONE);
        assertEquals("2 reps counted, a note on rep 2, peak flexion 41–45°", finding.sentence());
        assertNull(finding.strongest());
    }

    @Test
    void whatWasNotAssessedIsNeverOnTarget() {
        assertEquals(
                "1 rep counted, lumbar flexion not assessed",
                found(Repetitions.of(Repetitions.notAssessed(1)), "deadlift", FormLimits.NONE)
                        .sentence());
    }

    @Test
    void anExerciseWithoutLimitsIsCountedAndNeverOnTarget() {
        assertEquals(
                "1 rep counted, peak flexion 40°",
                found(Repetitions.of(Repetitions.clean(1, 40)), "trunk_movement", FormLimits.NONE)
                        .sentence());
    }

    @Test
    void whatChangedSaysMoreThanThatMoreThanOneThingDid() {
        SetFinding finding = found(
                Repetitions.of(
                        Repetitions.flagged(1, 40, FlagName.FORM_BREAKDOWN, 2, 2.5, "×"),
                        Repetitions.flagged(2, 40, FlagName.FORM_BREAKDOWN, 2, 2.1, "×"),
                        Repetitions.flagged(3, 50, FlagName.FLEXION_DRIFT, 2, 11)),
                "deadlift",
                FormLimits.NONE);
        assertEquals("Rep 3 peaked 11° above your first reps", finding.sentence());
    }

    @Test
    void whatChangedSaysMoreAlsoWhereItIsLessSureThanTheSumOfAll() {
        SetFinding finding = found(
                Repetitions.of(
                        Repetitions.flagged(3, 40, FlagName.FORM_BREAKDOWN, 2, 2.5, "×"),
                        Repetitions.doubtfullyFlagged(4, 50, FlagName.ROUNDING_UNDER_LOAD, 2, 10)),
                "deadlift",
                FormLimits.NONE);
        assertEquals("Rep 4 rounded 10° after the lift began", finding.sentence());
    }

    @Test
    void severalRepetitionsWereAndOneWas() {
        assertEquals(
                "Reps 1 and 2 rose up to 30 % slower than your fastest",
                found(
                                Repetitions.of(
                                        Repetitions.flagged(1, 40, FlagName.SPEED_LOSS, 2, 25, "%"),
                                        Repetitions.flagged(2, 40, FlagName.SPEED_LOSS, 3, 30, "%")),
                                "squat",
                                FormLimits.NONE)
                        .sentence());
    }

    @Test
    void upToIsTheMostThatAnyOfThemDidAlsoWhereAnotherIsTheGravest() {
        assertEquals(
                "Reps 1 and 2 rounded up to 30° after the lift began",
                found(
                                Repetitions.of(
                                        Repetitions.flagged(1, 30, FlagName.ROUNDING_UNDER_LOAD, 2, 29.8),
                                        Repetitions.flagged(2, 29, FlagName.ROUNDING_UNDER_LOAD, 3, 29.1)),
                                "deadlift",
                                FormLimits.NONE)
                        .sentence());
    }

    @Test
    void ofTwoMetricsOfOneFlagTheOneThatWasBrokenMoreOftenIsSpokenOfAndAllAreShown() {
        SetFinding finding = found(
                Repetitions.of(
                        Repetitions.limited(1, 30, Metric.FLEXION_GAIN_LOADED, 9),
                        Repetitions.limited(2, 30, Metric.FLEXION_GAIN_LOADED, 9),
                        Repetitions.limited(3, 30, Metric.FLEXION_GAIN_LOADED, 9),
                        Repetitions.limited(4, 40, Metric.LUMBAR_FLEXION_PEAK, 40)),
                "deadlift",
                FormLimits.NONE);
        assertTrue(finding.sentence().startsWith("Reps 1–3 "), finding.sentence());
        assertEquals(List.of(1, 2, 3, 4), finding.flagged());
    }

    @Test
    void anEmptySetSaysSo() {
        assertEquals(
                "No repetition counted",
                found(List.of(), "deadlift", FormLimits.NONE).sentence());
    }

    @Test
    void listsOfRepetitionsReadAsPeopleSayThem() {
        assertEquals("5", RepetitionNumbers.say(List.of(5)));
        assertEquals("5 and 6", RepetitionNumbers.say(List.of(5, 6)));
        assertEquals("2, 5–7 and 9", RepetitionNumbers.say(List.of(2, 5, 6, 7, 9)));
        String many = RepetitionNumbers.say(
                IntStream.range(0, 5_000).map(at -> 2 * at).boxed().toList());
        assertTrue(many.startsWith("0, 2, 4, ") && many.endsWith(", 118 and 4,940 more"), many);
    }
}
