package org.plumbline.server.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.core.recording.RecordingHeader;

class RecordedTimeTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T18:05+01:00, 2026-11-20T17:05:00Z",
        "2026-11-20T18:05:30.25Z, 2026-11-20T18:05:30.250Z",
        "2026-11-20 18:05:30-05:00, 2026-11-20T23:05:30Z",
        "' 2026-11-20T18:05+01:00[Europe/Paris] ', 2026-11-20T17:05:00Z"
    })
    void aTimeWithItsZoneIsThatMoment(String said, String at) {
        assertEquals(new RecordedTime(Instant.parse(at), null), RecordedTime.of(said, NOW));
    }

    @Test
    void aTimeWithoutAZoneIsThatOfClocksWhereTheServerStands() {
        Instant at = LocalDateTime.of(2026, 11, 20, 18, 5)
                .atZone(ZoneId.systemDefault())
                .toInstant();
        assertEquals(new RecordedTime(at, null), RecordedTime.of("2026-11-20T18:05", NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20.11.2026",
                "2026-11-20",
                "1763661900",
                "2026-13-20T18:05",
                "2026-11-20T18:05; 2026-11-20T18:15"
            })
    void whatIsNoTimeIsRepeatedWithAnExampleOfOne(String said) {
        RecordedTime recorded = RecordedTime.of(said, NOW);
        assertNull(recorded.at());
        assertTrue(
                recorded.fault().contains("“" + said + "”") && recorded.fault().contains("2026-11-20T18:05+01:00"));
    }

    @Test
    void aTimeToComeIsRefusedButNotWhereTwoClocksDifferALittle() {
        assertTrue(RecordedTime.of("2026-11-23T12:10:01Z", NOW).fault().contains("in the future"));
        assertTrue(RecordedTime.of("+999999999-01-01T00:00Z", NOW).fault().contains("in the future"));
        assertEquals(
                Instant.parse("2026-11-23T12:10:00Z"),
                RecordedTime.of("2026-11-23T12:10Z", NOW).at());
    }

    @Test
    void theTimeOfAClockThatWasNeverSetIsRefused() {
        assertTrue(RecordedTime.of("1970-01-01T00:00:12Z", NOW).fault().contains("never set"));
    }

    @Test
    void nothingSaidIsNoFault() {
        assertEquals(new RecordedTime(null, null), RecordedTime.of((String) null, NOW));
        assertEquals(new RecordedTime(null, null), RecordedTime.of("  ", NOW));
        assertEquals(new RecordedTime(null, null), RecordedTime.of(header(Map.of("gym", "north")), NOW));
    }

    @Test
    void theHeaderSaysItHoweverTheLettersOfItsKeyAreWritten() {
        assertEquals(
                Instant.parse("2026-11-20T18:05:00Z"),
                RecordedTime.of(header(Map.of("Recorded", "2026-11-20T18:05Z")), NOW)
                        .at());
    }

    @Test
    void whateverIsSaidIsTakenOrFoundFaultWith() {
        Random random = new Random(35);
        String letters = "0123456789-+:.TZ[]W /eé\u0000\uD800";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder said = new StringBuilder("2026-11-20T18:05+01:00[Europe/Paris]");
            for (int change = random.nextInt(4); change >= 0; change--) {
                said.setCharAt(random.nextInt(said.length()), letters.charAt(random.nextInt(letters.length())));
            }
            said.setLength(1 + random.nextInt(said.length()));
            RecordedTime recorded = RecordedTime.of(said.toString(), NOW);
            assertTrue(
                    said.toString().isBlank() || (recorded.at() == null) == (recorded.fault() != null),
                    said.toString());
        }
    }

    private static RecordingHeader header(Map<String, String> keys) {
        return new RecordingHeader(null, "deadlift", null, null, List.of(), List.of(), keys);
    }
}
