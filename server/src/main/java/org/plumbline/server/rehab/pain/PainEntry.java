package org.plumbline.server.rehab.pain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.web.Words;

/**
 * What a person said of pain at one moment.
 *
 * @param id identity
 * @param lifterId whose it is
 * @param saidAt when it was said
 * @param day the day it belongs to, in the server's time zone
 * @param moment when, beside training, it was felt
 * @param score numeric rating, 0 none to 10 the worst imaginable
 * @param places where
 * @param qualities what it feels like
 * @param onset how it began, or null where not answered
 * @param duration how long it has been there, or null where not answered
 * @param maybeMasked whether a painkiller had been taken: the score may be lower than it would be without
 * @param setId the set it is bound to, or null
 * @param aboutDay the day of training a later entry is about, or null
 * @param worseWith what makes it worse, in the person's words, or null
 * @param easesWith what eases it, in the person's words, or null
 * @param note anything else, or null
 */
public record PainEntry(
        UUID id,
        UUID lifterId,
        Instant saidAt,
        LocalDate day,
        PainMoment moment,
        int score,
        List<PainPlace> places,
        List<PainQuality> qualities,
        @Nullable PainOnset onset,
        @Nullable PainDuration duration,
        boolean maybeMasked,
        @Nullable UUID setId,
        @Nullable LocalDate aboutDay,
        @Nullable String worseWith,
        @Nullable String easesWith,
        @Nullable String note) {
    /** The highest score. */
    public static final int WORST = 10;

    public PainEntry {
        if (score < 0 || score > WORST) {
            throw new IllegalArgumentException(Words.say("pain.score.refused", WORST, score));
        }
        places = List.copyOf(places);
        qualities = List.copyOf(qualities);
    }

    /** The day of training it speaks of: the one it is about, or its own. */
    public LocalDate trainingDay() {
        return aboutDay == null ? day : aboutDay;
    }
}
