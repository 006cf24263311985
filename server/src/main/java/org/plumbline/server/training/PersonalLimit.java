package org.plumbline.server.training;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A limit of one person for one exercise, with who set it.
 *
 * @param id identity
 * @param lifterId whose limit it is
 * @param exercise name of the exercise
 * @param value the limit
 * @param setAs as what it was set
 * @param setBy name of who set it, or null where they are no longer here
 * @param setAt when
 * @param reason why, as they said, or null
 * @param endedAt when it was replaced or taken back, or null while it stands
 */
public record PersonalLimit(
        UUID id,
        UUID lifterId,
        String exercise,
        LimitValue value,
        Capacity setAs,
        @Nullable String setBy,
        Instant setAt,
        @Nullable String reason,
        @Nullable Instant endedAt) {
    /** Whether it stood at a moment. */
    boolean stoodAt(Instant moment) {
        return !setAt.isAfter(moment) && (endedAt == null || endedAt.isAfter(moment));
    }
}
