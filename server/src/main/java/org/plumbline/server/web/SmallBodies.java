package org.plumbline.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the body of a request in before anything else looks at it: bounded in size, in time, and in how many may be on their way at
 * once. Without it a stranger could fill the memory with one request, the disk with a form that has a file in it, or hold every
 * thread with bodies that come a byte at a time.
 *
 * <p>Recordings are let through to the disk, from people and programs who name themselves; {@code spring.servlet.multipart} and the
 * upload itself limit those.
 */
@Component
@Order(PageHeaders.FIRST + 1)
class SmallBodies extends OncePerRequestFilter {
    /** Where recordings are taken: the only bodies with files in them. */
    private static final Set<String> UPLOADS = Set.of("/api/recordings", "/sets");

    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403, 429);
    private static final String BEARER = "Bearer ";
    private static final int PIECE_BYTES = 8192;

    private final BodyProperties properties;
    private final Map<String, Integer> arriving = new HashMap<>();
    private int arrivingTogether;

    SmallBodies(BodyProperties properties) {
        this.properties = properties;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null) {
            chain.doFilter(request, response);
        } else if (isMultipart(request) && isUpload(request) && namesItself(request)) {
            chain.doFilter(request, response);
            if (NOT_LET_IN.contains(response.getStatus())) {
                UnreadBodies.leave(request);
            }
        } else if (begin(request.getRemoteAddr())) {
            @Nullable HttpServletRequest arrived;
            try {
                arrived = take(request, response);
            } finally {
                end(request.getRemoteAddr());
            }
            if (arrived != null) {
                chain.doFilter(arrived, response);
            }
        } else {
            UnreadBodies.leave(request);
            response.setHeader(HttpHeaders.RETRY_AFTER, "10");
            response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    private static boolean isUpload(HttpServletRequest request) {
        return request.getMethod().equals(HttpMethod.POST.name()) && UPLOADS.contains(request.getServletPath());
    }

    /** Whether it is worth asking who this is: a token is checked before the body is read, a form's own token after. */
    private static boolean namesItself(HttpServletRequest request) {
        @Nullable String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        HttpSession session = request.getSession(false);
        return (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                || (session != null
                        && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                != null);
    }

    /** The request with its whole body; null where it was refused. */
    private @Nullable HttpServletRequest take(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        // read to its end, so that the answer arrives, but kept only as far as it may be
        @Nullable HttpStatus trouble = isMultipart(request) ? notHere(request) : null;
        long mostBytes = properties.maxSize().toBytes();
        long endNanos = System.nanoTime() + properties.arrivesWithin().toNanos();
        byte[] piece = new byte[PIECE_BYTES];
        try (InputStream in = request.getInputStream()) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                if (trouble == null && body.size() + count > mostBytes) {
                    // a recording as it is, where a form with it is taken, is not too large
                    trouble = isUpload(request) ? HttpStatus.UNSUPPORTED_MEDIA_TYPE : HttpStatus.CONTENT_TOO_LARGE;
                }
                if (trouble == null) {
                    body.write(piece, 0, count);
                }
                if (System.nanoTime() - endNanos > 0 && body.size() != request.getContentLengthLong()) {
                    throw new SocketTimeoutException("too slow");
                }
            }
        } catch (IOException brokenOff) {
            UnreadBodies.leave(request);
            trouble = trouble == null ? HttpStatus.REQUEST_TIMEOUT : trouble;
        }
        if (trouble != null) {
            // where Tomcat waited in vain it has given the connection up
            if (!response.isCommitted()) {
                refuse(trouble, request, response);
            }
            return null;
        }
        return new ArrivedRequest(request, body.toByteArray());
    }

    private static HttpStatus notHere(HttpServletRequest request) {
        return isUpload(request) ? HttpStatus.UNAUTHORIZED : HttpStatus.UNSUPPORTED_MEDIA_TYPE;
    }

    private static void refuse(HttpStatus trouble, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (trouble == HttpStatus.UNSUPPORTED_MEDIA_TYPE) {
            String what = isUpload(request) ? "frame.error.no-form" : "frame.error.file";
            response.sendError(trouble.value(), Words.say(what));
        } else {
            response.sendError(trouble.value());
        }
    }

    private synchronized boolean begin(String address) {
        int already = arriving.getOrDefault(address, 0);
        if (already >= properties.arrivingOfAnAddress() || arrivingTogether >= properties.arriving()) {
            return false;
        }
        arriving.put(address, already + 1);
        arrivingTogether++;
        return true;
    }

    private synchronized void end(String address) {
        arriving.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
        arrivingTogether--;
    }
}
