package org.plumbline.server.exchange;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.core.recording.RecordingHeader;
import org.plumbline.server.web.StorableText;
import org.plumbline.server.web.Words;

/**
 * When a recording was made, as somebody says it or as its header does under {@value #KEY}: ISO 8601, {@code 2026-11-20T18:05+01:00};
 * without a zone, as clocks show it where the server stands.
 *
 * @param at the moment at which the recording begins, or null where nothing is said that can be taken
 * @param fault what is wrong with what is said, for a person; null where nothing is
 */
record RecordedTime(@Nullable Instant at, @Nullable String fault) {
    /** The key in the header. */
    static final String KEY = "recorded";

    private static final RecordedTime NOT_SAID = new RecordedTime(null, null);

    /** Before this no sensor of the kind was worn: the clock of the recorder was never set. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Clocks of two machines may differ by so much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    /** Letters of it that are repeated to whoever said it. */
    private static final int REPEATED = 60;

    static RecordedTime of(@Nullable String said, Clock clock) {
        if (said == null || said.isBlank()) {
            return NOT_SAID;
        }
        String repeated = StorableText.shortened(said.strip(), REPEATED);
        Instant at;
        try {
            at = read(said.strip());
        } catch (DateTimeException unreadable) {
            return new RecordedTime(null, Words.say("training.recorded.unreadable", repeated));
        }
        if (at.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            return new RecordedTime(null, Words.say("training.recorded.future", repeated));
        }
        if (at.isBefore(EARLIEST)) {
            return new RecordedTime(null, Words.say("training.recorded.early", repeated));
        }
        return new RecordedTime(at, null);
    }

    /** What the head of a recording says, however the letters of the key are written. */
    static RecordedTime of(RecordingHeader header, Clock clock) {
        // said twice is not said
        return of(
                header.otherKeys().entrySet().stream()
                        .filter(said -> said.getKey().equalsIgnoreCase(KEY))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.joining("; ")),
                clock);
    }

    /** Whether anything was said that can be taken. */
    boolean isSaid() {
        return at != null;
    }

    /** A header that says it, in the place of what it said: what a person says of a recording goes with it wherever it goes. */
    RecordingHeader in(RecordingHeader header) {
        if (at == null) {
            return header;
        }
        Map<String, String> keys = new LinkedHashMap<>(header.otherKeys());
        keys.keySet().removeIf(KEY::equalsIgnoreCase);
        keys.put(KEY, at.toString());
        return header.withKeys(keys);
    }

    private static Instant read(String said) {
        TemporalAccessor read = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                said.replaceFirst(" ", "T"), ZonedDateTime::from, LocalDateTime::from);
        return read instanceof ZonedDateTime zoned
                ? zoned.toInstant()
                : LocalDateTime.from(read).atZone(ZoneId.systemDefault()).toInstant();
    }
}
