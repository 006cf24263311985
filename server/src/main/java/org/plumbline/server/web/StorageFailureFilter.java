package org.plumbline.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.server.storage.FullDisk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers where the storage fails, whichever part of the server met it. Without it the page of errors is asked, which reads
 * who is signed in, fails as well, and leaves the answer to Tomcat.
 */
@Component
@Order(PageHeaders.FIRST + 2)
class StorageFailureFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(StorageFailureFilter.class);

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** What is taken all the same: a running set is steered, which says itself that nothing is saved, people come and go, and some only ask. */
    private static final Pattern TAKEN = Pattern.compile("(/api)?/live/[^/]+/.+|/sign-(in|out)|.*/preview");

    private final MetDamage damage;

    StorageFailureFilter(MetDamage damage) {
        this.damage = damage;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** What is streamed fails on a thread of its own, and comes back here. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (FullDisk.isMet() && isRefused(request.getMethod(), request.getServletPath())) {
            PlainAnswer.write(request, response, StorageFailure.FULL.status(), StorageFailure.FULL.say());
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failed) {
            @Nullable StorageFailure found = StorageFailure.of(failed);
            if (found == null || response.isCommitted()) {
                throw failed;
            }
            damage.note(failed);
            LOG.error(
                    "A request failed: {}",
                    NestedExceptionUtils.getMostSpecificCause(failed).toString());
            response.resetBuffer();
            PlainAnswer.write(request, response, found.status(), found.say());
        }
    }

    /** Whether something asks to be kept that is not taken while the disk is full. */
    static boolean isRefused(String method, String path) {
        return !READS.contains(method) && !TAKEN.matcher(path).matches();
    }
}
