package org.plumbline.server.rehab.pain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PainGateTest {
    private static final Instant NOW = Pains.when(Pains.MONDAY, "18:00");

    @Test
    void withoutPainAndWithoutSymptomsNothingHoldsBack() {
        assertEquals(Optional.empty(), PainGate.reason(List.of(), null, false, NOW));
        assertEquals(Optional.empty(), PainGate.reason(List.of(), check(SymptomTier.ROUTINE, 1), false, NOW));
    }

    @Test
    void anyPromptOfThePainLogHoldsBack() {
        for (PainPrompt prompt : PainPrompt.values()) {
            assertEquals(
                    Optional.of(prompt == PainPrompt.RED_SINCE ? "pain.gate.answer" : "pain.gate.pain"),
                    PainGate.reason(List.of(prompt), null, false, NOW));
        }
    }

    @Test
    void pressingSymptomsHoldBackForTwoWeeks() {
        assertEquals(
                Optional.of("pain.gate.symptoms"),
                PainGate.reason(List.of(), check(SymptomTier.URGENT, 13), false, NOW));
        assertEquals(
                Optional.of("pain.gate.symptoms"),
                PainGate.reason(List.of(), check(SymptomTier.EMERGENCY, 1), false, NOW));
        assertEquals(Optional.empty(), PainGate.reason(List.of(), check(SymptomTier.URGENT, 15), false, NOW));
    }

    @Test
    void aStopForSharpPainHoldsBackUntilTheQuestionsAreAnswered() {
        assertEquals(Optional.of("pain.gate.stop"), PainGate.reason(List.of(), null, true, NOW));
        assertEquals(
                Optional.of("pain.gate.stop"),
                PainGate.reason(List.of(), check(SymptomTier.ROUTINE, 20), true, NOW),
                "an earlier round says nothing of it");
    }

    private static SymptomCheck check(SymptomTier tier, int daysAgo) {
        return new SymptomCheck(
                UUID.randomUUID(),
                Pains.LIFTER,
                NOW.minusSeconds(daysAgo * 86_400L),
                Pains.MONDAY.minusDays(daysAgo),
                SymptomReason.OWN,
                null,
                tier,
                null,
                SymptomQuestion.VERSION,
                Map.of());
    }
}
