package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a professional said what a person may take part in.
 *
 * @param id identity
 * @param givenBy who gave it, in words
 * @param givenOn when
 * @param scope for what
 * @param expiresOn last day, or null where it has none
 * @param recordedBy who recorded it here, and when
 * @param withdrawnReason why it was withdrawn, or null while it stands
 */
public record Clearance(
        UUID id,
        String givenBy,
        LocalDate givenOn,
        String scope,
        @Nullable LocalDate expiresOn,
        Signature recordedBy,
        @Nullable String withdrawnReason) {
    /** Whether it stands on that day. */
    public boolean standsOn(LocalDate day) {
        return withdrawnReason == null && !day.isBefore(givenOn) && (expiresOn == null || !day.isAfter(expiresOn));
    }
}
