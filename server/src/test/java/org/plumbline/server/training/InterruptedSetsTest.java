package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When a set ended whose server stopped. */
class InterruptedSetsTest {
    private static final Instant STARTED = Instant.parse("2026-03-02T17:00:00Z");
    private static final Instant NOW = STARTED.plusSeconds(60);

    @Test
    void itEndedBetweenItsStartAndNowWhateverItsSamplesSay() {
        Instant last = STARTED.plusSeconds(20);
        assertEquals(last, InterruptedSets.within(STARTED, last, NOW));
        assertEquals(NOW, InterruptedSets.within(STARTED, Instant.parse("9999-01-01T00:00:00Z"), NOW));
        assertEquals(STARTED, InterruptedSets.within(STARTED, STARTED.minusSeconds(5), NOW));
        assertEquals(STARTED, InterruptedSets.within(STARTED, last, STARTED.minusSeconds(5)), "the clock was set back");
    }
}
