package org.plumbline.server.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends whoever tries too many passwords or links from one address away for a while. Not a bean: it belongs to one chain. */
final class SignInThrottleFilter extends OncePerRequestFilter {
    private final Throttle throttle;

    SignInThrottleFilter(Throttle throttle) {
        this.throttle = throttle;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        boolean tries = path.startsWith("/join/")
                || (path.equals("/sign-in") && request.getMethod().equals("POST"));
        return !tries;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (throttle.maySignIn(request.getRemoteAddr())) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect("/sign-in?wait");
        }
    }
}
