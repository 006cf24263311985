package org.plumbline.server.account;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a session or a token speaks for.
 *
 * @param personId the person
 * @param passwordMark what the password was when the session began: a session ends when the password changes. Empty for
 *     tokens and for sample people
 * @param tokenId the token, null for a session
 */
record SignedInPrincipal(
        UUID personId, String passwordMark, @Nullable UUID tokenId) implements Principal, Serializable {
    /** Of a session. */
    SignedInPrincipal(UUID personId, String passwordMark) {
        this(personId, passwordMark, null);
    }

    static SignedInPrincipal of(ApiToken token) {
        return new SignedInPrincipal(token.personId(), PasswordMark.none(), token.id());
    }

    @Override
    public String getName() {
        return personId.toString();
    }
}
