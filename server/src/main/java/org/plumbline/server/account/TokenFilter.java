package org.plumbline.server.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.plumbline.server.web.Steering;
import org.plumbline.server.web.Words;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program speak for the person whose token it brings, as far as the token reaches. Not a bean: it belongs to one chain. */
final class TokenFilter extends OncePerRequestFilter {
    static final String SCHEME = "Bearer ";

    private static final String CLOSED = TokenFilter.class.getName() + ".closed";

    private final ApiTokenRepository tokens;
    private final SignedInPeople people;
    private final Throttle throttle;
    private final LastKnown<String, Bearer> last;

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
        boolean steers = Steering.isAsked(request);
        String hash = Secrets.hash(secret);
        Optional<Bearer> found =
                steers ? last.askOrRemember(hash, () -> bearer(hash)) : last.ask(hash, () -> bearer(hash));
        if (found.isPresent() && found.get().person().isEmpty()) {
            request.setAttribute(CLOSED, true);
            found = Optional.empty();
        }
        if (found.isPresent()) {
            ApiToken token = found.get().token();
            // those after this need not look for them again
            request.setAttribute(
                    SignedInResolver.ATTRIBUTE, found.get().person().orElseThrow());
            if (!throttle.mayAsk(token.id())) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "60");
                response.sendError(429, Words.say("account.token.often"));
                return;
            }
            if (!steers) {
                noteUse(token);
            }
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

    /** @param person empty where the account is closed */
    private record Bearer(ApiToken token, Optional<Person> person) {}

    private Optional<Bearer> bearer(String hash) {
        return tokens.byHash(hash).map(token -> new Bearer(token, people.find(SignedInPrincipal.of(token))));
    }

    private void noteUse(ApiToken token) {
        try {
            tokens.used(token);
        } catch (DataAccessException | TransactionException notTaken) {
            // whoever reads is not held up by it
            logger.debug("The use of a token could not be noted", notTaken);
        }
    }
}
