package org.plumbline.server.account;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that still makes an account.
 *
 * @param id what it is known by; it opens nothing
 * @param roles roles of the account it makes
 * @param by name of who made it, or null where they have left
 * @param madeAt when it was made
 * @param expiresAt until when it opens
 */
public record OpenInvitation(
        String id, Set<Role> roles, @Nullable String by, Instant madeAt, Instant expiresAt) {}
