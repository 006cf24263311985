package org.plumbline.server.rehab.pain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingSymptomsTest {
    private static final Instant NOW = Pains.when(Pains.MONDAY, "18:00");

    @Test
    void whatWasNotAnsweredAnewStandsByItself() {
        SymptomCheck urgent = check(SymptomTier.URGENT, Duration.ofMinutes(11));
        StandingSymptoms standing = standing(urgent).orElseThrow();
        assertEquals(urgent, standing.check());
        assertNull(standing.anew());
    }

    @Test
    void answeringNoEverywhereMinutesLaterLeavesTheGraverAnswersInSight() {
        SymptomCheck urgent = check(SymptomTier.URGENT, Duration.ofMinutes(11));
        SymptomCheck nothing = check(SymptomTier.NOTHING_TICKED, Duration.ofMinutes(1));
        StandingSymptoms standing = standing(nothing, urgent).orElseThrow();
        assertEquals(urgent, standing.check());
        assertEquals(nothing, standing.anew());
    }

    @Test
    void anEmergencyStandsBeforeWhatIsUrgentAndForTwoDays() {
        SymptomCheck emergency = check(SymptomTier.EMERGENCY, Duration.ofHours(47));
        SymptomCheck urgent = check(SymptomTier.URGENT, Duration.ofHours(1));
        assertEquals(emergency, standing(urgent, emergency).orElseThrow().check());
        SymptomCheck before = check(SymptomTier.EMERGENCY, Duration.ofHours(49));
        assertEquals(urgent, standing(urgent, before).orElseThrow().check());
    }

    @Test
    void whatIsUrgentStandsForAWeekAndTheRestNotAtAll() {
        assertEquals(Optional.empty(), standing(check(SymptomTier.URGENT, Duration.ofDays(7))));
        assertEquals(
                Optional.empty(),
                standing(
                        check(SymptomTier.ROUTINE, Duration.ofHours(1)),
                        check(SymptomTier.NOTHING_TICKED, Duration.ofHours(2))));
    }

    private static Optional<StandingSymptoms> standing(SymptomCheck... rounds) {
        return StandingSymptoms.of(List.of(rounds), NOW);
    }

    private static SymptomCheck check(SymptomTier tier, Duration ago) {
        return new SymptomCheck(
                UUID.randomUUID(),
                Pains.LIFTER,
                NOW.minus(ago),
                Pains.MONDAY,
                SymptomReason.OWN,
                null,
                tier,
                null,
                SymptomQuestion.VERSION,
                Map.of());
    }
}
