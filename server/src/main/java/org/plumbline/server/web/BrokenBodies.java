package org.plumbline.server.web;

import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * What becomes of an answer that fails amid its body. Where nothing of it was sent, another one takes its place, and nothing of the
 * first stands before it. Where a part was sent the connection breaks, which {@link TomcatErrors} does: words of ours would stand amid
 * a file, and its end would say that it is whole.
 */
@Component
class BrokenBodies implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenBodies.class);
    private static final String BROKEN = BrokenBodies.class.getName();

    private final MetDamage damage;

    BrokenBodies(MetDamage damage) {
        this.damage = damage;
    }

    /** Before all that would write an answer, but after {@link BrokenUploads}. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (failure instanceof AsyncRequestNotUsableException) {
            return null;
        }
        if (!response.isCommitted()) {
            innermost(response).resetBuffer();
            return null;
        }
        damage.note(failure);
        LOG.error("An answer broke off, of which a part was sent", failure);
        request.setAttribute(BROKEN, failure);
        return new ModelAndView();
    }

    /** A wrapper that keeps no body of a stream takes nothing back of one either. */
    private static ServletResponse innermost(HttpServletResponse response) {
        ServletResponse inner = response;
        while (inner instanceof ServletResponseWrapper wrapper) {
            inner = wrapper.getResponse();
        }
        return inner;
    }

    /** Whether the answer to this request broke off. */
    static boolean isBroken(HttpServletRequest request) {
        return request.getAttribute(BROKEN) != null;
    }
}
