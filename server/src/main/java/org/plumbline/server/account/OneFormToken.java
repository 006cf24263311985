package org.plumbline.server.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DeferredCsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * The token that forms carry against foreign pages, in the session. Pages that are opened at the same moment, right after a
 * sign-in, get the same one: else each would make one, the last would stay, and the forms of the others would be refused.
 */
final class OneFormToken implements CsrfTokenRepository {
    private final CsrfTokenRepository session = new HttpSessionCsrfTokenRepository();

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return session.generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        session.saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return session.loadToken(request);
    }

    @Override
    public DeferredCsrfToken loadDeferredToken(HttpServletRequest request, HttpServletResponse response) {
        return new Deferred(request, response);
    }

    /** Looked up when the page asks for it, once. */
    private final class Deferred implements DeferredCsrfToken {
        private final HttpServletRequest request;
        private final HttpServletResponse response;
        private @Nullable CsrfToken token;
        private boolean made;

        private Deferred(HttpServletRequest request, HttpServletResponse response) {
            this.request = request;
            this.response = response;
        }

        @Override
        public CsrfToken get() {
            if (token == null) {
                token = findOrMake();
            }
            return token;
        }

        /** The sessions are in memory: nobody waits here for more than a look. */
        private CsrfToken findOrMake() {
            synchronized (OneFormToken.this) {
                @Nullable CsrfToken there = loadToken(request);
                if (there != null) {
                    return there;
                }
                CsrfToken one = generateToken(request);
                saveToken(one, request, response);
                made = true;
                return one;
            }
        }

        @Override
        public boolean isGenerated() {
            get();
            return made;
        }
    }
}
