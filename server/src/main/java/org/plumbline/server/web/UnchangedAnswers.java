package org.plumbline.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * Marks every JSON that the API reads out, so that a program that has it already is told 304 and nothing more. What is streamed
 * passes by unbuffered: downloads are not JSON, and what is live is never twice the same.
 */
@Component
@Order(UnchangedAnswers.AFTER_SIGN_IN)
class UnchangedAnswers extends ShallowEtagHeaderFilter {
    /** Spring Security's own filters stand at -100. */
    static final int AFTER_SIGN_IN = 0;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") || path.startsWith("/api/live") || path.startsWith("/api/sensors");
    }

    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
        if (!isJson(response) || !super.isEligibleForEtag(request, response, status, body)) {
            return false;
        }
        if (response.getHeader(HttpHeaders.CACHE_CONTROL) == null) {
            response.setHeader(
                    HttpHeaders.CACHE_CONTROL,
                    CacheControl.noCache().cachePrivate().getHeaderValue());
        }
        return true;
    }

    private static boolean isJson(HttpServletResponse response) {
        String type = response.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }
}
