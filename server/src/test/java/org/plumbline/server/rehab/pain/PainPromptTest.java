package org.plumbline.server.rehab.pain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.server.training.PainBounds;
import org.plumbline.server.training.PainDirection;

class PainPromptTest {
    private static final LocalDate MONDAY = Pains.MONDAY;

    @Test
    void aSustainedRiseSuggestsAChangeOrAPause() {
        assertEquals(List.of(PainPrompt.CHANGE_OR_PAUSE), prompts(PainDirection.RISING, List.of()));
        assertEquals(List.of(), prompts(PainDirection.STEADY, List.of()));
    }

    @Test
    void painThreeDaysAfterTrainingLasts() {
        PainEntry third = Pains.at(MONDAY.plusDays(3), "18:00", PainMoment.HOURS_72, 1, MONDAY);
        assertEquals(List.of(PainPrompt.LASTS), prompts(PainDirection.STEADY, List.of(third)));
        PainEntry gone = Pains.morning(MONDAY.plusDays(4), 0);
        assertEquals(List.of(), prompts(PainDirection.STEADY, List.of(third, gone)), "it has gone since");
    }

    @Test
    void painThatComesBackWithTrainingIsSeen() {
        List<PainEntry> entries = new ArrayList<>();
        entries.add(Pains.at(MONDAY, "19:00", PainMoment.AFTER, 4));
        entries.add(Pains.at(MONDAY.plusDays(3), "18:00", PainMoment.HOURS_24, 1, MONDAY.plusDays(2)));
        assertEquals(List.of(), prompts(PainDirection.STEADY, entries), "once is not again");
        entries.add(Pains.at(MONDAY.plusDays(5), "18:00", PainMoment.HOURS_24, 5, MONDAY.plusDays(4)));
        assertEquals(List.of(PainPrompt.RETURNS), prompts(PainDirection.STEADY, entries));
    }

    @Test
    void amberAfterTheLastTrainingIsLeftToSettle() {
        assertEquals(
                List.of(PainPrompt.LET_IT_SETTLE),
                prompts(PainDirection.STEADY, List.of(Pains.at(MONDAY, "19:00", PainMoment.AFTER, 4))));
    }

    @Test
    void redAfterTheLastTrainingAsksForClearlyLess() {
        List<PainEntry> entries = new ArrayList<>();
        entries.add(Pains.at(MONDAY, "19:00", PainMoment.AFTER, 7));
        assertEquals(List.of(PainPrompt.EASE_OFF), prompts(PainDirection.STEADY, entries));
        entries.add(Pains.at(MONDAY.plusDays(2), "19:00", PainMoment.AFTER, 8));
        assertEquals(List.of(PainPrompt.RETURNS, PainPrompt.EASE_OFF), prompts(PainDirection.STEADY, entries));
    }

    @Test
    void redBeforeTrainingStandsUntilALaterDaySaysOtherwise() {
        List<PainEntry> entries = new ArrayList<>();
        entries.add(Pains.at(MONDAY, "08:00", PainMoment.BEFORE, 8));
        assertEquals(List.of(PainPrompt.RED_BEFORE), prompts(PainDirection.STEADY, entries));
        entries.add(Pains.at(MONDAY, "09:00", PainMoment.BEFORE, 2));
        entries.add(Pains.at(MONDAY, "19:00", PainMoment.AFTER, 0));
        assertEquals(List.of(PainPrompt.RED_BEFORE), prompts(PainDirection.STEADY, entries), "it eased within the day");
        entries.add(Pains.morning(MONDAY.plusDays(1), 5));
        assertEquals(List.of(PainPrompt.RED_BEFORE), prompts(PainDirection.STEADY, entries), "amber is not green");
        entries.add(Pains.at(MONDAY.plusDays(2), "08:00", PainMoment.BEFORE, 3));
        assertEquals(List.of(), prompts(PainDirection.STEADY, entries));
    }

    @Test
    void greenOnALaterDayTakesBackWhatWasSaidBeforeTrainingWhateverTheMoment() {
        for (int before : List.of(4, 8)) {
            PainEntry said = Pains.at(MONDAY, "08:00", PainMoment.BEFORE, before);
            for (PainEntry later : List.of(
                    Pains.morning(MONDAY.plusDays(1), 2),
                    Pains.morning(MONDAY.plusDays(3), 1),
                    Pains.at(MONDAY.plusDays(1), "19:00", PainMoment.HOURS_24, 0, MONDAY))) {
                assertEquals(List.of(), prompts(PainDirection.STEADY, List.of(said, later)));
            }
        }
    }

    @Test
    void lessThatIsRedStillHoldsAndTheAnswerNamedIsTheLast() {
        PainEntry less = Pains.at(MONDAY, "12:00", PainMoment.OTHER, 7);
        List<PainEntry> entries = List.of(Pains.at(MONDAY, "08:00", PainMoment.OTHER, 9), less);
        assertEquals(List.of(PainPrompt.RED_SINCE), prompts(PainDirection.STEADY, entries));
        assertEquals(less, PainPrompt.redSince(entries, PainBounds.USUAL).orElseThrow());
    }

    @Test
    void redADayAfterATrainingThatIsNotTheLastHoldsUntilTheNextAnswer() {
        List<PainEntry> entries = new ArrayList<>();
        entries.add(Pains.at(MONDAY.plusDays(1), "17:00", PainMoment.AFTER, 0));
        entries.add(Pains.at(MONDAY.plusDays(1), "19:00", PainMoment.HOURS_24, 7, MONDAY));
        assertEquals(List.of(PainPrompt.RED_SINCE), prompts(PainDirection.STEADY, entries));
        entries.add(Pains.at(MONDAY.plusDays(1), "21:00", PainMoment.OTHER, 5));
        assertEquals(List.of(), prompts(PainDirection.STEADY, entries));
    }

    @Test
    void redAtAnyOtherTimeStandsUntilTheNextAnswer() {
        for (PainMoment moment : List.of(PainMoment.OTHER, PainMoment.HOURS_48)) {
            List<PainEntry> entries = new ArrayList<>();
            entries.add(Pains.at(MONDAY, "12:00", moment, 7));
            assertEquals(List.of(PainPrompt.RED_SINCE), prompts(PainDirection.STEADY, entries));
            assertEquals(
                    entries.get(0),
                    PainPrompt.redSince(entries, PainBounds.USUAL).orElseThrow());
            entries.add(Pains.at(MONDAY, "20:00", PainMoment.OTHER, 2));
            assertEquals(List.of(), prompts(PainDirection.STEADY, entries), "the next answer is green");
        }
        assertEquals(List.of(), prompts(PainDirection.STEADY, List.of(Pains.morning(MONDAY, 5))), "amber is not red");
    }

    @Test
    void amberBeforeTrainingIsASuggestionOfItsOwn() {
        List<PainEntry> entries = new ArrayList<>();
        entries.add(Pains.at(MONDAY, "08:00", PainMoment.BEFORE, 4));
        assertEquals(List.of(PainPrompt.AMBER_BEFORE), prompts(PainDirection.STEADY, entries));
        entries.add(Pains.morning(MONDAY.plusDays(1), 0));
        assertEquals(List.of(), prompts(PainDirection.STEADY, entries), "it has gone since");
    }

    @Test
    void theBoundsAreTheTherapists() {
        List<PainEntry> entries = List.of(Pains.at(MONDAY, "19:00", PainMoment.AFTER, 4));
        assertEquals(List.of(), PainPrompt.of(PainDirection.STEADY, entries, new PainBounds(4, 7)));
    }

    private static List<PainPrompt> prompts(PainDirection direction, List<PainEntry> entries) {
        return PainPrompt.of(direction, entries, PainBounds.USUAL);
    }
}
