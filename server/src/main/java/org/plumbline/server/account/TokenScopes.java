package org.plumbline.server.account;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.plumbline.server.web.Words;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** The scopes that a request needs, all of them; whoever is refused is told which are missing. */
final class TokenScopes implements AuthorizationManager<RequestAuthorizationContext> {
    private final List<ApiScope> needed;

    private TokenScopes(List<ApiScope> needed) {
        this.needed = needed;
    }

    static TokenScopes of(ApiScope... needed) {
        return new TokenScopes(List.of(needed));
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends Authentication> asking, RequestAuthorizationContext request) {
        Authentication who = asking.get();
        Set<String> held = who == null
                ? Set.of()
                : who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet());
        return new Missing(needed.stream()
                .filter(scope -> !held.contains(scope.authority()))
                .toList());
    }

    /** What a program is told whose token does not reach. */
    static String say(AccessDeniedException refused) {
        return refused instanceof AuthorizationDeniedException denied
                        && denied.getAuthorizationResult() instanceof Missing missing
                ? Words.say(
                        "account.token.scope",
                        missing.scopes.stream().map(ApiScope::word).collect(Collectors.joining(", ")))
                : Words.say("account.token.page");
    }

    private static final class Missing extends AuthorizationDecision {
        private static final long serialVersionUID = 1L;
        private final transient List<ApiScope> scopes;

        Missing(List<ApiScope> scopes) {
            super(scopes.isEmpty());
            this.scopes = scopes;
        }
    }
}
