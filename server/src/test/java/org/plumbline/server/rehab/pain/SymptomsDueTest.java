package org.plumbline.server.rehab.pain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.server.web.Words;

class SymptomsDueTest {
    private static final LocalDate DAY = Pains.MONDAY;
    private static final Instant EVENING = Pains.when(DAY.plusDays(3), "20:00");
    private static final Instant ANSWERED = Pains.when(DAY, "09:00");

    @Test
    void whoFeelsNothingIsNotAsked() {
        assertEquals(Optional.empty(), why(List.of(), null, false));
        assertEquals(Optional.empty(), why(List.of(Pains.morning(DAY, 0)), null, false));
    }

    @Test
    void theFirstPainAsksOnce() {
        List<PainEntry> entries = List.of(Pains.morning(DAY, 2));
        assertEquals(Optional.of(SymptomReason.START), why(entries, null, false));
        assertEquals(Optional.empty(), why(entries, ANSWERED, false));
    }

    @Test
    void whoNotedPainOftenAndNeverAnsweredIsAskedAndNotToldThatItIsTheFirst() {
        List<PainEntry> entries = List.of(Pains.morning(DAY, 2), Pains.morning(DAY.plusDays(1), 3));
        assertEquals(Optional.of(SymptomReason.START), why(entries, null, false));
        assertEquals("You noted pain and have not answered these questions yet.", Words.say("symptoms.because.start"));
    }

    @Test
    void aStopForSharpPainAsks() {
        PainEntry stopped = Pains.at(DAY.plusDays(1), "18:00", PainMoment.DURING, 1);
        assertEquals(Optional.of(SymptomReason.STOP), why(List.of(Pains.morning(DAY, 1), stopped), ANSWERED, false));
    }

    @Test
    void aStopForSharpPainAsksWithoutAnyEntry() {
        assertEquals(Optional.of(SymptomReason.STOP), SymptomsDue.why(EVENING, List.of(), ANSWERED, true, false));
    }

    @Test
    void twoPointsMoreAskAndOnePointDoesNot() {
        PainEntry before = Pains.morning(DAY, 3);
        assertEquals(
                Optional.of(SymptomReason.RISE),
                why(List.of(before, Pains.morning(DAY.plusDays(1), 5)), ANSWERED, false));
        assertEquals(Optional.empty(), why(List.of(before, Pains.morning(DAY.plusDays(1), 4)), ANSWERED, false));
    }

    @Test
    void onePointAndOneMoreAskToo() {
        assertEquals(
                Optional.of(SymptomReason.RISE),
                why(
                        List.of(
                                Pains.morning(DAY, 3),
                                Pains.morning(DAY.plusDays(1), 4),
                                Pains.morning(DAY.plusDays(2), 5)),
                        ANSWERED,
                        false));
    }

    @Test
    void aRiseThatWasAnsweredIsNotAskedAgain() {
        List<PainEntry> entries = List.of(Pains.morning(DAY, 3), Pains.morning(DAY.plusDays(1), 6));
        assertEquals(Optional.empty(), why(entries, Pains.when(DAY.plusDays(1), "09:00"), false));
    }

    @Test
    void inRehabAWeekAsks() {
        assertEquals(Optional.of(SymptomReason.WEEKLY), why(List.of(), null, true));
        assertEquals(Optional.empty(), why(List.of(), Pains.when(DAY.minusDays(3), "20:01"), true));
        assertEquals(Optional.of(SymptomReason.WEEKLY), why(List.of(), Pains.when(DAY.minusDays(4), "20:00"), true));
        assertEquals(Optional.empty(), why(List.of(), Pains.when(DAY.minusDays(4), "20:00"), false));
    }

    @Test
    void whatRoseLongAgoIsNoNews() {
        List<PainEntry> entries = List.of(Pains.morning(DAY.minusDays(40), 1), Pains.morning(DAY.minusDays(30), 5));
        assertEquals(Optional.empty(), why(entries, Pains.when(DAY.minusDays(35), "09:00"), false));
    }

    private static Optional<SymptomReason> why(
            List<PainEntry> entries, @Nullable Instant lastAskedAt, boolean inRehab) {
        return SymptomsDue.why(EVENING, entries, lastAskedAt, false, inRehab);
    }
}
