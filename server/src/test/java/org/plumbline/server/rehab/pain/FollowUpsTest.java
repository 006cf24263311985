package org.plumbline.server.rehab.pain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plumbline.server.rehab.pain.FollowUps.TrainingDay;

/** Training on Monday at six in the evening. */
class FollowUpsTest {
    private static final LocalDate MONDAY = Pains.MONDAY;
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);
    private static final LocalDate WEDNESDAY = MONDAY.plusDays(2);
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);
    private static final List<TrainingDay> TRAINED = List.of(new TrainingDay(MONDAY, Pains.when(MONDAY, "18:00")));

    @Test
    void theEveningAfterTrainingIsAskedAbout() {
        assertEquals(
                List.of(), due(Pains.when(TUESDAY, "09:00"), List.of()), "not in the morning: it is not a day yet");
        assertEquals(List.of(new FollowUp(MONDAY, PainMoment.HOURS_24)), due(Pains.when(TUESDAY, "17:00"), List.of()));
    }

    @Test
    void whatWasAnsweredIsNotAskedAgain() {
        assertEquals(
                List.of(),
                due(Pains.when(TUESDAY, "19:00"), List.of(Pains.at(TUESDAY, "18:00", PainMoment.HOURS_24, 2, MONDAY))));
    }

    @Test
    void sorenessThatIsStillThereIsAskedAboutAfterTwoAndThreeDays() {
        PainEntry sore = Pains.at(TUESDAY, "18:00", PainMoment.HOURS_24, 2, MONDAY);
        assertEquals(
                List.of(new FollowUp(MONDAY, PainMoment.HOURS_48)), due(Pains.when(WEDNESDAY, "18:00"), List.of(sore)));
        PainEntry still = Pains.at(WEDNESDAY, "18:00", PainMoment.HOURS_48, 1, MONDAY);
        assertEquals(
                List.of(new FollowUp(MONDAY, PainMoment.HOURS_72)),
                due(Pains.when(THURSDAY, "18:00"), List.of(sore, still)));
    }

    @Test
    void whereNothingIsFeltAnyMoreNobodyIsAskedAgain() {
        PainEntry none = Pains.at(TUESDAY, "18:00", PainMoment.HOURS_24, 0, MONDAY);
        assertEquals(List.of(), due(Pains.when(WEDNESDAY, "18:00"), List.of(none)));
    }

    @Test
    void aSoreCheckInKeepsTheQuestionsComing() {
        PainEntry none = Pains.at(TUESDAY, "18:00", PainMoment.HOURS_24, 0, MONDAY);
        assertEquals(
                List.of(new FollowUp(MONDAY, PainMoment.HOURS_48)),
                FollowUps.due(Pains.when(WEDNESDAY, "18:00"), TRAINED, List.of(none), Set.of(WEDNESDAY)));
    }

    @Test
    void aMissedQuestionGivesWayToTheNextAndTheLastOneEnds() {
        assertEquals(
                List.of(new FollowUp(MONDAY, PainMoment.HOURS_48)), due(Pains.when(WEDNESDAY, "18:00"), List.of()));
        assertEquals(List.of(), due(Pains.when(MONDAY.plusDays(5), "09:00"), List.of()));
    }

    private static List<FollowUp> due(Instant now, List<PainEntry> entries) {
        return FollowUps.due(now, TRAINED, entries, Set.of());
    }
}
