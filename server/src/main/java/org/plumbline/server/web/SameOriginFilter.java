package org.plumbline.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps other web pages that are open in the same browser from pressing our buttons: a request that changes something
 * must come from a page of this server, and a server on the loopback address answers to loopback names only. It stands
 * beside the tokens in forms.
 */
@Component
@Order(SameOriginFilter.BEFORE_SIGN_IN)
class SameOriginFilter extends OncePerRequestFilter {
    /** Spring Security's own filters stand at -100. */
    static final int BEFORE_SIGN_IN = -200;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final boolean loopbackOnly;

    SameOriginFilter(Environment environment) {
        String address = environment.getProperty("server.address", "");
        loopbackOnly = LOOPBACK_NAMES.contains(address);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (loopbackOnly && !LOOPBACK_NAMES.contains(request.getServerName())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "This server answers on this machine only.");
            return;
        }
        if (!READING.contains(request.getMethod()) && isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "This request came from a page of another site.");
            return;
        }
        chain.doFilter(request, response);
    }

    /** Programs send no Origin; browsers do with every request that changes something. */
    private static boolean isForeign(HttpServletRequest request) {
        @Nullable String origin = request.getHeader("Origin");
        if (origin == null) {
            return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        }
        try {
            return !request.getHeader("Host").equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException opaque) {
            return true;
        }
    }
}
