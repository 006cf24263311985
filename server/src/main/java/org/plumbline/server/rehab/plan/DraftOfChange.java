package org.plumbline.server.rehab.plan;

import org.jspecify.annotations.Nullable;

/**
 * What would take the place of a version.
 *
 * @param version the version that its author has seen, or null where that is not known
 * @param draft what is written
 * @param reason why
 */
record DraftOfChange(
        @Nullable Integer version, Draft draft, @Nullable String reason) {}
