package org.plumbline.server.rehab.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review of a restriction.
 *
 * @param restrictionId which one
 * @param by who reviewed it, and when
 * @param lifted whether it was lifted
 * @param nextReviewOn the day it was kept to, or null where lifted
 * @param note what was said, or null
 */
public record RestrictionReview(
        UUID restrictionId,
        Signature by,
        boolean lifted,
        @Nullable LocalDate nextReviewOn,
        @Nullable String note) {}
