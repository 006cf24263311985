package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OneRepetitionMaximumTest {
    @Test
    void fiveOfAHundredAreBetweenBrzyckiAndEpley() {
        OneRepetitionMaximum once = OneRepetitionMaximum.of(100.0, 5, 0).orElseThrow();
        assertEquals(112.5, once.lowKg(), 1e-9, "36 × 100 / 32");
        assertEquals(100 * (1 + 5 / 30.0), once.highKg(), 1e-9);
        assertTrue(once.effortKnown());
    }

    @Test
    void oneLiftIsWhatItIs() {
        OneRepetitionMaximum once = OneRepetitionMaximum.of(180.0, 1, 0).orElseThrow();
        assertEquals(180, once.lowKg(), 1e-9);
        assertEquals(180, once.highKg(), 1e-9);
    }

    @Test
    void repetitionsThatWereLeftCount() {
        assertEquals(
                OneRepetitionMaximum.of(100.0, 7, 0).orElseThrow(),
                OneRepetitionMaximum.of(100.0, 5, 2).orElseThrow());
        assertFalse(OneRepetitionMaximum.of(100.0, 5, null).orElseThrow().effortKnown());
    }

    @Test
    void beyondTenRepetitionsNothingIsEstimated() {
        assertTrue(OneRepetitionMaximum.of(100.0, 10, 0).isPresent());
        assertTrue(OneRepetitionMaximum.of(100.0, 11, 0).isEmpty());
        assertTrue(OneRepetitionMaximum.of(100.0, 8, 3).isEmpty());
        assertTrue(OneRepetitionMaximum.of(null, 5, 0).isEmpty());
        assertTrue(OneRepetitionMaximum.of(0.0, 5, 0).isEmpty());
        assertTrue(OneRepetitionMaximum.of(100.0, 0, 0).isEmpty());
    }

    @Test
    void anEasyRatingGivesNoneBecauseItMeansNoNumberOfRepetitions() {
        assertTrue(OneRepetitionMaximum.of(rated(6.0)).isEmpty());
        assertTrue(OneRepetitionMaximum.of(rated(9.0)).isPresent());
    }

    @Test
    void anEffortThatContradictsItselfNeverPutsTheEstimateBelowALoadThatWasLifted() {
        UUID session = UUID.randomUUID();
        SetSummary light = Summaries.set(session, Instant.EPOCH, 60.0, 5, new Effort(8.0, 2));
        // nothing left and five left at once: no formula takes thirteen repetitions
        SetSummary heavy = Summaries.set(session, Instant.EPOCH.plusSeconds(600), 100.0, 8, new Effort(10.0, 5));
        OneRepetitionMaximum once = OneRepetitionMaximum.ofSession(List.of(light, heavy))
                .orElseThrow()
                .once();
        assertTrue(once.lowKg() >= 100, once.toString());
        assertFalse(once.effortKnown(), "a least one");
        assertEquals(
                light.setId(),
                OneRepetitionMaximum.ofSession(List.of(light))
                        .orElseThrow()
                        .set()
                        .setId());
    }

    private static SetSummary rated(double rpe) {
        return Summaries.set(UUID.randomUUID(), Instant.EPOCH, 100.0, 5, new Effort(rpe, null));
    }
}
