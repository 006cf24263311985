package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.RecordKind;
import org.plumbline.server.training.ProgressionAdvice.Outcome;

class ProgressionAdviceTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T17:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T17:00:00Z");
    private static final Instant THURSDAY = Instant.parse("2026-03-05T09:00:00Z");
    private static final UUID FIRST = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final Effort TWO_LEFT = new Effort(null, 2);
    private static final Effort ONE_LEFT = new Effort(null, 1);

    @Test
    void twoLeftInTwoSessionsSuggestsTwoAndAHalfToTenPercentMore() {
        ProgressionAdvice advice =
                advice(set(FIRST, MONDAY, 100, TWO_LEFT), set(SECOND, WEDNESDAY, 100, TWO_LEFT), null);
        assertEquals(Outcome.SUGGESTED, advice.outcome());
        assertEquals(102.5, advice.lowKg(), 1e-9);
        assertEquals(110, advice.highKg(), 1e-9);
    }

    @Test
    void whoMayNotReadWhatHoldsBackCannotTellHeldFromSuggested() {
        ProgressionAdvice suggested =
                advice(set(FIRST, MONDAY, 100, TWO_LEFT), set(SECOND, WEDNESDAY, 100, TWO_LEFT), null);
        assertEquals(suggested.withoutHealth(), suggested.held().withoutHealth());
        assertEquals(Outcome.NOT_TOLD, suggested.withoutHealth().outcome());

        ProgressionAdvice lifting =
                advice(set(FIRST, MONDAY, 100, ONE_LEFT), set(SECOND, WEDNESDAY, 100, TWO_LEFT), null);
        assertEquals(lifting.held().withoutHealth(), lifting.withoutHealth(), "staying with a load can be held too");
        ProgressionAdvice unsaid =
                advice(set(FIRST, MONDAY, 100, Effort.NOT_SAID), set(SECOND, WEDNESDAY, 100, Effort.NOT_SAID), null);
        assertEquals(unsaid, unsaid.withoutHealth(), "what names no load is told");
    }

    @Test
    void oneLeftInEitherSessionIsNotEnough() {
        assertEquals(
                Outcome.NOTHING_TO_SPARE,
                advice(set(FIRST, MONDAY, 100, ONE_LEFT), set(SECOND, WEDNESDAY, 100, TWO_LEFT), null)
                        .outcome());
        ProgressionAdvice second =
                advice(set(FIRST, MONDAY, 100, TWO_LEFT), set(SECOND, WEDNESDAY, 100, ONE_LEFT), null);
        assertEquals(Outcome.NOTHING_TO_SPARE, second.outcome());
        assertNull(second.lowKg());
    }

    @Test
    void repetitionsBeyondTheGoalAreToSpareToo() {
        SetSummary before = set(FIRST, MONDAY, 100, Effort.NOT_SAID);
        SetSummary last = set(SECOND, WEDNESDAY, 100, Effort.NOT_SAID);
        assertEquals(Outcome.EFFORT_NOT_SAID, advice(before, last, null).outcome());
        assertEquals(Outcome.SUGGESTED, advice(before, last, 3).outcome(), "five done, three meant");
        assertEquals(Outcome.NOTHING_TO_SPARE, advice(before, last, 4).outcome());
        assertEquals(
                Outcome.NOTHING_TO_SPARE,
                advice(set(FIRST, MONDAY, 100, TWO_LEFT), set(SECOND, WEDNESDAY, 100, TWO_LEFT), 6)
                        .outcome(),
                "five of six and two left are one to spare");
    }

    @Test
    void aRatingOfEightMeansTwoLeftAndOneOfSixMeansNoNumber() {
        Effort eight = new Effort(8.0, null);
        Effort eightAndAHalf = new Effort(8.5, null);
        Effort six = new Effort(6.0, null);
        assertEquals(
                Outcome.SUGGESTED,
                advice(set(FIRST, MONDAY, 100, eight), set(SECOND, WEDNESDAY, 100, eight), null)
                        .outcome());
        assertEquals(
                Outcome.NOTHING_TO_SPARE,
                advice(set(FIRST, MONDAY, 100, eight), set(SECOND, WEDNESDAY, 100, eightAndAHalf), null)
                        .outcome());
        assertEquals(
                Outcome.EFFORT_NOT_SAID,
                advice(set(FIRST, MONDAY, 100, six), set(SECOND, WEDNESDAY, 100, six), null)
                        .outcome());
    }

    @Test
    void aFlaggedRepetitionInEitherSessionHoldsIt() {
        SetSummary clean = set(FIRST, MONDAY, 100, TWO_LEFT);
        SetSummary flagged = Summaries.formed(set(SECOND, WEDNESDAY, 100, TWO_LEFT), 5, 1, 35.0);
        assertEquals(Outcome.FORM_FLAGGED, advice(clean, flagged, null).outcome());
        SetSummary flaggedBefore = Summaries.formed(clean, 5, 1, 35.0);
        assertEquals(
                Outcome.FORM_FLAGGED,
                advice(flaggedBefore, set(SECOND, WEDNESDAY, 100, TWO_LEFT), null)
                        .outcome());
    }

    @Test
    void formThatWasNotAssessedIsNotGoodForm() {
        SetSummary clean = set(FIRST, MONDAY, 100, TWO_LEFT);
        SetSummary unseen = Summaries.formed(set(SECOND, WEDNESDAY, 100, TWO_LEFT), 4, 0, null);
        assertEquals(Outcome.FORM_NOT_ASSESSED, advice(clean, unseen, null).outcome());
    }

    @Test
    void anotherLoadOneSessionAndALongBreakSuggestNothing() {
        SetSummary before = set(FIRST, MONDAY, 90, TWO_LEFT);
        SetSummary last = set(SECOND, WEDNESDAY, 100, TWO_LEFT);
        assertEquals(Outcome.OTHER_LOAD, advice(before, last, null).outcome());
        assertEquals(
                Outcome.TOO_FEW_SESSIONS,
                ProgressionAdvice.of(SetSessions.of(List.of(last), Set.of()), null, THURSDAY)
                        .outcome());
        assertEquals(
                Outcome.TOO_FEW_SESSIONS,
                advice(set(FIRST, MONDAY, 100, TWO_LEFT), set(FIRST, WEDNESDAY, 100, TWO_LEFT), null)
                        .outcome(),
                "two sets of one session are one session");
        List<SetSessions.Session> sessions = SetSessions.of(
                List.of(set(FIRST, MONDAY, 100, TWO_LEFT), set(SECOND, WEDNESDAY, 100, TWO_LEFT)), Set.of());
        assertEquals(
                Outcome.LONG_AGO,
                ProgressionAdvice.of(sessions, null, WEDNESDAY.plus(Duration.ofDays(29)))
                        .outcome());
    }

    @Test
    void aSetEndedEarlyInTheLastSessionsOrSinceHoldsAStepUpAndIsNoLoadToStayWith() {
        SetSummary before = set(FIRST, MONDAY, 100, TWO_LEFT);
        SetSummary last = set(SECOND, WEDNESDAY, 100, TWO_LEFT);
        for (UUID session : List.of(SECOND, UUID.randomUUID())) {
            SetSummary early = set(session, WEDNESDAY.plusSeconds(600), 110, TWO_LEFT);
            ProgressionAdvice advice = ProgressionAdvice.of(
                    SetSessions.of(List.of(before, last, early), Set.of(early.setId())), null, THURSDAY);
            assertEquals(Outcome.ENDED_EARLY, advice.outcome());
            assertEquals(100, advice.loadKg());
            assertEquals(
                    advice(before, last, null).withoutHealth(),
                    advice.withoutHealth(),
                    "who may not read of pain sees what they saw");
        }
        SetSummary longBefore = set(UUID.randomUUID(), MONDAY.minusSeconds(86_400), 100, TWO_LEFT);
        assertEquals(
                Outcome.SUGGESTED,
                ProgressionAdvice.of(
                                SetSessions.of(List.of(longBefore, before, last), Set.of(longBefore.setId())),
                                null,
                                THURSDAY)
                        .outcome());
    }

    @Test
    void afterALongBreakASetEndedEarlySinceIsNoLoadToGoOnFromAndPainHoldsTheLighterLoadTooButAPlanDoesNot() {
        SetSummary before = set(FIRST, MONDAY, 100, TWO_LEFT);
        SetSummary last = set(SECOND, WEDNESDAY, 100, TWO_LEFT);
        Instant later = WEDNESDAY.plus(Duration.ofDays(45));
        SetSummary early = set(UUID.randomUUID(), later.minus(Duration.ofDays(1)), 140, TWO_LEFT);
        ProgressionAdvice advice =
                ProgressionAdvice.of(SetSessions.of(List.of(before, last, early), Set.of(early.setId())), null, later);
        assertEquals(Outcome.LONG_AGO, advice.outcome());
        assertEquals(100, advice.loadKg());
        assertTrue(advice.outcome().isHeldBy(RecordKind.PAIN));
        assertFalse(advice.outcome().isHeldBy(RecordKind.REHAB), "of a plan it is said what the plan says");
        assertEquals(advice.held().withoutHealth(), advice.withoutHealth(), "it can be held, so it is told to nobody");
    }

    @Test
    void theLastSetWithTheHeaviestLoadCounts() {
        SetSummary heavyBefore = set(FIRST, MONDAY, 100, TWO_LEFT);
        SetSummary warmUp = set(SECOND, WEDNESDAY, 60, new Effort(null, 8));
        SetSummary heavy = set(SECOND, WEDNESDAY.plusSeconds(300), 100, TWO_LEFT);
        SetSummary lastHeavy = set(SECOND, WEDNESDAY.plusSeconds(600), 100, ONE_LEFT);
        assertEquals(
                Outcome.NOTHING_TO_SPARE,
                ProgressionAdvice.of(
                                SetSessions.of(List.of(heavyBefore, warmUp, heavy, lastHeavy), Set.of()),
                                null,
                                THURSDAY)
                        .outcome());
        assertEquals(
                Outcome.SUGGESTED,
                ProgressionAdvice.of(SetSessions.of(List.of(heavyBefore, warmUp, heavy), Set.of()), null, THURSDAY)
                        .outcome());
    }

    private static ProgressionAdvice advice(SetSummary before, SetSummary last, @Nullable Integer goal) {
        return ProgressionAdvice.of(SetSessions.of(List.of(last, before), Set.of()), goal, THURSDAY);
    }

    private static SetSummary set(UUID session, Instant at, double loadKg, Effort effort) {
        return Summaries.set(session, at, loadKg, 5, effort);
    }
}
