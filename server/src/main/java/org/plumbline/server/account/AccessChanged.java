package org.plumbline.server.account;

import java.util.UUID;

/**
 * Told when somebody may read less than before: a share was revoked, roles were taken, an account was
 * closed, a token was deleted, the password is another.
 *
 * @param viewerId who
 */
public record AccessChanged(UUID viewerId) {}
