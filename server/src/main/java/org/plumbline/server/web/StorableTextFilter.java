package org.plumbline.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.DispatcherServlet;

/** Refuses a form or an address with text that no database takes; {@link StorableJson} does the same for JSON. */
@Component
@Order(SameOriginFilter.BEFORE_SIGN_IN + 1)
class StorableTextFilter extends OncePerRequestFilter {
    /** Reading the parameters of an upload would read the upload; its fields are a file and our own marks. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentType() != null && request.getContentType().startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> field = request.getParameterMap().entrySet().stream()
                .filter(one -> !Stream.of(one.getValue()).allMatch(StorableText::is))
                .map(Map.Entry::getKey)
                .findFirst();
        if (field.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        String what = StorableText.refusal(field.get());
        // so that it is shown as said by us
        request.setAttribute(
                DispatcherServlet.EXCEPTION_ATTRIBUTE, new ResponseStatusException(HttpStatus.BAD_REQUEST, what));
        response.sendError(HttpStatus.BAD_REQUEST.value(), what);
    }
}
