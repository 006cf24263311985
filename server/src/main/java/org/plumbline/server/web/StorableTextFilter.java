package org.plumbline.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.DispatcherServlet;

/** Refuses a form or an address with text that is none; {@link StorableJson} does the same for JSON. */
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
        Optional<String> fault = request.getParameterMap().entrySet().stream()
                .flatMap(one -> Stream.of(one.getValue()).map(text -> StorableText.fault(one.getKey(), text)))
                .filter(Objects::nonNull)
                .findFirst();
        if (fault.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        String what = fault.get();
        // so that it is shown as said by us
        request.setAttribute(
                DispatcherServlet.EXCEPTION_ATTRIBUTE, new ResponseStatusException(HttpStatus.BAD_REQUEST, what));
        response.sendError(HttpStatus.BAD_REQUEST.value(), what);
    }
}
