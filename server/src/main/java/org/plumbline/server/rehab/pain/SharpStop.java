package org.plumbline.server.rehab.pain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A set that was stopped for sharp pain.
 *
 * @param id identity
 * @param stoppedAt when
 * @param day the day, in the server's time zone
 * @param setId the set, or null where it is not known or was deleted
 * @param score the worst pain noted with that set, 0 to 10, or null where none was noted yet
 * @param answered whether the symptom questions were answered since
 */
public record SharpStop(
        UUID id,
        Instant stoppedAt,
        LocalDate day,
        @Nullable UUID setId,
        @Nullable Integer score,
        boolean answered) {}
