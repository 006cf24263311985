package org.plumbline.server.rehab.pain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries as a person in a gym makes them. */
final class Pains {
    static final UUID LIFTER = UUID.fromString("00000000-0000-0000-0000-000000000001");
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private Pains() {}

    static PainEntry at(LocalDate day, String time, PainMoment moment, int score) {
        return at(day, time, moment, score, null);
    }

    static PainEntry at(LocalDate day, String time, PainMoment moment, int score, @Nullable LocalDate about) {
        return entry(day, time, moment, score, about, false);
    }

    static PainEntry masked(LocalDate day, int score) {
        return entry(day, "08:00", PainMoment.OTHER, score, null, true);
    }

    private static PainEntry entry(
            LocalDate day, String time, PainMoment moment, int score, @Nullable LocalDate about, boolean masked) {
        return new PainEntry(
                UUID.randomUUID(),
                LIFTER,
                when(day, time),
                day,
                moment,
                score,
                List.of(new PainPlace(BodyRegion.LOWER_BACK, BodySide.LEFT)),
                List.of(PainQuality.SORE),
                null,
                null,
                masked,
                null,
                about,
                null,
                null,
                null);
    }

    static PainEntry morning(LocalDate day, int score) {
        return at(day, "08:00", PainMoment.OTHER, score);
    }

    static Instant when(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }
}
