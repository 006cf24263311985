package org.plumbline.server.account;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key with which a program speaks for a person; the secret itself is shown once and not kept.
 *
 * @param id identity
 * @param personId for whom
 * @param name what the person calls it
 * @param scopes what it may do
 * @param createdAt when it was made
 * @param lastUsedAt when it was last used, to ten minutes; null where never
 */
record ApiToken(
        UUID id,
        UUID personId,
        String name,
        Set<ApiScope> scopes,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
