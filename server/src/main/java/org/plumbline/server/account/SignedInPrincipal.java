package org.plumbline.server.account;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/**
 * Who a session or a token speaks for.
 *
 * @param personId the person
 * @param passwordMark what the password was when the session began: a session ends when the password changes. Empty for
 *     tokens and for sample people
 */
record SignedInPrincipal(UUID personId, String passwordMark) implements Principal, Serializable {
    @Override
    public String getName() {
        return personId.toString();
    }
}
