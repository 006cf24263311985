package org.plumbline.server.account;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link that opens something once.
 *
 * @param purpose what it opens
 * @param personId whose password it resets, or null
 * @param roles roles of the account it makes
 * @param madeBy who made it, or null at first start
 */
record OneTimeLink(
        Purpose purpose,
        @Nullable UUID personId,
        Set<Role> roles,
        @Nullable UUID madeBy) {
    enum Purpose {
        /** Makes the first administrator. */
        ADMINISTRATOR,
        /** Makes an account. */
        INVITATION,
        /** Chooses a new password. */
        RESET
    }
}
