package org.plumbline.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer tells the browser to refuse. Before all other filters, so that a refusal carries it too. Whether only TLS may
 * be spoken from now on is added by Spring Security, where a request came by TLS.
 */
@Component
@Order(PageHeaders.FIRST)
class PageHeaders extends OncePerRequestFilter {
    /** Before the filters of Spring MVC that read a body. */
    static final int FIRST = -20_000;

    /** Inline styles: a chart opened by itself is an SVG page that has them. */
    private static final String CONTENT = "default-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /**
     * Nothing of the browser's is asked for: sensors are reached by the server, never by a page. Browsers know no feature named
     * bluetooth, and would warn of it on every page.
     */
    private static final String PERMISSIONS = "accelerometer=(), camera=(), display-capture=(), geolocation=(),"
            + " gyroscope=(), hid=(), microphone=(), payment=(), serial=(), usb=()";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", CONTENT);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", PERMISSIONS);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        chain.doFilter(request, response);
    }
}
