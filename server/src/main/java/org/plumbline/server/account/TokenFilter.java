package org.plumbline.server.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.plumbline.server.web.Words;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program speak for the person whose token it brings, as far as the token reaches. Not a bean: it belongs to one chain. */
final class TokenFilter extends OncePerRequestFilter {
    static final String SCHEME = "Bearer ";

    private static final String CLOSED = TokenFilter.class.getName() + ".closed";

    private final ApiTokenRepository tokens;
    private final SignedInPeople people;
    private final Throttle throttle;
    private final LastKnown<String, Optional<ApiToken>> last;

    TokenFilter(ApiTokenRepository tokens, SignedInPeople people, Throttle throttle, Clock clock) {
        this.tokens = tokens;
        this.people = people;
        this.throttle = throttle;
        last = new LastKnown<>(clock);
    }

    /** Whether a request brings a token. */
    static boolean brings(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Why a token lets nobody in. */
    static String refusal(HttpServletRequest request) {
        return Words.say(request.getAttribute(CLOSED) == null ? "account.token.unknown" : "account.token.closed");
    }

    /** Who brought another key, which a filter before this one knew, is let be. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !brings(request) || SecurityContextHolder.getContext().getAuthentication() != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String secret = request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(SCHEME.length())
                .strip();
        String hash = Secrets.hash(secret);
        Optional<ApiToken> known = last.ask(hash, () -> tokens.byHash(hash));
        Optional<ApiToken> found =
                known.filter(token -> people.find(SignedInPrincipal.of(token)).isPresent());
        if (known.isPresent() && found.isEmpty()) {
            request.setAttribute(CLOSED, true);
        }
        if (found.isPresent()) {
            ApiToken token = found.get();
            if (!throttle.mayAsk(token.id())) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "60");
                response.sendError(429, Words.say("account.token.often"));
                return;
            }
            noteUse(token);
            List<SimpleGrantedAuthority> authorities = token.scopes().stream()
                    .map(scope -> new SimpleGrantedAuthority(scope.authority()))
                    .toList();
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(
                    UsernamePasswordAuthenticationToken.authenticated(SignedInPrincipal.of(token), null, authorities));
            SecurityContextHolder.setContext(context);
        } else if (!throttle.maySignIn(request.getRemoteAddr())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "300");
            response.sendError(429, Words.say("account.tries.often"));
            return;
        }
        chain.doFilter(request, response);
    }

    private void noteUse(ApiToken token) {
        try {
            tokens.used(token);
        } catch (DataAccessResourceFailureException away) {
            // who ends a set is not held up by it
            logger.debug("The use of a token could not be noted", away);
        }
    }
}
