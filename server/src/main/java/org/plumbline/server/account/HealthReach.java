package org.plumbline.server.account;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Whether who asks may be told of pain and symptoms of their own: a person at a page, or a program whose token has the scope for it.
 * For what is asked and answered beside something else; addresses that speak of nothing else are kept by {@link SecurityConfiguration}.
 */
public final class HealthReach {
    private HealthReach() {}

    public static boolean of(@Nullable Principal asking) {
        boolean token = SignedInPrincipal.behind(asking)
                .filter(who -> who.tokenId() != null)
                .isPresent();
        return !token
                || (asking instanceof Authentication held
                        && held.getAuthorities().stream()
                                .anyMatch(one -> ApiScope.HEALTH.authority().equals(one.getAuthority())));
    }
}
