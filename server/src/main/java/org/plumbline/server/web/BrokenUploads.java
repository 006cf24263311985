package org.plumbline.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.fileupload.MultipartStream.MalformedStreamException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * What becomes of a form whose body ends before it should: the network went, or the page was closed amid an upload. That is told in a
 * line, and whoever still listens is told to send it again.
 */
@Component
class BrokenUploads implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenUploads.class);

    /** Before {@link BrokenBodies}: a connection that is gone looks as if an answer had been begun. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!isUpload(request) || !isCut(failure)) {
            return null;
        }
        LOG.info("An upload to {} ended before its file did", request.getRequestURI());
        try {
            PlainAnswer.write(request, response, HttpStatus.BAD_REQUEST, Words.say("frame.error.cut-upload"));
        } catch (IOException | RuntimeException gone) {
            LOG.debug("Nobody waits for the answer any more", gone);
        }
        return new ModelAndView();
    }

    private static boolean isUpload(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).startsWith("multipart/");
    }

    private static boolean isCut(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientAbortException || cause instanceof MalformedStreamException) {
                return true;
            }
        }
        return false;
    }
}
