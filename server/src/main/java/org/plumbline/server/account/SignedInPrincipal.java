package org.plumbline.server.account;

import java.io.Serializable;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

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

    /** Who is behind a request or a socket; empty where nobody is known. */
    static Optional<SignedInPrincipal> behind(@Nullable Principal principal) {
        Object who = principal instanceof Authentication authentication ? authentication.getPrincipal() : principal;
        return who instanceof SignedInPrincipal known ? Optional.of(known) : Optional.empty();
    }

    static SignedInPrincipal of(ApiToken token) {
        return new SignedInPrincipal(token.personId(), PasswordMark.none(), token.id());
    }

    @Override
    public String getName() {
        return personId.toString();
    }
}
