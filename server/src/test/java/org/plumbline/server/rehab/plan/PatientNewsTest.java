package org.plumbline.server.rehab.plan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plumbline.server.account.LoadUnit;
import org.plumbline.server.training.BegunAnyway;

/** How a therapist reads of a set that was begun all the same. */
class PatientNewsTest {
    @Test
    void whatWasAskedDecidesHowItIsSaid() {
        String restricted = say(BegunAnyway.Question.RESTRICTED, 40.0);
        assertTrue(restricted.contains("after reading"), restricted);
        String above = say(BegunAnyway.Question.ABOVE_CAP, 40.0);
        assertTrue(above.contains("above the plan") && above.contains("40"), above);
        String unknownCap = say(BegunAnyway.Question.ABOVE_CAP, null);
        assertTrue(unknownCap.contains("above the plan’s –"), unknownCap);
    }

    private static String say(BegunAnyway.Question question, @Nullable Double capKg) {
        return PatientNews.say(
                new BegunAnyway(
                        UUID.randomUUID(),
                        null,
                        Instant.parse("2026-03-02T17:00:00Z"),
                        LocalDate.of(2026, 3, 2),
                        question,
                        "It is left out.",
                        "deadlift",
                        false,
                        60.0,
                        capKg),
                LoadUnit.KG);
    }
}
