package org.plumbline.server.rehab.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A pain score as the plan looks at it.
 *
 * @param at when it was said
 * @param day the day of the session it belongs to: that of the set where it names one
 * @param moment when in the session
 * @param setId the set it was said of, or null
 * @param score 0 to 10
 * @param mayBeMasked whether a painkiller was taken before
 */
public record PainReading(
        Instant at, LocalDate day, Moment moment, @Nullable UUID setId, int score, boolean mayBeMasked) {
    /** When in a session. */
    public enum Moment {
        BEFORE,
        DURING,
        AFTER,
        /** About 24 h later. */
        NEXT_DAY
    }
}
