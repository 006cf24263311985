package org.plumbline.server.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.plumbline.server.web.EmergencyNumber;
import org.plumbline.server.web.Steering;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose account was closed or erased, or got a new password, with the next request. Not a bean: it belongs to
 * one chain.
 */
final class StaleSessionFilter extends OncePerRequestFilter {
    private final SignedInPeople people;

    StaleSessionFilter(SignedInPeople people) {
        this.people = people;
    }

    /** Whoever needs the emergency page gets it, whoever they are and whatever fails. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().equals(EmergencyNumber.PAGE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInPrincipal) {
            Optional<Person> person =
                    Steering.isAsked(request) ? people.findToSteer(authentication) : people.find(authentication);
            if (person.isPresent()) {
                request.setAttribute(SignedInResolver.ATTRIBUTE, person.get());
            } else {
                SecurityContextHolder.clearContext();
                if (request.getSession(false) != null) {
                    request.getSession(false).invalidate();
                }
            }
        }
        chain.doFilter(request, response);
    }
}
