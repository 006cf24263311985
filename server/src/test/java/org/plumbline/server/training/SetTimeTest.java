package org.plumbline.server.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SetTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void whatWasRecordedEarlierHappenedThen() {
        Instant began = Instant.parse("2026-11-20T18:05:00Z");
        assertEquals(
                Instant.parse("2026-11-20T18:05:31.500Z"),
                SetTime.recorded(CLOCK, began).at(31.5));
    }

    @Test
    void nothingRecordedIsLaterThanNow() {
        assertEquals(NOW, SetTime.recorded(CLOCK, NOW.minusSeconds(60)).at(61));
    }

    @Test
    void aSetThatRunsGoesByItsOwnTimeHoweverFarItsSamplesAre() {
        Instant at = SetTime.running(CLOCK, NOW.minusSeconds(60)).at(1_000_000);
        assertTrue(Duration.between(NOW, at).abs().toSeconds() < 30, at.toString());
    }
}
